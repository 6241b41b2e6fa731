"""What is held of pairs of articles, the merges that followed, and splits.

Finding pairs is `articles.matching`; carrying out is `articles.merging` and `articles.splitting`.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.choices import Container, SplitKind, Verdict
from articles.models.articles import Article
from articles.models.stories import Story
from articles.models.texts import Translation
from articles.querysets import JudgementQuerySet
from ots_desk.judgements import Judgement, pair_constraints
from ots_desk.merging import Merge
from ots_desk.reversing import Reversible
from ots_desk.row_log import ids_of

# One text gives way to another of the same article: to where that one stands.
REPLACING = {"replaced_by_id": "article_id"}


class ArticleJudgement(Judgement):
    """What is held of two articles."""

    PROPOSED = (*Judgement.PROPOSED, "proposed_verdict")

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
    container = models.CharField(
        _("which contains the other"),
        max_length=6,
        choices=Container,
        blank=True,
        help_text=_("Of a pair of which one contains the other, as proposed or decided."),
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
            models.CheckConstraint(
                condition=Q(container__in=["", *Container.values]),
                name="article_judgement_container",
            ),
        ]

    def __str__(self):
        return f"{self.first_id} – {self.second_id}"

    @property
    def digest(self) -> Article | None:
        """The one that contains the other, as proposed or decided."""
        return {Container.FIRST: self.first, Container.SECOND: self.second}.get(self.container)


class ArticleMerge(Merge):
    """One article merged into another, with what is needed to take it back."""

    RESTS_ON = REPLACING

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
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(survivor=models.F("duplicate")), name="article_merge_of_two"
            ),
        ]

    def __str__(self):
        return _("Merge of article %(duplicate)s into %(survivor)s") % {
            "duplicate": self.duplicate_id,
            "survivor": self.survivor_id,
        }

    @property
    def moved_texts(self) -> set[int]:
        """The ids of the texts that came from the duplicate."""
        label = Translation._meta.label
        rows = (row for row in self.rows if row["model"] == label and row["before"])
        return {pk for row in rows if "article_id" in row["before"] for pk in ids_of(row)}


class Split(Reversible):
    """Something taken out of where it stood: a text out of an article, a document out of a text,
    an article out of a story."""

    ENDS = ("article", "made")
    RESTS_ON = REPLACING

    kind = models.CharField(_("what was split"), max_length=8, choices=SplitKind)
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        related_name="splits",
        verbose_name=_("article"),
        help_text=_("Out of which it was taken, or which was taken out of its story."),
    )
    made = models.ForeignKey(
        Article,
        models.SET_NULL,
        null=True,
        related_name="split_from",
        verbose_name=_("new article"),
    )
    translation = models.ForeignKey(
        Translation, models.CASCADE, null=True, related_name="splits", verbose_name=_("text")
    )
    story = models.ForeignKey(
        Story, models.SET_NULL, null=True, related_name="splits", verbose_name=_("story")
    )

    class Meta:
        verbose_name = _("split")
        verbose_name_plural = _("splits")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=SplitKind.values), name="split_kind"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.article_id}"
