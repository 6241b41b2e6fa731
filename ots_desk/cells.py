"""Which fields of which rows an operation changed, and on which ones it rests.

By these two operations are told apart that can be taken back in any order, and those that can't.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.apps import apps
from django.db import models

from ots_desk.row_log import ids_of

# Says nothing about a row but that it was saved. A model names more in its own `BOOKKEEPING`.
COUNTERS = {"version", "changed_at"}

# Among the names of its fields: that the row is there at all, and whatever was done to it.
_BEING, _ANY = "is there", "any"

# By model and field, the ids of the rows.
Cells = dict[tuple[str, str], set[int]]


def bookkeeping(model: type[models.Model]) -> set[str]:
    """The columns that no editor writes: another value there is no change of anybody's."""
    return {*COUNTERS, *getattr(model, "BOOKKEEPING", ())}


def changed_cells(rows: Iterable[dict]) -> Cells:
    """What an operation changed, by its log."""
    cells = _written(rows)
    for (label, _name), ids in list(cells.items()):
        cells[label, _ANY] |= ids
    return cells


def needed_cells(rows: Iterable[dict], rests_on: dict[str, str]) -> Cells:
    """What an operation rests on: the fields that it changed, the rows that they are of (of a
    deleted one all that was done to it), and the rows that its foreign keys point at, with the
    field that those rest on."""
    cells = _written(rows)
    for (label, _name), ids in list(cells.items()):
        cells[label, _BEING] |= ids
    for row in rows:
        if row["after"] is None:
            cells[row["model"], _ANY].add(row["pk"])
        else:
            _add_pointed(cells, row, rests_on)
    return cells


def _written(rows: Iterable[dict]) -> Cells:
    cells: Cells = defaultdict(set)
    for row in rows:
        is_whole = row["before"] is None or row["after"] is None
        names = {_BEING} if is_whole else row["after"].keys()
        for name in names - bookkeeping(apps.get_model(row["model"])):
            cells[row["model"], name].update(ids_of(row))
    return cells


def _add_pointed(cells: Cells, row: dict, rests_on: dict[str, str]) -> None:
    model = apps.get_model(row["model"])
    for name, value in row["after"].items():
        field = model._meta.get_field(name)
        if field.is_relation and value is not None:
            label = field.related_model._meta.label
            cells[label, _BEING].add(value)
            if name in rests_on:
                cells[label, rests_on[name]].add(value)
