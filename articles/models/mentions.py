"""Spans of texts that name an entity.

Finding them is `people.recognition`; deciding on them is `articles.tagging`.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.choices import MentionField, MentionRule, MentionStatus
from articles.models.texts import Translation
from articles.querysets import MentionQuerySet
from ots_desk.text import fold
from people.models import Entity


class Mention(models.Model):
    """A span of a text that names an entity. Offsets count code points of the field named."""

    translation = models.ForeignKey(
        Translation, models.CASCADE, related_name="mentions", verbose_name=_("text")
    )
    field = models.CharField(_("field"), max_length=10, choices=MentionField)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    text = models.CharField(_("words"), max_length=300)
    folded = models.CharField(max_length=300, editable=False)
    entity = models.ForeignKey(
        Entity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mentions",
        verbose_name=_("who or what"),
    )
    status = models.CharField(_("status"), max_length=10, choices=MentionStatus)
    rule = models.CharField(
        _("rule"),
        max_length=60,
        blank=True,
        choices=MentionRule,
        help_text=_("What found it; empty: an editor did."),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["translation", "field", "start"]
        indexes = [
            # The articles that name an entity: its page, the API's filter by person.
            models.Index(fields=["entity", "status", "translation"], name="mention_entity"),
            # The dashboard's count and the queue of proposals.
            models.Index(fields=["folded"], condition=Q(status="suggested"), name="mention_open"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["translation", "field", "start", "end", "entity"],
                name="mention_once_per_span",
            ),
            models.UniqueConstraint(
                fields=["translation", "field", "start", "end"],
                condition=Q(entity__isnull=True),
                name="mention_of_nobody_once_per_span",
            ),
            models.CheckConstraint(
                condition=Q(end__gt=models.F("start")), name="mention_not_empty"
            ),
            models.CheckConstraint(
                condition=Q(status__in=MentionStatus.values), name="mention_status"
            ),
            models.CheckConstraint(
                condition=~Q(status=MentionStatus.CONFIRMED) | Q(entity__isnull=False),
                name="mention_confirmed_has_entity",
            ),
        ]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        self.set_folded()
        super().save(*args, **kwargs)

    def set_folded(self) -> None:
        """Derive the key that rejections are remembered by; call it before `bulk_create`."""
        self.folded = fold(self.text)
