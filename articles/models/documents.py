"""What was received: bytes, where they were seen, and what the rules understood of them.

The texts that editors work on are in `articles.models.texts`.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.choices import ReadingStatus


class ImportRun(models.Model):
    """One run of the importer: who started it, over what, and what came of it."""

    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished at"), null=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("started by"),
    )
    paths = models.JSONField(_("over"), default=list)
    report = models.JSONField(_("report"), default=dict)

    class Meta:
        verbose_name = _("import run")
        verbose_name_plural = _("import runs")
        ordering = ["-started_at", "-pk"]

    def __str__(self):
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class Document(models.Model):
    """Bytes as they were received. Never edited."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True, editable=False)
    content = models.BinaryField(_("content"), editable=False)
    size = models.PositiveIntegerField(_("size in bytes"), editable=False)
    received_at = models.DateTimeField(_("received at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-pk"]

    def __str__(self):
        return self.sha256[:12]


class Sighting(models.Model):
    """Where and when a document's bytes came in. The same bytes again are one more sighting."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="sightings", verbose_name=_("document")
    )
    run = models.ForeignKey(
        ImportRun, models.CASCADE, related_name="sightings", verbose_name=_("import run")
    )
    path = models.CharField(_("path"), max_length=500)
    seen_at = models.DateTimeField(_("seen at"), default=timezone.now)

    class Meta:
        verbose_name = _("sighting")
        verbose_name_plural = _("sightings")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["run", "path"], name="sighting_once_per_run"),
        ]

    def __str__(self):
        return self.path


class Reading(models.Model):
    """What one version of the rules understood of a document.

    `fields` maps a field's name to `{"value", "rule", "start", "end", "inferred"}`, `lines` says
    of every range of the raw text what became of it, `body` lists the paragraphs; offsets count
    code points of the decoded text.
    """

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="readings", verbose_name=_("document")
    )
    rules_version = models.PositiveIntegerField(_("version of the rules"))
    is_current = models.BooleanField(_("current"), default=True)
    status = models.CharField(_("status"), max_length=12, choices=ReadingStatus)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    fields = models.JSONField(_("fields"), default=dict)
    body = models.JSONField(_("body"), default=list)
    lines = models.JSONField(_("lines"), default=list)
    flags = models.JSONField(_("flags"), default=list)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["-pk"]
        indexes = [
            # The admin's list of quarantined documents, and the dashboard's count of them.
            models.Index(fields=["status"], name="reading_current", condition=Q(is_current=True)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=Q(is_current=True), name="reading_one_current"
            ),
            models.CheckConstraint(
                condition=Q(status=ReadingStatus.READ) | ~Q(reason=""),
                name="reading_quarantine_has_reason",
            ),
        ]

    def __str__(self):
        return f"{self.document} ({self.get_status_display()})"
