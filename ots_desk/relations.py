"""The rows that point at a record, and letting them point at another one without doubles.

Each app has a table that says how every relation is handled; a test walks the models with
`unhandled` and fails when one is missing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.lookups import IsNull
from django.utils.text import capfirst

from ots_desk.row_log import RowLog


class Handling(Enum):
    """What becomes of the rows that point at the duplicate."""

    MOVE = "move"  # they point at the survivor from now on
    JOIN = "join"  # so do they, but of two that say the same one goes
    STAY = "stay"  # they are about the record itself, or resolve through `merged_into`


@dataclass(frozen=True)
class Relation:
    """How one relation of a record is handled.

    `same` names the columns in which two rows say the same, beside the record itself; without
    them the model's unique constraints say it. Of two such rows the one with the higher `rank`
    stays, else the survivor's.
    """

    handling: Handling
    same: tuple[str, ...] = ()
    rank: Callable[[models.Model], Any] = lambda row: 0


MOVE, JOIN, STAY = Relation(Handling.MOVE), Relation(Handling.JOIN), Relation(Handling.STAY)

# By the name under which the record knows the rows (`relations_of`).
Relations = Mapping[str, Relation]


@dataclass(frozen=True)
class Moving:
    """Rows that will point at the survivor; `doubles` of them go, because it has the like."""

    name: str
    label: str
    count: int
    doubles: int = 0


def relations_of(model: type[models.Model]) -> dict[str, models.ForeignObjectRel]:
    """Every relation by which rows point at a record, hidden ones too, by the name that the record
    knows it by: of a plain many-to-many its field, of a hidden one `app.Model.field`."""
    found = (field for field in model._meta.get_fields(include_hidden=True) if field.auto_created)
    return {
        _name_of(model, field): field for field in found if field.one_to_many or field.one_to_one
    }


def unhandled(model: type[models.Model], relations: Relations) -> set[str]:
    """The relations that a table leaves out, or names though they aren't there."""
    return relations_of(model).keys() ^ relations.keys()


def moving(
    survivor: models.Model, duplicate: models.Model, relations: Relations
) -> tuple[Moving, ...]:
    """What would move from the duplicate to the survivor; changes nothing."""
    plan = []
    for name, rel, relation in _handled(survivor, relations):
        rows = _rows_of(rel, duplicate)
        if count := rows.count():
            doubles = _doubles(rel, relation, survivor, rows).count()
            plan.append(Moving(name, _label_of(survivor, name, rel), count, doubles))
    return tuple(plan)


def move_rows(
    survivor: models.Model, duplicate: models.Model, relations: Relations, log: RowLog
) -> None:
    """Let all rows point at the survivor, and note that; the doubles go first."""
    for _name, rel, relation in _handled(survivor, relations):
        _move(rel, relation, survivor, _rows_of(rel, duplicate), log)


def move_some(
    to: models.Model, wanted: Mapping[str, models.QuerySet], relations: Relations, log: RowLog
) -> None:
    """Let these rows of some relations, by their names, point at another record; the doubles
    go."""
    known = relations_of(type(to))
    for name, rows in wanted.items():
        _move(known[name], relations[name], to, rows, log)


def _move(
    rel: models.ForeignObjectRel,
    relation: Relation,
    survivor: models.Model,
    rows: models.QuerySet,
    log: RowLog,
) -> None:
    _drop_doubles(rel, relation, survivor, rows, log)
    log.pointing(rows, rel.field.name, survivor.pk)


def _handled(
    record: models.Model, relations: Relations
) -> Iterator[tuple[str, models.ForeignObjectRel, Relation]]:
    known = relations_of(type(record))
    for name, relation in relations.items():
        if relation.handling is not Handling.STAY:
            yield name, known[name], relation


def _rows_of(rel: models.ForeignObjectRel, record: models.Model) -> models.QuerySet:
    return rel.related_model._base_manager.filter(**{rel.field.name: record.pk})


def _doubles(
    rel: models.ForeignObjectRel,
    relation: Relation,
    survivor: models.Model,
    rows: models.QuerySet,
) -> models.QuerySet:
    """Those of the duplicate's rows that say what one of the survivor's says."""
    if relation.handling is not Handling.JOIN:
        return rows.none()
    alike = Q(pk__in=[])
    for columns in _same(rel, relation):
        own = _rows_of(rel, survivor).filter(_equal(rel.related_model, columns))
        alike |= Q(Exists(own))
    return rows.filter(alike)


def _drop_doubles(
    rel: models.ForeignObjectRel,
    relation: Relation,
    survivor: models.Model,
    rows: models.QuerySet,
    log: RowLog,
) -> None:
    """Of each two rows that say the same, delete the one of lower rank."""
    doubles = list(_doubles(rel, relation, survivor, rows))
    going = []
    for theirs in doubles:
        own = list(_like(rel, relation, survivor, theirs))
        is_better = all(relation.rank(theirs) > relation.rank(row) for row in own)
        going += own if is_better else [theirs]
    if going:
        log.deleting(going)


def _like(
    rel: models.ForeignObjectRel, relation: Relation, survivor: models.Model, theirs: models.Model
) -> models.QuerySet:
    """The survivor's rows that say what `theirs` says."""
    alike = Q(pk__in=[])
    for columns in _same(rel, relation):
        alike |= Q(**dict(_exactly(name, getattr(theirs, name)) for name in columns))
    return _rows_of(rel, survivor).filter(alike)


def _exactly(name: str, value: Any) -> tuple[str, Any]:
    return (f"{name}__isnull", True) if value is None else (name, value)


def _equal(model: type[models.Model], columns: Iterable[str]) -> Q:
    condition = Q()
    for name in columns:
        equal = Q(**{name: OuterRef(name)})
        if model._meta.get_field(name).null:
            # Two unknown values are alike here, whatever SQL says.
            equal |= Q(**{f"{name}__isnull": True}) & Q(IsNull(OuterRef(name), True))
        condition &= equal
    return condition


def _same(rel: models.ForeignObjectRel, relation: Relation) -> list[tuple[str, ...]]:
    """The sets of columns in which no two rows of one record may be the same."""
    if relation.same:
        return [relation.same]
    meta, own = rel.related_model._meta, rel.field.name
    groups = [tuple(group) for group in meta.unique_together]
    groups += [c.fields for c in meta.constraints if isinstance(c, models.UniqueConstraint)]
    return [
        tuple(meta.get_field(name).attname for name in group if name != own)
        for group in groups
        if own in group
    ]


def _name_of(model: type[models.Model], rel: models.ForeignObjectRel) -> str:
    through = rel.related_model
    if declaring := through._meta.auto_created:
        field = next(f for f in declaring._meta.many_to_many if f.remote_field.through is through)
        is_own = rel.field.name == field.m2m_field_name()
        return field.name if is_own else field.remote_field.get_accessor_name()
    if rel.hidden:
        return f"{through._meta.label}.{rel.field.name}"
    return rel.get_accessor_name()


def _label_of(record: models.Model, name: str, rel: models.ForeignObjectRel) -> str:
    """What editors call the rows; of a many-to-many what it is called on the record, or there."""
    if rel.related_model._meta.auto_created:
        field = record._meta.get_field(name)
        return capfirst(
            str(getattr(field, "verbose_name", field.related_model._meta.verbose_name_plural))
        )
    return capfirst(str(rel.related_model._meta.verbose_name_plural))
