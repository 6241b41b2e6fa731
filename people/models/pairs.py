"""What is held of pairs of entities, the merges that followed, and splits.

Finding pairs is `people.doubles`; carrying out is `people.merging` and `people.splitting`.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ots_desk.judgements import Judgement, pair_constraints
from ots_desk.merging import Merge
from ots_desk.reversing import Reversible
from people.choices import Verdict
from people.models.entities import Entity
from people.querysets import PairQuerySet


class EntityJudgement(Judgement):
    """What is held of two entities."""

    first = models.ForeignKey(
        Entity, models.CASCADE, related_name="judgements_as_first", verbose_name=_("first")
    )
    second = models.ForeignKey(
        Entity, models.CASCADE, related_name="judgements_as_second", verbose_name=_("second")
    )
    verdict = models.CharField(
        _("verdict"), max_length=12, choices=Verdict, default=Verdict.UNDECIDED
    )

    objects = PairQuerySet.as_manager()

    class Meta:
        verbose_name = _("pair in who's who")
        verbose_name_plural = _("pairs in who's who")
        ordering = ["-score", "pk"]
        indexes = [
            # The queue of open pairs, best first.
            models.Index(
                fields=["-score"], condition=Q(verdict="undecided"), name="entity_judgement_open"
            ),
        ]
        constraints = [
            *pair_constraints("entity_judgement"),
            models.CheckConstraint(
                condition=Q(verdict__in=Verdict.values), name="entity_judgement_verdict"
            ),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.UNDECIDED) | Q(decided_at__isnull=False),
                name="entity_judgement_decided_when",
            ),
        ]

    def __str__(self):
        return f"{self.first_id} – {self.second_id}"


class EntityMerge(Merge):
    """One entity merged into another, with what is needed to take it back."""

    survivor = models.ForeignKey(
        Entity, models.PROTECT, related_name="merges_as_survivor", verbose_name=_("survivor")
    )
    duplicate = models.ForeignKey(
        Entity, models.PROTECT, related_name="merges_as_duplicate", verbose_name=_("duplicate")
    )
    judgement = models.ForeignKey(
        EntityJudgement,
        models.SET_NULL,
        null=True,
        related_name="merges",
        verbose_name=_("pair"),
    )

    class Meta:
        verbose_name = _("merge in who's who")
        verbose_name_plural = _("merges in who's who")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(survivor=models.F("duplicate")), name="entity_merge_of_two"
            ),
        ]

    def __str__(self):
        return _("Merge of record %(duplicate)s into %(survivor)s") % {
            "duplicate": self.duplicate_id,
            "survivor": self.survivor_id,
        }


class EntitySplit(Reversible):
    """Spellings taken out of an entity, with what is called so, into a new one."""

    ENDS = ("entity", "made")

    entity = models.ForeignKey(
        Entity, models.CASCADE, related_name="splits", verbose_name=_("out of")
    )
    made = models.ForeignKey(
        Entity,
        models.SET_NULL,
        null=True,
        related_name="split_from",
        verbose_name=_("new record"),
    )

    class Meta:
        verbose_name = _("split in who's who")
        verbose_name_plural = _("splits in who's who")
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return _("Split of record %(entity)s into %(made)s") % {
            "entity": self.entity_id,
            "made": self.made_id or "–",
        }
