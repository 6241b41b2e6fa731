"""Merging two records into one, with a complete undo: what is common to articles and entities.

Which fields are chosen is each app's own table (`articles/merging.py`, `people/merging.py`); the
rows that point at the records are `ots_desk.relations`', taking back is `ots_desk.reversing`'s.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ots_desk.relations import Moving
from ots_desk.reversing import Refused, Reversible


class MergeNotAllowed(Refused):
    """The two can't be merged, or the merge can't be undone; the message says why."""


class Side(Enum):
    """Whose value a field takes; anything else that is chosen is a third value."""

    SURVIVOR = "survivor"
    DUPLICATE = "duplicate"
    BOTH = "both"  # of lists: what either has


# By `Difference.key`: a Side, or a third value.
Choices = Mapping[str, Any]


@dataclass(frozen=True)
class MergeWish:
    """How an editor wants a merge done: who survives, the values chosen, and the state of the two
    that the preview showed."""

    survivor: models.Model
    choices: Choices | None = None
    seen: str = ""


@dataclass(frozen=True)
class Difference:
    """A field in which the two differ, and whose value it takes unless an editor chooses.

    `scope` tells apart fields of one name, where more than one pair of rows is merged.
    """

    name: str
    label: str
    survivors: Any
    duplicates: Any
    wins: Side
    scope: str = ""

    @property
    def key(self) -> str:
        """By which the choice for it is found."""
        return f"{self.scope}:{self.name}" if self.scope else self.name


@dataclass(frozen=True)
class Redirect:
    """A public address, and where it leads from then on; empty: it shows nothing any more."""

    address: str
    leads_to: str


@dataclass(frozen=True)
class MergePlan:
    """What a merge would do, as far as it is the same for all records.

    `warnings` are consequences that an editor should know of, `refusals` what forbids it.
    """

    survivor: models.Model
    duplicate: models.Model
    differences: tuple[Difference, ...] = ()
    moving: tuple[Moving, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    warnings: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()

    @property
    def is_allowed(self) -> bool:
        return not self.refusals


class Mergeable:
    """A record that may have been merged into another, as `merged_into` says."""

    def survivor(self):
        """The record that this one leads to: itself, or the end of its chain of merges."""
        record = self
        while record.merged_into_id:
            record = record.merged_into
        return record


class Merge(Reversible):
    """One merge: who, why, and every row that it changed. Subclasses add `survivor`, `duplicate`
    and `judgement`."""

    ENDS = ("survivor", "duplicate")

    class Meta:
        abstract = True


def basic_refusals(survivor: models.Model, duplicate: models.Model) -> list[str]:
    """Why two records can't be merged, whatever they are."""
    if survivor.pk == duplicate.pk:
        return [_("A record can't be merged with itself.")]
    return [
        _("%(record)s %(id)s was already merged into %(into)s.")
        % {
            "record": capfirst(record._meta.verbose_name),
            "id": record.pk,
            "into": record.merged_into_id,
        }
        for record in (survivor, duplicate)
        if record.merged_into_id
    ]


def refuse_merged(record: Mergeable, error: type[Refused]) -> None:
    """Raise `error` where the record isn't there to take anything back into."""
    if record.merged_into_id:
        merges = record.merges_as_duplicate.filter(undone_at=None)
        raise error(
            _("“%(record)s” was merged into “%(into)s” since; undo that first.")
            % {"record": record, "into": record.merged_into},
            blocking=merges.first(),
        )


# Fields


def differences(
    survivor: models.Model, duplicate: models.Model, names: Iterable[str], scope: str = ""
) -> tuple[Difference, ...]:
    """The fields of `names` in which the two differ. What is empty in one is taken from the
    other, lists are joined, else the survivor's value wins."""
    found = ((name, getattr(survivor, name), getattr(duplicate, name)) for name in names)
    return tuple(
        Difference(name, label_of(type(survivor), name), ours, theirs, _winner(ours, theirs), scope)
        for name, ours, theirs in found
        if ours != theirs
    )


def _winner(ours: Any, theirs: Any) -> Side:
    if isinstance(ours, list) and ours and theirs:
        return Side.BOTH
    return Side.DUPLICATE if theirs and not ours else Side.SURVIVOR


def choose(difference: Difference, choices: Choices) -> Any:
    """The value that a field takes: the editor's choice, else the one that wins."""
    match choices.get(difference.key, difference.wins):
        case Side.SURVIVOR:
            return difference.survivors
        case Side.DUPLICATE:
            return difference.duplicates
        case Side.BOTH:
            own = difference.survivors
            return own + [item for item in difference.duplicates if item not in own]
        case other:
            return other


def write_choices(
    record: models.Model, differing: Iterable[Difference], choices: Choices
) -> list[str]:
    """Set the chosen values on a record, without saving it, and return the names of the fields
    that changed; raises MergeNotAllowed where a third value isn't one that the field can have."""
    changed = []
    for difference in differing:
        value = choose(difference, choices)
        if value != getattr(record, difference.name):
            _set(record, difference, value)
            changed.append(difference.name)
    _check(record, changed)
    return changed


def _set(record: models.Model, difference: Difference, value: Any) -> None:
    try:
        setattr(record, difference.name, value)
    except (TypeError, ValueError) as error:
        raise MergeNotAllowed(f"{difference.label}: {error}") from error


def _check(record: models.Model, changed: list[str]) -> None:
    others = {field.name for field in record._meta.fields} - set(changed)
    try:
        record.clean_fields(exclude=others)
        record.validate_constraints()
    except ValidationError as error:
        raise MergeNotAllowed(" ".join(error.messages)) from error


def label_of(model: type[models.Model], name: str) -> str:
    """What editors call a field."""
    declared = getattr(model, "partial_dates", {}).get(name)
    return capfirst(str((declared or model._meta.get_field(name)).verbose_name))
