"""What is held of pairs of articles, and the merges that followed.

Finding pairs is `articles.matching`; carrying out a merge is `articles.merging`.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.choices import Verdict
from articles.models.texts import Article
from articles.querysets import JudgementQuerySet
from ots_desk.judgements import Judgement, pair_constraints
from ots_desk.merging import Merge


class ArticleJudgement(Judgement):
    """What is held of two articles."""

    first = models.ForeignKey(
        Article, models.CASCADE, related_name="judgements_as_first", verbose_name=_("first")
    )
    second = models.ForeignKey(
        Article, models.CASCADE, related_name="judgements_as_second", verbose_name=_("second")
    )
    verdict = models.CharField(
        _("verdict"), max_length=12, choices=Verdict, default=Verdict.UNDECIDED
    )
    proposed_verdict = models.CharField(
        _("proposed"), max_length=12, choices=Verdict, editable=False
    )

    objects = JudgementQuerySet.as_manager()

    class Meta:
        verbose_name = _("pair")
        verbose_name_plural = _("pairs")
        ordering = ["-score", "pk"]
        indexes = [
            # The queue of open pairs, best first.
            models.Index(
                fields=["-score"], condition=Q(verdict="undecided"), name="article_judgement_open"
            ),
        ]
        constraints = [
            *pair_constraints("article_judgement"),
            models.CheckConstraint(
                condition=Q(verdict__in=Verdict.values), name="article_judgement_verdict"
            ),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.UNDECIDED) | Q(decided_at__isnull=False),
                name="article_judgement_decided_when",
            ),
        ]

    def __str__(self):
        return f"{self.first_id} – {self.second_id}"

    def reopen(self) -> None:
        """Into the queue again, as if nobody had decided."""
        self.verdict = Verdict.UNDECIDED
        self.decided_by = self.decided_at = None
        self.save()


class ArticleMerge(Merge):
    """One article merged into another, with what is needed to take it back."""

    survivor = models.ForeignKey(
        Article, models.PROTECT, related_name="merges_as_survivor", verbose_name=_("survivor")
    )
    duplicate = models.ForeignKey(
        Article, models.PROTECT, related_name="merges_as_duplicate", verbose_name=_("duplicate")
    )
    judgement = models.ForeignKey(
        ArticleJudgement,
        models.SET_NULL,
        null=True,
        related_name="merges",
        verbose_name=_("pair"),
    )

    class Meta:
        verbose_name = _("merge of articles")
        verbose_name_plural = _("merges of articles")
        ordering = ["-merged_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(survivor=models.F("duplicate")), name="article_merge_of_two"
            ),
        ]

    def __str__(self):
        return f"{self.duplicate_id} → {self.survivor_id}"
