"""Further documents of a text in the admin: the queue of versions, the difference, deciding."""

from django.contrib import admin, messages
from django.db.models import Prefetch
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.links import text_link, text_url
from articles.admin.screens.difference import difference_page
from articles.admin.screens.further import first_paths
from articles.attaching import attach_again, reopen_version, settle_version
from articles.models import Attachment, Document, Sighting, Translation
from articles.publishing import NotAllowed
from articles.splitting import split_document, split_of, undo_split
from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin, back, change_url, row_post
from ots_desk.reversing import Refused
from ots_desk.undoing import refusal_words


class WaitingFilter(admin.SimpleListFilter):
    title = _("waiting for a look")
    parameter_name = "waiting"

    def lookups(self, request, model_admin):
        return [("yes", _("versions that nobody has compared"))]

    def queryset(self, request, queryset):
        return queryset.open_versions() if self.value() == "yes" else queryset


@admin.register(Attachment)
class AttachmentAdmin(OwnPageMixin, ReadOnlyAdmin):
    """Documents that brought a text which the desk has; the page of one is the difference."""

    list_display = ("of_text", "relation", "rule", "path", "attached_at", "state")
    list_filter = (WaitingFilter, "relation", "rule", ("detached_at", admin.EmptyFieldListFilter))
    list_select_related = ("translation",)
    ordering = ("-pk",)
    row_posts = ("decide",)

    def find(self, queryset, text):
        """By the text, or by where the document was seen."""
        seen = Sighting.objects.filter(path__icontains=text)
        by_text = queryset.filter(translation__in=Translation.objects.containing(text))
        return queryset.filter(document__in=seen.values("document")) | by_text

    def get_queryset(self, request):
        documents = Document.objects.defer("content").prefetch_related("sightings")
        return super().get_queryset(request).prefetch_related(Prefetch("document", documents))

    @admin.display(description=_("text"))
    def of_text(self, attachment):
        return str(attachment.translation)

    @admin.display(description=_("path"))
    def path(self, attachment):
        seen = attachment.document.sightings.all()
        return seen[0].path if seen else None

    @admin.display(description=_("state"))
    def state(self, attachment):
        if attachment.detached_at:
            return _("another article")
        if attachment.settled_at:
            return _("looked at")
        return _("waiting for a look") if attachment.relation == "version" else _("attached")

    def page(self, request, attachment):
        text = attachment.translation
        texts = self.admin_site.get_model_admin(Translation)
        return self.screen(
            request,
            "admin/articles/difference.html",
            title=gettext("A further document of “%(text)s”") % {"text": text},
            original=attachment,
            text=text,
            path=first_paths([attachment.document_id]).get(attachment.document_id, ""),
            own=Translation.objects.filter(reading__document=attachment.document_id).first(),
            may_decide=request.user.has_perm("articles.change_attachment"),
            may_edit=texts.has_change_permission(request, text),
            **difference_page(attachment),
        )

    @row_post("articles.change_attachment")
    def decide(self, request, attachment):
        """Another article, attached again, looked at, or open again; each can be taken back."""
        decision = DECISIONS.get(request.POST.get("decision"))
        try:
            if decision:
                messages.success(request, decision(attachment, request.user))
        except Refused as error:
            messages.error(request, refusal_words(error))
        except NotAllowed as error:
            messages.error(request, str(error))
        return back(request, text_url(attachment.translation))


def _detach(attachment: Attachment, user) -> str:
    own = split_document(attachment, user=user).made.translations.get()
    return format_html(
        '{} {}. <a href="{}">{}</a>',
        gettext("It is another article now:"),
        text_link(own),
        change_url(attachment),
        gettext("Look again or undo"),
    )


def _attach_again(attachment: Attachment, user) -> str:
    if split := split_of(attachment):
        undo_split(split, user=user)
    else:
        attach_again(attachment, user=user)
    return gettext("It belongs to the text again.")


def _settle(attachment: Attachment, user) -> str:
    settle_version(attachment, user=user)
    return gettext("Looked at; the desk's text stays as it is.")


def _reopen(attachment: Attachment, user) -> str:
    reopen_version(attachment)
    return gettext("The version waits for a look again.")


# What an editor can decide, and how the message says it.
DECISIONS = {
    "detach": _detach,
    "attach_again": _attach_again,
    "settle": _settle,
    "reopen": _reopen,
}
