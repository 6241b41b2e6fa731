"""A page's date stamp: a date, its clock and zone, and little else on the line.

Judges single lines; which stamp of a page is the article's own is decided in `published`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from ots_desk.text import fold

from . import phrases
from .dates import FoundDate, find_dates, find_months, weekdays
from .draft import Piece
from .shapes import clock, count_words

_TIME = re.compile(
    r"(?<![\d:+-])(?P<time>(?:[01]?\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    r"(?:\s?(?P<half>[AP])\.?M\b)?",
    re.IGNORECASE,
)
# How long a date with its clock and a count of views can be at the end of a line.
_TAIL_CHARS = 60
_STAMP_WORDS, _STAMP_CHARS = 12, 160
# "Kyrgyzstan | Politics | September 12": they part words and are none.
_BARS = re.compile(r"(?:^|\s)[·|•](?=\s|$)|\|")
_DIGIT = re.compile(r"\d")
_OTHER_WORDS = 2
# "Kyrgyzstan | Politics | September 12, 2025, 4:40 PM"; "11:35, 10 января 2022, Бишкек - 24.kg"
_OTHER_WORDS_WITH_CLOCK = 6

_DATE = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d|\d{4}\. ?\d\d\. ?\d\d\.?|"
    r"\d{1,2} [^\W\d_]{3,9}\.?,? \d{4}(?: г\.?)?)"
)
_CLOCK = r"\d\d?:\d\d(?::\d\d)?(?:\s?[AP]M\b)?+"
_RELATIVE = rf"(?:{'|'.join(pattern.pattern for _, pattern in phrases.RELATIVE_DAYS)})"
_HEAD = re.compile(
    rf"^\W*(?:{_DATE},?\s{_CLOCK}|{_CLOCK}\s{_DATE})(?=\s*[^\W\d_])(?!\s*(?:GMT|UTC))"
)
_TAIL = re.compile(
    rf"\s?(?:{_DATE}[,\s-]+{_CLOCK}|{_CLOCK}[,\s-]+(?:{_DATE}|{_RELATIVE}))"
    r"(?:\s+\d[\d ]*)?[^\w.!?]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Stamp:
    """What a line says of a text's publication; spans are places in the line.

    `words` are those that belong to neither date nor clock. `is_update` marks the day of a
    change.
    """

    date: FoundDate
    time: str | None = None
    time_span: tuple[int, int] | None = None
    zone: str | None = None
    zone_span: tuple[int, int] | None = None
    words: tuple[str, ...] = ()
    has_weekday: bool = False
    is_update: bool = False


@lru_cache(maxsize=256)
def read_stamp(text: str, as_of: date | None = None) -> Stamp | None:
    """Return the stamp that `text` is, or None where it is anything else.

    `as_of` is the day of the visit: it gives a date without a year its year, and "yesterday" its
    day; such a date is marked as inferred. Without it they are no date.
    """
    if len(text) > _STAMP_CHARS or not _DIGIT.search(text):
        return None
    if count_words(_BARS.sub(" ", text)) > _STAMP_WORDS or phrases.VISIT_WORDS.search(text):
        return None
    found = _dates(text, as_of)
    if not found:
        return None
    stamp = _with_clock(_with_zone(_chosen(text, found), text), text)
    rest, stamp = _rest(text, found, stamp)
    is_barred = stamp.time or _BARS.search(text)
    limit = _OTHER_WORDS_WITH_CLOCK if is_barred else _OTHER_WORDS
    stamp = replace(stamp, words=tuple(rest))
    return stamp if len(rest) <= limit else None


def read_month(text: str) -> Stamp | None:
    """Return the month of a year that a line holds, and nothing else but a label: "Sept. 2025"."""
    if len(text) > _STAMP_CHARS or not _DIGIT.search(text):
        return None
    found = find_months(text)
    if len(found) != 1:
        return None
    words, stamp = _rest(text, found, Stamp(found[0]))
    return None if words or _DIGIT.search(_without(text, found)) else stamp


def _dates(text: str, as_of: date | None) -> list[FoundDate]:
    full = [found for found in find_dates(text) if found.value]
    if full or as_of is None:
        return full
    return [found for found in find_dates(text, as_of) if found.value] or _relative(text, as_of)


def _relative(text: str, as_of: date) -> list[FoundDate]:
    """ "Dün, 14:20": only beside a clock, since the words alone are ordinary ones."""
    if not _TIME.search(text):
        return []
    for days, words in phrases.RELATIVE_DAYS:
        if match := words.search(text):
            day = as_of - timedelta(days=days)
            return [FoundDate(day.year, day.month, day.day, *match.span(), inferred=True)]
    return []


def _chosen(text: str, found: list[FoundDate]) -> Stamp:
    """The first date that isn't labelled as that of a change."""
    for one in found:
        if not phrases.UPDATE_LABEL.search(text[: one.start]):
            return Stamp(one)
    return Stamp(found[0], is_update=True)


