"""Merging two records into one, with a complete undo.

The machinery only: which relations move is each app's own table (`articles/merging.py`).
"""

from collections.abc import Iterable
from enum import Enum

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ots_desk.versions import VersionedModel


class MergeNotAllowed(Exception):
    """The two can't be merged, or the merge can't be undone; the message says why."""


class Handling(Enum):
    """What becomes of the rows that point at the duplicate."""

    MOVE = "move"  # they point at the survivor from now on
    JOIN = "join"  # the survivor gains what it lacks of them (many-to-many)
    STAY = "stay"  # they are about the record itself, or resolve through `merged_into`


class Mergeable:
    """A record that may have been merged into another, as `merged_into` says."""

    def survivor(self):
        """The record that this one leads to: itself, or the end of its chain of merges."""
        record = self
        while record.merged_into_id:
            record = record.merged_into
        return record


class Merge(models.Model):
    """One merge: who, why, and everything that is needed to undo it.

    Subclasses add `survivor` and `duplicate`. `moved` lists, in order, the rows that were pointed
    elsewhere: `{"model", "pk", "field", "before", "after"}`. `joined` maps a many-to-many field
    to the ids that the survivor gained, `filled` a field of the survivor to the value that it
    took over from the duplicate.
    """

    reason = models.CharField(_("reason"), max_length=300, blank=True)
    moved = models.JSONField(_("moved"), default=list, editable=False)
    joined = models.JSONField(_("joined"), default=dict, editable=False)
    filled = models.JSONField(_("filled"), default=dict, editable=False)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("merged by"),
    )
    merged_at = models.DateTimeField(_("merged at"), default=timezone.now, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("undone by"),
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None

    def depends_on(self, earlier: "Merge") -> bool:
        """Did this merge move a row that `earlier` had moved, or point one at such a row?"""
        theirs = {(move["model"], move["pk"]) for move in earlier.moved}
        touched = {(move["model"], pk) for move in self.moved for pk in (move["pk"], move["after"])}
        return bool(theirs & touched)


def repoint(rows: Iterable[models.Model], field: str, target: models.Model) -> list[dict]:
    """Point `field` of each row at `target`; return what `put_back` needs, one entry a row."""
    moves = []
    for row in rows:
        before = getattr(row, f"{field}_id")
        moves.append(
            {
                "model": row._meta.label,
                "pk": row.pk,
                "field": field,
                "before": before,
                "after": target.pk,
            }
        )
        _point(type(row), row.pk, field, target.pk)
    return moves


def put_back(moves: Iterable[dict]) -> list[dict]:
    """Take moves back, the last one first; return those left alone because the row has been
    pointed elsewhere since, or is gone."""
    kept = []
    for move in reversed(list(moves)):
        model = apps.get_model(move["model"])
        still_there = model._base_manager.filter(
            pk=move["pk"], **{f"{move['field']}_id": move["after"]}
        ).exists()
        if still_there:
            _point(model, move["pk"], move["field"], move["before"])
        else:
            kept.append(move)
    return kept


def join(survivor: models.Model, duplicate: models.Model, field: str) -> list[int]:
    """Give the survivor what it lacks of a many-to-many field; return the ids it gained."""
    own = set(getattr(survivor, field).values_list("pk", flat=True))
    gained = [pk for pk in getattr(duplicate, field).values_list("pk", flat=True) if pk not in own]
    getattr(survivor, field).add(*gained)
    return gained


def _point(model: type[models.Model], pk: int, field: str, target: int | None) -> None:
    values = {f"{field}_id": target}
    if issubclass(model, VersionedModel):
        values["version"] = F("version") + 1
    model._base_manager.filter(pk=pk).update(**values)
