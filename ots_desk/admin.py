"""The editors' desk as an admin site, and the base classes of its screens.

Knows no app: what the index shows is given to it by the app that has it.
"""

from collections.abc import Callable, Iterable
from functools import wraps

from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.views.main import ERROR_FLAG
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ots_desk.text import fold
from ots_desk.versions import StaleVersion


class LabelledAutocomplete(AutocompleteJsonView):
    """Autocomplete whose results tell namesakes apart, where the model's admin knows how."""

    def get_queryset(self):
        offered = getattr(self.model_admin, "offered", lambda queryset: queryset)
        return offered(super().get_queryset())

    def serialize_result(self, obj, to_field_name):
        label_of = getattr(self.model_admin, "autocomplete_label", str)
        return {"id": str(getattr(obj, to_field_name)), "text": label_of(obj)}


class StatedValuesFilter(admin.AllValuesFieldListFilter):
    """The values that occur; the empty one, for which Django makes a link without words, too."""

    def choices(self, changelist):
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or _("not stated")}


class DeskAdminSite(admin.AdminSite):
    site_title = site_header = "OTS Desk"
    index_title = _("What waits for a decision")
    # Everything is on the index, one click away; the sidebar would take the width of a text.
    enable_nav_sidebar = False
    # What the index shows for a user: a function from request to template values.
    dashboard: Callable[..., dict] = staticmethod(lambda request: {})
    # What stands above the form of an entity: a function from request and entity to template
    # values; and where readers find it, None where they don't.
    portrait: Callable[..., dict] = staticmethod(lambda request, entity: {})
    public_address: Callable[..., str | None] = staticmethod(lambda entity: None)
    # What follows when spellings changed: a function from the old and new ones to a count of texts.
    look_again: Callable[[Iterable[str]], int] = staticmethod(lambda names: 0)

    def index(self, request, extra_context=None):
        return super().index(request, {**self.dashboard(request), **(extra_context or {})})

    def autocomplete_view(self, request):
        return LabelledAutocomplete.as_view(admin_site=self)(request)


class ShownFieldsMixin:
    """For those who may only look: what exists in the form alone is left out."""

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if self.has_change_permission(request, obj):
            return fieldsets
        return [
            (title, {**options, "fields": [n for n in options["fields"] if self._is_known(n)]})
            for title, options in fieldsets
        ]

    def _is_known(self, name: str) -> bool:
        return hasattr(self.model, name) or hasattr(self, name)