def _with_zone(stamp: Stamp, text: str) -> Stamp:
    match = phrases.ZONE_NOTE.search(text)
    if match is None or not match["hours"]:
        return stamp
    sign = "-" if match["sign"] in ("-", "−") else "+"
    zone = f"UTC{sign}{int(match['hours']):02}:{match['minutes'] or '00'}"
    return replace(stamp, zone=zone, zone_span=match.span())


def _with_clock(stamp: Stamp, text: str) -> Stamp:
    """The clock right after the date, else the one before it."""
    match = _TIME.search(text, stamp.date.end) or _TIME.search(text[: stamp.date.start])
    if match is None or match.start() in range(*(stamp.zone_span or (0, 0))):
        return stamp
    return replace(stamp, time=on_24_hours(match), time_span=match.span("time"))


def on_24_hours(match: re.Match[str]) -> str:
    """Return "HH:MM" for a matched clock with or without AM and PM."""
    hour, minute = match["time"].split(":")
    half = (match["half"] or "").upper()
    if half:
        hour = str(int(hour) % 12 + (12 if half == "P" else 0))
    return f"{int(hour):02}:{minute}"


def _rest(text: str, found: list[FoundDate], stamp: Stamp) -> tuple[list[str], Stamp]:
    """The words that belong to no date, clock, zone or label, and whether a weekday stood there."""
    text = _without(text, found)
    text = _TIME.sub(" ", phrases.ZONE_NOTE.sub(" ", text))
    text = phrases.UPDATE_LABEL.sub(" ", phrases.DATE_WORDS.sub(" ", text))
    words = re.findall(r"[^\W\d_]+", text)
    others = [word for word in words if fold(word) not in weekdays()]
    return others, replace(stamp, has_weekday=len(others) < len(words))


def _without(text: str, found: list[FoundDate]) -> str:
    for one in sorted(found, key=lambda one: -one.start):
        text = text[: one.start] + " " + text[one.end :]
    return text


def clock_in(text: str) -> tuple[str, tuple[int, int]] | None:
    """Return the clock of a line that holds one and nothing else, with its place."""
    match = _TIME.search(text)
    if match is None or clock(text) is None:
        return None
    return on_24_hours(match), match.span("time")


def glued_stamp(text: str) -> tuple[int, int] | None:
    """Return where a date with a clock is glued to the beginning or end of other text.

    >>> glued_stamp("06.12.2025, 17:56The ministers met")
    (0, 17)
    >>> glued_stamp("Summer school opens 2025-01-31 04:39:55")
    (19, 39)
    """
    if ":" not in text:
        return None
    if head := _HEAD.match(text):
        return (0, head.end()) if head.end() < len(text.rstrip()) else None
    tail = _TAIL.search(text, max(len(text) - _TAIL_CHARS, 0))
    if tail is None or not text[: tail.start()].strip():
        return None
    return tail.start(), len(text)


def stamps_in(pieces: Sequence[Piece], as_of: date | None) -> list[tuple[Piece, Stamp]]:
    """The lines that are a stamp, each with what it says."""
    read = ((piece, read_stamp(piece.text, as_of)) for piece in pieces)
    return [(piece, stamp) for piece, stamp in read if stamp]
