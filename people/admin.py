"""Who's who in the admin: one list and form a kind, offices, terms and spellings.

Namesakes are told apart by `people.labels`; overlapping terms are refused by `people.forms`.
"""

from collections.abc import Iterable

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ots_desk.admin import (
    DeskModelAdmin,
    KeepsReferenceMixin,
    OwnPageMixin,
    ReadOnlyAdmin,
    ShownFieldsMixin,
    StatedValuesFilter,
    change_url,
)
from ots_desk.asked import asked_day_or
from ots_desk.interface import country_name, interface_language
from ots_desk.text import fold
from people.audience import Audience
from people.choices import EntityKind
from people.days import standing_in
from people.forms import (
    EntityForm,
    MembershipForm,
    NameForm,
    NameFormSet,
    PostForm,
    RoleForm,
    TermForm,
    TermFormSet,
)
from people.labels import label_of, office_of, term_dates
from people.mistyped import nearly_named
from people.models import (
    Entity,
    Event,
    Membership,
    Name,
    OfficialDocument,
    Organization,
    Person,
    Place,
    Post,
    ReferenceItem,
)

TERM_FIELDS = (
    "role",
    "began",
    "ended",
    "known_until",
    "is_acting",
    "confidence",
    "note",
    "sources",
    "seen_version",
)


# The model under which each kind is edited.
PAGES = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANIZATION: "organization",
    EntityKind.PLACE: "place",
    EntityKind.EVENT: "event",
    EntityKind.DOCUMENT: "officialdocument",
}


def the_desk() -> Audience:
    """Editors: they see everybody and everything that is known, and go to its form."""
    return Audience(
        Entity.objects.standing(),
        interface_language(),
        timezone.localdate(),
        url_of=change_url,
        is_desk=True,
    )


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


class TermInline(ShownFieldsMixin, KeepsReferenceMixin, admin.StackedInline):
    """Terms of a member."""

    model = Membership
    form = TermForm
    formset = TermFormSet
    fk_name = "member"
    fields = ("post", "organization", *TERM_FIELDS)
    autocomplete_fields = ("post", "organization")
    extra = 0
    verbose_name_plural = _("Terms: offices held, roles in bodies")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("member", "post", "organization")


class PostTermInline(TermInline):
    """Terms in a post."""

    fk_name = "post"
    fields = ("member", *(name for name in TERM_FIELDS if name != "role"))
    autocomplete_fields = ("member",)
    verbose_name_plural = _("Terms: who held it")


class BodyTermInline(TermInline):
    """Roles in a body: its members, observers and chairs."""

    form = RoleForm
    fk_name = "organization"
    fields = ("member", *TERM_FIELDS)
    autocomplete_fields = ("member",)
    verbose_name_plural = _("Roles in it: members, observers, chairs")


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


class EntityAdminBase(LooksAgainMixin, KeepsReferenceMixin, DeskModelAdmin):
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

    def offered(self, queryset):
        return queryset.standing()

    def view_on_site(self, entity):
        return self.admin_site.public_address(entity)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """Above the form stands what is known of the entity, as pictures."""
        if obj:
            context = {**context, **self.admin_site.portrait(request, obj)}
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


@admin.register(Post)
class PostAdmin(KeepsReferenceMixin, DeskModelAdmin):
    form = PostForm
    fields = ("organization", "labels", "is_for_one_person", "note", "reference", "seen_version")
    readonly_fields = ("reference",)
    list_display = ("__str__", "organization", "is_for_one_person", "holders")
    list_filter = ("is_for_one_person",)
    list_select_related = ("organization",)
    autocomplete_fields = ("organization",)
    inlines = (PostTermInline,)
    change_form_template = "admin/people/post.html"

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("memberships")

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """Above the form stands who held the office on a day."""
        if obj:
            audience = the_desk()
            on_day = asked_day_or(request, "on", audience.today)
            standings = [standing_in(obj, on_day.day, audience)]
            context = {**context, "on_day": on_day, "standings": standings}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description=_("terms"))
    def holders(self, post):
        return len(post.memberships.all())


@admin.register(Membership)
class MembershipAdmin(KeepsReferenceMixin, DeskModelAdmin):
    form = MembershipForm
    fields = ("member", "post", "organization", *TERM_FIELDS, "reference")
    readonly_fields = ("reference",)
    search_fields = ("member__names__folded",)
    list_display = ("member", "what", "dates", "is_acting", "confidence")
    list_filter = ("role", "is_acting", ("confidence", StatedValuesFilter))
    list_select_related = ("member", "post", "organization")
    autocomplete_fields = ("member", "post", "organization")

    def find(self, queryset, text):
        members = Entity.objects.named_like(text)
        posts = Post.objects.filter(folded__contains=fold(text))
        return queryset.filter(member__in=members) | queryset.filter(post__in=posts)

    @admin.display(description=_("office or role"))
    def what(self, term):
        return str(term.post) if term.post_id else f"{term.organization}: {term.get_role_display()}"

    @admin.display(description=_("from – to"), ordering="began_earliest")
    def dates(self, term):
        return term_dates(term)


@admin.register(ReferenceItem)
class ReferenceItemAdmin(ReadOnlyAdmin):
    list_display = ("reference", "loaded_at")
    search_fields = ("reference",)

    def find(self, queryset, text):
        return queryset.filter(reference__contains=text.lower())
