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

# Pixels: a lane and the bar in it.
_LANE, _BAR_TOP, _BAR = 26, 5, 14

# In per cent: a term of two days is drawn, too.
_THINNEST = 0.4

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


@dataclass(frozen=True)
class Lane:
    """A label and the bars beside it; a heading stands above the first lane under it."""

    label: str
    heading: str
    bars: list[Bar]


@dataclass(frozen=True)
class Year:
    text: str
    x: str
    is_wide: bool  # left out on narrow screens


@dataclass(frozen=True)
class Timeline:
    """Lanes below each other on one axis, each a drawing of its own beside its label."""

    years: list[Year]
    lanes: list[Lane]
    lane_height: int = _LANE
    bar_y: int = _BAR_TOP
    bar_height: int = _BAR


@dataclass(frozen=True)
class Row:
    """A label and the terms drawn beside it; those in `muted` are context only."""

    label: str
    terms: list[Membership]
    muted: frozenset[int] = frozenset()
    heading: str = ""


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


def draw(rows: Iterable[Row], today: date) -> Timeline | None:
    """A drawing with one lane a row; None where no start is known."""
    rows = list(rows)
    starts = [term.began.earliest for row in rows for term in row.terms if term.began]
    if not starts:
        return None
    since = min(starts)
    drawn = [[(t, s) for t in row.terms for s in spans_of(t, since, today)] for row in rows]
    axis = _Axis(since, max((s.end for pairs in drawn for _t, s in pairs), default=today))
    headings = [None, *(row.heading for row in rows)]
    return Timeline(
        _years(axis),
        [
            _lane(row, row.heading if row.heading != above else "", pairs, axis)
            for row, above, pairs in zip(rows, headings, drawn, strict=False)
        ],
    )


def _lane(row: Row, heading: str, pairs: list[tuple[Membership, Span]], axis: _Axis) -> Lane:
    bars = [_bar(span, axis, term.pk in row.muted) for term, span in pairs]
    return Lane(row.label, heading, bars)


def _bar(span: Span, axis: _Axis, is_muted: bool) -> Bar:
    kind = "open" if not span.is_certain else "off" if is_muted else "on"
    x = axis.at(span.start)
    return Bar(kind, _per_cent(x), _per_cent(max(axis.at(span.end) - x, _THINNEST)))


def _years(axis: _Axis) -> list[Year]:
    last = axis.start.toordinal() + axis.days
    years = range(axis.start.year + 1, date.fromordinal(last).year + 1)
    step = -(-len(years) // _MOST_YEARS) or 1
    return [
        Year(str(year), _per_cent(axis.at(date(year, 1, 1))), bool(number % 2))
        for number, year in enumerate(years[::step])
        if axis.at(date(year, 1, 1)) < 98
    ]


def from_words(term: Membership, language: str) -> str:
    return term.began.words(language) if term.began else _("not known")


def since_words(term: Membership, language: str) -> str:
    """From when to when, as a phrase: “since 28 January 2021; no end known by 31 March 2026”."""
    words = {
        "began": from_words(term, language),
        "ended": term.ended.words(language) if term.ended else "",
        "day": _day_words(term.known_until, language) if term.known_until else "",
    }
    return _since(term) % words


def _since(term: Membership) -> str:
    if term.ended:
        return _("from %(began)s until %(ended)s") if term.began else _("until %(ended)s")
    if term.known_until:
        known = _("since %(began)s; no end known by %(day)s")
        return known if term.began else _("no end known by %(day)s")
    return _("since %(began)s; the end is not known") if term.began else _("dates not known")


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
