"""When a text was published: the crawler's date line and the page's own printed date.

Doesn't touch an event's date, nor the days above a site's list of other news.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from . import phrases
from .dates import FoundDate, find_dates
from .draft import Draft, Piece
from .headline_choice import is_candidate
from .phrases.dates import DATE_LABEL
from .reading import Outlet
from .shapes import clock, tidy
from .stamps import Stamp, clock_in, glued_stamp, read_month, read_stamp

# " date 2025-09-12 16:40", also "date 2025-09"; what follows on the line is text.
_DATE_LINE = re.compile(
    r"^\s*date\s+(?P<date>\d{4}(?:-\d\d){0,2})(?!\S)(?:\s+(?P<time>\d\d?:\d\d)(?!\S))?"
)
_ADDRESS_DATE = re.compile(r"/(?P<year>20[0-3]\d)[-/]?(?P<month>[01]\d)[-/]?(?P<day>[0-3]\d)(?!\d)")
_VISIT_CHARS = 70
_DIGIT = re.compile(r"\d")
# So many lines below a text a date can still be the text's own.
_NEAR = 3
# So many dated headlines above a text are a feed.
_FEED = 3
_DAY_LENGTH = len("2025-09-12")
_TWO_MONTHS = 59
# A list of latest news reaches so many days back at most.
_LIST_DAYS = 7
_WIDGETS = ("currency", "site_furniture")
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


def cut_visits(draft: Draft) -> None:
    """Cut the lines that print the clock or day of the visit: "Бишкек убактысы 04:53"."""
    for piece in draft.open_pieces():
        is_short = len(piece.text) < _VISIT_CHARS and _DIGIT.search(piece.text)
        if is_short and phrases.VISIT_WORDS.search(piece.text):
            draft.decide(piece, "cut", "site_furniture")


def part_glued_stamps(draft: Draft) -> None:
    """Part a date with a clock from the headline, credit or sentence that it is glued to."""
    for piece in draft.open_pieces():
        if alt_text := phrases.ALT_TEXT_DATE.search(piece.text):
            _, piece = draft.split(piece, alt_text.end())
        span = glued_stamp(piece.text) if piece else None
        if piece and span and not read_stamp(piece.text):
            draft.split(piece, span[0] or span[1])


def read_page_date(draft: Draft, before: Sequence[Piece], after: Sequence[Piece]) -> None:
    """Prefer the full date that the page itself prints above its text, or else alone below it.

    The crawler's date has been seen wrong by years. Where the two differ by more than a day, or
    their clocks differ, both are named to the editor.
    """
    as_of = _crawl_day(draft)
    signed = [piece for piece in after if piece.rule == "signature"]
    above = _without_visits(draft, before)
    stamp = _best(_stamps_above(draft, above)) or _best(_stamps(signed, None))
    stamp = stamp or _only(after, draft) or _month_of(draft, above)
    if stamp:
        piece, found = stamp
        if piece.rule != "signature":
            draft.decide(piece, "kept", "page_date")
        _prefer(draft, piece, found, [*before, *after])
        _cut_others(draft, above, as_of)


def _stamps_above(draft: Draft, above: Sequence[Piece]) -> list[tuple[Piece, Stamp]]:
    """The stamps above the text, but for those of a feed; where the crawler knew the month alone,
    a day without a year has to lie near it, and "yesterday" is no day."""
    stamps = _stamps([*_without_feed(above)], _crawl_day(draft))
    crawled = str(draft.value("published") or "")
    if not crawled or len(crawled) == _DAY_LENGTH:
        return stamps
    return [one for one in stamps if _is_of_month(*one, crawled)]


def _is_of_month(piece: Piece, stamp: Stamp, month: str) -> bool:
    printed = piece.text[stamp.date.start : stamp.date.end]
    is_day = bool(_DIGIT.search(printed)) and _is_near(str(stamp.date.value), month)
    return is_day or not stamp.date.inferred


def _without_feed(above: Sequence[Piece]) -> Sequence[Piece]:
    """Without a feed of other stories: stamps of one form in turn with headlines, of which the
    last is followed by its own headline and the text's."""
    stamped = [at for at, piece in enumerate(above) if read_stamp(piece.text)]
    forms = {_DIGIT.sub("0", tidy(above[at].text)) for at in stamped}
    if len(stamped) < _FEED or len(forms) > 1:
        return above
    gaps = [below - at for at, below in pairwise([*stamped, len(above)])]
    is_feed = set(gaps[:-1]) == {2} and gaps[-1] > 2
    return above[stamped[-1] + 1 :] if is_feed else above


