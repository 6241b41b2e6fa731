"""Texts in the admin: the queue, the form, their doubts and their history."""

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin import actions
from articles.admin.beside import BesideMixin
from articles.admin.filters import (
    FlagFilter,
    LanguageFilter,
    NamingFilter,
    PrintedFilter,
    StaleFilter,
    StatusFilter,
)
from articles.admin.links import text_link, text_url
from articles.admin.screens.since import source_beside
from articles.admin.tagging import TagsNamesMixin
from articles.choices import Status
from articles.editing import reopen_flag, save_text, settle_flag
from articles.forms import TextForm
from articles.models import Flag, Mention, Revision, Translation
from articles.publishing import TRANSITIONS
from articles.revisions import note_words
from ots_desk.admin import (
    DeskModelAdmin,
    ReadOnlyAdmin,
    back,
    change_url,
    number_of,
    row_post,
)


@admin.register(Translation)
class TranslationAdmin(TagsNamesMixin, BesideMixin, DeskModelAdmin):
    """The queue of texts, and the form in which their words are changed."""

    form = TextForm
    list_display = (
        "headline_column",
        "language_column",
        "status",
        "outlet",
        "source_date",
        "doubts",
        "names_open",
        "edit",
    )
    list_display_links = None
    list_filter = (
        NamingFilter,
        PrintedFilter,
        StatusFilter,
        LanguageFilter,
        FlagFilter,
        StaleFilter,
        "headline_is_proposed",
    )
    list_select_related = ("source", "agency")
    autocomplete_fields = ("source", "agency")
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        # As printed: “now”, and how far the server's clock is from here, mean nothing for it.
        models.TimeField: {"widget": forms.TimeInput(format="%H:%M")},
    }
    ordering = ("-pk",)
    sortable_by = ("status", "source_date")
    actions = (actions.publish, actions.withdraw, actions.dismiss, actions.restore)
    row_posts = ("move", "tag", "direct", "review")
    screens = ("nearest", "beside", "received")
    fieldsets = (
        (None, {"fields": ("language", "headline", "headline_is_proposed", "deck", "summary")}),
        (_("Text"), {"fields": ("dateline", "byline", "body", "credit", "caption")}),
        (
            _("Where it comes from"),
            {
                "fields": (
                    "source",
                    "agency",
                    "via",
                    "source_url",
                    "published",
                    "published_time",
                    "zone",
                )
            },
        ),
        (_("What readers may see"), {"fields": ("public_use", "public_use_basis")}),
        (_("This change"), {"fields": ("note", "seen_version")}),
    )

    def find(self, queryset, text):
        return queryset.containing(text)

    def get_queryset(self, request):
        open_flags = Prefetch("flags", Flag.objects.open(), to_attr="open_flags")
        proposals = Prefetch("mentions", Mention.objects.open(), to_attr="proposals")
        return super().get_queryset(request).standing().prefetch_related(open_flags, proposals)

    @admin.display(description=_("headline"))
    def headline_column(self, text):
        return text_link(text, text.headline or _("No headline"))

    @admin.display(description=_("language"))
    def language_column(self, text):
        return text.language_name or _("unknown")

    @admin.display(description=_("outlet"))
    def outlet(self, text):
        if text.is_the_desks_own:
            return "OTS Desk"
        return text.source or text.agency or _("not stated")

    @admin.display(description=_("source date"), ordering="sorts_at")
    def source_date(self, text):
        return str(text.published or _("not stated"))

    @admin.display(description=_("open doubts"))
    def doubts(self, text):
        return ", ".join(str(flag) for flag in text.open_flags)

    @admin.display(description=_("names to settle"))
    def names_open(self, text):
        return len(text.proposals) or ""

    @admin.display(description=_("words"))
    def edit(self, text):
        return format_html('<a href="{}">{}</a>', change_url(text), _("edit"))

    def get_view_on_site_url(self, obj=None):
        """Only what is published has a page for readers."""
        is_public = obj is not None and obj.status == Status.PUBLISHED
        return obj.get_absolute_url() if is_public else None

    def has_add_permission(self, request):
        """Texts are written as articles, or come in by import."""
        return False

    def has_delete_permission(self, request, obj=None):
        # Nothing received or published is lost: a text is withdrawn or set aside.
        return False

    def has_change_permission(self, request, obj=None):
        """Drafts are everybody's; what was decided on is changed by those who may publish."""
        may = super().has_change_permission(request, obj)
        if obj is not None and obj.status != Status.DRAFT:
            return may and self.has_publish_permission(request)
        return may

    def has_publish_permission(self, request):
        return request.user.has_perm("articles.publish_translation")

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not obj.follows_id or not self.has_change_permission(request, obj):
            return fieldsets
        *others, (title, options) = fieldsets
        return [*others, (title, {"fields": (*TextForm.ABOUT_SOURCE, *options["fields"])})]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """A translation is edited with its source in sight."""
        text = self.get_object(request, object_id)
        beside = source_beside(text) if text else {}
        return super().change_view(
            request, object_id, form_url, {**beside, **(extra_context or {})}
        )

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """A text that gave way to another leads to the one that stands."""
        retired = Translation.objects.filter(replaced_by__isnull=False)
        if text := retired.filter(pk=number_of(object_id)).first():
            stands = Translation.objects.standing_for([text.pk])[text.pk]
            return HttpResponseRedirect(text_url(Translation.objects.get(pk=stands)))
        return super()._get_obj_does_not_exist_redirect(request, opts, object_id)

    def save_model(self, request, obj, form, change):
        said = form.cleaned_data
        save_text(
            obj,
            user=request.user,
            note=said["note"],
            is_caught_up=said.get("is_caught_up", False),
            seen=said.get("seen_source"),
        )

    def response_change(self, request, obj):
        if "_continue" in request.POST:
            return super().response_change(request, obj)
        messages.success(request, gettext("Saved: “%(headline)s”.") % {"headline": obj})
        return HttpResponseRedirect(text_url(obj))

    @row_post("articles.publish_translation")
    def move(self, request, text):
        """Publish, withdraw, set aside or restore this one text, as the editor has seen it."""
        move = request.POST.get("move")
        if request.POST.get("seen_version", str(text.version)) != str(text.version):
            messages.error(
                request,
                gettext("Somebody has changed this text since you opened it. Look at it again."),
            )
        elif move in TRANSITIONS:
            actions.move_texts(request, [text], move, reason=request.POST.get("reason", ""))
        return back(request, text_url(text))


