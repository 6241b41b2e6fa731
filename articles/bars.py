"""Articles over time as a drawing: bars by month, quarter or year, in per cent across and pixels
down.

Pure: takes counts and gives numbers and words; the template only prints them. Counting is
`articles.coverage`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from babel.dates import format_skeleton
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.timescale import Axis, Step, per_cent, stretch_words
from ots_desk.partial_dates import PartialDate, babel_locale

# Pixels: room for the figure above the highest bar, the bars, the words below.
_TOP, _BARS, _WORDS = 20, 80, 20
_WORDS_Y = f"{_TOP + _BARS + 16}"

# Fewer bars than this have room for their figure and for the name of their month.
_ROOM_FOR_WORDS = 12

# Beyond so many years only every second, third … is written, or they would touch.
_MOST_YEARS = 10

# Part of a bar's place that the bar fills; the rest is the gap to the next.
_FILLED = 0.84


@dataclass(frozen=True)
class Series:
    """Counts by date: texts of one sort, such as published ones or drafts."""

    counts: Mapping[PartialDate | None, int]
    kind: str = "on"  # "on" or "off", as the stylesheet names them


@dataclass(frozen=True)
class Bar:
    kind: str
    x: str
    width: str
    y: str
    height: str


@dataclass(frozen=True)
class Word:
    """A figure above a bar, or a month or year below it."""

    text: str
    x: str
    y: str
    is_wide: bool = False  # left out on narrow screens


@dataclass(frozen=True)
class Reach:
    """The column of one stretch of time, for the pointer."""

    asked: str
    x: str
    width: str
    words: str


@dataclass(frozen=True)
class Line:
    """A row of the table: when, the count of each series, and what to ask the list for."""

    when: str
    counts: list[int]
    asked: str = ""


@dataclass(frozen=True)
class Bars:
    bars: list[Bar]
    figures: list[Word]
    words: list[Word]
    reaches: list[Reach]
    lines: list[Line]
    says: str
    base: int = _TOP + _BARS
    height: int = _TOP + _BARS + _WORDS


def articles_words(count: int) -> str:
    return ngettext("%(count)s article", "%(count)s articles", count) % {"count": count}


def texts_words(count: int) -> str:
    return ngettext("%(count)s text", "%(count)s texts", count) % {"count": count}


def draw(
    series: Iterable[Series], language: str, in_words: Callable[[int], str] = articles_words
) -> Bars | None:
    """The drawing and its table; None where no text has a date. Of several series the first
    stands at the bottom. Texts that are dated less exactly than a bar stand in the table only."""
    series = list(series)
    dates = [day for one in series for day in one.counts if day]
    if not dates:
        return None
    axis = Axis.over(dates)
    sorted_in = [axis.sort(one.counts) for one in series]
    totals = sum((counts for counts, _vague in sorted_in), Counter())
    return Bars(
        bars=_stacked(axis, series, [counts for counts, _vague in sorted_in], totals),
        figures=_figures(axis, totals),
        words=_words(axis, language),
        reaches=[
            _reach(axis, number, in_words(totals[number]), language) for number in sorted(totals)
        ],
        lines=_lines(axis, sorted_in, language),
        says=_finding(axis, sorted_in, totals, language, in_words),
    )


def _stacked(
    axis: Axis, series: list[Series], counts: list[Counter[int]], totals: Counter[int]
) -> list[Bar]:
    highest = max(totals.values(), default=1)
    below: Counter[int] = Counter()
    bars = []
    for one, own in zip(series, counts, strict=True):
        for number, count in sorted(own.items()):
            bars.append(_bar(axis, one.kind, number, below[number] / highest, count / highest))
        below += own
    return bars


def _bar(axis: Axis, kind: str, number: int, below: float, part: float) -> Bar:
    height, x = part * _BARS, axis.x(number + (1 - _FILLED) / 2)
    y = _TOP + _BARS * (1 - below) - height
    return Bar(kind, x, per_cent(_FILLED / axis.length), f"{y:.1f}", f"{height:.1f}")


def _figures(axis: Axis, totals: Counter[int]) -> list[Word]:
    """The count above each bar; where they have no room, above the highest only."""
    highest = max(totals.values(), default=1)
    if axis.length > _ROOM_FOR_WORDS:
        totals = Counter(dict(totals.most_common(1)))
    return [
        Word(str(count), axis.x(number + 0.5), f"{_TOP + _BARS * (1 - count / highest) - 6:.1f}")
        for number, count in totals.items()
    ]


def _words(axis: Axis, language: str) -> list[Word]:
    """Below the bars: months where there is room for them, else years where they begin."""
    if axis.step == Step.MONTH and axis.length <= _ROOM_FOR_WORDS:
        return [
            Word(_month_word(axis.stretch(n), language), axis.x(n), _WORDS_Y, bool(n % 2))
            for n in range(axis.length)
        ]
    firsts = [axis.stretch(n).earliest for n in range(axis.length)]
    years = [(n, first.year) for n, first in enumerate(firsts) if first.month == 1]
    every = -(-len(years) // _MOST_YEARS)
    return [
        Word(str(year), axis.x(n), _WORDS_Y, bool(count % 2))
        for count, (n, year) in enumerate(years[::every])
    ]


def _month_word(month: PartialDate, language: str) -> str:
    return format_skeleton("MMM", month.earliest, locale=babel_locale(language))


def _reach(axis: Axis, number: int, count: str, language: str) -> Reach:
    stretch = axis.stretch(number)
    words = f"{stretch_words(stretch, language)}: {count}"
    return Reach(str(stretch), axis.x(number), per_cent(1 / axis.length), words)


def _lines(axis: Axis, sorted_in: list[tuple[Counter, Counter]], language: str) -> list[Line]:
    """Every step that has a text, the latest first, then what isn't drawn."""
    steps = sorted({number for counts, _vague in sorted_in for number in counts}, reverse=True)
    drawn = [
        Line(
            stretch_words(axis.stretch(number), language),
            [counts[number] for counts, _vague in sorted_in],
            str(axis.stretch(number)),
        )
        for number in steps
    ]
    vague = {day for _counts, vague in sorted_in for day in vague}
    dated = sorted((day for day in vague if day), reverse=True)
    apart = [
        Line(_vague_words(day, language), [vague[day] for _counts, vague in sorted_in])
        for day in [*dated, *([None] if None in vague else [])]
    ]
    return [*drawn, *apart]