def _month_of(draft: Draft, above: Sequence[Piece]) -> tuple[Piece, Stamp] | None:
    """The month of a year alone on a line ("September 2025"), where no day is known."""
    if len(str(draft.value("published") or "")) == _DAY_LENGTH:
        return None
    months = ((piece, read_month(piece.text)) for piece in above)
    return next(((piece, stamp) for piece, stamp in months if stamp), None)


def _without_visits(draft: Draft, before: Sequence[Piece]) -> list[Piece]:
    """The open lines but for those that print the day on which the page was looked at, which are
    cut: a day with its weekday above all else, a bare day under a ticker or a search box."""
    head = next((at for at, piece in enumerate(before) if _can_be_headline(piece)), len(before))
    left = []
    for at, (piece, over) in enumerate(zip(before, [None, *before], strict=False)):
        if not (piece.is_open or piece.rule == "day_list"):
            continue
        is_timed = at + 1 < len(before) and clock(before[at + 1].text) is not None
        if not is_timed and _is_of_visit(piece, over, is_above=at < head < len(before)):
            draft.decide(piece, "cut", "site_furniture")
        else:
            left.append(piece)
    return left


def _can_be_headline(piece: Piece) -> bool:
    return is_candidate(piece) and read_stamp(piece.text) is None


def _is_of_visit(piece: Piece, over: Piece | None, *, is_above: bool) -> bool:
    stamp = read_stamp(piece.text)
    if stamp is None or stamp.time or stamp.words:
        return False
    return (is_above and stamp.has_weekday) or (over is not None and over.rule in _WIDGETS)


def _crawl_day(draft: Draft) -> date | None:
    """The day of the crawler's visit: the last one where only its month is known."""
    crawled = str(draft.value("published") or "")
    if len(crawled) == _DAY_LENGTH:
        return date.fromisoformat(crawled)
    return _last_day(crawled) if len(crawled) == len("2025-09") else None


def _last_day(month: str) -> date:
    year, number = (int(part) for part in month.split("-"))
    return date(year, number, monthrange(year, number)[1])


def _stamps(pieces: Sequence[Piece], as_of: date | None) -> list[tuple[Piece, Stamp]]:
    read = ((piece, read_stamp(piece.text, as_of)) for piece in pieces)
    return [(piece, stamp) for piece, stamp in read if stamp]


def _best(stamps: list[tuple[Piece, Stamp]]) -> tuple[Piece, Stamp] | None:
    """The stamp nearest to the text among those of the best kind.

    A printed year beats an inferred one, a date with a clock one without, and the day with its
    weekday that heads a page comes last: it is often that of the visit.
    """
    ranked = sorted(enumerate(stamps), key=lambda one: (_rank(one[1][1]), one[0]))
    return ranked[-1][1] if ranked else None


def _rank(stamp: Stamp) -> tuple[bool, bool, bool, bool]:
    is_dated = not stamp.date.inferred
    return not stamp.is_update, is_dated, stamp.time is not None, not stamp.has_weekday


def _only(after: Sequence[Piece], draft: Draft) -> tuple[Piece, Stamp] | None:
    """Below a text, dates mostly belong to other texts: one is believed that is labelled, or
    alone and right below or (with a clock) at the page's end, where the crawler doesn't
    contradict it."""
    stamps = _stamps([piece for piece in after if piece.is_open], None)
    labelled = [one for one in stamps if DATE_LABEL.search(one[0].text)]
    if len(labelled or stamps) != 1:
        return None
    piece, stamp = (labelled or stamps)[0]
    crawled, day = draft.value("published"), str(stamp.date.value)
    if crawled and _days_apart(str(crawled), day) > 1:
        return None
    is_last = piece is after[-1] and stamp.time is not None
    return (piece, stamp) if labelled or is_last or piece in after[:_NEAR] else None


def _cut_others(draft: Draft, before: Sequence[Piece], as_of: date | None) -> None:
    for piece, _ in _stamps([piece for piece in before if piece.is_open], as_of):
        draft.decide(piece, "cut", "page_date")


