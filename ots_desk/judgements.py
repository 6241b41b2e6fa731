"""Judgements: what is held of an unordered pair, by whom, and on what evidence.

The shared shape only; each app has its own verdicts and its own table.
"""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ots_desk.merging import MergeNotAllowed

# The verdicts of every app have these two: nobody has looked yet, and nobody can tell.
UNDECIDED, UNSURE = "undecided", "unsure"

# For so long a pair that an editor has opened is kept from the others' queue.
HOLD_FOR = datetime.timedelta(minutes=5)


class Judgement(models.Model):
    """A pair with score, evidence and verdict. Subclasses add `first`, `second` and `verdict`.

    The pair is stored once, the lower id as `first`. It is never re-pointed when one of the two
    is merged: it resolves through `merged_into`.
    """

    # What the desk proposes of a pair, and of what its two were merged into.
    PROPOSED: tuple[str, ...] = ("score", "evidence")

    score = models.FloatField(_("score"), null=True, editable=False)
    evidence = models.JSONField(
        _("evidence"), default=dict, editable=False, help_text=_("Why the desk proposed this pair.")
    )
    proposed_at = models.DateTimeField(_("proposed at"), auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True, editable=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    rows = models.JSONField(
        _("rows"), default=list, editable=False, help_text=_("What the decision changed besides.")
    )
    implied_by = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="implies",
        verbose_name=_("answered by"),
        help_text=_("The decision from which the answer follows; the queue then leaves it out."),
    )
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("being looked at by"),
    )
    held_at = models.DateTimeField(_("since"), null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def ends(self) -> tuple[int, int]:
        """The ids of the two."""
        return self.first_id, self.second_id

    @property
    def standing_merge(self):
        """The merge that followed, while it isn't undone."""
        return self.merges.filter(undone_at=None).first()

    @property
    def is_open(self) -> bool:
        """May it be decided? What nobody could tell may be, later."""
        return self.verdict in (UNDECIDED, UNSURE)

    @property
    def holder(self):
        """Who looks at the pair now, as far as the desk knows; None for nobody."""
        is_fresh = self.held_at is not None and self.held_at > timezone.now() - HOLD_FOR
        return self.held_by if is_fresh else None

    def refuse_decided(self) -> None:
        """Raise MergeNotAllowed where somebody has decided the pair already."""
        if not self.is_open:
            who = self.decided_by or _("the machine")
            raise MergeNotAllowed(
                _("This pair was already decided: %(verdict)s (%(who)s).")
                % {"verdict": self.get_verdict_display(), "who": who}
            )

    def decide_as(self, verdict: str, user, reason: str = "") -> None:
        """Mark it as decided by somebody, by the machine where `user` is None."""
        self.verdict = verdict
        self.decided_by, self.decided_at = user, timezone.now()
        self.reason = reason[: self._meta.get_field("reason").max_length]
        self.implied_by = self.held_by = self.held_at = None
        self.save()

    def reopen(self) -> None:
        """Into the queue again, as if nobody had decided."""
        self.verdict, self.reason, self.rows = UNDECIDED, "", []
        self.decided_by = self.decided_at = None
        self.save()


class HeldQuerySet(models.QuerySet):
    """Pairs as several editors share them."""

    def held(self):
        """Those that somebody looks at now."""
        return self.filter(held_by__isnull=False, held_at__gt=timezone.now() - HOLD_FOR)

    def free_for(self, user):
        """Those that nobody else looks at now."""
        is_free = Q(held_by=None) | Q(held_by=user) | Q(held_at__lte=timezone.now() - HOLD_FOR)
        return self.filter(is_free)

    def hold(self, judgement: Judgement, user) -> None:
        """This pair is looked at by `user`, unless somebody else does; what they looked at before
        is free again."""
        self.filter(held_by=user).exclude(pk=judgement.pk).update(held_by=None, held_at=None)
        mine = self.filter(pk=judgement.pk, verdict=UNDECIDED).free_for(user)
        mine.update(held_by=user, held_at=timezone.now())
        judgement.refresh_from_db(fields=["held_by", "held_at"])


def survivor_of(end: str) -> Coalesce:
    """What the one end of a pair was merged into. Two steps, since longer chains are rare, and of
    most of them a judgement says that they are one."""
    return Coalesce(f"{end}__merged_into__merged_into", f"{end}__merged_into", end)


def pair_constraints(prefix: str) -> list[models.BaseConstraint]:
    """One row a pair, whichever way round it is named."""
    return [
        models.UniqueConstraint(fields=["first", "second"], name=f"{prefix}_one_per_pair"),
        models.CheckConstraint(condition=Q(first__lt=F("second")), name=f"{prefix}_lower_id_first"),
    ]
