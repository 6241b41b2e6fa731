"""What became of every line of a document, and which line each field was taken from.

Shows a Reading; reading itself is `articles.importing`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.doubts import doubt_in_words
from articles.importing.decoding import Unreadable, decode
from articles.models import Document, Reading, Source
from ots_desk.interface import date_words
from ots_desk.languages import own_name
from ots_desk.partial_dates import PartialDate

LINE_RULES = {
    "date_line": _("date line"),
    "page_date": _("date of the page"),
    "currency": _("currency"),
    "site_language": _("site language"),
    "site_furniture": _("site furniture"),
    "promotion": _("promotion"),
    "address": _("address"),
    "views": _("views"),
    "author": _("author"),
    "headline": _("headline"),
    "doubled_headline": _("headline printed twice"),
    "deck": _("deck"),
    "dateline": _("dateline"),
    "body": _("body"),
    "background": _("standing background"),
    "photo_credit": _("photo credit"),
    "caption": _("caption"),
    "related_list": _("related list"),
    "popular_list": _("popular list"),
    "latest_list": _("latest list"),
    "day_list": _("day list"),
    "day_list_clock": _("day list: clock"),
    "own_headline_in_list": _("own headline in a list"),
    "page_end": _("end of the page"),
    "doubled_line": _("line printed twice"),
    "syndicator": _("mark of the re-publisher"),
    "signature": _("signature"),
    "other_story": _("headline of another story"),
    "translated_headline": _("headline in another language"),
    "outside_text": _("outside the text"),
}

FIELD_RULES = {
    "first_sentence": _("first sentence of the text"),
    "date_in_lead": _("date in the first paragraph"),
    "document_address": _("address in the text"),
    "named_at_import": _("named at the import"),
    "zone_of_outlet": _("zone of the outlet"),
    "self_phrase": _("phrase that names it"),
    "cited_press_service": _("press service it cites"),
    "language_of_text": _("letters and words of the text"),
}

FIELDS = {
    "headline": _("headline"),
    "headline_proposed": _("headline, proposed"),
    "deck": _("deck"),
    "dateline": _("dateline"),
    "published": _("source date"),
    "published_time": _("source clock"),
    "zone": _("zone"),
    "crawled": _("crawler's date"),
    "crawled_time": _("crawler's clock"),
    "version_mark": _("marked as a version"),
    "event_date": _("date of the event"),
    "language": _("language"),
    "source": _("outlet"),
    "agency": _("agency"),
    "via": _("via"),
    "author": _("byline"),
    "url": _("address"),
    "credit": _("photo credit"),
    "caption": _("caption"),
    "views": _("views"),
}

# How a line is shown: the class of its row, by what became of it.
_ROW_CLASSES = {"kept": "kept", "cut": "cut", "conflict": "clash"}


@dataclass(frozen=True)
class Row:
    """A stretch of a raw line. `number` is empty where it continues the line above."""

    anchor: str
    number: str
    words: str
    css: str
    rule: str


@dataclass(frozen=True)
class Field:
    label: str
    value: str
    rule: str
    line: int | None
    inferred: bool


@dataclass(frozen=True)
class Evidence:
    """A document as it came in, and what the desk understood of it."""

    document: Document
    reading: Reading | None
    rows: list[Row]
    fields: list[Field]
    flags: list[str]
    tally: str
    problem: str = ""


def evidence_of(document: Document, reading: Reading | None) -> Evidence:
    """Everything the evidence screen shows; bytes that are no text are said to be none."""
    try:
        raw = decode(bytes(document.content))
    except Unreadable as error:
        return Evidence(document, reading, [], [], [], "", str(error))
    lines = reading.lines if reading else []
    rows = list(_rows(raw, lines))
    fields = list(_fields(reading)) if reading else []
    flags = list(_doubts(reading)) if reading else []
    return Evidence(document, reading, rows, fields, flags, _tally(lines))


def _doubts(reading: Reading) -> Iterator[str]:
    for flag in reading.flags:
        yield doubt_in_words(flag["kind"], flag.get("values", {}))


def _rows(raw: str, lines: list[dict]) -> Iterator[Row]:
    last = None
    for line in lines:
        number = line["number"]
        starts = number != last
        yield Row(
            anchor=f"l{number}" if starts else "",
            number=str(number) if starts else "",
            words=raw[line["start"] : line["end"]],
            css=_ROW_CLASSES.get(line["fate"], ""),
            rule=str(LINE_RULES.get(line["rule"], line["rule"])),
        )
        last = number


def _fields(reading: Reading) -> Iterator[Field]:
    outlets = _outlet_names(reading.fields)
    for name, label in FIELDS.items():
        if found := reading.fields.get(name):
            yield Field(
                label=str(label),
                value=_value_words(name, found["value"], outlets),
                rule=str((FIELD_RULES | LINE_RULES).get(found["rule"], found["rule"])),
                line=_line_at(reading.lines, found.get("start")),
                inferred=bool(found.get("inferred")),
            )


def _outlet_names(fields: dict) -> dict[str, str]:
    if not fields.keys() & {"source", "agency"}:
        return {}
    return {source.key: source.name for source in Source.objects.only("reference", "name")}


def _value_words(name: str, value, outlets: dict[str, str]) -> str:
    if name in ("source", "agency"):
        return outlets.get(value, value)
    if name in ("published", "event_date"):
        return date_words(PartialDate.parse(value))
    return own_name(value) if name == "language" else str(value)


def _line_at(lines: Iterable[dict], place: int | None) -> int | None:
    if place is None:
        return None
    return next((line["number"] for line in lines if line["start"] <= place < line["end"]), None)


def _tally(lines: list[dict]) -> str:
    """“50 lines: 7 kept, 37 cut, 1 in conflict”; a line in several pieces counts once a fate."""
    by_fate = {
        fate: len({line["number"] for line in lines if line["fate"] == fate})
        for fate in ("kept", "cut", "conflict")
    }
    count = len({line["number"] for line in lines})
    return ngettext(
        "%(count)d line: %(kept)d kept, %(cut)d cut, %(conflict)d in conflict",
        "%(count)d lines: %(kept)d kept, %(cut)d cut, %(conflict)d in conflict",
        count,
    ) % {"count": count, **by_fate}
