"""Merges and splits in the admin: preview, log, undo; reached from pair, article and list."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.choices import Verdict
from articles.merging import merge
from articles.models import Article, ArticleJudgement, ArticleMerge, Split, Translation
from articles.publishing import publish
from articles.splitting import split_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine(make_text):
    return make_text(credit="Photo by an example (invented)")


@pytest.fixture
def theirs(make_text):
    return make_text(headline="Another headline (invented)", source_url="https://example.org/1")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def url(name, *args):
    return reverse(f"admin:articles_{name}", args=args)


def preview(mine, theirs):
    return url("articlemerge_preview", mine.article_id, theirs.article_id)


def state(desk, address):
    return desk.get(address).context["state"]


def test_the_preview_shows_what_differs_moves_and_leads_elsewhere(desk, mine, theirs, editor):
    publish(theirs, user=editor)
    page = desk.get(preview(mine, theirs)).text
    assert f"Merge {theirs.article_id} into {mine.article_id}" in page
    for words in ("Another headline (invented)", "Photo credit", "Texts"):
        assert words in page
    assert f"/en/articles/{theirs.article_id}-another-headline-invented/" in page
    assert preview(theirs, mine) in page  # swap


def test_choices_are_shown_before_they_are_carried_out(desk, mine, theirs, editor):
    publish(theirs, user=editor)
    page = desk.post(preview(mine, theirs), {"look": "1", "en:stands": "survivor"}).text
    assert "readers will see no text in English any more" in page
    assert "shows nothing any more" in page
    assert not ArticleMerge.objects.exists()


def test_a_merge_is_done_with_the_choices_and_the_reason(desk, mine, theirs):
    address = preview(mine, theirs)
    posted = {
        "merge": "1", "seen": state(desk, address), "reason": "One report.",
        "en:stands": "survivor", "en:headline": "duplicate", "en:credit=other": "Third (invented)",
    }  # fmt: skip
    page = desk.post(address, posted, follow=True)
    done = ArticleMerge.objects.get()
    assert page.redirect_chain[-1][0] == url("articlemerge_change", done.pk)
    mine.refresh_from_db()
    assert (mine.headline, mine.credit) == ("Another headline (invented)", "Third (invented)")
    assert done.reason == "One report."
    assert "Another headline (invented)" in page.text


@pytest.mark.parametrize("name", ["en:headline", "en:stands"])
def test_both_is_no_answer_where_one_value_or_text_must_be_chosen(desk, mine, theirs, name):
    address = preview(mine, theirs)
    posted = {"seen": state(desk, address), "en:stands": "survivor", name: "both"}
    assert desk.post(address, posted).context["form"].errors.keys() == {name}
    assert not ArticleMerge.objects.exists()


def test_a_value_is_left_empty_where_the_field_may_be(desk, mine, theirs):
    Article.objects.filter(pk=mine.article_id).update(
        event_date_earliest="2025-09-12", event_date_latest="2025-09-12"
    )
    Article.objects.filter(pk=theirs.article_id).update(
        event_date_earliest="2025-09-13", event_date_latest="2025-09-13"
    )
    Translation.objects.filter(pk=theirs.pk).update(credit="Another photo (invented)")
    address = preview(mine, theirs)
    assert 'name="en:credit" value="empty"' in desk.get(address).text
    assert 'name="en:source_url" value="empty"' not in desk.get(address).text
    desk.post(
        address,
        {"merge": "1", "en:stands": "survivor", "event_date": "empty", "en:credit": "empty"},
    )
    mine.refresh_from_db()
    assert (mine.credit, mine.article.event_date) == ("", None)


def test_a_text_that_readers_see_keeps_a_headline(desk, mine, theirs, editor):
    publish(mine, user=editor)
    posted = {"merge": "1", "en:stands": "survivor", "en:headline": "empty"}
    page = desk.post(preview(mine, theirs), posted).text
    assert "A published text needs a headline" in page
    assert not ArticleMerge.objects.exists()


def test_a_third_value_that_can_t_be_is_refused_beside_its_field(desk, mine, theirs):
    address = preview(mine, theirs)
    page = desk.post(address, {"merge": "1", "en:source_url=other": "no address"})
    assert "valid URL" in page.text
    assert not ArticleMerge.objects.exists()


def test_what_was_changed_since_the_look_is_not_merged(desk, mine, theirs):
    address = preview(mine, theirs)
    seen = state(desk, address)
    Translation.objects.filter(pk=theirs.pk).update(version=9)
    page = desk.post(address, {"merge": "1", "seen": seen, "en:stands": "survivor"})
    assert "since you looked" in page.text
    assert not ArticleMerge.objects.exists()


def test_the_pair_of_the_two_is_decided_along(desk, mine, theirs):
    pair = ArticleJudgement.objects.create(
        first=mine.article, second=theirs.article, proposed_verdict=Verdict.NEW_VERSION
    )
    address = preview(theirs, mine)
    seen = state(desk, address)
    desk.post(address, {"merge": "1", "seen": seen, "en:stands": "survivor"})
    pair.refresh_from_db()
    done = ArticleMerge.objects.get()
    assert (pair.verdict, done.judgement) == (Verdict.NEW_VERSION, pair)
    assert (done.survivor, done.duplicate) == (theirs.article, mine.article)


def test_who_may_not_merge_sees_no_preview(client, reporter, mine, theirs):
    client.force_login(reporter)
    assert client.get(preview(mine, theirs)).status_code == 403
    assert client.get(url("article_merge_with", mine.article_id)).status_code == 403
    assert client.get(url("split_of_text", mine.pk)).status_code == 403


def test_what_readers_see_is_merged_by_who_may_publish(client, reporter, mine, theirs, editor):
    publish(theirs, user=editor)
    reporter.user_permissions.add(Permission.objects.get(codename="add_articlemerge"))
    client.force_login(reporter)
    posted = {"merge": "1", "en:stands": "survivor"}
    assert "whoever may publish" in client.post(preview(mine, theirs), posted).text
    assert not ArticleMerge.objects.exists()


def test_a_verdict_merges_what_readers_see_by_who_may_publish(
    client, reporter, mine, theirs, editor
):
    publish(theirs, user=editor)
    pair = ArticleJudgement.objects.create(
        first=mine.article, second=theirs.article, proposed_verdict=Verdict.DUPLICATE
    )
    reporter.user_permissions.add(Permission.objects.get(codename="change_articlejudgement"))
    client.force_login(reporter)
    decide = url("articlejudgement_decide", pair.pk)
    assert "whoever may publish" in client.post(decide, {"verdict": "duplicate"}, follow=True).text
    assert not ArticleMerge.objects.exists()
    client.post(decide, {"verdict": "different"})
    pair.refresh_from_db()
    assert pair.verdict == Verdict.DIFFERENT


@pytest.fixture
def splitter(client, reporter):
    """A client of somebody who may merge and split, and not publish."""
    for code in ("change_articlejudgement", "change_articlemerge", "add_split", "change_split"):
        reporter.user_permissions.add(Permission.objects.get(codename=code))
    client.force_login(reporter)
    return client


def test_a_public_text_goes_to_another_article_by_who_may_publish(
    client, reporter, mine, make_text, editor
):
    russian = make_text(language="ru", headline="Выдуманный заголовок")
    publish(russian, user=editor)
    reporter.user_permissions.add(Permission.objects.get(codename="add_articlemerge"))
    client.force_login(reporter)
    assert "whoever may publish" in client.post(preview(mine, russian), {"merge": "1"}).text
    assert not ArticleMerge.objects.exists()


def test_a_merge_of_what_readers_see_is_undone_by_who_may_publish(
    splitter, mine, theirs, make_text, editor, judge
):
    publish(theirs, user=editor)
    pair = judge(mine.article, theirs.article, Verdict.DUPLICATE)
    done = ArticleMerge.objects.get()
    for address in (
        url("articlemerge_undo", done.pk),
        url("articlejudgement_reopen", pair.pk),
    ):
        assert "whoever may publish" in splitter.post(address, follow=True).text
    done.refresh_from_db()
    assert not done.is_undone
    drafts = merge(make_text().article, make_text(language="kk").article, user=editor)
    splitter.post(url("articlemerge_undo", drafts.pk))
    drafts.refresh_from_db()
    assert drafts.is_undone


def test_what_readers_see_is_split_and_put_back_by_who_may_publish(
    splitter, mine, make_text, editor
):
    russian = make_text(article=mine.article, language="ru", headline="Выдуманный заголовок")
    publish(russian, user=editor)
    assert "whoever may publish" in splitter.post(url("split_of_text", russian.pk)).text
    split = split_text(russian, user=editor)
    page = splitter.post(url("split_undo", split.pk), follow=True).text
    assert "whoever may publish" in page
    assert url("split_undoing", split.pk) not in page
    split.refresh_from_db()
    assert not split.is_undone


def test_a_preview_of_a_merged_article_leads_to_its_survivor(desk, mine, theirs, make_text, editor):
    third = make_text(language="ru")
    merge(mine.article, theirs.article, user=editor)
    answer = desk.get(preview(third, theirs))
    assert answer.url == preview(third, mine)
    assert "already merged" in desk.get(preview(mine, theirs)).text


def test_what_was_decided_to_be_different_is_not_offered(desk, mine, theirs, editor):
    ArticleJudgement.objects.create(
        first=mine.article, second=theirs.article, verdict=Verdict.DIFFERENT,
        decided_at="2026-01-01T00:00Z", decided_by=editor,
    )  # fmt: skip
    page = desk.get(preview(mine, theirs))
    assert "contradicts" in page.text
    assert 'name="merge"' not in page.text


@pytest.mark.parametrize("asked", ["headline: Another HEADLINE", "number", "address", "outlet"])
def test_the_other_article_is_found_by_headline_number_or_address(desk, mine, theirs, asked):
    words = {
        "number": str(theirs.article_id),
        "address": f"https://example.org/en/articles/{theirs.article_id}-another/",
        "outlet": "https://example.org/1",
    }.get(asked, "Another HEADLINE")
    page = desk.get(url("article_merge_with", mine.article_id), {"q": words})
    assert [other for other, *_told in page.context["offered"]] == [theirs.article]
    assert preview(mine, theirs) in page.text


def test_what_is_found_is_told_with_its_day_in_words(desk, mine, theirs):
    Translation.objects.filter(pk=theirs.pk).update(
        published_earliest="2025-09-12", published_latest="2025-09-12"
    )
    page = desk.get(url("article_merge_with", mine.article_id), {"q": "Another headline"})
    assert "English, source not stated, 12 September 2025" in page.text


def test_nothing_found_is_said(desk, mine):
    page = desk.get(url("article_merge_with", mine.article_id), {"q": "99999999999999999999"})
    assert "Nothing has that." in page.text


def test_two_articles_marked_in_the_list_lead_to_the_preview(desk, mine, theirs, make_text):
    marked = {"action": "merge_two", "_selected_action": [mine.article_id, theirs.article_id]}
    assert desk.post(url("article_changelist"), marked).url == preview(mine, theirs)
    marked["_selected_action"].append(make_text().article_id)
    page = desk.post(url("article_changelist"), marked, follow=True)
    assert "Mark exactly two articles." in page.text


def test_the_undo_shows_first_what_would_stay(desk, mine, theirs, editor):
    done = merge(
        mine.article, theirs.article, user=editor, choices={"en:credit": "Example, chosen"}
    )
    Translation.objects.filter(pk=mine.pk).update(credit="Example, edited")
    page = desk.get(url("articlemerge_undoing", done.pk)).text
    assert f"Text {mine.pk} “{mine}”: photo credit (changed since)" in page
    assert not ArticleMerge.objects.get().is_undone
    page = desk.post(url("articlemerge_undo", done.pk), follow=True).text
    assert "two articles again" in page
    assert "photo credit (changed since)" in page
    mine.refresh_from_db()
    assert mine.credit == "Example, edited"


def test_a_refused_undo_links_to_what_it_waits_for(desk, mine, theirs, make_text, editor):
    early = merge(mine.article, theirs.article, user=editor)
    late = merge(make_text(language="ru").article, mine.article, user=editor)
    for answer in (
        desk.get(url("articlemerge_undoing", early.pk), follow=True),
        desk.post(url("articlemerge_undo", early.pk), follow=True),
    ):
        assert f'<a href="{url("articlemerge_change", late.pk)}">' in answer.text


def test_undo_stands_on_the_page_of_both_articles(desk, mine, theirs, editor):
    done = merge(mine.article, theirs.article, user=editor)
    for article in (mine.article_id, theirs.article_id):
        assert url("articlemerge_undoing", done.pk) in desk.get(url("article_change", article)).text


def test_a_text_is_taken_out_and_put_back(desk, mine, make_text):
    russian = make_text(article=mine.article, language="ru", headline="Выдуманный заголовок")
    article = url("article_change", mine.article_id)
    assert url("split_of_text", mine.pk) in desk.get(article).text
    asked = desk.get(url("split_of_text", russian.pk)).text
    assert "What stays in article" in asked
    desk.post(url("split_of_text", russian.pk), {"reason": "Other news.", "are_different": "1"})
    split = Split.objects.get()
    assert split.reason == "Other news."
    assert url("split_undoing", split.pk) in desk.get(article).text
    assert "goes back as it was" in desk.get(url("split_undoing", split.pk)).text
    page = desk.post(url("split_undo", split.pk), follow=True).text
    assert "back where it was" in page
    assert mine.article.translations.count() == 2


def test_the_only_text_is_not_taken_out(desk, mine):
    page = desk.post(url("split_of_text", mine.pk)).text
    assert "only text" in page
    assert not Split.objects.exists()


def test_the_merge_s_page_costs_the_same_for_many_rows(desk, mine, make_text, editor):
    done = merge(mine.article, make_text(language="ru").article, user=editor)
    other = make_text(language="kk")
    for language in ("tr", "az", "uz", "hu", "tk", "ky"):
        make_text(article=other.article, language=language)
    bigger = merge(make_text().article, other.article, user=editor)
    counts = []
    for one in (done, bigger):
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(url("articlemerge_change", one.pk)).status_code == 200
        counts.append(len(queries))
    assert counts[1] <= counts[0]


def test_a_split_s_list_and_page_open(desk, mine, make_text, editor):
    russian = make_text(article=mine.article, language="ru")
    split = split_text(russian, user=editor)
    assert str(split) in desk.get(url("split_changelist")).text
    assert f"article {split.made_id}" in desk.get(url("split_change", split.pk)).text
    assert Article.objects.standing().count() == 2