@admin.register(Flag)
class FlagAdmin(ReadOnlyAdmin):
    """Every doubt about a text, open and settled."""

    list_display = ("kind", "detail", "translation", "settled_by", "settled_at")
    list_filter = ("kind", ("settled_at", admin.EmptyFieldListFilter))
    list_select_related = ("translation", "settled_by")
    ordering = ("-pk",)
    row_posts = ("settle", "reopen")

    def find(self, queryset, text):
        return queryset.filter(translation__in=Translation.objects.containing(text))

    @row_post("articles.change_flag")
    def settle(self, request, flag):
        """The text stands as it is."""
        settle_flag(flag, user=request.user)
        messages.success(request, gettext("Settled: %(doubt)s.") % {"doubt": flag})
        return back(request, text_url(flag.translation))

    @row_post("articles.change_flag")
    def reopen(self, request, flag):
        reopen_flag(flag)
        messages.success(request, gettext("Open again: %(doubt)s.") % {"doubt": flag})
        return back(request, text_url(flag.translation))


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ("translation", "number", "made_by", "made_at", "what")
    list_select_related = ("translation", "made_by")
    ordering = ("-pk",)

    @admin.display(description=_("note"))
    def what(self, revision):
        return note_words(revision)

    def find(self, queryset, text):
        return queryset.filter(translation__in=Translation.objects.containing(text))
