"""The desk as JSON Lines: the editors' full export, and the one for the public."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.choices import AttachmentRule, MentionStatus, Relation
from articles.directing import set_direction
from articles.editing import save_text, write_article
from articles.exporting import export_desk, export_public, values
from articles.importing.run import import_paths
from articles.merging import merge
from articles.models import (
    Article,
    Attachment,
    Document,
    ImportRun,
    Mention,
    Reading,
    Sighting,
    Source,
    Translation,
)
from articles.publishing import publish
from articles.story_changes import begin, set_lead

pytestmark = pytest.mark.django_db

KEYS = (
    *("format", "source_file", "sha256", "status", "reason", "language"),
    *("headline", "headline_proposed", "deck", "dateline"),
    *("published", "published_precision", "published_time", "zone", "body"),
    *("source", "source_name", "agency", "agency_name", "via", "author", "url"),
    *("credit", "caption", "views", "cut", "flags", "mentions"),
    *("article", "translation", "translation_group", "translation_of", "is_stale"),
    *("stories", "relation", "duplicate_of"),
)

_PARAGRAPH = (
    "The invented council of Example Town met on Monday and decided, after a debate of two hours, "
    "that its market will open on Sundays, too, from the {n}th week of the year on."
)


def exported(*options: str) -> list[dict]:
    out = StringIO()
    call_command("export_desk", *options, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture
def make_document(db):
    """A document that was read: `make_document(1, fields={…}, body=[…], lines=[…])`."""

    def make(number: int, content: bytes = b"raw", **reading) -> Document:
        document = Document.objects.create(
            sha256=f"{number:064}", content=content, size=len(content)
        )
        run = ImportRun.objects.create()
        Sighting.objects.create(document=document, run=run, path=f"inbox/{number}.txt")
        given = {"rules_version": 1, "status": "read", **reading}
        Reading.objects.create(document=document, **given)
        return document

    return make


def reading_of(document: Document) -> Reading:
    return document.readings.get(is_current=True)


# The seeds


def test_every_document_is_one_line_with_the_same_keys(seeds):
    lines = exported()
    assert len(lines) == 5
    assert {tuple(line) for line in lines} == {KEYS}
    assert [line["source_file"][:9] for line in lines] == [f"seeds/00{n}" for n in range(5)]


def test_a_line_says_what_the_document_said(seeds):
    line = exported()[3]
    assert line["headline"].startswith("US President attaches")
    assert (line["published"], line["published_precision"]) == ("2025-12-18", "day")
    assert (line["published_time"], line["zone"]) == ("11:26", "Asia/Bishkek")
    assert (line["source"], line["source_name"]) == ("source/24kg", "24.kg")
    assert line["url"] == "https://24.kg/english/355057/"
    assert line["views"] == 155
    assert len(line["body"]) == 4
    assert [flag["kind"] for flag in line["flags"]] == ["clock_conflict"]


def test_a_headline_that_the_text_lacks_is_only_proposed(seeds):
    line = exported()[1]
    assert line["headline"] is None
    assert line["headline_proposed"].startswith("Президент Кыргызской Республики")


def test_what_the_text_does_not_say_is_null(seeds):
    line = exported()[4]
    unknown = ("published", "published_precision", "published_time", "zone", "source", "url")
    assert [line[key] for key in unknown] == [None] * len(unknown)


def test_cut_lines_come_with_their_rule_and_none_is_blank(seeds):
    cut = exported()[3]["cut"]
    assert {"text": "USD 87.45", "rule": "currency"} in cut
    assert {"text": "Print", "rule": "site_furniture"} in cut
    assert all(stretch["text"] for stretch in cut)


def test_mentions_stand_in_the_order_of_the_text_at_their_places(seeds):
    line = exported()[0]
    text = Translation.objects.get(pk=line["translation"])
    for mention in line["mentions"]:
        words = getattr(text, mention["field"])[mention["start"] : mention["end"]]
        assert words == mention["text"]
    first = line["mentions"][0]
    assert (first["field"], first["text"], first["status"]) == (
        "headline",
        "Sadyr Japarov",
        "confirmed",
    )
    assert first["entity"] == "person/japarov-sadyr"
    assert first["name"] == "Sadyr Japarov"


def test_texts_that_are_translations_of_each_other_share_a_group(seeds, editor):
    one, other = Article.objects.order_by("pk")[:2]
    merge(one, other, user=editor)
    lines = exported()
    assert {line["translation_group"] for line in lines[:2]} == {one.pk}
    assert len({line["translation_group"] for line in lines}) == 4


def test_an_editors_words_win(seeds, editor):
    text = Translation.objects.get(pk=exported()[1]["translation"])
    text.headline = "Заголовок редактора (пример)"
    save_text(text, user=editor)
    line = exported()[1]
    assert line["headline"] == "Заголовок редактора (пример)"
    assert line["headline_proposed"] is None
    assert {"kind": "no_headline", "settled": True, "values": {}} in line["flags"]


# Documents that made no text of their own


def test_a_document_in_quarantine_is_a_line_with_its_reason(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"  \n")
    import_paths([tmp_path])
    (line,) = exported()
    assert (line["status"], line["reason"]) == ("quarantined", "empty")
    assert line["source_file"].endswith("empty.txt")
    assert (line["article"], line["translation"], line["body"]) == (None, None, [])


def attach(document: Document, text: Translation, relation: Relation, **more) -> Attachment:
    return Attachment.objects.create(
        document=document,
        translation=text,
        relation=relation,
        rule=AttachmentRule.EQUAL_BODY,
        **more,
    )


def test_a_copy_shows_its_own_reading_and_of_what_it_is_one(make_document, make_text):
    text = make_text(reading=reading_of(make_document(1)))
    copy = make_document(
        2, fields={"headline": {"value": "Example headline of the copy"}}, body=[{"text": "Same."}]
    )
    attach(copy, text, Relation.COPY)
    line = exported()[1]
    assert (line["relation"], line["duplicate_of"]) == ("copy", f"{1:064}")
    assert (line["article"], line["translation"]) == (text.article_id, text.pk)
    assert (line["headline"], line["body"]) == ("Example headline of the copy", ["Same."])
    assert line["mentions"] == []


def test_a_version_is_no_duplicate(make_document, make_text):
    text = make_text(reading=reading_of(make_document(1)))
    attach(make_document(2), text, Relation.VERSION)
    line = exported()[1]
    assert (line["relation"], line["duplicate_of"]) == ("version", None)
    assert line["translation"] == text.pk


def test_a_document_that_was_taken_back_stands_alone(make_document, make_text):
    text = make_text(reading=reading_of(make_document(1)))
    own = make_document(2)
    attach(own, text, Relation.COPY, detached_at=text.created_at)
    again = make_text(reading=reading_of(own))
    line = exported()[1]
    assert (line["relation"], line["duplicate_of"]) == (None, None)
    assert line["translation"] == again.pk


def test_a_retired_text_names_the_one_that_stands_in_the_end(make_document, make_text, editor):
    texts = [make_text(reading=reading_of(make_document(n))) for n in (1, 2, 3)]
    merge(texts[1].article, texts[2].article, user=editor)
    merge(texts[0].article, Article.objects.get(pk=texts[1].article_id), user=editor)
    first, second, third = exported()
    assert first["duplicate_of"] is None
    for line in (second, third):
        assert (line["relation"], line["duplicate_of"]) == ("duplicate", f"{1:064}")
        assert line["translation_group"] == texts[0].article_id


def test_a_copy_of_a_text_written_at_the_desk_has_no_document_to_name(make_document, make_text):
    attach(make_document(1), make_text(), Relation.COPY)
    (line,) = exported()
    assert (line["relation"], line["duplicate_of"]) == ("copy", None)


def test_a_raw_text_that_was_made_of_a_page_is_quoted_from_what_was_made(make_document):
    lines = [{"number": 1, "start": 0, "end": 8, "fate": "cut", "rule": "promotion"}]
    make_document(1, b"<html>", text="Read us. More.", lines=lines)
    (line,) = exported()
    assert line["cut"] == [{"text": "Read us.", "rule": "promotion"}]


def test_a_partial_date_keeps_its_precision(make_document):
    make_document(1, fields={"published": {"value": "2025-09"}})
    (line,) = exported()
    assert (line["published"], line["published_precision"]) == ("2025-09", "month")


# Size


def test_queries_do_not_grow_with_the_documents_of_a_chunk(tmp_path):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            list(export_desk())
        return len(captured)

    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(_PARAGRAPH.format(n=n))
    import_paths([tmp_path])
    few = queries()
    for n in range(3, 13):
        (tmp_path / f"{n}.txt").write_text(_PARAGRAPH.format(n=n))
    import_paths([tmp_path])
    assert Document.objects.count() == 13
    assert queries() == few


def test_chunks_lose_and_double_nothing(seeds, monkeypatch):
    whole = list(export_desk())
    monkeypatch.setattr(values, "CHUNK", 2)
    assert list(export_desk()) == whole
    monkeypatch.setattr(values, "CHUNK_BYTES", 1)
    assert list(export_desk()) == whole


# The command


def test_a_file_is_replaced_only_when_all_is_written(seeds, tmp_path, monkeypatch):
    target = tmp_path / "desk.jsonl"
    target.write_text("yesterday's")
    call_command("export_desk", str(target), stderr=StringIO())
    assert len(target.read_text().splitlines()) == 5

    def breaking():
        yield {"format": "half"}
        raise RuntimeError("out of memory")

    monkeypatch.setattr("articles.management.commands.export_desk.export_desk", breaking)
    with pytest.raises(RuntimeError):
        call_command("export_desk", str(target), stderr=StringIO())
    assert len(target.read_text().splitlines()) == 5
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_refused_in_a_sentence(db, tmp_path):
    with pytest.raises(CommandError, match="Nothing was written"):
        call_command("export_desk", str(tmp_path / "none" / "desk.jsonl"))


def test_an_empty_desk_is_no_lines(db):
    assert exported() == exported("--public") == []


# For the public


def test_the_public_gets_published_texts_only(published, make_text):
    make_text(headline="Example draft")
    text = published(headline="Example news")
    assert [line["translation"] for line in exported("--public")] == [text.pk]


def test_the_public_gets_an_excerpt_where_no_more_is_allowed(published, editor):
    outlet = Source.objects.create(name="Example Daily (invented)")
    text = published(public_use="", source=outlet, deck="Example deck", credit="Example photo")
    (line,) = exported("--public")
    assert line["body"] == text.paragraphs[:2]
    assert (line["deck"], line["credit"], line["is_complete"]) == (None, None, False)
    assert (line["source"], line["source_name"]) == (outlet.key, "Example Daily (invented)")


def test_the_public_gets_neither_raw_words_nor_doubts(seeds, editor):
    text = Translation.objects.get(source__reference="source/24kg")
    publish(text, user=editor)
    (line,) = exported("--public")
    inner = {"source_file", "sha256", "status", "reason", "cut", "flags", "views", "relation"}
    assert not inner & set(line)
    assert len(line["body"]) == 2


def test_the_public_gets_confirmed_mentions_in_words_that_it_sees(published, japarov):
    text = published(names=[japarov], public_use="excerpt")
    Mention.objects.create(
        translation=text,
        field="body",
        start=0,
        end=5,
        text="Sadyr",
        entity=None,
        status=MentionStatus.SUGGESTED,
    )
    (line,) = exported("--public")
    assert [(m["text"], m["status"]) for m in line["mentions"]] == [("Sadyr Japarov", "confirmed")]


def test_queries_of_the_public_export_do_not_grow_with_the_texts(published):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            list(export_public())
        return len(captured)

    for _ in range(3):
        published()
    few = queries()
    for _ in range(10):
        published()
    assert queries() == few


def test_a_line_names_the_stories_of_its_text(seeds, editor):
    first, second, *_others = Translation.objects.order_by("pk")
    story = begin(first.article, second.article, user=editor).story
    set_lead(story, first, user=editor)
    lines = {line["translation"]: line for line in exported()}
    told = {"id": story.pk, "title": None, "is_digest": False}
    assert lines[first.pk]["stories"] == [{**told, "is_lead": True}]
    assert lines[second.pk]["stories"] == [{**told, "is_lead": False}]


def test_the_public_export_names_only_stories_that_readers_see(published, make_text, editor):
    one, other = published(), published()
    begin(one.article, make_text().article, user=editor)
    assert [line["stories"] for line in exported("--public")] == [[], []]
    story = begin(one.article, other.article, user=editor).story
    assert [line["stories"][0]["id"] for line in exported("--public")] == [story.pk] * 2


def test_a_line_names_the_text_that_it_was_translated_from(seeds, editor):
    english, russian, *_others = Translation.objects.order_by("pk")
    merge(english.article, russian.article, user=editor)
    set_direction(Translation.objects.get(pk=russian.pk), english, user=editor)
    lines = {line["translation"]: line for line in exported()}
    assert lines[russian.pk]["translation_of"] == english.pk
    assert lines[english.pk]["translation_of"] is None


def test_the_public_export_says_that_a_translation_is_stale(published, editor):
    source = published(language="ru")
    translation = write_article(
        user=editor,
        article=source.article,
        language="en",
        headline="Example (invented)",
        body="Somebody came.",
        source=source,
    )
    publish(translation, user=editor)
    source.body = "Nobody came (invented)."
    save_text(source, user=editor)
    lines = {line["translation"]: line for line in exported("--public")}
    assert lines[translation.pk]["translation_of"] == source.pk
    assert lines[translation.pk]["is_stale"]
    assert not lines[source.pk]["is_stale"]


def test_the_public_export_names_no_source_that_readers_dont_see(published, make_text, editor):
    draft = make_text(language="ru")
    text = published(article=draft.article, translated_from=draft)
    (line,) = exported("--public")
    assert (line["translation"], line["translation_of"]) == (text.pk, None)
