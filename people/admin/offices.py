"""Offices and terms; overlapping terms are refused by `people.forms`."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ots_desk.admin import DeskModelAdmin, KeepsReferenceMixin, ShownFieldsMixin, StatedValuesFilter
from ots_desk.asked import asked_day_or
from ots_desk.text import fold
from people.admin.desk import the_desk
from people.days import standing_in
from people.forms import MembershipForm, PostForm, RoleForm, TermForm, TermFormSet
from people.labels import term_dates, what_of
from people.models import Entity, Membership, Post

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
        return what_of(term)

    @admin.display(description=_("from – to"), ordering="began_earliest")
    def dates(self, term):
        return term_dates(term)
