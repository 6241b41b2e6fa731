"""Doubts about texts, until an editor settles them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.choices import FlagKind
from articles.doubts import doubt_in_words
from articles.models.texts import Translation
from articles.querysets import FlagQuerySet


class Flag(models.Model):
    """A doubt about a text, until an editor settles it."""

    translation = models.ForeignKey(
        Translation, models.CASCADE, related_name="flags", verbose_name=_("text")
    )
    kind = models.CharField(_("doubt"), max_length=20, choices=FlagKind)
    values = models.JSONField(_("values"), default=dict, blank=True)
    raised_at = models.DateTimeField(_("raised at"), default=timezone.now)
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("settled by"),
    )

    objects = FlagQuerySet.as_manager()

    class Meta:
        verbose_name = _("flag")
        verbose_name_plural = _("flags")
        ordering = ["kind"]
        indexes = [
            # The dashboard's counts and the admin's filter by open flag.
            models.Index(
                fields=["kind", "translation"],
                condition=Q(settled_at__isnull=True),
                name="flag_open",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["translation", "kind"], name="flag_once_per_text"),
            models.CheckConstraint(condition=Q(kind__in=FlagKind.values), name="flag_kind"),
        ]

    def __str__(self):
        return self.get_kind_display()

    @property
    def detail(self) -> str:
        """The doubt as a sentence, in the language of the interface."""
        return doubt_in_words(self.kind, self.values)
