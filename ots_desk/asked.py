"""What a reader asks for in an address: `?q=…`, `?when=2025-09`, `?on=2025-09-12`."""

from dataclasses import dataclass
from datetime import date

from ots_desk.interface import date_words
from ots_desk.partial_dates import PartialDate


def asked_of(request, name: str, longest: int) -> str:
    """The value of `name`, cut to `longest` characters; empty where nothing is asked. NUL, which
    PostgreSQL refuses in a text, is left out."""
    return request.GET.get(name, "").replace("\0", "").strip()[:longest]


def asked_stretch(request, name: str) -> PartialDate | None:
    """The stretch of time that is asked for; what is no date asks for nothing."""
    try:
        return PartialDate.parse(asked_of(request, name, 30))
    except ValueError:
        return None


@dataclass(frozen=True)
class AskedDay:
    """The day that a page is about, and words that were asked for and are no day."""

    day: date
    not_a_day: str

    @property
    def words(self) -> str:
        return date_words(PartialDate.day(self.day))


def asked_day_or(request, name: str, today: date) -> AskedDay:
    """The day that is asked for, else `today`."""
    day = asked_day(request, name)
    return AskedDay(day or today, "" if day else asked_of(request, name, 30))


def asked_day(request, name: str) -> date | None:
    """The day that is asked for; None where that is no single day."""
    stretch = asked_stretch(request, name)
    return stretch.earliest if stretch and stretch.earliest == stretch.latest else None
