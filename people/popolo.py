"""Popolo's words for the desk's values. Pure; used by the API and by the export.

Popolo (popoloproject.com) is a common format for who holds which office.
"""

from ots_desk.partial_dates import PartialDate, Precision


def popolo_date(date: PartialDate | None) -> str | None:
    """2022, 2022-11 or 2022-11-11. A span, which Popolo doesn't know, becomes the year in which it
    lies; none where it lies in several."""
    if date is None:
        return None
    if date.precision != Precision.SPAN:
        return str(date)
    first, last = date.earliest.year, date.latest.year
    return str(first) if first == last else None
