"""The queue and the form of texts, and writing an article from nothing."""

from datetime import time

import pytest
from django.contrib.auth.models import User
from django.db.models import F
from django.urls import reverse

from articles.admin.texts import TranslationAdmin
from articles.choices import Status
from articles.models import Article, Flag, Source, Translation
from articles.publishing import dismiss, publish, withdraw
from ots_desk.versions import StaleVersion

pytestmark = pytest.mark.django_db

LIST = "admin:articles_translation_changelist"


def change_url(text):
    return reverse("admin:articles_translation_change", args=[text.pk])


def form_of(client, text) -> dict:
    """What a browser would post back unchanged."""
    form = client.get(change_url(text)).context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    return {
        name: value for name, value in values.items() if value is not None and value is not False
    }


def status_of(text) -> str:
    return Translation.objects.get(pk=text.pk).status


def act(client, action, *texts, **more):
    chosen = {"action": action, "_selected_action": [text.pk for text in texts], **more}
    return client.post(reverse(LIST), chosen, follow=True)


# Searching and filtering


@pytest.mark.parametrize("typed", ["жапаров", "ЖАПАРОВ", "Жапаров принял"])
def test_a_text_is_found_whatever_the_letter_case(client, editor, make_text, typed):
    make_text(headline="Садыр Жапаров принял гостей", language="ru")
    make_text(headline="Example two (invented)")
    client.force_login(editor)
    assert "1 text" in client.get(reverse(LIST), {"q": typed}).text


def test_what_is_not_for_us_is_gone_from_the_queue_and_found_by_its_filter(
    client, editor, make_text
):
    text = make_text(headline="Kept aside")
    dismiss(text, user=editor, reason="Sport")
    client.force_login(editor)
    assert "Kept aside" not in client.get(reverse(LIST)).text
    assert "Kept aside" in client.get(reverse(LIST), {"status": "not_for_us"}).text


def test_texts_are_filtered_by_open_doubt(client, editor, make_text):
    Flag.objects.create(translation=make_text(headline="Doubtful"), kind="no_date")
    make_text(headline="Certain")
    client.force_login(editor)
    page = client.get(reverse(LIST), {"flag": "no_date"}).text
    assert "Doubtful" in page
    assert "Certain" not in page


# Moving texts along


def test_publishing_reports_the_count_and_links_the_texts(client, editor, text):
    client.force_login(editor)
    page = act(client, "publish", text).text
    assert status_of(text) == Status.PUBLISHED
    assert "1 text published" in page
    assert f"/articles/article/{text.article_id}/change/?text={text.pk}" in page


def test_what_cant_be_published_is_named_and_the_rest_goes_on(client, editor, make_text):
    whole, without = make_text(), make_text(headline="")
    client.force_login(editor)
    page = act(client, "publish", whole, without).text
    assert (status_of(whole), status_of(without)) == (Status.PUBLISHED, Status.DRAFT)
    assert "It can&#x27;t be published without a headline." in page


@pytest.mark.parametrize("action", ["withdraw", "dismiss"])
def test_a_reason_is_asked_for_before_anything_moves(client, editor, text, action):
    if action == "withdraw":
        publish(text, user=editor)
    before = status_of(text)
    client.force_login(editor)
    page = act(client, action, text)
    assert page.templates[0].name == "admin/articles/reason.html"
    assert status_of(text) == before
    act(client, action, text, reason="")
    assert status_of(text) == before


def test_texts_are_set_aside_in_bulk_with_one_reason_and_restored(client, editor, make_text):
    texts = [make_text(), make_text()]
    client.force_login(editor)
    act(client, "dismiss", *texts, reason="Sport")
    assert {(t.status, t.status_reason) for t in Translation.objects.all()} == {
        (Status.NOT_FOR_US, "Sport")
    }
    client.post(
        reverse(LIST) + "?status=not_for_us",
        {"action": "restore", "_selected_action": [text.pk for text in texts]},
    )
    assert {t.status for t in Translation.objects.all()} == {Status.DRAFT}


