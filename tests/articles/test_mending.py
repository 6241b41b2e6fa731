"""Taking in by hand what the rules could not read: the operation, and its screen."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.admin.screens.mending import ranges_of
from articles.choices import Status
from articles.forms.raw_texts import line_numbers
from articles.importing.by_hand import Choices
from articles.importing.run import import_paths
from articles.mending import take_in_by_hand
from articles.models import Article, Attachment, Document, Reading, Revision, Translation
from articles.publishing import NotAllowed, publish

pytestmark = pytest.mark.django_db

NOTICE = "Menu\n\nVisitors by appointment only\n\nSadyr Japarov: no visits on Monday\n\nShare\n"
CHOICES = Choices(
    first_line=5,
    last_line=5,
    headline_line=3,
    stated={"published": "2025-05-05", "language": "en"},
)
POSTED = {
    "headline_line": "3",
    "first_line": "5",
    "last_line": "5",
    "published": "2025-05-05",
    "language": "en",
}
STORY = "The ministers met in Bishkek on Friday and signed two agreements on trade and transport."
MORE = "They will come together again in the autumn, the ministry said after the talks had ended."


@pytest.fixture
def receive(tmp_path, editor):
    """Import a raw text; returns its current reading."""

    def receive(content: str | bytes) -> Reading:
        path = tmp_path / f"{Document.objects.count()}.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        import_paths([path])
        return Reading.objects.get(document=Document.objects.latest("pk"), is_current=True)

    return receive


@pytest.fixture
def notice(receive) -> Reading:
    reading = receive(NOTICE)
    assert reading.status == "quarantined"
    return reading


@pytest.fixture
def screen(client, editor):
    """The page on which a document is read by hand: `screen(reading)`, `screen(reading, data)`."""
    client.force_login(editor)

    def ask(reading, posted=None, **more):
        url = reverse("admin:articles_document_mend", args=[reading.document_id])
        if posted is None:
            return client.get(url, follow=True)
        return client.post(url, {"seen_reading": reading.pk, **posted, **more}, follow=True)

    return ask


def test_a_quarantined_document_becomes_a_draft_with_a_reading_in_the_editor_s_name(notice, editor):
    text = take_in_by_hand(notice, CHOICES, user=editor).text
    assert (text.status, text.headline) == (Status.DRAFT, "Visitors by appointment only")
    assert text.body == "Sadyr Japarov: no visits on Monday"
    assert str(text.published) == "2025-05-05"
    current = Reading.objects.get(document=notice.document, is_current=True)
    assert (current.status, current.made_by, text.reading) == ("read", editor, current)
    assert Reading.objects.filter(pk=notice.pk, is_current=False).exists()


def test_what_the_editor_stated_is_the_editor_s(notice, editor):
    text = take_in_by_hand(notice, CHOICES, user=editor).text
    assert text.edited_fields == ["body", "headline", "language", "published"]


def test_names_are_looked_for_and_the_step_is_on_record(notice, editor, japarov):
    text = take_in_by_hand(notice, CHOICES, user=editor).text
    assert text.mentions.get().entity == japarov
    assert (text.revisions.get().made_by, text.revisions.get().note) == (editor, "read by hand")


def test_doubts_that_remain_are_flags(notice, editor):
    text = take_in_by_hand(notice, CHOICES, user=editor).text
    assert [flag.kind for flag in text.flags.all()] == ["no_outlet"]


def test_a_text_that_the_desk_has_is_attached_not_doubled(receive, editor):
    ours = receive(f"2025-05-05\n\nMinisters meet\n\n{STORY}\n\n{MORE}\n").translations.get()
    assert ours.body == f"{STORY}\n\n{MORE}"
    reading = receive(f"{NOTICE}\n")
    Document.objects.filter(pk=reading.document_id).update(content=f"x\n{STORY}\n{MORE}".encode())
    choices = Choices(first_line=2, last_line=3, stated={"language": ours.language})
    taken = take_in_by_hand(reading, choices, user=editor)
    assert taken.text is None
    assert Attachment.objects.get(document=reading.document).translation == ours


def test_a_draft_is_renewed_by_reading_its_document_again(receive, editor):
    reading = receive(f"2025-05-05\n\nMinisters meet\n\n{STORY}\n\nThey left.\n")
    text = Translation.objects.get()
    choices = Choices(first_line=5, last_line=7, stated={"headline": "Ministers sign"})
    taken = take_in_by_hand(reading, choices, user=editor)
    assert taken.text == text
    text.refresh_from_db()
    assert (text.headline, text.body) == ("Ministers sign", f"{STORY}\n\nThey left.")
    assert text.reading.made_by == editor
    assert Article.objects.count() == 1
    assert Revision.objects.latest("pk").note == "read by hand"


def test_what_an_editor_has_edited_stays_unless_stated_anew(receive, editor):
    reading = receive(f"2025-05-05\n\nMinisters meet\n\n{STORY}\n\nThey left.\n")
    Translation.objects.update(credit="By hand", edited_fields=["credit"])
    take_in_by_hand(reading, Choices(first_line=5, last_line=5), user=editor)
    assert Translation.objects.get().credit == "By hand"


def test_a_published_text_is_not_read_again(receive, editor):
    reading = receive(f"2025-05-05\n\nMinisters meet\n\n{STORY}\n")
    publish(Translation.objects.get(), user=editor)
    with pytest.raises(NotAllowed, match="no draft any more"):
        take_in_by_hand(reading, Choices(first_line=5, last_line=5), user=editor)


def test_two_who_mend_the_same_document_do_not_overwrite_each_other(notice, editor, chief):
    take_in_by_hand(notice, CHOICES, user=chief)
    with pytest.raises(NotAllowed, match="Somebody has read this document"):
        take_in_by_hand(notice, CHOICES, user=editor)
    assert Translation.objects.count() == 1


def test_choices_without_a_body_are_refused_in_words_and_store_nothing(notice, editor):
    with pytest.raises(NotAllowed, match="nothing that could be a body"):
        take_in_by_hand(notice, Choices(first_line=2, last_line=2), user=editor)
    assert Reading.objects.get().is_current


# The screen


def test_the_screen_begins_with_what_the_rules_understood(screen, receive):
    reading = receive(
        f"2025-05-05\n\nMinisters of two countries meet in Bishkek\n\n{STORY}\n\n{MORE}\n"
    )
    initial = screen(reading).context["form"].initial
    lines = [initial[name] for name in ("headline_line", "first_line", "last_line")]
    assert lines == [3, 5, 7]
    assert (initial["published"], initial["headline"]) == ("2025-05-05", "")


def test_a_preview_saves_nothing(screen, notice):
    answer = screen(notice, POSTED, preview="1")
    assert "nothing is saved yet" in answer.text
    assert "Sadyr Japarov: no visits on Monday" in answer.context["paragraphs"]
    assert (Reading.objects.count(), Translation.objects.count()) == (1, 0)


def test_taking_in_leads_to_the_article(screen, notice):
    answer = screen(notice, POSTED, take_in="1")
    text = Translation.objects.get()
    assert answer.redirect_chain[0][0].startswith(f"/admin/articles/article/{text.article_id}/")
    assert "Taken in: “Visitors by appointment only”." in answer.text


@pytest.mark.parametrize(
    ("posted", "words"),
    [
        ({"first_line": "9", "last_line": "5"}, "no such line"),
        ({"first_line": "6"}, "stands before its first"),
        ({"published": "2025-02-31"}, "2025"),
        ({"left_out": "five"}, "is no line: write numbers"),
        ({"first_line": ""}, "required"),
        ({"url": "javascript:alert(1)"}, "valid URL"),
    ],
)
def test_impossible_choices_are_refused_in_words(screen, notice, posted, words):
    answer = screen(notice, {**POSTED, **posted}, take_in="1")
    assert words in answer.text
    assert not Translation.objects.exists()


def test_the_second_to_mend_is_told(screen, notice, chief):
    take_in_by_hand(notice, CHOICES, user=chief)
    answer = screen(notice, POSTED, take_in="1")
    assert "Somebody has read this document since you opened it" in answer.text


def test_words_that_somebody_saved_meanwhile_are_not_written_over(screen, receive):
    reading = receive(f"2025-05-05\n\nMinisters meet\n\n{STORY}\n\nThey left.\n")
    opened = re.search(r'name="seen_version" value="(\d+)"', screen(reading).text)[1]
    text = Translation.objects.get()
    text.body = "Invented words of somebody else."
    text.save()
    posted = {"first_line": "5", "last_line": "5", "seen_version": opened}
    answer = screen(reading, posted, take_in="1")
    assert "Somebody has changed the text since you opened it" in answer.text
    assert Translation.objects.get().body == "Invented words of somebody else."


def test_a_language_that_the_article_has_already_is_refused_in_words(screen, receive, make_text):
    reading = receive(f"2025-05-05\n\nMinisters meet\n\n{STORY}\n")
    text = Translation.objects.get()
    make_text(article=text.article, language="ru")
    posted = {"first_line": "5", "last_line": "5", "language": "ru"}
    answer = screen(reading, posted, take_in="1")
    assert "The article has a text in Русский already" in answer.text
    assert Reading.objects.get(is_current=True) == reading


def test_a_published_text_s_document_offers_no_mending(screen, receive, editor, client):
    reading = receive(f"2025-05-05\n\nMinisters meet\n\n{STORY}\n")
    publish(Translation.objects.get(), user=editor)
    assert "edit the text itself" in screen(reading).text
    url = reverse("admin:articles_document_change", args=[reading.document_id])
    assert "Read it by hand" not in client.get(url).text


@pytest.mark.parametrize(("who", "status"), [("reporter", 200), ("outsider", 403), (None, 302)])
def test_who_may_write_may_mend(client, reporter, django_user_model, notice, who, status):
    if who == "outsider":
        client.force_login(django_user_model.objects.create_user("outsider", is_staff=True))
    elif who:
        client.force_login(reporter)
    url = reverse("admin:articles_document_mend", args=[notice.document_id])
    assert client.get(url).status_code == status


def test_an_id_that_no_database_knows_is_not_found(client, editor):
    client.force_login(editor)
    url = reverse("admin:articles_document_mend", args=[10**30])
    assert client.get(url).status_code == 404
    new_text = reverse("admin:articles_importrun_add")
    assert client.get(new_text, {"document": 10**30}).status_code == 200


def test_a_document_that_is_not_there_is_not_found(client, editor):
    client.force_login(editor)
    assert client.get(reverse("admin:articles_document_mend", args=[99])).status_code == 404


def test_line_numbers_are_read_and_written_as_ranges():
    assert line_numbers(" 12, 15-17,") == {12, 15, 16, 17}
    assert ranges_of({12, 15, 16, 17}) == "12, 15-17"
    assert line_numbers("") == frozenset()


@pytest.mark.parametrize("typed", ["x", "1-", "3--4", "1-999999", "17-15"])
def test_what_is_no_line_is_refused(typed):
    with pytest.raises(ValidationError):
        line_numbers(typed)
