"""When a text was published, where its page prints no date: the crawler's date line, addresses,
numbers, datelines. And dates that can't be.
"""

import re
from datetime import date, timedelta

from .dates import FoundDate, find_dates
from .draft import Draft, Piece
from .partial_days import DAY_LENGTH, crawl_day, first_day, is_date, is_near
from .shapes import clock
from .stamps import stamps_in

# " date 2025-09-12 16:40", also "date 2025-09"; what follows on the line is text.
_DATE_LINE = re.compile(
    r"^\s*date\s+(?P<date>\d{4}(?:-\d\d){0,2})(?!\S)(?:\s+(?P<time>\d\d?:\d\d)(?!\S))?"
)
_ADDRESS_DATE = re.compile(r"/(?P<year>20[0-3]\d)[-/]?(?P<month>[01]\d)[-/]?(?P<day>[0-3]\d)(?!\d)")
# A list of latest news reaches so many days back at most.
_LIST_DAYS = 7
# "MENAFN06012024000187011040ID1107690202": day, month, year after the aggregator's name.
_MENAFN_ID = re.compile(r"^\s*MENAFN(?P<day>\d\d)(?P<month>\d\d)(?P<year>20\d\d)\d{6,}")


def read_date_line(draft: Draft) -> None:
    """Take the date (and clock) from the line that the crawler put on top.

    An impossible date is no date; a second date line that says otherwise is a doubt.
    """
    for piece in draft.open_pieces():
        match = _DATE_LINE.match(piece.text)
        if match is None:
            continue
        piece, _ = draft.split(piece, match.end())
        if not is_date(match["date"]):
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


def read_other_dates(draft: Draft) -> None:
    """Take the date from an aggregator's number or from the address where nothing prints one."""
    for piece in draft.printed_pieces():
        if match := _MENAFN_ID.match(piece.text):
            draft.decide(piece, "cut", "signature")
            _find_parts(draft, match, "number_with_date", piece.place(match.span()))
        elif piece.rule == "dateline":
            _read_dateline_date(draft, piece)
        elif piece.rule == "address" and (match := _ADDRESS_DATE.search(piece.text)):
            _find_parts(draft, match, "date_in_address", piece.place(match.span()))
    if match := _ADDRESS_DATE.search(str(draft.value("url") or "")):
        _find_parts(draft, match, "date_in_address", None)


def _read_dateline_date(draft: Draft, piece: Piece) -> None:
    """A dateline with its year ("Баку/15.10.19/Turan"), or the day of one that has none, where
    the crawler knew the month alone, or the page dates its list of other news near that day."""
    crawled = str(draft.value("published") or "")
    if len(crawled) == DAY_LENGTH:
        return
    as_of = crawl_day(draft) or _latest_stamp(draft)
    text = piece.text.replace("/", " ")  # "Баку/15.10.19/Turan"
    dates = [found for found in find_dates(text, as_of) if found.value]
    if len(dates) != 1 or (crawled and not is_near(str(dates[0].value), crawled)):
        return
    if not crawled and as_of and dates[0].inferred and not _is_recent(dates[0], as_of):
        return
    if crawled:
        draft.fields["crawled"] = draft.fields.pop("published")
    place = piece.place((dates[0].start, dates[0].end))
    inferred = dates[0].inferred
    draft.find("published", str(dates[0].value), "dateline", place=place, inferred=inferred)
    if inferred:
        draft.flag("date_inferred", date=str(dates[0].value))


def _latest_stamp(draft: Draft) -> date | None:
    """The latest day that a line of the page prints by itself, of whichever text."""
    days = [str(stamp.date.value) for _, stamp in stamps_in(draft.printed_pieces(), None)]
    return date.fromisoformat(max(days)) if days else None


def _is_recent(found: FoundDate, as_of: date) -> bool:
    return (as_of - date.fromisoformat(str(found.value))).days <= _LIST_DAYS


def _find_parts(
    draft: Draft, match: re.Match[str], rule: str, place: tuple[int, int] | None
) -> None:
    day = f"{match['year']}-{match['month']}-{match['day']}"
    if is_date(day) and draft.value("published") is None:
        draft.find("published", day, rule, place=place, inferred=True)
        draft.flag("date_inferred", date=day)


def doubt_future(draft: Draft, received: date | None) -> None:
    """Flag a date later than the day on which the text came in (two zones may differ by one)."""
    day = str(draft.value("published") or "")
    if received and day and first_day(day) > received + timedelta(days=1):
        draft.flag("future_date", date=day)
