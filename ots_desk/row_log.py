"""Which rows an operation changed: noted before, compared after, kept as plain values.

Only notes; taking changes back is `ots_desk.reversing`'s.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from django.apps import apps
from django.db import models
from django.db.models import F
from django.db.models.deletion import Collector

from ots_desk.versions import VersionedModel

# A row of some model: its label and its id.
Key = tuple[str, int]

# So many ids go into one query: SQLite takes no more values than 32,766.
BATCH = 5000


class RowLog:
    """Notes rows before an operation changes them, and those that it makes.

    Rows are taken back in the reverse of the order in which they were noted.
    """

    def __init__(self):
        self._before: dict[Key, dict | None] = {}
        # The keys of the rows in their order, and among them what `pointing` did to many at once.
        self._order: list[Key | dict] = []

    def touching(self, *rows: models.Model) -> None:
        """These rows, as they are now, are about to be changed or deleted."""
        for row in rows:
            self._note(key_of(row), values_of(row))

    def made(self, *rows: models.Model) -> None:
        """These rows are new."""
        for row in rows:
            self._note(key_of(row), None)

    def pointing(self, rows: models.QuerySet, field: str, to: int | None) -> list[int]:
        """Write the id `to` into a foreign key of all these rows at once; returns their ids.

        They may be many (whom a person's record has named in years): one entry of the log holds
        all that pointed at the same before.
        """
        model, attname = rows.model, rows.model._meta.get_field(field).attname
        former = defaultdict(list)
        for pk, before in rows.select_for_update().order_by("pk").values_list("pk", attname):
            former[before].append(pk)
        former.pop(to, None)
        for before, pks in former.items():
            self._note_many(model, pks, {attname: before}, {attname: to})
            update_many(model, pks, {attname: to})
        return sorted(pk for pks in former.values() for pk in pks)

    def deleting(self, rows: Iterable[models.Model]) -> None:
        """Delete these rows, and note them with all that goes along or loses its link to them."""
        collector = Collector(using="default")
        collector.collect(list(rows))
        collector.sort()
        for group in _leaning(collector):
            self.touching(*group)
        collector.delete()

    def rows(self) -> list[dict]:
        """What became of the rows, as JSON: `{"model", "pk", "before", "after"}`.

        Of a changed row only the values that differ; a new one has no `before`, a deleted one no
        `after`, and the other side whole. Rows that were pointed elsewhere at once share an entry:
        it has `pks` instead of `pk`. What hasn't changed is left out.
        """
        now = stored_rows(self._before)
        return [entry for note in self._order for entry in self._entries(note, now)]

    def _entries(self, note: Key | dict, now: dict[Key, models.Model]) -> Iterator[dict]:
        if isinstance(note, dict):
            yield note
            return
        before, after = _difference(self._before[note], values_of(now.get(note)))
        if before != after:
            yield {"model": note[0], "pk": note[1], "before": before, "after": after}

    def _note(self, key: Key, before: dict | None) -> None:
        if key not in self._before:
            self._before[key] = before
            self._order.append(key)

    def _note_many(self, model: type[models.Model], pks: list[int], before, after) -> None:
        """Without rows that are noted whole: those are compared at the end."""
        label = model._meta.label
        pks = [pk for pk in pks if (label, pk) not in self._before]
        if pks:
            self._order.append({"model": label, "pks": pks, "before": before, "after": after})


def key_of(row: models.Model) -> Key:
    return row._meta.label, row.pk


def ids_of(entry: dict) -> list[int]:
    """The ids of the rows that an entry of a log is about."""
    return entry["pks"] if "pks" in entry else [entry["pk"]]


def without_ids(entry: dict, ids: set[int]) -> dict | None:
    """The entry without these rows; None where it is about no other."""
    left = [pk for pk in ids_of(entry) if pk not in ids]
    if "pks" in entry and left:
        return {**entry, "pks": left}
    return entry if left else None


def values_of(row: models.Model | None) -> dict | None:
    """The columns of a row as JSON values; None where there is no row."""
    if row is None:
        return None
    return {field.attname: plain(field, row) for field in row._meta.concrete_fields}


def plain(field: models.Field, row: models.Model):
    """The value of one column, as JSON has it."""
    value = field.value_from_object(row)
    is_plain = value is None or isinstance(value, str | int | list | dict)
    return value if is_plain else field.value_to_string(row)


def stored_rows(keys: Iterable[Key], lock: bool = False) -> dict[Key, models.Model]:
    """The rows as they are stored now; one query a model."""
    wanted: dict[str, list[int]] = {}
    for label, pk in keys:
        wanted.setdefault(label, []).append(pk)
    found = {}
    for label, pks in wanted.items():
        rows = apps.get_model(label)._base_manager.order_by("pk")
        rows = rows.select_for_update() if lock else rows
        for some in in_batches(pks):
            found |= {(label, pk): row for pk, row in rows.in_bulk(some).items()}
    return found


def in_batches(pks: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(pks)
    while some := list(islice(rest, BATCH)):
        yield some


def update_many(model: type[models.Model], pks: Iterable[int], values: dict) -> None:
    """Write the same values into many rows; their versions rise."""
    if issubclass(model, VersionedModel):
        values = {**values, "version": F("version") + 1}
    for some in in_batches(pks):
        model._base_manager.filter(pk__in=some).update(**values)


def _difference(before: dict | None, after: dict | None) -> tuple[dict | None, dict | None]:
    if before is None or after is None:
        return before, after
    differing = [name for name in before if before[name] != after[name]]
    return {n: before[n] for n in differing}, {n: after[n] for n in differing}


def _leaning(collector: Collector) -> Iterator[Iterable[models.Model]]:
    """What a deletion takes along or changes: the rows that lean on others before those."""
    for groups in collector.field_updates.values():
        yield from groups
    yield from collector.fast_deletes
    yield from collector.data.values()
