"""The date that a page itself prints, above its text or below it.

Doesn't touch an event's date, nor the days above a site's list of other news.
"""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from . import phrases
from .draft import Draft, Piece
from .headline_choice import is_candidate
from .partial_days import DAY_LENGTH, crawl_day, days_apart, is_near
from .phrases.dates import DATE_LABEL
from .shapes import clock, tidy
from .stamps import Stamp, clock_in, glued_stamp, read_month, read_stamp, stamps_in

_DIGIT = re.compile(r"\d")
_VISIT_CHARS = 70
# So many lines below a text a date can still be the text's own.
_NEAR = 3
# So many dated headlines above a text are a feed.
_FEED = 3
_WIDGETS = ("currency", "site_furniture")


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
    as_of = crawl_day(draft)
    signed = [piece for piece in after if piece.rule == "signature"]
    above = _without_visits(draft, before)
    stamp = _best(_stamps_above(draft, above)) or _best(stamps_in(signed, None))
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
    stamps = stamps_in([*_without_feed(above)], crawl_day(draft))
    crawled = str(draft.value("published") or "")
    if not crawled or len(crawled) == DAY_LENGTH:
        return stamps
    return [one for one in stamps if _is_of_month(*one, crawled)]


def _is_of_month(piece: Piece, stamp: Stamp, month: str) -> bool:
    printed = piece.text[stamp.date.start : stamp.date.end]
    is_day = bool(_DIGIT.search(printed)) and is_near(str(stamp.date.value), month)
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
    if len(str(draft.value("published") or "")) == DAY_LENGTH:
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
    stamps = stamps_in([piece for piece in after if piece.is_open], None)
    labelled = [one for one in stamps if DATE_LABEL.search(one[0].text)]
    if len(labelled or stamps) != 1:
        return None
    piece, stamp = (labelled or stamps)[0]
    crawled, day = draft.value("published"), str(stamp.date.value)
    if crawled and days_apart(str(crawled), day) > 1:
        return None
    is_last = piece is after[-1] and stamp.time is not None
    return (piece, stamp) if labelled or is_last or piece in after[:_NEAR] else None


def _cut_others(draft: Draft, before: Sequence[Piece], as_of: date | None) -> None:
    for piece, _ in stamps_in([piece for piece in before if piece.is_open], as_of):
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


def _compare(draft: Draft, crawled: str, crawled_time: str | None) -> None:
    day, time = str(draft.value("published")), draft.value("published_time")
    if days_apart(crawled, day) > 1:
        draft.flag("date_conflict", ours=crawled, other=day, where="page")
    elif crawled == day and crawled_time and time and time != crawled_time:
        draft.flag("clock_conflict", ours=crawled_time, other=str(time), where="page")
