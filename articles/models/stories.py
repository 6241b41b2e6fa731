"""Stories: what several outlets' articles tell of one event. More coverage, not duplicates.

Which articles belong together is decided by judgements (`articles.judging`).
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.choices import StoryChangeKind
from articles.models.articles import Article
from articles.models.texts import Translation
from articles.querysets import StoryQuerySet
from ots_desk.merging import Mergeable
from ots_desk.reversing import Reversible
from ots_desk.versions import VersionedModel
from people.models import Entity


class Story(Mergeable, VersionedModel):
    """One event, and the articles that report it."""

    title = models.CharField(
        _("title"),
        max_length=300,
        blank=True,
        help_text=_("The desk's own name for it; empty: the headline of its lead text."),
    )
    event = models.ForeignKey(
        Entity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name=_("event"),
    )
    lead = models.ForeignKey(
        Translation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="leads",
        verbose_name=_("lead text"),
        help_text=_("The text that the desk puts first; empty: the earliest report."),
    )
    articles = models.ManyToManyField(
        Article, through="Coverage", related_name="stories", verbose_name=_("articles")
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("by"),
    )
    made_at = models.DateTimeField(_("at"), default=timezone.now, editable=False)

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(merged_into=models.F("id")), name="story_not_into_itself"
            ),
        ]

    def __str__(self):
        return self.title or (str(self.lead) if self.lead else _("Story %(id)s") % {"id": self.pk})


class Coverage(models.Model):
    """An article in a story. A digest can be in several."""

    story = models.ForeignKey(
        Story, models.CASCADE, related_name="coverage", verbose_name=_("story")
    )
    article = models.ForeignKey(
        Article, models.CASCADE, related_name="coverage", verbose_name=_("article")
    )
    is_digest = models.BooleanField(
        _("digest"), default=False, help_text=_("It tells other stories as well.")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("by"),
    )
    made_at = models.DateTimeField(_("at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("article of a story")
        verbose_name_plural = _("articles of stories")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["story", "article"], name="coverage_once"),
        ]

    def __str__(self):
        return f"{self.story_id}: {self.article_id}"


class StoryChange(Reversible):
    """What an editor did to a story by hand, with what is needed to take it back."""

    # The log outlives a story whose beginning is undone.
    story = models.ForeignKey(
        Story, models.SET_NULL, null=True, related_name="changes", verbose_name=_("story")
    )
    kind = models.CharField(_("what was changed"), max_length=8, choices=StoryChangeKind)
    what = models.CharField(
        _("to what"), max_length=500, blank=True, help_text=_("In words, as it was then.")
    )

    class Meta:
        verbose_name = _("change of a story")
        verbose_name_plural = _("changes of stories")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=StoryChangeKind.values), name="story_change_kind"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.what}"

    @property
    def made_version(self) -> int:
        """The version of the story that this change of one of its values made."""
        return self.rows[0]["after"]["version"]
