"""What a document's own data state (JSON-LD, a record's keys), as fields of the draft.

Finds no data itself; the readers of each format do. Names of outlets become the desk's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from ots_desk.text import fold

from .draft import Draft
from .outlets import outlet_of_address
from .reading import Found, Outlet


def take(draft: Draft, declared: Mapping[str, Found], outlets: Sequence[Outlet]) -> None:
    """Set the fields that are declared, and keep the lines on which they stand.

    Rules that look for the same fields later find them settled.
    """
    outlet = _outlet(declared, outlets)
    for name, found in declared.items():
        settled = _settled(name, found, declared, outlet)
        if settled:
            draft.fields[name] = settled
        _keep_line(draft, found)


def _settled(
    name: str, found: Found, declared: Mapping[str, Found], outlet: Outlet | None
) -> Found | None:
    if name == "source":
        return replace(found, value=outlet.id) if outlet else None
    if name == "zone":
        zone = _zone(str(found.value), declared, outlet)
        return replace(found, value=zone) if zone else None
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


def _zone(offset: str, declared: Mapping[str, Found], outlet: Outlet | None) -> str | None:
    """The zone of a printed offset such as "+06:00": the outlet's where it had that offset at
    the time, else only UTC can be named."""
    if outlet and outlet.zone and _offset_of(outlet.zone, declared) == offset:
        return outlet.zone
    return "UTC" if offset == "+00:00" else None


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
