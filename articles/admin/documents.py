"""What came in: documents with the evidence of their reading, sightings, purges."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.links import text_links, text_url
from articles.admin.screens.evidence import evidence_of
from articles.admin.screens.mending import choices_of, first_choices
from articles.choices import ReadingStatus
from articles.doubts import reason_in_words
from articles.forms import MendForm
from articles.importing import Unreadable
from articles.importing.understanding import page_of
from articles.mending import check_may_mend, reading_by_hand, take_in_by_hand
from articles.models import Attachment, Document, Purge, Reading, Sighting, Translation
from articles.publishing import NotAllowed
from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin, change_url


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
    screens = ("mend",)
    list_filter = (ReadingStatusFilter,)
    ordering = ("-pk",)

    def find(self, queryset, text):
        """By path, or by the beginning of the hash."""
        seen = Sighting.objects.filter(path__icontains=text)
        by_hash = queryset.filter(sha256__startswith=text.lower())
        return queryset.filter(pk__in=seen.values("document")) | by_hash

    def get_queryset(self, request):
        current = Reading.objects.filter(is_current=True).defer("lines", "fields", "body", "text")
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
            may_mend=self._may_mend(request, document),
        )

    def _may_mend(self, request, document) -> bool:
        try:
            check_may_mend(document)
        except NotAllowed:
            return False
        return request.user.has_perm("articles.add_article")

    def mend(self, request, pk: int):
        """Read a document by hand: see what an editor's choices give, then take it in."""
        if not request.user.has_perm("articles.add_article"):
            raise PermissionDenied
        current = Reading.objects.filter(is_current=True).select_related("document")
        reading = get_object_or_404(current, document__id=pk)
        try:
            draft = check_may_mend(reading.document)
            page_of(reading)
        except NotAllowed as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(change_url(reading.document))
        except Unreadable:
            return HttpResponseRedirect(f"{reverse('admin:articles_importrun_add')}?document={pk}")
        return self._mend(request, reading, draft)

    def _mend(self, request, reading: Reading, draft: Translation | None):
        seen = {"seen_reading": reading.pk, "seen_version": draft and draft.version}
        form = MendForm(request.POST or None, initial=first_choices(reading) | seen)
        shown = reading
        if form.is_valid():
            try:
                if "take_in" in request.POST:
                    return self._take_in(request, reading, form.cleaned_data)
                shown = reading_by_hand(reading, choices_of(form.cleaned_data))
            except NotAllowed as error:
                form.add_error(None, str(error))
        return self.screen(
            request,
            "admin/articles/mend.html",
            title=gettext("Read a document by hand"),
            original=reading.document,
            name=self.paths(reading.document),
            form=form,
            is_preview=shown is not reading,
            paragraphs=[one["text"] for one in shown.body],
            evidence=evidence_of(reading.document, shown),
        )

    def _take_in(self, request, reading: Reading, chosen: dict):
        seen = Reading.objects.filter(pk=chosen["seen_reading"], document=reading.document_id)
        taken = take_in_by_hand(
            seen.first() or reading,
            choices_of(chosen),
            user=request.user,
            version=chosen["seen_version"],
        )
        if taken.text:
            messages.success(request, gettext("Taken in: “%(text)s”.") % {"text": taken.text})
            return HttpResponseRedirect(text_url(taken.text))
        messages.warning(request, gettext("The desk has this text already; it is attached to it."))
        return HttpResponseRedirect(change_url(Attachment.objects.get(document=reading.document)))


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

    def get_queryset(self, request):
        """Bytes and evidence are megabytes, and no list shows them."""
        heavy = ("document__content", "text", "lines", "fields", "body")
        return super().get_queryset(request).defer(*heavy)

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

    def get_queryset(self, request):
        return super().get_queryset(request).defer("document__content")

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
