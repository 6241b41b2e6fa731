"""The history of texts: what each save made of them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.texts import Translation


class Revision(models.Model):
    """A text as it was saved: one row per change of substance."""

    translation = models.ForeignKey(
        Translation, models.CASCADE, related_name="revisions", verbose_name=_("text")
    )
    number = models.PositiveIntegerField(_("number"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    made_at = models.DateTimeField(_("at"), default=timezone.now)
    note = models.CharField(_("note"), max_length=300, blank=True)
    fields = models.JSONField(_("fields"), default=dict)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["translation", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["translation", "number"], name="revision_number_once"),
        ]

    def __str__(self):
        return f"{self.translation} · {self.number}"
