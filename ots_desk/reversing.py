"""Operations that can be taken back: the rows they changed, kept with them, and put back.

Noting the rows is `ots_desk.row_log`'s; what may be taken back, and when, is each operation's.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ots_desk.row_log import stored_rows, values_of
from ots_desk.versions import VersionedModel

# Says nothing about a row but that it was saved.
_COUNTERS = {"version", "changed_at"}


class Reversible(models.Model):
    """Something that an editor did, with the rows it changed (`RowLog.rows`) and its undo."""

    reason = models.CharField(_("reason"), max_length=300, blank=True)
    rows = models.JSONField(_("rows"), default=list, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("by"),
    )
    made_at = models.DateTimeField(_("at"), default=timezone.now, editable=False)
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

    def mark_undone(self, user) -> None:
        self.undone_by, self.undone_at = user, timezone.now()
        self.save()


@dataclass(frozen=True)
class Kept:
    """A value that an undo left as it is, because it was changed since."""

    model: str
    pk: int
    field: str = ""  # empty: the whole row


def put_back(rows: Iterable[dict]) -> list[Kept]:
    """Take changes back, the last one first; return what was left alone because somebody has
    changed it since. Call it in a transaction."""
    rows = list(rows)
    now = stored_rows([(row["model"], row["pk"]) for row in rows], lock=True)
    kept = []
    for row in reversed(rows):
        kept += _put_back(row, now.get((row["model"], row["pk"])))
    return kept


def _put_back(row: dict, stored: models.Model | None) -> list[Kept]:
    model, before, after = apps.get_model(row["model"]), row["before"], row["after"]
    whole = [Kept(row["model"], row["pk"])]
    if after is None:
        if stored is not None:
            return whole
        model(**before).save_base(force_insert=True)
        return []
    if stored is None:
        return whole if before is not None else []
    values = values_of(stored)
    edited = [name for name in after.keys() - _COUNTERS if values[name] != after[name]]
    if before is None:
        if edited:
            return whole
        stored.delete()
        return []
    _write(model, row["pk"], {n: v for n, v in before.items() if n not in edited})
    return [Kept(row["model"], row["pk"], name) for name in sorted(edited)]


def _write(model: type[models.Model], pk: int, values: dict) -> None:
    values = {name: value for name, value in values.items() if name not in _COUNTERS}
    if values and issubclass(model, VersionedModel):
        values["version"] = F("version") + 1
    if values:
        model._base_manager.filter(pk=pk).update(**values)
