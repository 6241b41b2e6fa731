"""Which rows an operation changed: noted before, compared after, kept as plain values.

Only notes; taking changes back is `ots_desk.reversing`'s.
"""

from collections.abc import Iterable

from django.apps import apps
from django.db import models

# A row of some model: its label and its id.
Key = tuple[str, int]


class RowLog:
    """Notes rows before an operation changes them, and those that it makes.

    Rows are taken back in the reverse of the order in which they were noted.
    """

    def __init__(self):
        self._before: dict[Key, dict | None] = {}

    def touching(self, *rows: models.Model) -> None:
        """These rows, as they are now, are about to be changed or deleted."""
        for row in rows:
            self._before.setdefault(key_of(row), values_of(row))

    def made(self, *rows: models.Model) -> None:
        """These rows are new."""
        for row in rows:
            self._before.setdefault(key_of(row), None)

    def rows(self) -> list[dict]:
        """What became of the rows, as JSON: `{"model", "pk", "before", "after"}`.

        Of a changed row only the values that differ; a new one has no `before`, a deleted one no
        `after`, and the other side whole. What hasn't changed is left out.
        """
        now = stored_rows(self._before)
        return [
            {"model": label, "pk": pk, "before": before, "after": after}
            for (label, pk), was in self._before.items()
            for before, after in [_difference(was, values_of(now.get((label, pk))))]
            if before != after
        ]


def key_of(row: models.Model) -> Key:
    return row._meta.label, row.pk


def values_of(row: models.Model | None) -> dict | None:
    """The columns of a row as JSON values; None where there is no row."""
    if row is None:
        return None
    return {field.attname: _plain(field, row) for field in row._meta.concrete_fields}


def stored_rows(keys: Iterable[Key], lock: bool = False) -> dict[Key, models.Model]:
    """The rows as they are stored now; one query a model."""
    wanted: dict[str, list[int]] = {}
    for label, pk in keys:
        wanted.setdefault(label, []).append(pk)
    found = {}
    for label, pks in wanted.items():
        rows = apps.get_model(label)._base_manager.order_by("pk")
        rows = rows.select_for_update() if lock else rows
        found |= {(label, pk): row for pk, row in rows.in_bulk(pks).items()}
    return found


def _plain(field: models.Field, row: models.Model):
    value = field.value_from_object(row)
    is_plain = value is None or isinstance(value, str | int | list | dict)
    return value if is_plain else field.value_to_string(row)


def _difference(before: dict | None, after: dict | None) -> tuple[dict | None, dict | None]:
    if before is None or after is None:
        return before, after
    differing = [name for name in before if before[name] != after[name]]
    return {n: before[n] for n in differing}, {n: after[n] for n in differing}
