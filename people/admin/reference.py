"""What the reference data said when it was last loaded, to look at."""

from django.contrib import admin

from ots_desk.admin import ReadOnlyAdmin
from people.models import ReferenceItem


@admin.register(ReferenceItem)
class ReferenceItemAdmin(ReadOnlyAdmin):
    list_display = ("reference", "loaded_at")
    search_fields = ("reference",)

    def find(self, queryset, text):
        return queryset.filter(reference__contains=text.lower())
