"""The three-way load: what the files say now, what they said before, what the desk holds today.

Rows of one table here; spellings of names, which have no id of their own, in `spellings`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model

from ots_desk.versions import VersionedModel
from people.models import ReferenceItem
from people.reference.ids import number_in
from people.reference.links import Links
from people.reference.problems import BrokenReference
from people.reference.reading import Item, Reference
from people.reference.tables import Data, Table
from people.reference.threeway import columns, follow

# Items whose parts are stored together.
BATCH = 1000
Progress: TypeAlias = Callable[[list[list[Item]]], Iterable[list[Item]]]


@dataclass(frozen=True)
class ReferenceResult:
    """How many items were new, changed something or changed nothing, and the ids of those that
    were not followed in everything because an editor's word stands. `left_out` says in words
    which terms were not taken in because they overlap the desk's own."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass
class Load:
    """One load while it goes on: what the items said last time, where ids lead, what came of
    each item."""

    former: dict[str, Data]
    links: Links = field(default_factory=Links)
    created: set[str] = field(default_factory=set)
    updated: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    left_out: list[str] = field(default_factory=list)

    @property
    def touched(self) -> set[str]:
        return self.created | self.updated

    def leave_out(self, id: str, words: str) -> None:
        """Say of an item whose row was created and is about to go why it has to."""
        self.created.discard(id)
        self.kept.add(id)
        self.left_out.append(words)

    def result(self, items: Sequence[Item]) -> ReferenceResult:
        updated = self.updated - self.created
        return ReferenceResult(
            created=len(self.created),
            updated=len(updated),
            unchanged=len(items) - len(self.created) - len(updated),
            kept=tuple(item.id for item in items if item.id in self.kept),
            left_out=tuple(self.left_out),
        )


def store(reference: Reference, tables: Sequence[Table]) -> ReferenceResult:
    """Load items that `find_problems` found sound; call it in a transaction.

    A value that still is as the files said before follows the files; any other is an editor's and
    stays. What an editor deleted stays deleted; an item that left the files leaves no trace here.
    Tables come in the order of their links. Items that are as they were at the last load are
    skipped, so that a second load asks one question and writes nothing.
    """
    load = Load(former=dict(ReferenceItem.objects.values_list("reference", "item")))
    changed = [item for item in reference.items if load.former.get(item.id) != item.data]
    _store_all(changed, tables, load)
    _remember(changed)
    return load.result(reference.items)


def add(
    reference: Reference, tables: Sequence[Table], progress: Progress = iter
) -> ReferenceResult:
    """Add what the desk lacks of another desk's items, which `find_problems` found sound, and
    change nothing that it has; call it in a transaction.

    Records made at that desk keep their number. Raises `BrokenReference` where this desk has
    another record of that number. Links stay as they are, even to merged records. `progress` is
    given the batches of each table, as they are to be worked through.
    """
    load = Load(former={}, links=Links(through_merges=False))
    _store_all(reference.items, tables, load, progress)
    return load.result(reference.items)


def _store_all(
    items: Sequence[Item], tables: Sequence[Table], load: Load, progress: Progress = iter
) -> None:
    for table in tables:
        if own := [item for item in items if item.file in table.files]:
            _store_rows(table, own, load)
            for batch in progress([own[n : n + BATCH] for n in range(0, len(own), BATCH)]):
                table.store_parts(batch, load)


def _remember(items: Iterable[Item]) -> None:
    ReferenceItem.objects.bulk_create(
        [ReferenceItem(reference=item.id, item=item.data) for item in items],
        update_conflicts=True,
        unique_fields=["reference"],
        update_fields=["item", "loaded_at"],
    )


def _store_rows(table: Table, items: list[Item], load: Load) -> None:
    rows = _rows_of(table, items, load)
    new, standing = [], []
    for item in items:
        is_deleted = item.id in load.former and item.id not in rows
        if is_deleted or _leads_nowhere(item, table, load):
            load.kept.add(item.id)
        elif item.id in rows:
            standing.append((rows[item.id], item))
        else:
            new.append(item)
    if new:
        _create(table, new, load)
    _update(table, standing, load)


