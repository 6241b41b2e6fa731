"""Partial dates: a date as precise as its source, from a day to a span of years.

The value type and its words only; columns and form fields are in `ots_desk.fields`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import total_ordering

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SPAN = re.compile(r"(.+?)\s*(?:/|\.\.)\s*(.+)")

# Babel's CLDR data knows every language of the desk; year and month need a skeleton.
_MONTH_SKELETON = "yMMMM"


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """All days from `earliest` to `latest` (both included) on which it may have been."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"{self.latest} is before {self.earliest}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read "2022", "2022-11", "2022-11-11" or a span "2022-11-11/2022-12".

        Raises ValueError, with a sentence that says what to write instead.
        """
        if span := _SPAN.fullmatch(text.strip()):
            first, last = cls.parse(span[1]), cls.parse(span[2])
            return cls(first.earliest, last.latest)
        if not (match := _ISO.fullmatch(text.strip())):
            raise ValueError(f"“{text}” is not a date: write 2022, 2022-11 or 2022-11-11.")
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            return cls._between(year, month, day)
        except ValueError as error:
            raise ValueError(f"“{text}” is not a day of the calendar.") from error

    @classmethod
    def day(cls, day: date) -> PartialDate:
        return cls(day, day)

    @classmethod
    def _between(cls, year: int, month: int | None, day: int | None) -> PartialDate:
        if day is not None:
            return cls.day(date(year, month, day))
        if month is not None:
            last = calendar.monthrange(year, month)[1]
            return cls(date(year, month, 1), date(year, month, last))
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def precision(self) -> Precision:
        first, last = self.earliest, self.latest
        if first == last:
            return Precision.DAY
        if self == PartialDate._between(first.year, first.month, None):
            return Precision.MONTH
        if self == PartialDate._between(first.year, None, None):
            return Precision.YEAR
        return Precision.SPAN

    def __str__(self) -> str:
        match self.precision:
            case Precision.DAY:
                return self.earliest.isoformat()
            case Precision.MONTH:
                return self.earliest.isoformat()[:7]
            case Precision.YEAR:
                return self.earliest.isoformat()[:4]
        return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"

    def __lt__(self, other: PartialDate) -> bool:
        """Sort by the earliest day; of two with the same, the more precise comes first."""
        return (self.earliest, self.latest) < (other.earliest, other.latest)

    def words(self, language: str) -> str:
        """The date in the words of `language` (BCP 47): “11 November 2022”, “ноябрь 2022 г.”.

        A language that CLDR doesn't know gets the ISO form.
        """
        locale = babel_locale(language)
        match self.precision:
            case Precision.DAY:
                return _spelt_out(format_date(self.earliest, "long", locale))
            case Precision.MONTH:
                month = format_skeleton(_MONTH_SKELETON, self.earliest, locale=locale)
                return _spelt_out(month)
            case Precision.YEAR:
                return str(self.earliest.year)
        first, last = PartialDate.day(self.earliest), PartialDate.day(self.latest)
        return f"{first.words(language)} – {last.words(language)}"


def _spelt_out(words: str) -> str:
    """CLDR shortens the Russian word for year to “г.”, whose dot reads as the end of a sentence;
    newsrooms write it out."""
    return words.replace("\u202fг.", " года")


def babel_locale(language: str) -> str:
    """Babel's name for a BCP 47 code. English dates are British (day first, as the region's
    outlets print them); so are those of a language of which CLDR has no data."""
    if language == "en":
        return "en_GB"
    try:
        return str(Locale.parse(language.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return "en_GB"
