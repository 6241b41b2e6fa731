"""One row, three ways: its value today, what the files said before, what they say now.

The comparison alone; reading and writing rows is `storing` and `spellings`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model


def follow(row: Model, before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[set[str], bool]:
    """Give `row` what differs between `before` and `now`, except where an editor changed it.

    Returns the attributes that changed, and whether anything of an editor's was kept.
    """
    changed, kept = set(), False
    for name, value in now.items():
        is_news = name not in before or before[name] != value
        today = getattr(row, name)
        if not is_news or today == value:
            continue
        if name in before and today == before[name]:
            setattr(row, name, value)
            changed.add(name)
        else:
            kept = True
    return changed, kept


def is_untouched(row: Model, before: Mapping[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in before.items())


def columns(model: type[Model], attributes: Iterable[str]) -> list[str]:
    """The columns behind `attributes`: a partial date has two."""
    dates = getattr(model, "partial_dates", {})
    found = []
    for name in sorted(attributes):
        found += [f"{name}_earliest", f"{name}_latest"] if name in dates else [name]
    return found
