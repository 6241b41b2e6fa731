"""What the desk understood of a document, in words: fields, flags, hints, every line's fate.

Shows a Reading; reading itself is `articles.importing`, the lines are `raw_lines`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.screens.raw_lines import (
    Row,
    anchor_at,
    line_at,
    places_of,
    plain_lines,
    rows_of,
)
from articles.doubts import doubt_in_words, reason_in_words
from articles.importing import Unreadable, open_page
from articles.importing.understanding import page_of
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
    "version_mark": _("marked as a version"),
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
    "embedded": _("post from another site"),
    "translated_headline": _("headline in another language"),
    "outside_text": _("outside the text"),
    "json_ld": _("stated by the page (JSON-LD)"),
    "open_graph": _("stated by the page (OpenGraph)"),
    "meta": _("stated by the page (head)"),
    "page_heading": _("heading of the page"),
    "page_time": _("time marked on the page"),
    "record_key": _("key of the record"),
    "feed_entry": _("entry of the feed"),
    "mended_by_hand": _("left out by an editor"),
}

FIELD_RULES = {
    "first_sentence": _("first sentence of the text"),
    "date_in_lead": _("date in the first paragraph"),
    "document_address": _("address in the text"),
    "named_at_import": _("named at the import"),
    "date_in_address": _("date in the address"),
    "number_with_date": _("date in the aggregator's number"),
    "zone_of_outlet": _("zone of the outlet"),
    "self_phrase": _("phrase that names it"),
    "cited_press_service": _("press service it cites"),
    "language_of_text": _("letters and words of the text"),
    "mended_by_hand": _("said by an editor"),
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

# More conflicts than this are gone through from one to the next.
MOST_CONFLICTS = 12


@dataclass(frozen=True)
class Field:
    """What was understood: the value, the rule, and the place in the raw text it leads to."""

    name: str
    label: str
    value: str
    rule: str
    line: int | None
    anchor: str
    inferred: bool = False


@dataclass(frozen=True)
class HintShown:
    """A headline in another language that the page prints."""

    headline: str
    language: str
    language_name: str


@dataclass(frozen=True)
class Evidence:
    """A document as it came in, and what the desk understood of it."""

    document: Document
    reading: Reading | None
    rows: list[Row] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    hints: list[HintShown] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    problem: str = ""

    @property
    def reason(self) -> str:
        """Why the document is in quarantine; empty where it isn't."""
        return reason_in_words(self.reading.reason) if self.reading else ""

    @property
    def tally(self) -> str:
        """“50 lines: 7 kept, 37 cut, 1 in conflict”."""
        if not self.counts:
            return ""
        return (
            ngettext(
                "%(count)d line: %(kept)d kept, %(cut)d cut, %(conflict)d in conflict",
                "%(count)d lines: %(kept)d kept, %(cut)d cut, %(conflict)d in conflict",
                self.counts["count"],
            )
            % self.counts
        )

    @property
    def conflicts(self) -> list[str]:
        """The numbers of the first lines that contradict a field."""
        numbers = dict.fromkeys(
            row.anchor[1:] for row in self.rows if row.fate == "conflict" and row.anchor
        )
        return list(numbers)[:MOST_CONFLICTS]


def evidence_of(document: Document, reading: Reading | None) -> Evidence:
    """Everything the evidence screen shows; bytes that are no text are said to be none."""
    try:
        raw = raw_text(document, reading)
    except Unreadable as error:
        return Evidence(document, reading, problem=reason_in_words(error.reason))
    lines = reading.lines if reading else []
    places = places_of(reading.fields if reading else {})
    return Evidence(
        document,
        reading,
        rows=list(rows_of(raw, lines or plain_lines(raw), places, LINE_RULES)),
        fields=list(_fields(reading)) if reading else [],
        flags=list(_doubts(reading)) if reading else [],
        hints=list(_hints(reading)) if reading else [],
        counts=_counts(lines),
    )


def raw_text(document: Document, reading: Reading | None) -> str:
    """The text that a reading's offsets refer to; raises Unreadable where the bytes hold none."""
    return (page_of(reading) if reading else open_page(bytes(document.content))).text


def _doubts(reading: Reading) -> Iterator[str]:
    for flag in reading.flags:
        yield doubt_in_words(flag["kind"], flag.get("values", {}))


def _hints(reading: Reading) -> Iterator[HintShown]:
    for hint in reading.hints.all() if reading.pk else ():
        name = own_name(hint.language) if hint.language else ""
        yield HintShown(hint.headline, hint.language, name)


def _fields(reading: Reading) -> Iterator[Field]:
    outlets = _outlet_names(reading.fields)
    for name, label in FIELDS.items():
        if found := reading.fields.get(name):
            line = line_at(reading.lines, found.get("start"))
            yield Field(
                name=name,
                label=str(label),
                value=_value_words(name, found["value"], outlets),
                rule=_rule_words(found["rule"]),
                line=line,
                anchor=anchor_at(found["start"]) if line else "",
                inferred=bool(found.get("inferred")),
            )
    if reading.body:
        yield _body(reading)


def _body(reading: Reading) -> Field:
    count = len(reading.body)
    line = line_at(reading.lines, reading.body[0].get("start"))
    return Field(
        name="body",
        label=str(_("body")),
        value=ngettext("%d paragraph", "%d paragraphs", count) % count,
        rule=_rule_words("body"),
        line=line,
        anchor=f"l{line}" if line else "",
    )


def _rule_words(code: str) -> str:
    return str((LINE_RULES | FIELD_RULES).get(code, code))


def _outlet_names(fields: dict) -> dict[str, str]:
    if not fields.keys() & {"source", "agency"}:
        return {}
    return {source.key: source.name for source in Source.objects.only("reference", "name")}


def _value_words(name: str, value, outlets: dict[str, str]) -> str:
    if name in ("source", "agency"):
        return outlets.get(value, value)
    if name in ("published", "crawled", "event_date"):
        return date_words(PartialDate.parse(value))
    return own_name(value) if name == "language" else str(value)


def _counts(lines: list[dict]) -> dict[str, int]:
    """How many lines had which fate; a line in several pieces counts once a fate."""
    if not lines:
        return {}
    by_fate = {
        fate: len({line["number"] for line in lines if line["fate"] == fate})
        for fate in ("kept", "cut", "conflict")
    }
    return {"count": len({line["number"] for line in lines}), **by_fate}
