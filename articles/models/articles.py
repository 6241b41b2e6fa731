"""Articles: news items, whatever the language. Their words are in `articles.models.texts`."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.sources import Topic
from articles.querysets import ArticleQuerySet
from ots_desk.fields import PartialDateField, partial_date_constraint
from ots_desk.merging import Mergeable
from ots_desk.versions import VersionedModel
from people.models import Entity


class Article(Mergeable, VersionedModel):
    """One news item, whatever the language. Its words are in its translations."""

    event_date = PartialDateField(
        _("date of the event"), help_text=_("When it happened, which is not when it was printed.")
    )
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="articles", verbose_name=_("topics")
    )
    about = models.ManyToManyField(
        Entity,
        blank=True,
        related_name="articles_about",
        verbose_name=_("also about"),
        help_text=_("Persons, bodies, places and events that it is about without spelling them."),
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
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-pk"]
        constraints = [
            partial_date_constraint("event_date", "article"),
            models.CheckConstraint(
                condition=~Q(merged_into=models.F("id")), name="article_not_into_itself"
            ),
        ]

    def __str__(self):
        texts = [text for text in self.translations.all() if not text.replaced_by_id]
        if not texts:
            return _("Article %(id)s") % {"id": self.pk}
        # The text that came in first, whichever order they were fetched in.
        return str(min(texts, key=lambda text: text.pk))
