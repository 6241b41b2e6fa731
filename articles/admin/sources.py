"""Outlets and topics in the admin."""

from django.contrib import admin

from articles.forms import SourceForm, TopicForm
from articles.models import Source, Topic
from articles.search import refresh_source
from ots_desk.admin import DeskModelAdmin, KeepsReferenceMixin, StatedValuesFilter


@admin.register(Source)
class SourceAdmin(KeepsReferenceMixin, DeskModelAdmin):
    form = SourceForm
    fields = (*SourceForm.Meta.fields, "reference", "seen_version")
    readonly_fields = ("reference",)
    list_display = ("name", "kind", "country", "zone", "public_use", "public_use_basis")
    list_filter = ("public_use", "kind", ("country", StatedValuesFilter))
    autocomplete_fields = ("entity",)

    def save_model(self, request, obj, form, change):
        """What readers may no longer see, they may no longer find either."""
        super().save_model(request, obj, form, change)
        if "public_use" in form.changed_data:
            refresh_source(obj)


@admin.register(Topic)
class TopicAdmin(KeepsReferenceMixin, DeskModelAdmin):
    form = TopicForm
    fields = ("name", "parent", "iptc_media_topic", "labels", "reference")
    readonly_fields = ("reference",)
    list_display = ("name", "parent", "iptc_media_topic")
    list_select_related = ("parent",)
    autocomplete_fields = ("parent",)