def _vague_words(day: PartialDate | None, language: str) -> str:
    if not day:
        return _("Date not stated")
    return _("%(date)s, not dated more exactly") % {"date": stretch_words(day, language)}


def _finding(
    axis: Axis,
    sorted_in: list[tuple],
    totals: Counter[int],
    language: str,
    in_words: Callable[[int], str],
) -> str:
    """What the drawing shows, in words."""
    apart = sum(sum(vague.values()) for _counts, vague in sorted_in)
    more = ngettext(
        "%(count)s more has no date as exact as that.",
        "%(count)s more have no date as exact as that.",
        apart,
    ) % {"count": apart}
    return f"{_drawn_words(axis, totals, language, in_words)} {more if apart else ''}".strip()


def _drawn_words(
    axis: Axis, totals: Counter[int], language: str, in_words: Callable[[int], str]
) -> str:
    if not totals:
        return _("No date is exact enough to be drawn.")
    peak, most = max(totals.items(), key=lambda pair: (pair[1], -pair[0]))
    words = {
        "count": in_words(sum(totals.values())),
        "first": stretch_words(axis.stretch(min(totals)), language),
        "last": stretch_words(axis.stretch(max(totals)), language),
        "peak": stretch_words(axis.stretch(peak), language),
        "most": most,
    }
    if len(totals) == 1:
        return _("%(count)s, %(first)s.") % words
    return _("%(count)s, %(first)s – %(last)s; most: %(peak)s (%(most)s).") % words
