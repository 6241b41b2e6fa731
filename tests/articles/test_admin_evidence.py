"""The evidence screens: every line of a document with its fate, by its rule in words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import doubts
from articles.admin.screens.evidence import FIELD_RULES, FIELDS, LINE_RULES, evidence_of
from articles.importing import REASONS
from articles.importing import reading as reading_types
from articles.models import Document, Reading, Source, Translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(db):
    content = b"2022-01-31\n\nHeadline\nPrint  \nBody"
    return Document.objects.create(sha256="a" * 64, content=content, size=len(content))


@pytest.fixture
def reading(document):
    return Reading.objects.create(
        document=document,
        rules_version=1,
        status="read",
        fields={
            "published": {"value": "2022-01-31", "rule": "date_line", "start": 0, "end": 10},
            "language": {"value": "en", "rule": "language_of_text", "start": None, "end": None},
        },
        lines=[
            {"number": 1, "start": 0, "end": 10, "fate": "kept", "rule": "date_line"},
            {"number": 2, "start": 11, "end": 11, "fate": "blank", "rule": ""},
            {"number": 3, "start": 12, "end": 20, "fate": "kept", "rule": "headline"},
            {"number": 4, "start": 21, "end": 26, "fate": "cut", "rule": "site_furniture"},
            {"number": 4, "start": 26, "end": 28, "fate": "conflict", "rule": "day_list_clock"},
            {"number": 5, "start": 29, "end": 33, "fate": "kept", "rule": "body"},
        ],
    )


def test_every_rule_and_field_of_the_reader_has_a_name():
    assert set(reading_types.LINE_RULES) <= set(LINE_RULES)
    assert set(reading_types.FIELD_RULES) <= set(FIELD_RULES)
    assert set(reading_types.FIELDS) <= set(FIELDS)


def test_every_line_is_shown_with_its_fate_and_rule(document, reading):
    rows = evidence_of(document, reading).rows
    assert [(row.number, row.words, row.css, row.rule) for row in rows] == [
        ("1", "2022-01-31", "kept", "date line"),
        ("2", "", "", ""),
        ("3", "Headline", "kept", "headline"),
        ("4", "Print", "cut", "site furniture"),
        ("", "  ", "clash", "day list: clock"),
        ("5", "Body", "kept", "body"),
    ]


def test_bytes_are_shown_in_the_letters_in_which_they_were_read(document, reading):
    """Today's rules would refuse so short a text as "unknown encoding"."""
    document.content, reading.encoding = "Мысал".encode("windows-1251"), "windows-1251"
    reading.document, reading.lines = document, []
    assert [row.words for row in evidence_of(document, reading).rows] == ["Мысал"]


def test_a_line_in_two_pieces_has_one_anchor(document, reading):
    anchors = [row.anchor for row in evidence_of(document, reading).rows]
    assert anchors == ["l1", "l2", "l3", "l4", "", "l5"]


def test_fields_name_their_line_and_rule(document, reading):
    fields = evidence_of(document, reading).fields
    assert [(field.label, field.value, field.line, field.rule) for field in fields] == [
        ("source date", "31 January 2022", 1, "date line"),
        ("language", "English", None, "letters and words of the text"),
    ]


def test_a_field_leads_to_exactly_the_words_it_was_read_from(document, reading):
    reading.fields["published"] |= {"start": 5, "end": 7}
    evidence = evidence_of(document, reading)
    pieces = [(piece.words, piece.anchor, piece.fields) for piece in evidence.rows[0].pieces]
    assert pieces == [("2022-", "", ()), ("01", "p5", ("published",)), ("-31", "", ())]
    assert evidence.fields[0].anchor == "p5"


def test_words_that_two_fields_share_name_both(document, reading):
    reading.fields["dateline"] = {"value": "2022", "rule": "dateline", "start": 0, "end": 4}
    first, second = evidence_of(document, reading).rows[0].pieces
    assert (first.words, set(first.fields)) == ("2022", {"published", "dateline"})
    assert (second.words, second.fields) == ("-01-31", ("published",))


def test_the_body_leads_to_its_first_line(document, reading):
    reading.body = [{"text": "Body", "start": 29, "end": 33, "is_background": False}]
    body = evidence_of(document, reading).fields[-1]
    assert (body.label, body.value, body.anchor) == ("body", "1 paragraph", "l5")
    assert [row.number for row in evidence_of(document, reading).rows if row.is_body] == ["5"]


def test_lines_in_conflict_are_listed(document, reading):
    reading.lines[3]["fate"] = "conflict"
    assert evidence_of(document, reading).conflicts == ["4"]


