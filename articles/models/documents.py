"""What was received: bytes, where they were seen, and what the rules understood of them.

The texts that editors work on are in `articles.models.texts`.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.choices import Outcome, ReadingFormat, ReadingStatus
from articles.models.sources import Source


class ImportRun(models.Model):
    """One run of the importer: who started it, over what, and how far it has come.

    Its sightings are its journal: a run that was stopped goes on where they end.
    """

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
    options = models.JSONField(_("options"), default=dict, blank=True)
    total = models.PositiveIntegerField(
        _("found"), null=True, help_text=_("Empty while nobody has counted yet.")
    )
    counts = models.JSONField(
        _("counts"), default=dict, help_text=_("By outcome; also mentions, pairs, published.")
    )

    class Meta:
        verbose_name = _("import run")
        verbose_name_plural = _("import runs")
        ordering = ["-started_at", "-pk"]

    def __str__(self):
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class Document(models.Model):
    """Bytes as they were received. Never edited; deleted only by a purge."""

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
    """What an import run came across: where, when, and what became of it.

    The same bytes again are one more sighting. What could not be kept (unreadable, refused, too
    old) has no document, but its place and the reason are on record all the same.
    """

    document = models.ForeignKey(
        Document,
        models.CASCADE,
        null=True,
        related_name="sightings",
        verbose_name=_("document"),
    )
    run = models.ForeignKey(
        ImportRun, models.CASCADE, related_name="sightings", verbose_name=_("import run")
    )
    path = models.CharField(
        _("path"), max_length=500, help_text=_("A path, a member of an archive, or an address.")
    )
    seen_at = models.DateTimeField(_("seen at"), default=timezone.now)
    outcome = models.CharField(
        _("what became of it"), max_length=12, choices=Outcome, default=Outcome.CREATED
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    source = models.ForeignKey(
        Source,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("outlet named at import"),
    )

    # What leaves no document behind.
    WITHOUT_DOCUMENT = (Outcome.SKIPPED, Outcome.REFUSED, Outcome.FAILED)

    class Meta:
        verbose_name = _("sighting")
        verbose_name_plural = _("sightings")
        ordering = ["pk"]
        indexes = [
            # A run's page: its problems, and how many things came to what.
            models.Index(fields=["run", "outcome"], name="sighting_outcome"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["run", "path"], name="sighting_once_per_run"),
            models.CheckConstraint(
                condition=Q(document__isnull=False)
                | Q(outcome__in=(Outcome.SKIPPED, Outcome.REFUSED, Outcome.FAILED)),
                name="sighting_has_document",
            ),
        ]

    def __str__(self):
        return self.path


class Reading(models.Model):
    """What one version of the rules understood of a document.

    `fields` maps a field's name to `{"value", "rule", "start", "end", "inferred"}`, `lines` says
    of every range of the raw text what became of it, `body` lists the paragraphs; offsets count
    code points of the raw text: `text` where the document had to be turned into one (a web page,
    a record, repaired letters), else the decoded bytes.
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
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("mended by"),
        help_text=_("Empty: the rules alone."),
    )
    format = models.CharField(
        _("format"), max_length=8, choices=ReadingFormat, default=ReadingFormat.TEXT
    )
    encoding = models.CharField(_("encoding"), max_length=20, blank=True)
    text = models.TextField(_("raw text"), blank=True)
    body_key = models.CharField(editable=False, max_length=64, default="")
    address_key = models.CharField(editable=False, max_length=64, default="")

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["-pk"]
        indexes = [
            # The admin's list of quarantined documents, and the dashboard's count of them.
            models.Index(fields=["status"], name="reading_current", condition=Q(is_current=True)),
            # The same text in another extraction.
            models.Index(fields=["body_key"], name="reading_body", condition=~Q(body_key="")),
            # The same address again, however it is written.
            models.Index(
                fields=["address_key"], name="reading_address", condition=~Q(address_key="")
            ),
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


class Purge(models.Model):
    """A document that was deleted by order: its hash and the reason, so that it stays away."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    reason = models.CharField(_("reason"), max_length=300)
    purged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    purged_at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("purge")
        verbose_name_plural = _("purges")
        ordering = ["-purged_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="purge_has_reason"),
        ]

    def __str__(self):
        return self.sha256[:12]
