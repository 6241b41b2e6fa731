"""What a document's own data state (JSON-LD, a record's keys), as fields of the draft.

Finds no data itself; the readers of each format do. Names of outlets become the desk's.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from ots_desk.text import fold

from .draft import Draft
from .outlets import outlet_of_address
from .reading import Found, Outlet


def take(
    draft: Draft, declared: Mapping[str, Found], outlets: Sequence[Outlet]
) -> dict[str, Found]:
    """Set the fields that are declared, and keep the lines on which they stand.

    Rules that look for the same fields later find them settled. Returns the fields as set.
    """
    outlet = _outlet(declared, outlets)
    settled = {name: _settled(name, found, declared, outlet) for name, found in declared.items()}
    taken = {name: found for name, found in settled.items() if found}
    draft.fields.update(taken)
    for found in declared.values():
        _keep_line(draft, found)
    return taken


def hold_time(draft: Draft, taken: Mapping[str, Found]) -> None:
    """Let the declared time of publication stand, whatever dates the text prints.

    Those were compared with it, and flagged where they say otherwise.
    """
    stated = taken.get("published")
    if stated is None:
        return
    if draft.value("crawled") == stated.value and "crawled" not in taken:
        draft.fields.pop("crawled", None)
        draft.fields.pop("crawled_time", None)
    if draft.value("published") != stated.value:
        draft.fields.pop("published_time", None)
        draft.fields.pop("zone", None)
    times = ("published", "published_time", "zone")
    draft.fields.update({name: taken[name] for name in times if name in taken})


def _settled(
    name: str, found: Found, declared: Mapping[str, Found], outlet: Outlet | None
) -> Found | None:
    if name == "source":
        return replace(found, value=outlet.id) if outlet else None
    if name == "zone":
        return replace(found, value=_zone(str(found.value), declared, outlet))
    if name == "views":
        is_number = re.fullmatch("[0-9]{1,9}", str(found.value))
        return replace(found, value=int(found.value)) if is_number else None
    return found


def _outlet(declared: Mapping[str, Found], outlets: Sequence[Outlet]) -> Outlet | None:
    """The outlet of the declared address, else the one that is declared by name or domain."""
    if "url" in declared:
        outlet = outlet_of_address(str(declared["url"].value), outlets)
        if outlet:
            return outlet
    if "source" not in declared:
        return None
    name = str(declared["source"].value)
    named = (one for one in outlets if fold(name) in (fold(one.name), fold(one.id)))
    return next(named, None) or outlet_of_address(f"http://{name.strip()}/", outlets)


def _zone(offset: str, declared: Mapping[str, Found], outlet: Outlet | None) -> str:
    """The zone of a printed offset such as "+06:00": the outlet's where it had that offset at
    the time. Otherwise the offset stands as it is, since many places can have it."""
    if outlet and outlet.zone and _offset_of(outlet.zone, declared) == offset:
        return outlet.zone
    return "UTC" if offset == "+00:00" else f"UTC{offset}"


def _offset_of(zone: str, declared: Mapping[str, Found]) -> str | None:
    try:
        clock = f"{declared['published'].value}T{declared['published_time'].value}"
        offset = datetime.fromisoformat(clock).replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except (KeyError, ValueError):
        return None
    return _in_words(offset) if offset is not None else None


def _in_words(offset: timedelta) -> str:
    minutes = int(offset.total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _keep_line(draft: Draft, found: Found) -> None:
    for piece in draft.open_pieces():
        if found.start is not None and piece.start <= found.start < piece.end:
            draft.decide(piece, "kept", found.rule)
            return
