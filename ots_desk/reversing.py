"""Operations that can be taken back: kept with the rows they changed, and undone in order.

Noting the rows is `ots_desk.row_log`'s, writing them back `ots_desk.putting_back`'s; what else may
stand against an undo is each operation's.
"""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.cells import changed_cells, needed_cells
from ots_desk.row_log import RowLog


class Refused(Exception):
    """Nothing was done; the message says why. `blocking` is the later operation that depends on
    what was to be taken back, if that is the reason."""

    def __init__(self, message: str, blocking: "Reversible | None" = None):
        super().__init__(message)
        self.blocking = blocking


class Reversible(models.Model):
    """Something that an editor did, with the rows it changed (`RowLog.rows`) and its undo."""

    # The foreign keys to the records that it was done to.
    ENDS: tuple[str, ...] = ()
    # Foreign keys that are right only while a field of the row that they point at stands as it
    # is: {"replaced_by_id": "article_id"}. Who writes one depends on whoever wrote that field.
    RESTS_ON: dict[str, str] = {}

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

    @classmethod
    def keep(cls, log: RowLog, *, user, reason: str = "", **about) -> Self:
        """Keep what was just done; `about` are the model's own fields."""
        reason = reason[: cls._meta.get_field("reason").max_length]
        return cls.objects.create(rows=log.rows(), made_by=user, reason=reason, **about)

    @classmethod
    def done_to(cls, records: Iterable[int]) -> models.QuerySet:
        """What was done to one of these records (ids) at least."""
        return cls.objects.filter(reduce(or_, (Q((f"{end}__in", records)) for end in cls.ENDS)))

    @property
    def record_ids(self) -> list[int]:
        """The ids of what it was done to, of those that are still there."""
        ids = (getattr(self, f"{end}_id") for end in self.ENDS)
        return [pk for pk in ids if pk is not None]

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None

    def mark_undone(self, user) -> None:
        self.undone_by, self.undone_at = user, timezone.now()
        self.save()

    def depends_on(self, earlier: "Reversible") -> bool:
        """Did this change a field that `earlier` had changed, or lean on a row that it had made?

        Only the same field of the same row counts: whatever else was done to the two records can
        be taken back in any order.
        """
        theirs, own = changed_cells(earlier.rows), needed_cells(self.rows, self.RESTS_ON)
        return any(theirs[place] & ids for place, ids in own.items() if place in theirs)


def held_to_undo(
    done: Reversible, kinds: Iterable[type[Reversible]], error: type[Refused]
) -> Reversible:
    """The operation as it now stands, held until the transaction ends.

    Raises `error` where it was undone already, or a later operation of these kinds, done to the
    same records, depends on it.
    """
    done = type(done).objects.select_for_update(of=("self",)).get(pk=done.pk)
    if done.is_undone:
        raise error(gettext("This was already undone."))
    for other in _later_than(done, kinds):
        if other.depends_on(done):
            raise error(
                gettext("“%(later)s” was done later and depends on this; undo that one first.")
                % {"later": other},
                blocking=other,
            )
    return done


def _later_than(done: Reversible, kinds: Iterable[type[Reversible]]) -> list[Reversible]:
    """What was done since to the same records, and still holds, the latest first."""
    rows = (kind.done_to(done.record_ids).filter(undone_at=None) for kind in kinds)
    found = [later for some in rows for later in some.filter(made_at__gt=done.made_at)]
    return sorted(found, key=lambda later: later.made_at, reverse=True)


def forget_undone(record: int, kinds: Iterable[type[Reversible]]) -> None:
    """What was done to a record and taken back is forgotten with it, once the record goes."""
    for kind in kinds:
        kind.done_to([record]).exclude(undone_at=None).delete()


def tried(act: Callable) -> object:
    """What `act` returns, with everything that it wrote taken back at once."""
    with transaction.atomic():
        result = act()
        transaction.set_rollback(True)
    return result
