"""What an operation did, from its log, for the page that shows it and offers to undo it."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ots_desk.cells import bookkeeping
from ots_desk.row_log import ids_of, stored_rows


@dataclass(frozen=True)
class ChangedValue:
    """One value of one record, before and after."""

    record: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Account:
    """How many rows were moved, made or deleted, by what they are; and the values that changed."""

    counts: list[tuple[str, int]]
    values: list[ChangedValue]


def account_of(rows: Iterable[dict], told: Collection[str]) -> Account:
    """`told` are the models whose changed values are shown one by one."""
    rows = list(rows)
    counts: Counter[str] = Counter()
    for row in rows:
        counts[_what(row)] += len(ids_of(row))
    changed = [row for row in rows if row["model"] in told and row["before"] and row["after"]]
    records = stored_rows((row["model"], row["pk"]) for row in changed if "pk" in row)
    values = [value for row in changed for value in _values(row, records)]
    return Account(counts.most_common(), values)


def _what(row: dict) -> str:
    plural = capfirst(str(apps.get_model(row["model"])._meta.verbose_name_plural))
    if row["before"] is None:
        return _("%(rows)s: new") % {"rows": plural}
    if row["after"] is None:
        return _("%(rows)s: gone, because the survivor had the like") % {"rows": plural}
    return plural


def _values(row: dict, records: dict) -> Iterable[ChangedValue]:
    """Without links from record to record: those are what moved."""
    model = apps.get_model(row["model"])
    for name, after in row["after"].items():
        field = model._meta.get_field(name)
        if not field.is_relation and name not in bookkeeping(model):
            record = records.get((row["model"], row.get("pk")))
            label = capfirst(str(field.verbose_name))
            yield ChangedValue(str(record or ""), label, row["before"][name], after)