@pytest.mark.parametrize("action", ["publish", "withdraw", "dismiss", "restore"])
def test_a_reporter_can_move_nothing(client, reporter, editor, text, action):
    if action == "withdraw":
        publish(text, user=editor)
    before = status_of(text)
    client.force_login(reporter)
    act(client, action, text, reason="because")
    assert status_of(text) == before
    url = reverse("admin:articles_translation_move", args=[text.pk])
    assert client.post(url, {"move": action, "reason": "because"}).status_code == 403
    assert status_of(text) == before


def test_one_text_is_moved_from_its_page(client, editor, text):
    client.force_login(editor)
    url = reverse("admin:articles_translation_move", args=[text.pk])
    client.post(url, {"move": "publish"})
    assert status_of(text) == Status.PUBLISHED
    client.post(url, {"move": "withdraw", "reason": "Wrong day"})
    assert status_of(text) == Status.WITHDRAWN


def test_an_unknown_move_does_nothing(client, editor, text):
    client.force_login(editor)
    url = reverse("admin:articles_translation_move", args=[text.pk])
    assert client.post(url, {"move": "delete"}).status_code == 302
    assert status_of(text) == Status.DRAFT


def test_a_text_that_changed_since_it_was_looked_at_is_not_published(client, editor, text):
    client.force_login(editor)
    url = reverse("admin:articles_translation_move", args=[text.pk])
    seen = text.version
    text.save()
    answer = client.post(url, {"move": "publish", "seen_version": seen}, follow=True)
    assert "Somebody has changed this text since you opened it." in answer.text
    assert status_of(text) == Status.DRAFT


def test_a_get_moves_nothing(client, editor, text):
    client.force_login(editor)
    url = reverse("admin:articles_translation_move", args=[text.pk])
    assert client.get(url, {"move": "publish"}).status_code == 405
    assert status_of(text) == Status.DRAFT


# Editing


def test_an_edit_is_stored_with_a_revision_and_its_note(client, editor, text):
    client.force_login(editor)
    posted = {**form_of(client, text), "headline": "A better headline", "note": "Shorter"}
    answer = client.post(change_url(text), posted)
    assert answer.status_code == 302
    text.refresh_from_db()
    assert text.headline == "A better headline"
    assert text.edited_fields == ["headline"]
    last = text.revisions.order_by("-number").first()
    assert (last.note, last.made_by) == ("Shorter", editor)


def test_a_save_without_a_change_writes_no_revision(client, editor, text):
    client.force_login(editor)
    client.post(change_url(text), form_of(client, text))
    assert not text.revisions.exists()


def test_line_ends_of_a_browser_are_no_change(client, editor, text):
    client.force_login(editor)
    posted = form_of(client, text)
    client.post(change_url(text), {**posted, "body": text.body.replace("\n", "\r\n")})
    assert not text.revisions.exists()


def test_an_edit_is_stored_in_nfc(client, editor, text):
    client.force_login(editor)
    client.post(change_url(text), {**form_of(client, text), "headline": "Memis\u0327"})
    text.refresh_from_db()
    assert text.headline == "Memiş"


def test_a_partial_date_is_typed_as_precisely_as_known(client, editor, text):
    client.force_login(editor)
    client.post(change_url(text), {**form_of(client, text), "published": "2022-11"})
    text.refresh_from_db()
    assert str(text.published) == "2022-11"


def test_a_wrong_date_is_refused_with_a_sentence(client, editor, text):
    client.force_login(editor)
    page = client.post(change_url(text), {**form_of(client, text), "published": "November"})
    assert "is not a date: write 2022, 2022-11 or 2022-11-11." in page.text


def test_a_stale_save_is_refused_and_both_texts_are_shown(client, editor, text):
    client.force_login(editor)
    posted = {**form_of(client, text), "headline": "Mine"}
    theirs = Translation.objects.get(pk=text.pk)
    theirs.headline = "Theirs"
    theirs.save()
    page = client.post(change_url(text), posted)
    text.refresh_from_db()
    assert text.headline == "Theirs"
    conflicts = page.context["conflicts"]
    assert [(c.label, c.theirs, c.yours) for c in conflicts] == [("Headline", "Theirs", "Mine")]
    assert "Somebody else has saved this since you opened it." in page.text
    assert page.context["adminform"].form["headline"].value() == "Mine"


