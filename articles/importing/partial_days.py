"""Days that may lack a month or a day of it, as they are compared while a text is dated."""

from calendar import monthrange
from datetime import date

from .draft import Draft

DAY_LENGTH = len("2025-09-12")
_TWO_MONTHS = 59


def crawl_day(draft: Draft) -> date | None:
    """The day of the crawler's visit: the last one where only its month is known."""
    crawled = str(draft.value("published") or "")
    if len(crawled) == DAY_LENGTH:
        return date.fromisoformat(crawled)
    return last_day(crawled) if len(crawled) == len("2025-09") else None


def last_day(month: str) -> date:
    year, number = (int(part) for part in month.split("-"))
    return date(year, number, monthrange(year, number)[1])


def is_near(day: str, month: str) -> bool:
    """True for a day in `month` or in the one before."""
    return 0 <= (last_day(month) - date.fromisoformat(day)).days < _TWO_MONTHS


def days_apart(partial: str, day: str) -> int:
    """Distance in days; a month or a year that holds the day is no distance away."""
    if day.startswith(partial):
        return 0
    return abs((first_day(partial) - first_day(day)).days)


def first_day(partial: str) -> date:
    """The first day of a date that may lack day and month; ValueError where none exists."""
    year, month, day = [*(int(part) for part in partial.split("-")), 1, 1][:3]
    return date(year, month, day)


def is_date(partial: str) -> bool:
    """True for a date that exists: 2025, 2025-09 or 2025-09-12."""
    try:
        first_day(partial)
    except ValueError:
        return False
    return True
