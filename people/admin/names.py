"""Spellings: in a list of their own, and in a table on the page of their entity."""

from collections.abc import Iterable

from django.contrib import admin, messages
from django.utils.translation import ngettext

from ots_desk.admin import DeskModelAdmin, ShownFieldsMixin
from people.forms import NameForm, NameFormSet
from people.models import Name


class NameInline(ShownFieldsMixin, admin.TabularInline):
    model = Name
    form = NameForm
    formset = NameFormSet
    fields = (
        "text",
        "language",
        "kind",
        "attested",
        "needs_context",
        "valid_from",
        "valid_to",
        "source",
    )
    extra = 1


class LooksAgainMixin:
    """Spellings that were saved are looked for in the texts that may have them, in the same
    transaction; all other texts wait for `manage.py recognise`."""

    def look_again(self, request, spellings: Iterable[str]) -> None:
        if count := self.admin_site.look_again(spellings):
            words = ngettext(
                "Names were looked for again in %d text.",
                "Names were looked for again in %d texts.",
                count,
            )
            messages.info(request, words % count)


@admin.register(Name)
class NameAdmin(LooksAgainMixin, DeskModelAdmin):
    form = NameForm
    fields = ("entity", *NameInline.fields)
    list_display = ("text", "language", "kind", "entity", "attested", "needs_context")
    list_filter = ("kind", "attested", "needs_context", "language")
    list_select_related = ("entity",)
    autocomplete_fields = ("entity",)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        self.look_again(request, [obj.text, form.initial.get("text", "")])

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        self.look_again(request, [obj.text])

    def delete_queryset(self, request, queryset):
        spellings = list(queryset.values_list("text", flat=True))
        super().delete_queryset(request, queryset)
        self.look_again(request, spellings)
