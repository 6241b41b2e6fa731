"""Merging two records into one, with a complete undo.

The machinery only: which relations move is each app's own table (`articles/merging.py`).
"""

from enum import Enum

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MergeNotAllowed(Exception):
    """The two can't be merged, or the merge can't be undone; the message says why."""


class Handling(Enum):
    """What becomes of the rows that point at the duplicate."""

    MOVE = "move"  # they point at the survivor from now on
    STAY = "stay"  # they are about the record itself, or resolve through `merged_into`


class Merge(models.Model):
    """One merge: who, why, and everything that is needed to undo it.

    Subclasses add `survivor` and `duplicate`. `moved` lists rows as
    `{"model", "pk", "field", "before"}`; `joined` many-to-many rows that the survivor gained, as
    `{"field", "pk"}`; `changed` maps a field of the survivor to its value before.
    """

    reason = models.CharField(_("reason"), max_length=300, blank=True)
    moved = models.JSONField(_("moved"), default=list, editable=False)
    joined = models.JSONField(_("joined"), default=list, editable=False)
    changed = models.JSONField(_("changed"), default=dict, editable=False)
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
