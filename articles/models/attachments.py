"""Further documents of a text that the desk has, and what pages say of other texts.

The texts themselves are in `articles.models.texts`.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.choices import AttachmentRule, Relation
from articles.models.documents import Document, Reading
from articles.models.texts import Translation
from articles.querysets import AttachmentQuerySet


class Attachment(models.Model):
    """A document that brought no new text: one that the desk has, again or in another version.

    The machine attaches; "another article" takes it back (`detached_at`) and is remembered. A
    version waits for an editor who compares it with the desk's text until it is settled.
    """

    document = models.OneToOneField(
        Document, models.CASCADE, related_name="attachment", verbose_name=_("document")
    )
    translation = models.ForeignKey(
        Translation, models.CASCADE, related_name="attachments", verbose_name=_("text")
    )
    relation = models.CharField(_("what it is"), max_length=8, choices=Relation)
    rule = models.CharField(_("rule"), max_length=16, choices=AttachmentRule)
    attached_at = models.DateTimeField(_("attached at"), default=timezone.now)
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("settled by"),
    )
    detached_at = models.DateTimeField(_("detached at"), null=True, blank=True)
    detached_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("detached by"),
    )

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("further document")
        verbose_name_plural = _("further documents")
        ordering = ["pk"]
        indexes = [
            # The dashboard's queue of versions that nobody has looked at.
            models.Index(
                fields=["translation"],
                condition=Q(relation=Relation.VERSION, settled_at=None, detached_at=None),
                name="attachment_open_version",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(relation__in=Relation.values), name="attachment_relation"
            ),
        ]

    def __str__(self):
        return f"{self.document}: {self.get_relation_display()}"


class TranslationHint(models.Model):
    """A headline that a page prints as that of its own text in another language."""

    reading = models.ForeignKey(
        Reading, models.CASCADE, related_name="hints", verbose_name=_("reading")
    )
    language = models.CharField(_("language"), max_length=12, blank=True)
    headline = models.CharField(_("headline"), max_length=500)
    headline_key = models.CharField(editable=False, max_length=64, db_index=True)

    class Meta:
        verbose_name = _("translation hint")
        verbose_name_plural = _("translation hints")
        ordering = ["pk"]

    def __str__(self):
        return self.headline
