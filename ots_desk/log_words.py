"""What an operation did, from its log, for the page that shows it and offers to undo it."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ots_desk.cells import bookkeeping
from ots_desk.interface import date_words
from ots_desk.merging import label_of
from ots_desk.partial_dates import PartialDate
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
    record = str(records.get((row["model"], row.get("pk"))) or "")
    before, after = (_with_whole_dates(model, row[side]) for side in ("before", "after"))
    for name in after:
        if not _is_link(model, name) and name not in bookkeeping(model):
            yield ChangedValue(record, label_of(model, name), before[name], after[name])


def _with_whole_dates(model: type[models.Model], values: dict) -> dict:
    """The two ends of a partial date as one value."""
    values = dict(values)
    for name in getattr(model, "partial_dates", {}):
        columns = [column for column in (f"{name}_earliest", f"{name}_latest") if column in values]
        if columns:
            ends = [end for column in columns if (end := values.pop(column))]
            values[name] = date_words(PartialDate.parse("/".join(ends))) if ends else ""
    return values


def _is_link(model: type[models.Model], name: str) -> bool:
    is_date = name in getattr(model, "partial_dates", {})
    return not is_date and model._meta.get_field(name).is_relation
