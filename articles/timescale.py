"""A scale of time: whole calendar years cut into months, quarters, years or decades.

Pure. What is drawn on it is `articles.bars`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from ots_desk.partial_dates import PartialDate


class Step(IntEnum):
    """How long a bar's stretch of time is, in months."""

    MONTH = 1
    QUARTER = 3
    YEAR = 12
    DECADE = 120


# A step is taken up to so many calendar years, so that no drawing has more than forty bars (of
# decades it may: a century of news has ten).
_UP_TO_YEARS = {Step.MONTH: 3, Step.QUARTER: 10, Step.YEAR: 40}


@dataclass(frozen=True)
class Axis:
    """Whole calendar years, cut into equal steps, which are numbered from 0."""

    first_year: int
    last_year: int
    step: Step

    @classmethod
    def over(cls, dates: Iterable[PartialDate]) -> Axis:
        dates = list(dates)
        first = min(day.earliest for day in dates).year
        last = max(day.latest for day in dates).year
        fits = (step for step, years in _UP_TO_YEARS.items() if last - first < years)
        step = next(fits, Step.DECADE)
        return cls(first - first % 10 if step == Step.DECADE else first, last, step)

    @property
    def length(self) -> int:
        return -(-(self.last_year - self.first_year + 1) * 12 // self.step)

    def number(self, day: date) -> int:
        return ((day.year - self.first_year) * 12 + day.month - 1) // self.step

    def sort(
        self, counts: Mapping[PartialDate | None, int]
    ) -> tuple[Counter[int], Counter[PartialDate | None]]:
        """How many fall into each step, and how many are dated less exactly, or not at all."""
        within, vague = Counter(), Counter()
        for day, count in counts.items():
            if day and self.number(day.earliest) == self.number(day.latest):
                within[self.number(day.earliest)] += count
            else:
                vague[day] += count
        return within, vague

    def stretch(self, number: int) -> PartialDate:
        """The days of a step."""
        first = self._month(number * self.step)
        last = self._month((number + 1) * self.step - 1)
        return PartialDate(first.earliest, last.latest)

    def _month(self, months: int) -> PartialDate:
        # The first decade of all begins before the first year that a date can have.
        year = max(self.first_year + months // 12, date.min.year)
        return PartialDate.parse(f"{year:04}-{months % 12 + 1:02}")

    def x(self, number: float) -> str:
        return per_cent(number / self.length)


def per_cent(part: float) -> str:
    """Always with a point: in a template Russian would make it a comma, which SVG can't read."""
    return f"{part * 100:.2f}%"


def stretch_words(stretch: PartialDate, language: str) -> str:
    """“July 2025 – September 2025”: a span of whole months by its months, others as they are."""
    first = PartialDate.parse(str(stretch.earliest)[:7])
    last = PartialDate.parse(str(stretch.latest)[:7])
    is_of_months = (first.earliest, last.latest) == (stretch.earliest, stretch.latest)
    if stretch.precision != "span" or not is_of_months:
        return stretch.words(language)
    if (first.earliest.month, last.earliest.month) == (1, 12):
        return f"{first.earliest.year} – {last.earliest.year}"
    return f"{first.words(language)} – {last.words(language)}"