def _rows_of(table: Table, items: list[Item], load: Load) -> dict[str, Model]:
    """The rows of today, by the ids of their items."""
    held = table.model._base_manager.select_for_update()
    numbers = {item.id: number_in(item.id, table.model) for item in items}
    ids = [id for id, number in numbers.items() if number is None]
    rows = held.in_bulk(ids, field_name="reference")
    numbered = held.in_bulk([number for number in numbers.values() if number is not None])
    for item in items:
        if row := numbered.get(numbers[item.id]):
            _check_identity(row, item, table, load)
            rows[item.id] = row
    return rows


def _check_identity(row: Model, item: Item, table: Table, load: Load) -> None:
    values = _values(item.data, table, load)
    if row.reference or any(getattr(row, name) != values[name] for name in table.identity):
        raise BrokenReference([item.problem(f"this desk has another record by this id: {row}")])


def _leads_nowhere(item: Item, table: Table, load: Load) -> bool:
    """Is the item about something that an editor deleted?"""
    return table.needs_links and any(
        item.data.get(link) and load.links.key(model, item.data[link]) is None
        for link, model in table.links.items()
    )


def _values(data: Data, table: Table, load: Load) -> Data:
    """The attributes of the item's row, its foreign keys among them."""
    keys = {
        f"{link}_id": load.links.key(model, data.get(link)) for link, model in table.links.items()
    }
    return {**table.values(data), **keys}


def _create(table: Table, items: list[Item], load: Load) -> None:
    rows = [_new_row(item, table, load) for item in items]
    _insert(table.model, [row for row in rows if row.pk])
    _insert(table.model, [row for row in rows if not row.pk])
    load.links.forget(table.model)
    load.created.update(item.id for item in items)
    _link_among_themselves(table, rows, items, load)


def _new_row(item: Item, table: Table, load: Load) -> Model:
    number = number_in(item.id, table.model)
    id = {"reference": item.id} if number is None else {"pk": number}
    row = table.model(**id, **_values(item.data, table, load))
    _derive(row)
    return row


def _insert(model: type[Model], rows: list[Model]) -> None:
    """Rows that come with a number leave later ones free to be taken."""
    model._base_manager.bulk_create(rows)
    if rows:
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
                cursor.execute(statement)


def _link_among_themselves(table: Table, rows: list[Model], items: list[Item], load: Load) -> None:
    """Rows of one table may be parts of each other; that can be said once all of them are there."""
    inner = [f"{link}_id" for link, model in table.links.items() if model is table.model]
    if not inner:
        return
    linked = []
    for row, item in zip(rows, items, strict=True):
        values = _values(item.data, table, load)
        if any(values[attribute] for attribute in inner):
            linked.append(row)
        for attribute in inner:
            setattr(row, attribute, values[attribute])
    table.model._base_manager.bulk_update(linked, inner)


def _update(table: Table, standing: list[tuple[Model, Item]], load: Load) -> None:
    rows, attributes = [], set()
    for row, item in standing:
        changed = _follow_item(row, item, table, load)
        if changed:
            attributes |= changed | _derive(row)
            rows.append(row)
            load.updated.add(item.id)
    if rows:
        table.model._base_manager.bulk_update(rows, columns(table.model, attributes))


def _follow_item(row: Model, item: Item, table: Table, load: Load) -> set[str]:
    former = load.former.get(item.id)
    before = _values(former, table, load) if former else {}
    changed, kept = follow(row, before, _values(item.data, table, load))
    if kept:
        load.kept.add(item.id)
        if changed and not _fits_together(row):
            row.refresh_from_db()
            return set()
    return changed


def _fits_together(row: Model) -> bool:
    """May the editor's values and the new ones stand side by side in one row?"""
    try:
        row.validate_constraints()
    except ValidationError:
        return False
    return True


def _derive(row: Model) -> set[str]:
    """Bring up to date what follows from the row's values; returns the attributes."""
    derived = set()
    if hasattr(row, "set_folded"):
        row.set_folded()
        derived.add("folded")
    if isinstance(row, VersionedModel) and row.pk:
        row.version += 1
        derived.add("version")
    return derived
