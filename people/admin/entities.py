"""Who's who: one list and form a kind. Namesakes are told apart by `people.labels`."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ots_desk.admin import (
    DeskModelAdmin,
    KeepsReferenceMixin,
    OwnPageMixin,
    ReadOnlyAdmin,
    StatedValuesFilter,
)
from ots_desk.interface import country_name
from people.admin.names import LooksAgainMixin, NameInline
from people.admin.offices import BodyTermInline, TermInline
from people.admin.screens.standing import standing_of
from people.admin.uniting import UnitesMixin, merge_two
from people.choices import EntityKind
from people.doubles import propose_for
from people.forms import EntityForm
from people.labels import label_of, office_of
from people.mistyped import nearly_named
from people.models import Entity, Event, Name, OfficialDocument, Organization, Person, Place

# The model under which each kind is edited.
PAGES = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANIZATION: "organization",
    EntityKind.PLACE: "place",
    EntityKind.EVENT: "event",
    EntityKind.DOCUMENT: "officialdocument",
}


class EntityAdminBase(UnitesMixin, LooksAgainMixin, KeepsReferenceMixin, DeskModelAdmin):
    """What the five kinds share. Search goes by every spelling, in any script."""

    form = EntityForm
    change_form_template = "admin/people/entity.html"
    search_fields = ("names__folded",)
    list_display = ("name", "classification", "country_words", "spellings", "is_public")
    list_filter = (
        "is_public",
        ("country", StatedValuesFilter),
        ("confidence", StatedValuesFilter),
    )
    autocomplete_fields = ("parent", "location")
    readonly_fields = ("reference",)
    inlines = (NameInline,)
    actions = (merge_two,)
    screens = ("merge_with", "split")
    fieldsets = (
        (None, {"fields": ("name", "classification", "country", "description", "is_public")}),
        (_("Where it belongs"), {"fields": ("parent", "location", "began", "ended")}),
        (
            _("How we know"),
            {
                "fields": (
                    "identifiers",
                    "sources",
                    "confidence",
                    "note",
                    "reference",
                    "seen_version",
                )
            },
        ),
    )

    def find(self, queryset, text):
        found = queryset.named_like(text)
        if found.exists():
            return found.exactly_named_first(text)
        return queryset.in_order_of(nearly_named(text))

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        tables = [formset for formset in formsets if formset.model is Name]
        changed = [text for table in tables for text in table.spellings_changed()]
        self.look_again(request, changed)
        if changed or "identifiers" in form.changed_data:
            propose_for([Entity.objects.get(pk=form.instance.pk)])

    def offered(self, queryset):
        return queryset.standing()

    def view_on_site(self, entity):
        return self.admin_site.public_address(entity)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """Above the form stands what is known of the entity, as pictures."""
        if obj:
            of_it = self.admin_site.portrait(request, obj)
            context = {**context, **of_it, **standing_of(request, obj)}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def autocomplete_label(self, entity) -> str:
        return label_of(entity)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("names", "memberships__post")

    @admin.display(description=_("country"), ordering="country")
    def country_words(self, entity):
        return country_name(entity.country)

    @admin.display(description=_("spellings"))
    def spellings(self, entity):
        return len(entity.names.all())


@admin.register(Person)
class PersonAdmin(EntityAdminBase):
    list_display = ("name", "last_office", "country_words", "spellings", "is_public")
    inlines = (NameInline, TermInline)

    @admin.display(description=_("last office"))
    def last_office(self, person):
        return office_of(person)


@admin.register(Organization)
class OrganizationAdmin(EntityAdminBase):
    list_filter = (*EntityAdminBase.list_filter, "classification")
    inlines = (NameInline, BodyTermInline)


@admin.register(Place)
class PlaceAdmin(EntityAdminBase):
    list_filter = (*EntityAdminBase.list_filter, "classification")
    inlines = (NameInline, TermInline)


@admin.register(Event, OfficialDocument)
class EventAdmin(EntityAdminBase):
    list_display = ("name", "classification", "when", "country_words", "spellings", "is_public")

    @admin.display(description=_("when"), ordering="began_earliest")
    def when(self, event):
        return str(event.began or "")


@admin.register(Entity)
class EntityAdmin(OwnPageMixin, ReadOnlyAdmin, EntityAdminBase):
    """All kinds in one list, which every choice of “who or what” searches. Made and corrected
    under their kind."""

    list_display = ("name", "kind", *EntityAdminBase.list_display[1:])
    list_filter = ("kind", *EntityAdminBase.list_filter)

    def page(self, request, entity):
        """On to the page of its kind, where it can be corrected."""
        page = reverse(f"admin:people_{PAGES[entity.kind]}_change", args=[entity.pk])
        return HttpResponseRedirect(f"{page}?{request.GET.urlencode()}")
