"""Times as machines write them: ISO 8601, the form of mail and RSS, seconds since 1970.

Clock and offset stay as they are written; converting them is nobody's business here.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from .dates import find_dates

_ISO = re.compile(
    r"(?P<date>\d{4}(?:-\d\d){0,2})(?!\d)(?:[T ]\s?(?P<time>\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?)?"
    r"\s?(?P<offset>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?\b"
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?)?Z?")
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])")
_OFFSET = re.compile(r"(?:\b(?:GMT|UTC|UT|Z)\b|(?<=[\d\s])[+-]\d{4}\b|[+-]\d\d:\d\d\b)")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_LONGEST = 100  # characters; what is longer is no time


@dataclass(frozen=True)
class Timestamp:
    """A date (perhaps a month or a year only), the clock and the offset ("+06:00") printed with
    it. `inferred` where the text prints neither, only seconds."""

    date: str
    time: str | None = None
    offset: str | None = None
    inferred: bool = False


def read_timestamp(text: str) -> Timestamp | None:
    """Return the time that `text` is, or None; an impossible date is none."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    for reader in (_iso, _compact, _seconds, _in_words):
        stamp = reader(text)
        if stamp and _exists(stamp.date):
            return stamp
    return None


def _iso(text: str) -> Timestamp | None:
    match = _ISO.match(text)
    if match is None:
        return None
    return Timestamp(match["date"], match["time"], match["time"] and _offset(match["offset"]))


def _compact(text: str) -> Timestamp | None:
    match = _COMPACT.fullmatch(text)
    if match is None:
        return None
    clock = f"{match[4]}:{match[5]}" if match[4] else None
    zone = "+00:00" if clock and text.endswith("Z") else None
    return Timestamp(f"{match[1]}-{match[2]}-{match[3]}", clock, zone)


def _seconds(text: str) -> Timestamp | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = float(text) / (1000 if len(text.partition(".")[0]) > 10 else 1)
    moment = datetime.fromtimestamp(seconds, UTC)
    return Timestamp(f"{moment:%Y-%m-%d}", f"{moment:%H:%M}", "+00:00", inferred=True)


def _in_words(text: str) -> Timestamp | None:
    dates = [found for found in find_dates(text) if found.value]
    if len(dates) != 1:
        return None
    clock = _CLOCK.search(text)
    if clock is None or re.search(r"[AaPp]\.?[Mm]\b", text[clock.end() :]):
        return Timestamp(str(dates[0].value))
    offset = _OFFSET.search(text, clock.end())
    return Timestamp(
        str(dates[0].value), f"{int(clock[1]):02}:{clock[2]}", _offset(offset and offset[0])
    )


def _offset(printed: str | None) -> str | None:
    if not printed:
        return None
    if printed[0] not in "+-":
        return "+00:00"
    digits = printed[1:].replace(":", "").ljust(4, "0")
    return f"{printed[0]}{digits[:2]}:{digits[2:]}"


def _exists(partial: str) -> bool:
    year, month, day = [*(int(part) for part in partial.split("-")), 1, 1][:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return year > 1900  # "0001-01-01" is how programs write that they don't know
