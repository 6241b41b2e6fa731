"""Further documents in the admin: on the article's page, in the queue, side by side."""

from time import process_time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.admin.screens.difference import row_of, rows_of
from articles.attaching import Change
from articles.models import Attachment, Document, ImportRun, Reading, Sighting, Translation

pytestmark = pytest.mark.django_db

VERSION = "Sadyr Japarov spoke in Osh.\n\nHe thanked the guests.\n\nHe left at night."


@pytest.fixture
def attach(text):
    """Make a further document of the text: `attach("a.txt", body=…, relation="copy")`."""
    run = ImportRun.objects.create()

    def make(path: str, body: str = VERSION, relation: str = "version") -> Attachment:
        number = Document.objects.count() + 1
        document = Document.objects.create(sha256=f"{number:064}", content=b"?", size=1)
        headline = {"value": "Example headline (invented)", "rule": "headline"}
        Reading.objects.create(
            document=document,
            rules_version=1,
            status="read",
            fields={"headline": headline, "language": {"value": "en", "rule": "language_of_text"}},
            body=[{"text": one, "start": 0, "end": 1} for one in body.split("\n\n")],
        )
        Sighting.objects.create(run=run, document=document, path=path)
        return Attachment.objects.create(
            document=document, translation=text, relation=relation, rule="same-address"
        )

    return make


@pytest.fixture
def page(client, editor, text):
    client.force_login(editor)
    url = reverse("admin:articles_article_change", args=[text.article_id])
    return lambda: client.get(url, {"text": text.pk})


def look(client, attachment):
    return client.get(reverse("admin:articles_attachment_change", args=[attachment.pk]))


def decide(client, attachment, decision: str):
    url = reverse("admin:articles_attachment_decide", args=[attachment.pk])
    answer = client.post(url, {"decision": decision}, follow=True)
    attachment.refresh_from_db()
    return answer


def test_the_same_endless_paragraph_is_still_the_same():
    assert row_of(Change("a " * 3000, "a " * 3000)).is_same


def test_a_page_of_paragraphs_that_repeat_themselves_is_soon_compared(monkeypatch):
    monkeypatch.setattr("articles.admin.screens.difference.MOST_ON_A_PAGE", 300_000)
    ours, theirs = "a, " * 150, "a; " * 150
    same = "a, " * 100_000
    changes = [*[Change(ours, theirs)] * 100, Change(same, same)]
    start = process_time()
    rows = list(rows_of(changes))
    assert process_time() - start < 10
    assert [part.differs for part in rows[0].ours[:2]] == [False, True]
    assert [part.differs for part in (*rows[-2].ours, *rows[-2].theirs)] == [True, True]
    assert rows[-1].is_same


def test_fields_are_called_as_in_the_form():
    labels = [str(row_of(Change("a", "b", field)).label) for field in ("published", "byline")]
    assert labels == ["source date", "byline"]


def test_the_difference_shows_words_by_sign_not_colour_alone(client, editor, attach):
    client.force_login(editor)
    html = look(client, attach("b.txt")).text
    assert "Sadyr Japarov spoke in <del>Bishkek</del>." in html
    assert "Sadyr Japarov spoke in <ins>Osh</ins>." in html
    assert "the same" in html


def test_a_document_that_says_nothing_new_is_said_to(client, editor, attach, text):
    client.force_login(editor)
    assert "It says nothing that the desk" in look(client, attach("b.txt", text.body, "copy")).text


def test_words_of_a_version_never_become_markup(client, editor, attach):
    client.force_login(editor)
    html = look(client, attach("b.txt", "<script>alert(1)</script>")).text
    assert "<script>alert" not in html
    assert "&lt;" in html


def test_open_versions_come_first_and_what_was_told_apart_last(page, client, attach):
    attach("copy.txt", relation="copy")
    apart, settled = attach("apart.txt"), attach("settled.txt")
    attach("open.txt")
    decide(client, page() and apart, "detach")
    decide(client, settled, "settle")
    paths = [one.path for one in page().context["shown"].further]
    assert paths == ["open.txt", "settled.txt", "copy.txt", "apart.txt"]


def test_copies_are_counted_with_their_date(page, attach):
    attach("a.txt", relation="copy")
    attach("b.txt", relation="copy")
    assert "2 copies of the same text, since" in page().text


def test_another_article_is_one_step_and_can_be_taken_back(client, editor, attach):
    client.force_login(editor)
    version = attach("b.txt")
    answer = decide(client, version, "detach")
    assert version.detached_by == editor
    assert "Look again or undo" in answer.text
    assert Translation.objects.count() == 2
    decide(client, version, "attach_again")
    assert version.detached_at is None
    assert Translation.objects.count() == 1


def test_a_version_that_was_looked_at_is_open_no_more_until_opened_again(client, editor, attach):
    client.force_login(editor)
    version = attach("b.txt")
    decide(client, version, "settle")
    assert version.settled_by == editor
    assert not Attachment.objects.open_versions().exists()
    decide(client, version, "reopen")
    assert Attachment.objects.open_versions().get() == version


def test_deciding_twice_is_refused_in_words(client, editor, attach):
    client.force_login(editor)
    version = attach("b.txt")
    decide(client, version, "detach")
    assert "an article of its own already" in decide(client, version, "detach").text


def test_what_is_no_decision_changes_nothing(client, editor, attach):
    client.force_login(editor)
    version = attach("b.txt")
    decide(client, version, "delete")
    assert (version.settled_at, version.detached_at) == (None, None)


def test_a_reporter_sees_the_difference_and_no_buttons(client, reporter, attach):
    client.force_login(reporter)
    html = look(client, attach("b.txt")).text
    assert "<ins>Osh</ins>" in html
    assert 'name="decision"' not in html


def test_the_queue_lists_open_versions(client, editor, attach):
    client.force_login(editor)
    attach("copy.txt", relation="copy")
    attach("open.txt")
    answer = client.get(reverse("admin:articles_attachment_changelist"), {"waiting": "yes"})
    assert [row.relation for row in answer.context["cl"].result_list] == ["version"]


def test_documents_are_found_by_path_and_by_text(client, editor, attach, text):
    client.force_login(editor)
    attach("mirror/open.txt")
    url = reverse("admin:articles_attachment_changelist")
    for asked, count in (("mirror/", 1), ("example headline", 1), ("nothing such", 0)):
        assert client.get(url, {"q": asked}).context["cl"].result_count == count


def test_the_article_s_page_costs_the_same_with_many_copies(page, attach):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            page()
        return len(queries)

    for number in range(3):
        attach(f"{number}.txt", relation="copy")
    cost()
    few = cost()
    for number in range(3, 13):
        attach(f"{number}.txt", relation="copy")
    assert cost() == few
