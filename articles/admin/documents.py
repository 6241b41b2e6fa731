"""What came in: documents with the evidence of their reading, sightings, purges."""

from django.contrib import admin
from django.db.models import Prefetch
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.links import text_links
from articles.admin.screens.evidence import evidence_of
from articles.choices import ReadingStatus
from articles.doubts import reason_in_words
from articles.models import Document, Purge, Reading, Sighting, Translation
from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin


class ReadingStatusFilter(admin.SimpleListFilter):
    title = _("reading")
    parameter_name = "reading"

    def lookups(self, request, model_admin):
        return ReadingStatus.choices

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        current = Reading.objects.filter(is_current=True, status=self.value())
        return queryset.filter(pk__in=current.values("document"))


@admin.register(Document)
class DocumentAdmin(OwnPageMixin, ReadOnlyAdmin):
    """Bytes as received; the page of one is its evidence."""

    list_display = ("paths", "size", "received_at", "reading_words", "texts")
    list_filter = (ReadingStatusFilter,)
    ordering = ("-pk",)

    def find(self, queryset, text):
        """By path, or by the beginning of the hash."""
        seen = Sighting.objects.filter(path__icontains=text)
        by_hash = queryset.filter(sha256__startswith=text.lower())
        return queryset.filter(pk__in=seen.values("document")) | by_hash

    def get_queryset(self, request):
        current = Reading.objects.filter(is_current=True).defer("lines", "fields", "body")
        texts = current.prefetch_related("translations")
        return (
            super()
            .get_queryset(request)
            .defer("content")
            .prefetch_related("sightings", Prefetch("readings", texts, to_attr="current"))
        )

    @admin.display(description=_("path"))
    def paths(self, document):
        seen = document.sightings.all()
        return seen[0].path if seen else str(document)

    @admin.display(description=_("reading"))
    def reading_words(self, document):
        if not document.current:
            return _("not read")
        reading = document.current[0]
        return reason_in_words(reading.reason) or reading.get_status_display()

    @admin.display(description=_("text"))
    def texts(self, document):
        readings = document.current
        return text_links(text for reading in readings for text in reading.translations.all())

    def page(self, request, document):
        readings = list(document.readings.select_related("made_by").defer("lines", "text"))
        reading = _chosen(readings, request.GET.get("reading", ""))
        return self.screen(
            request,
            "admin/articles/evidence.html",
            title=gettext("Reading of a document"),
            original=document,
            name=self.paths(document),
            readings=readings,
            sightings=document.sightings.select_related("run"),
            texts=Translation.objects.filter(reading__document=document).order_by("pk"),
            evidence=evidence_of(document, reading),
        )


def _chosen(readings: list[Reading], wanted: str) -> Reading | None:
    """The reading asked for by its id, else the current one."""
    asked = (reading for reading in readings if str(reading.pk) == wanted)
    current = (reading for reading in readings if reading.is_current)
    return next(asked, None) or next(current, None)


@admin.register(Reading)
class ReadingAdmin(ReadOnlyAdmin):
    list_display = ("document", "rules_version", "status", "reason_words", "is_current", "made_at")
    list_filter = ("status", "is_current", "rules_version")
    list_select_related = ("document",)
    ordering = ("-pk",)

    @admin.display(description=_("reason"))
    def reason_words(self, reading):
        return reason_in_words(reading.reason)

    def find(self, queryset, text):
        seen = Sighting.objects.filter(path__icontains=text)
        return queryset.filter(document__in=seen.values("document"))


@admin.register(Sighting)
class SightingAdmin(ReadOnlyAdmin):
    list_display = ("path", "document", "run", "seen_at")
    list_select_related = ("document", "run")
    ordering = ("-pk",)

    def find(self, queryset, text):
        return queryset.filter(path__icontains=text)


@admin.register(Purge)
class PurgeAdmin(ReadOnlyAdmin):
    """Deletions by order; carried out by `manage.py purge`."""

    list_display = ("sha256", "reason", "purged_by", "purged_at")
    list_select_related = ("purged_by",)
    ordering = ("-purged_at", "-pk")

    def find(self, queryset, text):
        """By the beginning of the hash."""
        return queryset.filter(sha256__startswith=text.lower())