def test_a_document_that_was_turned_into_text_is_shown_as_that_text(document, reading):
    reading.text = "headline: An example"
    reading.lines = [{"number": 1, "start": 0, "end": 20, "fate": "kept", "rule": "headline"}]
    reading.fields = {}
    assert [row.words for row in evidence_of(document, reading).rows] == ["headline: An example"]


def test_a_document_that_nobody_has_read_shows_its_lines(document):
    rows = evidence_of(document, None).rows
    assert [(row.number, row.words, row.css) for row in rows][2:] == [
        ("3", "Headline", ""),
        ("4", "Print  ", ""),
        ("5", "Body", ""),
    ]


def test_headlines_in_other_languages_are_listed(document, reading):
    reading.hints.create(language="ru", headline="Пример заголовка (выдумано)")
    reading.hints.create(headline="Example of an unknown language (invented)")
    hints = evidence_of(document, reading).hints
    assert [(hint.language_name, hint.headline) for hint in hints] == [
        ("Русский", "Пример заголовка (выдумано)"),
        ("", "Example of an unknown language (invented)"),
    ]


def test_an_earlier_reading_can_be_chosen(client, editor, document, reading):
    earlier = Reading.objects.create(
        document=document, rules_version=0, is_current=False, status="quarantined", reason="Older"
    )
    client.force_login(editor)
    url = reverse("admin:articles_document_change", args=[document.pk])
    assert client.get(url).context["evidence"].reading == reading
    assert client.get(url, {"reading": earlier.pk}).context["evidence"].reading == earlier
    assert client.get(url, {"reading": "x"}).context["evidence"].reading == reading


def test_a_document_of_thousands_of_lines_costs_no_more_queries(client, editor, document, reading):
    client.force_login(editor)
    url = reverse("admin:articles_document_change", args=[document.pk])
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    document.content = b"Body\n" * 5000
    document.save()
    reading.lines = [
        {"number": n + 1, "start": 5 * n, "end": 5 * n + 4, "fate": "kept", "rule": "body"}
        for n in range(5000)
    ]
    reading.save()
    with CaptureQueriesContext(connection) as many:
        assert client.get(url).text.count("data-number=") == 5000
    assert len(many) == len(few)


@pytest.mark.parametrize("reference", ["source/example", None])
def test_an_outlet_is_called_by_its_name(document, reading, reference):
    outlet = Source.objects.create(name="Example Outlet (invented)", reference=reference)
    reading.fields = {"source": {"value": outlet.key, "rule": "address"}}
    [field] = evidence_of(document, reading).fields
    assert field.value == "Example Outlet (invented)"


def test_the_tally_counts_lines_not_pieces(document, reading):
    assert evidence_of(document, reading).tally == "5 lines: 3 kept, 1 cut, 1 in conflict"


def test_bytes_that_are_no_text_are_said_to_be_none(document):
    document.content = b"\0\1\2"
    assert evidence_of(document, None).problem == "The document holds binary data, not text."


def test_the_page_of_a_quarantined_document_gives_the_reason(client, editor):
    document = Document.objects.create(sha256="b" * 64, content=b"\0", size=1)
    Reading.objects.create(
        document=document, rules_version=1, status="quarantined", reason="Binary (example)"
    )
    client.force_login(editor)
    page = client.get(reverse("admin:articles_document_change", args=[document.pk]))
    assert "Binary (example)" in page.text
    assert "The document holds binary data" in page.text


def test_documents_are_filtered_by_quarantine(client, editor, document, reading):
    client.force_login(editor)
    url = reverse("admin:articles_document_changelist")
    assert "1 document" in client.get(url, {"reading": "read"}).text
    assert "0 documents" in client.get(url, {"reading": "quarantined"}).text


def test_raw_text_never_becomes_markup(client, editor, document, reading):
    content = b"<script>alert(1)</script>"
    document.content = content
    document.save()
    reading.lines = [{"number": 1, "start": 0, "end": 25, "fate": "cut", "rule": "promotion"}]
    reading.fields = {}
    reading.save()
    client.force_login(editor)
    page = client.get(reverse("admin:articles_document_change", args=[document.pk])).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_seed_s_cut_lines_stand_beside_its_text(client, editor, seeds):
    text = Translation.objects.get(headline__startswith="US President attaches")
    client.force_login(editor)
    page = client.get(
        reverse("admin:articles_article_change", args=[text.article_id]), {"text": text.pk}
    ).text
    assert '<li id="l2" class="cut" data-number="2"><span>USD 87.45</span>' in page
    assert '<li id="l38" class="clash"' in page
    assert "50 lines: 7 kept, 37 cut, 1 in conflict" in page


def test_every_reason_of_the_reader_has_a_sentence():
    assert set(REASONS) <= set(doubts.REASONS)
