"""When a text was published: the crawler's date line and the page's own printed date.

Doesn't touch an event's date, nor the days above a site's list of other news.
"""

import re
from datetime import date

from ots_desk.text import fold

from .dates import FoundDate, find_dates, weekdays
from .draft import Draft, Piece
from .shapes import clock, count_words, unbulleted

# " date 2025-09-12 16:40", also "date 2025-09"; what follows on the line is text.
_DATE_LINE = re.compile(
    r"^\s*date\s+(?P<date>\d{4}(?:-\d\d){0,2})(?!\S)(?:\s+(?P<time>\d\d?:\d\d)(?!\S))?"
)
_TIME = re.compile(
    r"(?<![\d:])(?P<time>(?:[01]?\d|2[0-3]):[0-5]\d)(?![\d:])(?:\s?(?P<half>[AP])\.?M\b)?",
    re.IGNORECASE,
)
# What a printed date line says besides date and clock: "AA", "JAHON |", "(UTC+04:00)", "GMT +5".
_ZONE_NOTE = re.compile(r"\(?\b(?:UTC|GMT)\b\s*[+-]?\s*\d{0,2}(?::\d\d)?\)?")
_PAGE_DATE_WORDS = 10
_PAGE_DATE_OTHER_WORDS = 2
_PIPED_OTHER_WORDS = 5  # "Kyrgyzstan | Politics | September 12, 2025, 4:40 PM"


def read_date_line(draft: Draft) -> None:
    """Take the date (and clock) from the line that the crawler put on top.

    An impossible date is no date; a second date line that says otherwise is a doubt.
    """
    for piece in draft.open_pieces():
        match = _DATE_LINE.match(piece.text)
        if match is None:
            continue
        piece, _ = draft.split(piece, match.end())
        if not _is_date(match["date"]):
            draft.decide(piece, "cut", "date_line")
        elif draft.value("published"):
            _compare_date_lines(draft, piece, match)
        else:
            draft.decide(piece, "kept", "date_line")
            _find_date_line(draft, piece, match)


def _find_date_line(draft: Draft, piece: Piece, match: re.Match[str]) -> None:
    draft.find("published", match["date"], "date_line", place=piece.place(match.span("date")))
    if match["time"] and clock(match["time"]):
        time = str(clock(match["time"]))
        draft.find("published_time", time, "date_line", place=piece.place(match.span("time")))


def _compare_date_lines(draft: Draft, piece: Piece, match: re.Match[str]) -> None:
    if match["date"] == draft.value("published"):
        draft.decide(piece, "cut", "date_line")
        return
    draft.decide(piece, "conflict", "date_line")
    ours = str(draft.value("published"))
    draft.flag("date_conflict", ours=ours, other=match["date"], where="date_line")


def read_page_date(draft: Draft, before: list[Piece]) -> None:
    """Prefer the full date that the page itself prints above its text.

    The crawler's date has been seen wrong by years. Where the two differ by more than a day, or
    their clocks differ, both are named to the editor.
    """
    for piece in before:
        found = page_date(piece.text) if piece.is_open else None
        if found:
            draft.decide(piece, "kept", "page_date")
            _prefer(draft, piece, found, before)
            return


def page_date(text: str) -> FoundDate | None:
    """Return the full date of a line that holds little else than a date and a clock, or None."""
    if count_words(text) > _PAGE_DATE_WORDS:
        return None
    dates = [found for found in find_dates(text) if found.value]
    if len(dates) != 1:
        return None
    rest = text[: dates[0].start] + " " + text[dates[0].end :]
    rest = _TIME.sub(" ", _ZONE_NOTE.sub(" ", rest))
    words = [word for word in re.findall(r"[^\W_]+", rest) if fold(word) not in weekdays()]
    limit = _PIPED_OTHER_WORDS if "|" in text else _PAGE_DATE_OTHER_WORDS
    return dates[0] if len(words) <= limit else None


def _prefer(draft: Draft, piece: Piece, found: FoundDate, before: list[Piece]) -> None:
    crawled = draft.fields.pop("published", None)
    crawled_time = draft.fields.pop("published_time", None)
    place = piece.place((found.start, found.end))
    draft.find("published", str(found.value), "page_date", place=place)
    _find_page_time(draft, piece, found, before)
    if crawled is None:
        return
    _compare(draft, str(crawled.value), crawled_time and str(crawled_time.value))
    if crawled_time and crawled.value == found.value:  # a clock belongs to its own day
        draft.fields.setdefault("published_time", crawled_time)


def _find_page_time(draft: Draft, piece: Piece, found: FoundDate, before: list[Piece]) -> None:
    """The clock on the date's line, or alone on the line below it."""
    match = _TIME.search(piece.text[: found.start]) or _TIME.search(piece.text, found.end)
    below = before[before.index(piece) + 1 :][:1]
    if match is None and below and below[0].is_open and clock(unbulleted(below[0].text)):
        piece, match = below[0], _TIME.search(below[0].text)
        draft.decide(piece, "kept", "page_date")
    if match:
        place = piece.place(match.span("time"))
        draft.find("published_time", _on_24_hours(match), "page_date", place=place)


def _on_24_hours(match: re.Match[str]) -> str:
    hour, minute = match["time"].split(":")
    half = (match["half"] or "").upper()
    if half:
        hour = str(int(hour) % 12 + (12 if half == "P" else 0))
    return f"{int(hour):02}:{minute}"


def _compare(draft: Draft, crawled: str, crawled_time: str | None) -> None:
    day, time = str(draft.value("published")), draft.value("published_time")
    if _days_apart(crawled, day) > 1:
        draft.flag("date_conflict", ours=crawled, other=day, where="page")
    elif crawled == day and crawled_time and time and time != crawled_time:
        draft.flag("clock_conflict", ours=crawled_time, other=str(time), where="page")


def _days_apart(partial: str, day: str) -> int:
    """Distance in days; a month or a year that holds the day is no distance away."""
    if day.startswith(partial):
        return 0
    return abs((_first_day(partial) - date.fromisoformat(day)).days)


def _first_day(partial: str) -> date:
    """The first day of a date that may lack day and month; ValueError where none exists."""
    year, month, day = [*(int(part) for part in partial.split("-")), 1, 1][:3]
    return date(year, month, day)


def _is_date(partial: str) -> bool:
    """True for a date that exists: 2025, 2025-09 or 2025-09-12."""
    try:
        _first_day(partial)
    except ValueError:
        return False
    return True