def _prefer(draft: Draft, piece: Piece, found: Stamp, around: list[Piece]) -> None:
    crawled = draft.fields.pop("published", None)
    crawled_time = draft.fields.pop("published_time", None)
    day = str(found.date.value)
    place = piece.place((found.date.start, found.date.end))
    draft.find("published", day, "page_date", place=place, inferred=found.date.inferred)
    if found.date.inferred:
        draft.flag("date_inferred", date=day)
    _find_page_time(draft, piece, found, around)
    if found.zone and found.zone_span:
        draft.find("zone", found.zone, "page_date", place=piece.place(found.zone_span))
    if crawled is None:
        return
    draft.fields["crawled"] = crawled
    if crawled_time:
        draft.fields["crawled_time"] = crawled_time
    _compare(draft, str(crawled.value), crawled_time and str(crawled_time.value))
    if crawled_time and crawled.value == day:  # a clock belongs to its own day
        draft.fields.setdefault("published_time", crawled_time)


def _find_page_time(draft: Draft, piece: Piece, found: Stamp, around: list[Piece]) -> None:
    """The clock on the date's line, or alone on the line below or above it."""
    if found.time and found.time_span:
        place = piece.place(found.time_span)
        draft.find("published_time", found.time, "page_date", place=place)
        return
    at = around.index(piece)
    for near in (*around[at + 1 : at + 2], *around[max(at - 1, 0) : at]):
        alone = clock_in(near.text) if near.is_open else None
        if alone:
            draft.decide(near, "kept", "page_date")
            draft.find("published_time", alone[0], "page_date", place=near.place(alone[1]))
            return


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
    if len(crawled) == _DAY_LENGTH:
        return
    as_of = _crawl_day(draft) or _latest_stamp(draft)
    text = piece.text.replace("/", " ")  # "Баку/15.10.19/Turan"
    dates = [found for found in find_dates(text, as_of) if found.value]
    if len(dates) != 1 or (crawled and not _is_near(str(dates[0].value), crawled)):
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
    days = [str(stamp.date.value) for _, stamp in _stamps(draft.printed_pieces(), None)]
    return date.fromisoformat(max(days)) if days else None


def _is_recent(found: FoundDate, as_of: date) -> bool:
    return (as_of - date.fromisoformat(str(found.value))).days <= _LIST_DAYS


def _is_near(day: str, month: str) -> bool:
    """True for a day in `month` or in the one before."""
    return 0 <= (_last_day(month) - date.fromisoformat(day)).days < _TWO_MONTHS


def _find_parts(
    draft: Draft, match: re.Match[str], rule: str, place: tuple[int, int] | None
) -> None:
    day = f"{match['year']}-{match['month']}-{match['day']}"
    if _is_date(day) and draft.value("published") is None:
        draft.find("published", day, rule, place=place, inferred=True)
        draft.flag("date_inferred", date=day)


def read_zone(draft: Draft, outlets: Sequence[Outlet]) -> None:
    """Take the zone of the clock from the outlet; one that the page prints must agree with it.

    Without a known outlet a printed distance from UTC stays as it is; no distance stands for a
    place, since places change theirs (Kazakhstan did in March 2024).
    """
    source = draft.value("source")
    zone = next((one.zone for one in outlets if one.id == source), None)
    if not draft.value("published_time") or not zone:
        return
    printed = draft.fields.pop("zone", None)
    draft.find("zone", zone, "zone_of_outlet", inferred=True)
    expected = _distance(zone, str(draft.value("published")))
    if printed and expected and printed.value != expected:
        draft.flag(
            "clock_conflict", ours=f"{zone}, {expected}", other=str(printed.value), where="page"
        )


def _distance(zone: str, day: str) -> str | None:
    """The zone's distance from UTC at noon of `day`, as "UTC+05:00"."""
    if len(day) != 10:
        return None
    offset = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo(zone)).utcoffset()
    minutes = int((offset or timedelta()).total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def doubt_future(draft: Draft, received: date | None) -> None:
    """Flag a date later than the day on which the text came in (two zones may differ by one)."""
    day = str(draft.value("published") or "")
    if received and day and _first_day(day) > received + timedelta(days=1):
        draft.flag("future_date", date=day)


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
    return abs((_first_day(partial) - _first_day(day)).days)


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
