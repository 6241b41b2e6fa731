"""What can be done to many texts at once: publish, withdraw, set aside, restore.

Each text is moved by `articles.publishing`; this asks for a reason and reports with links.
"""

from collections.abc import Callable, Iterable

from django.contrib import admin, messages
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles import publishing
from articles.admin.links import text_link, text_links
from articles.forms import ReasonForm
from articles.models import Translation
from ots_desk.versions import StaleVersion

# More links than this would bury the message.
MOST_LINKS = 10


@admin.action(description=_("Publish"), permissions=["publish"])
def publish(modeladmin, request, queryset):
    move_texts(request, queryset, "publish")


@admin.action(description=_("Restore as drafts"), permissions=["publish"])
def restore(modeladmin, request, queryset):
    move_texts(request, queryset, "restore")


@admin.action(description=_("Withdraw…"), permissions=["publish"])
def withdraw(modeladmin, request, queryset):
    return _with_reason(modeladmin, request, queryset, "withdraw", gettext("Withdraw"))


@admin.action(description=_("Not for us…"), permissions=["publish"])
def dismiss(modeladmin, request, queryset):
    return _with_reason(modeladmin, request, queryset, "dismiss", gettext("Not for us"))


def _with_reason(modeladmin, request, queryset, move: str, verb: str):
    """Ask for a reason on a page of its own, which posts the same action again."""
    asked = "reason" in request.POST
    form = ReasonForm(request.POST if asked else None)
    if asked and form.is_valid():
        move_texts(request, queryset, move, reason=form.cleaned_data["reason"])
        return None
    return modeladmin.screen(
        request,
        "admin/articles/reason.html",
        title=verb,
        form=form,
        texts=queryset,
        action=move,
    )


def move_texts(request, texts: Iterable[Translation], move: str, *, reason: str = "") -> None:
    """Move each text, and tell the editor how many moved and why the others didn't."""
    moved, refused = [], []
    for text in texts:
        try:
            _operation(move, reason)(text, user=request.user)
            moved.append(text)
        except (publishing.NotAllowed, StaleVersion) as error:
            refused.append((text, error))
    if moved:
        messages.success(request, _report(move, moved))
    for text, error in refused[:MOST_LINKS]:
        messages.error(request, format_html("{}: {}", text_link(text), error))


def _operation(move: str, reason: str) -> Callable:
    operation = getattr(publishing, move)
    if move in ("withdraw", "dismiss"):
        return lambda text, user: operation(text, user=user, reason=reason)
    return operation


def _report(move: str, moved: list[Translation]) -> str:
    count = len(moved)
    words = {
        "publish": ngettext("%d text published", "%d texts published", count),
        "withdraw": ngettext("%d text withdrawn", "%d texts withdrawn", count),
        "dismiss": ngettext("%d text set aside", "%d texts set aside", count),
        "restore": ngettext("%d text restored as a draft", "%d texts restored as drafts", count),
    }[move]
    more = "…" if count > MOST_LINKS else ""
    return format_html("{}: {}{}", words % count, text_links(moved[:MOST_LINKS]), more)