class DeskModelAdmin(ShownFieldsMixin, admin.ModelAdmin):
    """Search on a folded column, no count over everything, versions compared on every save."""

    list_per_page = 50
    show_full_result_count = False
    # Django shows the search box where this is set; `find` then does the searching.
    search_fields = ("folded",)
    # What an editor can do where nothing is listed.
    when_empty = ""
    # Methods made with `row_post`, each under `<id>/<its name>/`.
    row_posts: tuple[str, ...] = ()
    # Methods that answer with a further page of a row, under the same kind of address; they get
    # the row's id, and check themselves who may see it.
    screens: tuple[str, ...] = ()

    def get_urls(self):
        own = [
            path(
                f"<int:pk>/{name.replace('_', '-')}/",
                self.admin_site.admin_view(getattr(self, name)),
                name=f"{self.opts.app_label}_{self.opts.model_name}_{name}",
            )
            for name in (*self.row_posts, *self.screens)
        ]
        return own + super().get_urls()

    def find(self, queryset, text: str):
        """The rows that `text` finds, whatever its letter case and accents."""
        return queryset.filter(folded__contains=fold(text))

    def get_search_results(self, request, queryset, search_term):
        if search_term.strip() and self.get_search_fields(request):
            queryset = self.find(queryset, search_term)
        return queryset, False

    def get_changelist_instance(self, request):
        """What an address asks for that no database can look for (the year 0, a number greater
        than a key) is answered as any other value that makes no sense."""
        try:
            return super().get_changelist_instance(request)
        except (OverflowError, ValueError) as error:
            if request.GET.keys() <= {ERROR_FLAG}:
                raise
            raise IncorrectLookupParameters from error

    def changelist_view(self, request, extra_context=None):
        """Headed by what it lists, not by what Django would have one do with it."""
        check_asked(request.GET)
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """A save that was overtaken between check and write is checked again, and refused with
        both texts shown (`ots_desk.forms.VersionedForm`)."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except StaleVersion:
            return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, **kwargs):
        """Adds `conflicts`: what somebody else has saved since the form was opened."""
        forms = [context["adminform"].form]
        for inline in context["inline_admin_formsets"]:
            forms += inline.formset.forms
        conflicts = [conflict for form in forms for conflict in getattr(form, "conflicts", [])]
        return super().render_change_form(
            request, {**context, "conflicts": conflicts}, *args, **kwargs
        )

    def may(self, request, what: str) -> bool:
        """Has the user the permission to `what` ("add", "change") these rows? Of those that only
        operations write it says who may have that done."""
        return request.user.has_perm(f"{self.opts.app_label}.{what}_{self.opts.model_name}")

    def screen(self, request, template: str, *, title: str, **values):
        """A page of the desk's own in the frame of the admin."""
        context = {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        return TemplateResponse(request, template, {**context, **values})


class ReadOnlyAdmin(DeskModelAdmin):
    """For rows that only operations write."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class OwnPageMixin:
    """For rows whose page isn't Django's form: a subclass answers with its own in `page`."""

    def page(self, request, row):
        raise NotImplementedError

    def change_view(self, request, object_id, form_url="", extra_context=None):
        check_asked(request.GET)
        row = self.get_object(request, object_id)
        if row is None or not self.has_view_permission(request, row):
            return super().change_view(request, object_id, form_url, extra_context)
        return self.page(request, row)


class KeepsReferenceMixin:
    """Rows of the reference data are corrected, never deleted: they would be missed by those
    who load the same data elsewhere."""

    def has_delete_permission(self, request, obj=None):
        if obj is not None and obj.reference:
            return False
        return super().has_delete_permission(request, obj)

    def delete_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, object_id)
        if row is not None and row.reference:
            messages.error(
                request,
                _("“%(row)s” is in the reference data and can't be deleted. Correct it instead.")
                % {"row": row},
            )
            return HttpResponseRedirect(change_url(row))
        return super().delete_view(request, object_id, extra_context)


def row_post(permission: str = ""):
    """A method of a ModelAdmin that is reached by POST only, by users who have `permission` (else
    who may change its rows), and gets the row itself. Name it in `row_posts`."""

    def decorate(method):
        @wraps(method)
        def wrapped(self, request, pk: int):
            if request.method != "POST":
                return HttpResponseNotAllowed(["POST"])
            needed = permission or f"{self.opts.app_label}.change_{self.opts.model_name}"
            if not request.user.has_perm(needed):
                raise PermissionDenied
            check_posted(request.POST)
            return method(self, request, get_object_or_404(self.model, pk=pk))

        return wrapped

    return decorate


# Longer than any name with what tells namesakes apart; SQLite refuses to look for much more.
_LONGEST_POSTED = 1000


def check_posted(posted) -> None:
    """Refuse what no form of the desk sends, and a database would answer with an error."""
    if any("\0" in value or len(value) > _LONGEST_POSTED for value in posted.values()):
        raise BadRequest


def check_asked(asked) -> None:
    """Refuse an address that no page of the desk leads to: PostgreSQL takes no NUL."""
    if any("\0" in value for _name, values in asked.lists() for value in values):
        raise BadRequest


def posted_id(request, name: str) -> int | None:
    """The id that a form sent in the field `name`; None where that is no number of an id."""
    return number_of(request.POST.get(name, ""))


def number_of(value: str) -> int | None:
    """The id that is written there; None where that is no number of an id."""
    return int(value) if value.isdecimal() and len(value) < 19 else None


def back(request, fallback: str) -> HttpResponseRedirect:
    """Back to the page that the form named in `next`, if it is one of this site."""
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        target = fallback
    return HttpResponseRedirect(target)


def change_url(row) -> str:
    """The address of a row's own page in the admin."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    return reverse(name, args=[row.pk])
