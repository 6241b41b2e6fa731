"""The text of an article in each language.

Who is named in it is in `articles.models.mentions`.
"""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.choices import PublicUse, Status
from articles.models.articles import Article
from articles.models.documents import Reading
from articles.models.sources import Source
from articles.querysets import TranslationQuerySet
from ots_desk.fields import PartialDateField, partial_date_constraint
from ots_desk.languages import own_name, validate_language
from ots_desk.paragraphs import paragraphs_of
from ots_desk.partial_dates import PartialDate
from ots_desk.slugs import slug_of
from ots_desk.text import fold, key_of
from ots_desk.versions import VersionedModel


class Translation(VersionedModel):
    """The text of an article in one language, as an outlet printed it or an editor wrote it."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="translations", verbose_name=_("article")
    )
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        validators=[validate_language],
        help_text=_("BCP 47 code: en, ru, kk, ky, tr, az, uz, uz-Cyrl, hu, tk."),
    )
    headline = models.CharField(_("headline"), max_length=500, blank=True)
    headline_is_proposed = models.BooleanField(
        _("headline is proposed"),
        default=False,
        help_text=_("The text had none; this one was taken from its first sentence."),
    )
    deck = models.TextField(
        _("deck / standfirst"), blank=True, help_text=_("The outlet's own lead-in, if it had one.")
    )
    summary = models.TextField(
        _("summary"),
        blank=True,
        help_text=_("The desk's own words; shown even where the outlet's text may not be."),
    )
    dateline = models.CharField(
        _("dateline"),
        max_length=200,
        blank=True,
        help_text=_("Place and day at the head of the text: ASTANA, Kazakhstan, September 18."),
    )
    byline = models.CharField(_("byline"), max_length=200, blank=True)
    body = models.TextField(
        _("body"), blank=True, help_text=_("Paragraphs, with an empty line between them.")
    )
    credit = models.CharField(_("photo credit"), max_length=300, blank=True)
    caption = models.TextField(_("photo caption"), blank=True)

    source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("outlet"),
        help_text=_("Who printed it. Empty: not stated."),
    )
    agency = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="written_translations",
        verbose_name=_("agency"),
        help_text=_("Who wrote it, where that is another outlet."),
    )
    via = models.CharField(
        _("via"), max_length=300, blank=True, help_text=_("The press service that it cites.")
    )
    source_url = models.URLField(_("source address"), max_length=500, blank=True)
    published = PartialDateField(
        _("source date"), help_text=_("The date that the outlet printed. Empty: not stated.")
    )
    published_time = models.TimeField(
        _("source clock"), null=True, blank=True, help_text=_("As printed by the outlet.")
    )
    zone = models.CharField(
        _("zone of the clock"),
        max_length=40,
        blank=True,
        help_text=_("By name; empty: unknown, and the clock is shown as printed."),
    )
    views = models.PositiveIntegerField(_("views printed by the outlet"), null=True, blank=True)

    public_use = models.CharField(
        _("public use of this text"),
        max_length=8,
        choices=PublicUse,
        blank=True,
        help_text=_("Empty: as for its outlet; an excerpt where the outlet is unknown."),
    )
    public_use_basis = models.CharField(_("basis for it"), max_length=300, blank=True)

    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.DRAFT, editable=False
    )
    status_reason = models.CharField(_("reason"), max_length=300, blank=True, editable=False)
    first_published_at = models.DateTimeField(
        _("first published here at"), null=True, blank=True, editable=False
    )
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now, editable=False)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )
    reading = models.ForeignKey(
        Reading,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="translations",
        verbose_name=_("reading it came from"),
    )
    edited_fields = models.JSONField(
        _("fields that an editor has touched"), default=list, blank=True, editable=False
    )
    replaced_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="replaces",
        verbose_name=_("replaced by"),
    )
    translated_from = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translated_texts",
        verbose_name=_("translated from"),
        help_text=_("Empty: parallel to the article's other texts; which came first is unknown."),
    )
    follows = models.ForeignKey(
        "Revision",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="followers",
        verbose_name=_("revision of the source that it follows"),
        help_text=_("Only of a translation made at the desk: outlets' texts follow nothing."),
    )
    stale_since = models.DateTimeField(
        _("source changed at"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Since when it says other things than the text that it was translated from."),
    )
    folded = models.TextField(editable=False, default="")
    headline_key = models.CharField(editable=False, max_length=64, default="")
    # The state of who's who by which names were last looked for.
    names_version = models.CharField(editable=False, max_length=16, default="")
    sorts_at = models.DateTimeField(editable=False)

    objects = TranslationQuerySet.as_manager()

    # What an editor can change in a text, and what a revision keeps.
    TEXT_FIELDS = (
        "language",
        "headline",
        "headline_is_proposed",
        "deck",
        "summary",
        "dateline",
        "byline",
        "body",
        "credit",
        "caption",
        "source",
        "agency",
        "via",
        "source_url",
        "published",
        "published_time",
        "zone",
        "public_use",
        "public_use_basis",
    )
    DERIVED_FIELDS = ("folded", "headline_key", "sorts_at")
    # What follows from a save, and is nobody's decision (`ots_desk.cells`).
    BOOKKEEPING = (*DERIVED_FIELDS, "edited_fields", "names_version", "stale_since")

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        ordering = ["-pk"]
        permissions = [
            ("publish_translation", _("Can publish, withdraw and dismiss texts")),
            ("see_unpublished", _("Can see unpublished texts in the API")),
        ]
        indexes = [
            # The home page and the API's list: the newest public texts.
            models.Index(fields=["status", "-sorts_at", "-id"], name="translation_newest"),
            # The same in one language, and the admin's list by status and language.
            models.Index(fields=["status", "language", "-sorts_at"], name="translation_language"),
            # The archive of a day, and the matcher's window of dates.
            models.Index(fields=["published_earliest"], name="translation_day"),
            # The outlet's texts, and what a change of its public use touches.
            models.Index(fields=["source", "published_earliest"], name="translation_source"),
            # Translations whose source has changed since.
            models.Index(
                fields=["stale_since"],
                condition=Q(stale_since__isnull=False),
                name="translation_stale",
            ),
            # Texts in which names are to be looked for again.
            models.Index(fields=["names_version"], name="translation_names"),
            # Texts by their headline: translation hints, updates of a text.
            models.Index(
                fields=["headline_key"],
                condition=~Q(headline_key=""),
                name="translation_headline",
            ),
            # The same address again.
            models.Index(
                fields=["source_url"], condition=~Q(source_url=""), name="translation_address"
            ),
        ]
        constraints = [
            partial_date_constraint("published", "translation"),
            models.UniqueConstraint(
                fields=["article", "language"],
                condition=Q(replaced_by__isnull=True),
                name="translation_one_per_language",
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="translation_status_known"
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.PUBLISHED)
                | ~Q(headline="") & ~Q(body="") & ~Q(language=""),
                name="translation_published_is_complete",
                violation_error_message=_(
                    "A published text needs a headline, a body and a language."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.PUBLISHED) | Q(first_published_at__isnull=False),
                name="translation_published_since",
            ),
            # It becomes a link on public pages: nothing but the web's own addresses.
            models.CheckConstraint(
                condition=Q(source_url="")
                | Q(source_url__startswith="https://")
                | Q(source_url__startswith="http://"),
                name="translation_source_url_of_the_web",
                violation_error_message=_("Write an address that begins with https:// or http://."),
            ),
            models.CheckConstraint(
                condition=~Q(replaced_by=models.F("id")), name="translation_not_by_itself"
            ),
            models.CheckConstraint(
                condition=~Q(translated_from=models.F("id")), name="translation_not_from_itself"
            ),
        ]

    def __str__(self):
        return self.headline or _("Text %(id)s") % {"id": self.pk}

    def save(self, *args, **kwargs):
        """Whether its source has changed is kept by `articles.directing`, row by row: saving a
        text that was read before that would lose the mark."""
        self.set_derived()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], *self.DERIVED_FIELDS}
        elif not self._state.adding:
            own = {field.attname for field in self._meta.concrete_fields if not field.primary_key}
            kwargs["update_fields"] = own - {"stale_since"} - self.get_deferred_fields()
        super().save(*args, **kwargs)

    def set_derived(self) -> None:
        """Derive the columns for the admin's search and for the order of lists; call it before
        `bulk_create`. Undated texts sort as the oldest, on both databases."""
        self.folded = fold(f"{self.headline} {self.body}")
        self.headline_key = key_of(self.headline)
        day = self.published_earliest or datetime.date.min
        clock = self.published_time or datetime.time.min
        self.sorts_at = datetime.datetime.combine(day, clock, datetime.UTC)

    def get_absolute_url(self) -> str:
        return reverse("articles:article", args=[self.article_id, slug_of(self.headline)])

    @property
    def paragraphs(self) -> list[str]:
        return paragraphs_of(self.body)

    @property
    def tells_of(self) -> PartialDate | None:
        """The day as of which names and offices are meant: the event's, else the source's."""
        return self.article.event_date or self.published

    @property
    def language_name(self) -> str:
        return own_name(self.language)

    @property
    def is_the_desks_own(self) -> bool:
        """Was it written here by somebody, rather than taken in from an outlet?"""
        return bool(self.created_by_id) and not (self.source_id or self.agency_id)

    @property
    def rights_holder(self) -> Source | None:
        """Whose terms govern this text: the outlet's, else the agency's that wrote it."""
        return self.source or self.agency