def test_a_save_that_is_overtaken_at_the_last_moment_is_refused_too(
    client, editor, text, monkeypatch
):
    client.force_login(editor)
    posted = {**form_of(client, text), "headline": "Mine"}

    check_and_save = TranslationAdmin._changeform_view
    passes = []

    def overtaken(*args):
        """The first pass fails in its write; when the second begins, the row has changed."""
        passes.append(args)
        if len(passes) == 1:
            raise StaleVersion(text)
        Translation.objects.filter(pk=text.pk).update(headline="Theirs", version=F("version") + 1)
        return check_and_save(*args)

    monkeypatch.setattr(TranslationAdmin, "_changeform_view", overtaken)
    page = client.post(change_url(text), posted)
    assert [(c.theirs, c.yours) for c in page.context["conflicts"]] == [("Theirs", "Mine")]
    text.refresh_from_db()
    assert text.headline == "Theirs"


def test_after_both_texts_were_shown_yours_can_be_saved(client, editor, text):
    client.force_login(editor)
    posted = {**form_of(client, text), "headline": "Mine"}
    theirs = Translation.objects.get(pk=text.pk)
    theirs.headline = "Theirs"
    theirs.save()
    form = client.post(change_url(text), posted).context["adminform"].form
    posted["seen_version"] = form["seen_version"].value()
    assert client.post(change_url(text), posted).status_code == 302
    text.refresh_from_db()
    assert text.headline == "Mine"


def test_the_printed_clock_is_typed_without_comparing_it_with_the_server_s(client, editor, text):
    client.force_login(editor)
    assert "vTimeField" not in client.get(change_url(text)).text
    client.post(change_url(text), {**form_of(client, text), "published_time": "09:05"})
    assert Translation.objects.get().published_time == time(9, 5)


def test_a_published_text_can_t_be_emptied(client, editor, text):
    publish(text, user=editor)
    client.force_login(editor)
    page = client.post(change_url(text), {**form_of(client, text), "headline": ""})
    assert "A published text needs a headline, a body and a language." in page.text


@pytest.mark.parametrize("move", [dismiss, withdraw])
def test_a_reporter_leaves_alone_what_was_decided_on(client, reporter, editor, text, move):
    if move is withdraw:
        publish(text, user=editor)
    move(text, user=editor, reason="Example")
    client.force_login(reporter)
    assert client.post(change_url(text), {"headline": "By a reporter"}).status_code == 403


def test_a_reporter_leaves_the_topics_of_a_published_article_alone(client, reporter, editor, text):
    client.force_login(reporter)
    url = reverse("admin:articles_article_change", args=[text.article_id])
    assert client.post(url, {"event_date": "2025", "seen_version": "1"}).status_code == 302
    publish(text, user=editor)
    assert client.post(url, {"event_date": "2024", "seen_version": "2"}).status_code == 403
    assert str(Article.objects.get().event_date) == "2025"


def test_a_reporter_edits_drafts_and_not_what_is_published(client, reporter, editor, text):
    client.force_login(reporter)
    posted = {**form_of(client, text), "headline": "By a reporter"}
    assert client.post(change_url(text), posted).status_code == 302
    text.refresh_from_db()
    publish(text, user=editor)
    assert client.get(change_url(text)).status_code == 200
    answer = client.post(change_url(text), {**posted, "headline": "Once more"})
    assert answer.status_code == 403
    text.refresh_from_db()
    assert text.headline == "By a reporter"


# Writing


def test_paragraphs_written_in_a_browser_are_paragraphs(client, editor):
    client.force_login(editor)
    body = "First.\r\n\r\nSecond."
    client.post(reverse("admin:articles_article_add"), {**WRITTEN, "body": body, "draft": "1"})
    assert Translation.objects.get().paragraphs == ["First.", "Second."]


WRITTEN = {
    "language": "en",
    "headline": "Breaking (invented)",
    "summary": "In short.",
    "body": "First.\n\nSecond.",
}


def test_an_editor_writes_an_article_and_publishes_it_at_once(client, editor):
    client.force_login(editor)
    url = reverse("admin:articles_article_add")
    answer = client.post(url, {**WRITTEN, "publish": "1"})
    text = Translation.objects.get()
    page = reverse("admin:articles_article_change", args=[text.article_id])
    assert answer["Location"] == f"{page}?text={text.pk}"
    assert (text.status, text.source, text.created_by) == (Status.PUBLISHED, None, editor)
    assert (text.summary, text.body) == ("In short.", "First.\n\nSecond.")


