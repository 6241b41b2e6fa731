"""Partial dates as Popolo has them. Pure."""

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


def date_values(key: str, date: PartialDate | None) -> dict[str, str | None]:
    """`date` under `key`; where it is a span, all of it under a further key."""
    values = {key: popolo_date(date)}
    if date and date.precision == Precision.SPAN:
        values[_span_key(key)] = str(date)
    return values


def date_of(key: str, values: dict) -> str | None:
    """The date that `date_values` put under `key`, as `PartialDate` reads it."""
    return values.get(_span_key(key)) or values.get(key)


def date_keys(*keys: str) -> tuple[str, ...]:
    return (*keys, *map(_span_key, keys))


def _span_key(key: str) -> str:
    return f"{key}_span"
