"""The zone of the clock that a text prints."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from .draft import Draft
from .reading import Outlet


def read_zone(draft: Draft, outlets: Sequence[Outlet]) -> None:
    """Take the zone of the clock from the outlet; one that the page prints must agree with it.

    Without a known outlet a printed distance from UTC stays as it is; no distance stands for a
    place, since places change theirs (Kazakhstan did in March 2024).
    """
    source = draft.value("source")
    zone = next((one.zone for one in outlets if one.id == source), None)
    if not draft.value("published_time") or not zone:
        return
    printed = draft.fields.pop("zone", None)
    draft.find("zone", zone, "zone_of_outlet", inferred=True)
    expected = _distance(zone, str(draft.value("published")))
    if printed and expected and printed.value != expected:
        draft.flag(
            "clock_conflict", ours=f"{zone}, {expected}", other=str(printed.value), where="page"
        )


def _distance(zone: str, day: str) -> str | None:
    """The zone's distance from UTC at noon of `day`, as "UTC+05:00"."""
    if len(day) != 10:
        return None
    offset = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo(zone)).utcoffset()
    minutes = int((offset or timedelta()).total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
