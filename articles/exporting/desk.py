"""The editors' full export: every document, what was understood of it, and what came of it.

Raw words and doubts included; what readers may have is `public`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery

from articles.choices import Relation
from articles.exporting.directions import directions_of
from articles.exporting.stories import stories_of
from articles.exporting.values import (
    CHUNK,
    FORMAT,
    date_of,
    date_values,
    headline_values,
    in_chunks,
    mention_values,
    outlet_values,
)
from articles.models import Attachment, Document, Reading, Sighting, Source, Story, Translation
from ots_desk.partial_dates import PartialDate

# A text that another one replaced when two articles were merged.
DUPLICATE = "duplicate"


@dataclass(frozen=True)
class Chunk:
    """What belongs to some documents: by the id of the document, `standing` by that of a text:
    the hash of the document of the text that stands in its place; `directions` and `stories`
    likewise."""

    readings: dict[int, Reading]
    contents: dict[int, bytes]
    texts: dict[int, Translation]
    attachments: dict[int, Attachment]
    standing: dict[int, str]
    directions: dict[int, dict[str, Any]]
    stories: dict[int, list[dict[str, Any]]]


def export_desk() -> Iterator[dict[str, Any]]:
    """Yield one line for each document, in the order in which they came in.

    The fields are those of the text that was made of the document, as it stands now; of a
    document without a text of its own, those that were read. Memory and the number of queries
    for a chunk of documents don't grow with the desk.
    """
    outlets = {source.key: source for source in Source.objects.only("reference", "name")}
    for documents in in_chunks(_documents().iterator(chunk_size=CHUNK), attrgetter("size")):
        chunk = _chunk([document.pk for document in documents])
        for document in documents:
            yield _line(document, chunk, outlets)


def _documents() -> QuerySet[Document]:
    first = Sighting.objects.filter(document=OuterRef("pk")).order_by("pk").values("path")[:1]
    return Document.objects.order_by("pk").defer("content").annotate(path=Subquery(first))


def _chunk(ids: list[int]) -> Chunk:
    readings = {
        reading.document_id: reading
        for reading in Reading.objects.filter(document__in=ids, is_current=True)
    }
    texts, attachments = _texts(ids), _attachments(ids)
    pointing = {text.pk for text in texts.values() if text.replaced_by_id}
    pointing |= {attachment.translation_id for attachment in attachments.values()}
    told = [*texts.values(), *(attachment.translation for attachment in attachments.values())]
    return Chunk(
        readings,
        _contents(readings),
        texts,
        attachments,
        _standing(pointing),
        directions_of(told, Translation.objects.standing()),
        stories_of(told, Story.objects.standing()),
    )


def _texts(ids: list[int]) -> dict[int, Translation]:
    """Of two texts of one document, the one that stands."""
    rows = (
        Translation.objects.filter(reading__document__in=ids)
        .annotate(document=F("reading__document"))
        .select_related("article", "source", "agency")
        .prefetch_related("flags", "mentions__entity")
        .order_by(F("replaced_by").asc(nulls_last=True), "-pk")
    )
    return {text.document: text for text in rows}


def _attachments(ids: list[int]) -> dict[int, Attachment]:
    rows = Attachment.objects.filter(document__in=ids, detached_at__isnull=True)
    return {row.document_id: row for row in rows.select_related("translation__article")}


def _contents(readings: dict[int, Reading]) -> dict[int, bytes]:
    """The bytes of those documents of which a cut line must be quoted."""
    ids = [pk for pk, reading in readings.items() if reading.lines and not reading.text]
    return dict(Document.objects.filter(pk__in=ids).values_list("pk", "content"))


def _standing(ids: Collection[int]) -> dict[int, str]:
    """For each text, the hash of the document of the text that stands in its place; texts
    written at the desk have none."""
    ends = Translation.objects.standing_for(ids)
    hashes = dict(
        Translation.objects.filter(pk__in=set(ends.values())).values_list(
            "pk", "reading__document__sha256"
        )
    )
    return {pk: hashes[end] for pk, end in ends.items()}


def _line(document: Document, chunk: Chunk, outlets: dict[str, Source]) -> dict[str, Any]:
    reading = chunk.readings.get(document.pk)
    attachment = chunk.attachments.get(document.pk)
    text = None if attachment else chunk.texts.get(document.pk)
    return {
        "format": FORMAT,
        "source_file": document.path,
        "sha256": document.sha256,
        "status": reading.status if reading else None,
        "reason": reading.reason or None if reading else None,
        **(_of_text(text) if text else _of_reading(reading, outlets)),
        "cut": _cut(reading, chunk.contents.get(document.pk, b"")),
        "flags": _flags(reading, text),
        "mentions": mention_values(text.mentions.all()) if text else [],
        **_place(text or (attachment and attachment.translation), chunk),
        **_relation(text, attachment, chunk.standing),
    }


def _of_text(text: Translation) -> dict[str, Any]:
    return {
        "language": text.language or None,
        **headline_values(text.headline, text.headline_is_proposed),
        "deck": text.deck or None,
        "dateline": text.dateline or None,
        **date_of(text),
        "body": text.paragraphs,
        **outlet_values(text.source, text.agency),
        "via": text.via or None,
        "author": text.byline or None,
        "url": text.source_url or None,
        "credit": text.credit or None,
        "caption": text.caption or None,
        "views": text.views,
    }


def _of_reading(reading: Reading | None, outlets: dict[str, Source]) -> dict[str, Any]:
    def value(name: str):
        return reading.fields.get(name, {}).get("value") if reading else None

    published = value("published")
    return {
        "language": value("language"),
        "headline": value("headline"),
        "headline_proposed": None if value("headline") else value("headline_proposed"),
        "deck": value("deck"),
        "dateline": value("dateline"),
        **date_values(
            PartialDate.parse(published) if published else None,
            value("published_time"),
            value("zone"),
        ),
        "body": [paragraph["text"] for paragraph in reading.body] if reading else [],
        **outlet_values(outlets.get(value("source")), outlets.get(value("agency"))),
        "via": value("via"),
        "author": value("author"),
        "url": value("url"),
        "credit": value("credit"),
        "caption": value("caption"),
        "views": value("views"),
    }


def _cut(reading: Reading | None, content: bytes) -> list[dict[str, str]]:
    """The stretches of the raw text that went into no field, in order; blank ones left out."""
    cut = [line for line in reading.lines if line["fate"] in ("cut", "conflict")] if reading else []
    raw = _raw_text(reading, content) if cut else ""
    stretches = [(raw[line["start"] : line["end"]].strip(), line["rule"]) for line in cut]
    return [{"text": words, "rule": rule} for words, rule in stretches if words]


def _raw_text(reading: Reading, content: bytes) -> str:
    """What the offsets of a reading count in."""
    return reading.text or bytes(content).decode(reading.encoding or "utf-8-sig", "replace")


def _flags(reading: Reading | None, text: Translation | None) -> list[dict[str, Any]]:
    if text:
        return [
            {"kind": flag.kind, "settled": flag.settled_at is not None, "values": flag.values}
            for flag in text.flags.all()
        ]
    raised = reading.flags if reading else []
    return [
        {"kind": flag["kind"], "settled": False, "values": flag.get("values", {})}
        for flag in raised
    ]


def _place(text: Translation | None, chunk: Chunk) -> dict[str, Any]:
    return {
        "article": text.article_id if text else None,
        "translation": text.pk if text else None,
        "translation_group": text.article.survivor().pk if text else None,
        **(chunk.directions[text.pk] if text else {"translation_of": None, "is_stale": None}),
        "stories": chunk.stories[text.pk] if text else [],
    }


def _relation(
    text: Translation | None, attachment: Attachment | None, standing: dict[int, str]
) -> dict[str, str | None]:
    """A version is no duplicate: it says something else."""
    if attachment:
        is_copy = attachment.relation == Relation.COPY
        original = standing[attachment.translation_id] if is_copy else None
        return {"relation": attachment.relation, "duplicate_of": original}
    if text and text.replaced_by_id:
        return {"relation": DUPLICATE, "duplicate_of": standing[text.pk]}
    return {"relation": None, "duplicate_of": None}
