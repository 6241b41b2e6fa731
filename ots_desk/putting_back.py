"""Putting rows back as they were before an operation, but for what was changed since.

Which rows an operation changed is noted by `ots_desk.row_log`.
"""

from collections.abc import Callable, Iterable, Iterator

from django.apps import apps
from django.db import IntegrityError, models, transaction

from ots_desk.cells import COUNTERS, bookkeeping
from ots_desk.kept import Kept, Why
from ots_desk.row_log import in_batches, stored_rows, update_many, values_of


def put_back(rows: Iterable[dict]) -> list[Kept]:
    """Take changes back, the last one first; return what was left alone because somebody has
    changed it since, or because it doesn't fit any more. Call it in a transaction."""
    rows = list(rows)
    singles = [(row["model"], row["pk"]) for row in rows if "pk" in row]
    now = stored_rows(singles, lock=True)
    kept = []
    for row in reversed(rows):
        if "pks" in row:
            kept += _put_many_back(row)
        else:
            kept += _put_one_back(row, now.get((row["model"], row["pk"])))
    return kept


def _put_one_back(row: dict, stored: models.Model | None) -> list[Kept]:
    model, before, after = apps.get_model(row["model"]), row["before"], row["after"]
    if after is None:
        if stored is not None:
            return [Kept(row["model"], row["pk"])]
        return _insert(model, before)
    if stored is None:
        return [Kept(row["model"], row["pk"], why=Why.GONE)] if before is not None else []
    edited = _edited(stored, after)
    if before is None:
        told = edited - bookkeeping(model)
        return [Kept(row["model"], row["pk"])] if told else _remove(stored)
    return _write(stored, before, edited)


def _edited(stored: models.Model, after: dict) -> set[str]:
    """The columns that are otherwise by now; of a partial date both or none."""
    values = values_of(stored)
    edited = {name for name in after if values[name] != after[name]}
    for name in getattr(stored, "partial_dates", {}):
        ends = {f"{name}_earliest", f"{name}_latest"}
        if edited & ends:
            edited |= ends
    return edited


def _write(stored: models.Model, before: dict, edited: set[str]) -> list[Kept]:
    label, untold = stored._meta.label, bookkeeping(type(stored))
    kept = [Kept(label, stored.pk, name) for name in sorted(edited & before.keys() - untold)]
    values = {n: v for n, v in before.items() if n not in edited | COUNTERS}
    if lost := _lost_target(type(stored), values):
        return [*kept, Kept(label, stored.pk, lost, Why.TARGET_GONE)]
    for name, value in values.items():
        setattr(stored, name, stored._meta.get_field(name).to_python(value))
    if values and not _fits(stored.save):
        stored.refresh_from_db()
        return [*kept, *(Kept(label, stored.pk, n, Why.TAKEN) for n in values.keys() - untold)]
    return kept


def _insert(model: type[models.Model], before: dict) -> list[Kept]:
    """A deleted row comes back under its own id."""
    label, pk = model._meta.label, before[model._meta.pk.attname]
    if lost := _lost_target(model, before):
        return [Kept(label, pk, lost, Why.TARGET_GONE)]
    row = model(**{n: model._meta.get_field(n).to_python(v) for n, v in before.items()})
    if not _fits(lambda: row.save_base(force_insert=True)):
        return [Kept(label, pk, why=Why.TAKEN)]
    return []


def _remove(stored: models.Model) -> list[Kept]:
    """Delete a row that the operation made, unless others lean on it by now."""
    if _is_leaned_on(stored):
        return [Kept(stored._meta.label, stored.pk, why=Why.USED)]
    stored.delete()
    return []


def _put_many_back(row: dict) -> list[Kept]:
    model, before, after = apps.get_model(row["model"]), row["before"], row["after"]
    untouched, kept = [], []
    for some in in_batches(row["pks"]):
        rows = model._base_manager.filter(pk__in=some).select_for_update().order_by("pk")
        found = {pk: tuple(values) for pk, *values in rows.values_list("pk", *after)}
        untouched += [pk for pk in some if found.get(pk) == tuple(after.values())]
        kept += _not_as_written(row, some, found)
    if lost := _lost_target(model, before):
        return kept + [Kept(row["model"], pk, lost, Why.TARGET_GONE) for pk in untouched]
    if _fits(lambda: update_many(model, untouched, before)):
        return kept
    return kept + [one for pk in untouched for one in _write_alone(model, pk, before)]


def _not_as_written(row: dict, ids: list[int], found: dict[int, tuple]) -> Iterator[Kept]:
    for pk in ids:
        if pk not in found:
            yield Kept(row["model"], pk, why=Why.GONE)
        else:
            values = zip(row["after"].items(), found[pk], strict=True)
            yield from (
                Kept(row["model"], pk, name) for (name, after), now in values if after != now
            )


def _write_alone(model: type[models.Model], pk: int, before: dict) -> list[Kept]:
    if _fits(lambda: update_many(model, [pk], before)):
        return []
    return [Kept(model._meta.label, pk, name, Why.TAKEN) for name in before]


def _fits(write: Callable) -> bool:
    """Write, unless a rule of the database is against it: somebody else has taken the place."""
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return False
    return True


def _lost_target(model: type[models.Model], values: dict) -> str:
    """The foreign key whose row is gone since; empty where there is none."""
    for name, value in values.items():
        field = model._meta.get_field(name)
        if field.is_relation and value is not None:
            target = field.related_model._base_manager
            if not target.filter(**{field.target_field.attname: value}).exists():
                return name
    return ""


def _is_leaned_on(row: models.Model) -> bool:
    """Would deleting it be refused, or take other rows along?"""
    for relation in row._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and (relation.one_to_many or relation.one_to_one)):
            continue
        is_derived = getattr(relation.related_model, "IS_DERIVED", False)
        if relation.on_delete in (models.CASCADE, models.PROTECT) and not is_derived:
            leaning = relation.related_model._base_manager.filter(**{relation.field.name: row})
            if leaning.exists():
                return True
    return False