def test_an_article_is_written_in_a_further_language(client, editor, text):
    client.force_login(editor)
    url = f"{reverse('admin:articles_article_add')}?article={text.article_id}"
    assert 'value="en"' not in client.get(url).text
    client.post(url, {**WRITTEN, "language": "ky", "publish": "1"})
    further = Translation.objects.exclude(pk=text.pk).get()
    assert (further.article, further.language) == (text.article, "ky")
    assert (further.status, further.created_by) == (Status.PUBLISHED, editor)


def test_the_language_that_an_article_has_is_not_written_again(client, editor, text):
    client.force_login(editor)
    url = f"{reverse('admin:articles_article_add')}?article={text.article_id}"
    page = client.post(url, {**WRITTEN, "language": "en", "draft": "1"})
    assert Translation.objects.get() == text
    assert "Second." in page.text


def test_an_article_that_is_not_there_has_no_further_language(client, editor):
    client.force_login(editor)
    client.post(
        f"{reverse('admin:articles_article_add')}?article=999999", {**WRITTEN, "draft": "1"}
    )
    assert Article.objects.count() == 1


def test_what_the_desk_wrote_came_from_the_desk_and_from_whom(client, editor):
    client.force_login(editor)
    page = client.post(
        reverse("admin:articles_article_add"), {**WRITTEN, "publish": "1"}, follow=True
    ).text
    assert "source not stated" not in page
    assert "Revision 1: written at the desk" in page
    assert "Revision 2: published" in page
    assert "as received" not in page


def test_a_reporter_writes_a_draft_and_may_not_publish_it(client, reporter):
    client.force_login(reporter)
    url = reverse("admin:articles_article_add")
    assert 'name="publish"' not in client.get(url).text
    client.post(url, {**WRITTEN, "publish": "1"})
    assert not Article.objects.exists()
    client.post(url, {**WRITTEN, "draft": "1"})
    assert Translation.objects.get().status == Status.DRAFT


def test_nothing_written_is_lost_when_a_field_is_missing(client, editor):
    client.force_login(editor)
    page = client.post(
        reverse("admin:articles_article_add"), {**WRITTEN, "headline": "", "publish": "1"}
    )
    assert not Article.objects.exists()
    assert "Second." in page.text
    assert "This field is required." in page.text


# Outlets


def test_an_outlet_is_found_by_another_name(client, editor):
    source = Source(name="Trend", other_names=[{"language": "ru", "text": "Тренд"}])
    source.save()
    client.force_login(editor)
    page = client.get(reverse("admin:articles_source_changelist"), {"q": "ТРЕНД"})
    assert "1 outlet" in page.text


def test_an_outlet_with_a_broken_phrase_is_refused(client, editor):
    client.force_login(editor)
    page = client.post(
        reverse("admin:articles_source_add"),
        {"name": "Example Outlet (invented)", "public_use": "excerpt", "self_phrases": "(unclosed"},
    )
    assert "“(unclosed” is not a regular expression" in page.text
    assert not Source.objects.exists()


@pytest.mark.parametrize("page", ["article", "translation"])
def test_nobody_deletes_a_text_not_even_a_superuser(client, text, page):
    client.force_login(User.objects.create_superuser("root"))
    row = text.article if page == "article" else text
    answer = client.post(f"/admin/articles/{page}/{row.pk}/delete/", {"post": "yes"})
    assert answer.status_code == 403
    assert Translation.objects.filter(pk=text.pk).exists()


def test_a_retired_text_leads_to_the_one_that_stands(client, editor, make_text):
    retired, stands = make_text(), make_text()
    Translation.objects.filter(pk=retired.pk).update(replaced_by=stands)
    client.force_login(editor)
    answer = client.get(change_url(retired))
    assert answer["Location"].endswith(f"/article/{stands.article_id}/change/?text={stands.pk}")


@pytest.mark.parametrize("number", ["0", "9" * 40, "nothing"])
def test_a_text_that_never_was_is_said_to_be_missing(client, editor, number):
    client.force_login(editor)
    address = reverse("admin:articles_translation_change", args=[number])
    assert client.get(address)["Location"] == reverse("admin:index")
