"""Judgements: what is held of an unordered pair, by whom, and on what evidence.

The shared shape only; each app has its own verdicts and its own table.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Judgement(models.Model):
    """A pair with score, evidence and verdict. Subclasses add `first`, `second` and `verdict`.

    The pair is stored once, the lower id as `first`. It is never re-pointed when one of the two
    is merged: it resolves through `merged_into`.
    """

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


def pair_constraints(prefix: str) -> list[models.BaseConstraint]:
    """One row a pair, whichever way round it is named."""
    return [
        models.UniqueConstraint(fields=["first", "second"], name=f"{prefix}_one_per_pair"),
        models.CheckConstraint(condition=Q(first__lt=F("second")), name=f"{prefix}_lower_id_first"),
    ]
