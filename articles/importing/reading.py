"""What reading a raw text yields: fields with their evidence, paragraphs, lines and flags.

Plain values only; how they are won stands in the modules beside this one.
"""

from dataclasses import dataclass, field

# What became of a line. "conflict" marks a line that contradicts a field and was not followed.
FATES = ("kept", "cut", "blank", "conflict")

FIELDS = (
    "headline",
    "headline_proposed",
    "deck",
    "dateline",
    "published",
    "published_time",
    "zone",
    "crawled",
    "crawled_time",
    "version_mark",
    "event_date",
    "language",
    "source",
    "agency",
    "via",
    "author",
    "url",
    "credit",
    "caption",
    "views",
)

FLAG_KINDS = (
    "no_headline",
    "no_date",
    "no_outlet",
    "no_language",
    "other_language",
    "clock_conflict",
    "clock_without_zone",
    "date_conflict",
    "date_inferred",
    "future_date",
    "encoding_guessed",
    "letters_repaired",
    "letters_lost",
    "cut_short",
)

# Every code that a line's rule can hold, so that a screen can name them all.
LINE_RULES = (
    "date_line",
    "page_date",
    "currency",
    "site_language",
    "site_furniture",
    "promotion",
    "address",
    "views",
    "author",
    "version_mark",
    "headline",
    "doubled_headline",
    "deck",
    "dateline",
    "body",
    "background",
    "photo_credit",
    "caption",
    "related_list",
    "popular_list",
    "latest_list",
    "day_list",
    "day_list_clock",
    "own_headline_in_list",
    "page_end",
    "doubled_line",
    "syndicator",
    "signature",
    "other_story",
    "embedded",
    "translated_headline",
    "outside_text",
    "json_ld",
    "open_graph",
    "meta",
    "page_heading",
    "page_time",
    "record_key",
    "feed_entry",
    "mended_by_hand",
)

# Rules of fields that stand on no line of their own.
FIELD_RULES = (
    "first_sentence",
    "date_in_lead",
    "document_address",
    "named_at_import",
    "date_in_address",
    "number_with_date",
    "zone_of_outlet",
    "self_phrase",
    "cited_press_service",
    "language_of_text",
    "mended_by_hand",
)


@dataclass(frozen=True)
class Outlet:
    """What the reader of a text must know of an outlet to recognise it.

    `names` are its further names; `self_phrases` are regular expressions (MULTILINE) by which
    its own texts name it. `is_press_office` marks a body that outlets cite: its name beside a
    verb of reporting doesn't make it the writer.
    """

    id: str
    name: str
    domains: tuple[str, ...] = ()
    zone: str | None = None
    self_phrases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    is_press_office: bool = False


@dataclass(frozen=True)
class Found:
    """A field's value, the rule that found it and its place in the raw text.

    `start` and `end` are code point offsets, None where the value comes from the text as a
    whole. `inferred` marks what the text does not print itself.
    """

    value: str | int
    rule: str
    start: int | None = None
    end: int | None = None
    inferred: bool = False


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the body, in NFC with single spaces, and where it stands."""

    text: str
    start: int
    end: int
    is_background: bool = False


@dataclass(frozen=True)
class Line:
    """A stretch of a raw line and what became of it.

    One physical line that serves several purposes appears as several ranges of one number.
    """

    number: int
    start: int
    end: int
    fate: str
    rule: str


@dataclass(frozen=True)
class Flag:
    """A doubt that an editor has to settle; `values` are what its sentence names
    (see `articles.doubts`)."""

    kind: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Hint:
    """A headline that the page prints as that of the same story in another language."""

    headline: str
    language: str | None
    start: int
    end: int


@dataclass(frozen=True)
class Page:
    """A document as text: what all offsets refer to.

    `text` is the decoding of flat text (without NULs, garbled letters repaired); of a web page,
    record or feed entry, its lines as text. `declared` holds the fields that the document's own
    data state (JSON-LD, OpenGraph, the keys of a record), with their place in `text`; they outrank
    what the rules read. `body` are the paragraphs where the format tells them, None where only
    the rules can.
    """

    text: str
    format: str = "text"
    encoding: str = "utf-8"
    declared: dict[str, Found] = field(default_factory=dict)
    body: "tuple[Paragraph, ...] | None" = None
    flags: "tuple[Flag, ...]" = ()


@dataclass(frozen=True)
class CleanedDocument:
    """All that was understood of one raw text; an absent field was not found.

    `quarantine` is None or the code of the reason (see `decoding.REASONS`) why it isn't a text.
    """

    fields: dict[str, Found]
    body: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    flags: tuple[Flag, ...]
    hints: tuple[Hint, ...] = ()
    quarantine: str | None = None
