"""Terms as a drawing: bars along the years, in per cent across and pixels down.

Pure: takes terms and gives numbers and words; the template only prints them. Solid is certain,
dashed is possible, a gap is unknown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ots_desk.partial_dates import PartialDate
from people.choices import LOW_CONFIDENCE
from people.models import Membership
from people.offices import core

# Pixels: a lane with its label beside it, the bar in it, the years below all lanes.
_LANE, _BAR_TOP, _BAR, _YEARS = 26, 5, 14, 20

# Beyond so many years only every second, third … is written, or they would touch.
_MOST_YEARS = 10


@dataclass(frozen=True)
class Span:
    """A stretch of time that a term certainly or possibly included."""

    start: date
    end: date
    is_certain: bool


@dataclass(frozen=True)
class Bar:
    kind: str  # "on", "off" or "open", as the stylesheet names them
    x: str
    width: str
    y: int
    height: int


@dataclass(frozen=True)
class Lane:
    """A label, the bars beside it, and where in a drawing of all lanes the label stands."""

    label: str
    bars: list[Bar]
    y: int


@dataclass(frozen=True)
class Year:
    text: str
    x: str
    y: int
    is_wide: bool  # left out on narrow screens


@dataclass(frozen=True)
class Timeline:
    """Lanes below each other; alone, a lane is `lane_height` high and its bars begin at 0."""

    years: list[Year]
    lanes: list[Lane]
    axis_end: int
    height: int
    lane_height: int


@dataclass(frozen=True)
class Row:
    """A label and the terms drawn beside or below it; those in `muted` are context only."""

    label: str
    terms: list[Membership]
    muted: frozenset[int] = frozenset()


def spans_of(term: Membership, since: date, today: date) -> list[Span]:
    """What `term` certainly and possibly included, between `since` and `today` where an end of
    it isn't known."""
    first = term.began.earliest if term.began else since
    last = term.ended.latest if term.ended else max(today, term.known_until or today, first)
    start, end = core(term)
    if term.confidence == LOW_CONFIDENCE or start >= end:
        return _span(first, last, False)
    return [*_span(first, start, False), *_span(start, end, True), *_span(end, last, False)]


def _span(start: date, end: date, is_certain: bool) -> list[Span]:
    return [Span(start, end, is_certain)] if start < end else []


class _Axis:
    """Turns dates into per cents of the width."""

    def __init__(self, start: date, end: date):
        self.start = start
        self.days = max((end - start).days, 1)

    def at(self, day: date) -> float:
        return (day - self.start).days / self.days * 100


def _per_cent(value: float) -> str:
    """Always with a point: in a template Russian would make it a comma, which SVG can't read."""
    return f"{value:.2f}%"


def draw(rows: Iterable[Row], today: date, are_stacked: bool = True) -> Timeline | None:
    """A drawing with one lane a row; None where no start is known. Of lanes that aren't stacked
    each is a picture of its own, below a label that is too long to stand beside it."""
    rows = list(rows)
    starts = [term.began.earliest for row in rows for term in row.terms if term.began]
    if not starts:
        return None
    since = min(starts)
    drawn = [[(t, s) for t in row.terms for s in spans_of(t, since, today)] for row in rows]
    axis = _Axis(since, max((s.end for pairs in drawn for _t, s in pairs), default=today))
    lanes = [
        _lane(row, pairs, axis, number * _LANE if are_stacked else 0)
        for number, (row, pairs) in enumerate(zip(rows, drawn, strict=True))
    ]
    bottom = len(rows) * _LANE
    return Timeline(
        _years(axis, bottom if are_stacked else 0), lanes, bottom, bottom + _YEARS, _LANE
    )


def _lane(row: Row, pairs: list[tuple[Membership, Span]], axis: _Axis, top: int) -> Lane:
    bars = [_bar(span, axis, top + _BAR_TOP, term.pk in row.muted) for term, span in pairs]
    return Lane(row.label, bars, top + 16)


def _bar(span: Span, axis: _Axis, y: int, is_muted: bool) -> Bar:
    kind = "open" if not span.is_certain else "off" if is_muted else "on"
    x = axis.at(span.start)
    return Bar(kind, _per_cent(x), _per_cent(axis.at(span.end) - x), y, _BAR)


def _years(axis: _Axis, bottom: int) -> list[Year]:
    last = axis.start.toordinal() + axis.days
    years = range(axis.start.year + 1, date.fromordinal(last).year + 1)
    step = -(-len(years) // _MOST_YEARS) or 1
    return [
        Year(str(year), _per_cent(axis.at(date(year, 1, 1))), bottom + 14, bool(number % 2))
        for number, year in enumerate(years[::step])
        if axis.at(date(year, 1, 1)) < 98
    ]


def from_words(term: Membership, language: str) -> str:
    return term.began.words(language) if term.began else _("not known")


def until_words(term: Membership, language: str) -> str:
    """When a term ended; where that isn't known, the last day that it was seen."""
    if term.ended:
        return term.ended.words(language)
    if term.known_until:
        seen = _day_words(term.known_until, language)
        return _("none known by %(day)s") % {"day": seen}
    return _("not known")


def finding(label: str, term: Membership, language: str) -> str:
    """What a bar says, in words: for those who can't see it, and under a person's name."""
    words = {
        "label": label,
        "began": from_words(term, language),
        "ended": term.ended.words(language) if term.ended else "",
        "day": _day_words(term.known_until, language) if term.known_until else "",
    }
    return _sentence(term) % words


def _sentence(term: Membership) -> str:
    if term.ended and term.began:
        return _("%(label)s from %(began)s until %(ended)s.")
    if term.ended:
        return _("%(label)s until %(ended)s; the start is not known.")
    if not term.began:
        return _("%(label)s; neither start nor end is known.")
    if term.known_until:
        return _("%(label)s since %(began)s; no end known by %(day)s.")
    return _("%(label)s since %(began)s; the end is not known.")


def _day_words(day: date, language: str) -> str:
    return PartialDate.day(day).words(language)
