"""The queue of names in the admin: each open name once, decided for all texts by one key.

Which names wait is `articles.open_names`, deciding is `articles.settling`; here is what was asked
for and posted, who may, and what is said of it.
"""

from collections.abc import Callable, Iterator

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext

from articles.admin.naming import AsksWhoMixin, posted_new_entity
from articles.admin.screens.open_names import queue_page
from articles.admin.tagging_words import undo_button, words_of
from articles.choices import MentionKind, mention_rules
from articles.models import TaggingStep
from articles.open_names import NOBODY, Asked
from articles.settling import OpenName, accept_name, create_named, dismiss_name, relink_name
from articles.steps import UndoNotAllowed, last_steps, undo
from articles.tagging import NotTagged
from ots_desk.admin import check_posted, posted_id
from ots_desk.interface import countries
from ots_desk.languages import TEXTS
from people.choices import EntityKind
from people.models import Entity

# Parameters of the address, in the order of the fields of `Asked`.
ASKED = ("kind", "sort", "language", "rule", "words", "order")


class OpenNamesMixin(AsksWhoMixin):
    """For the admin of mentions: the queue, and the one address of its decisions."""

    def get_urls(self):
        own = [
            path("names/", self.admin_site.admin_view(self.names), name="articles_mention_names"),
            path(
                "names/decide/",
                self.admin_site.admin_view(self.decide_name),
                name="articles_mention_decide",
            ),
        ]
        return own + super().get_urls()

    def names(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked, at = _asked(request.GET), _number(request.GET.get("at", ""))
        queue = queue_page(asked, at)
        return self.screen(
            request,
            "admin/articles/open_names.html",
            title=gettext("Names to settle"),
            queue=queue,
            now=queue.now,
            asked=asked,
            query=_query(asked),
            filters=list(_filters(asked)),
            may_decide=self.has_decide_permission(request),
            steps=last_steps(request.user, 1),
            kinds=EntityKind.choices,
            languages=list(TEXTS.items()),
            countries=countries(),
        )

    def decide_name(self, request):
        """Do what the pressed button says, say what happened, go on to the name that comes next."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_decide_permission(request):
            raise PermissionDenied
        check_posted(request.POST)
        here = names_url(_asked(request.GET), _number(request.GET.get("at", "")))
        try:
            answer = self._decide(request, here)
        except (NotTagged, UndoNotAllowed) as error:
            messages.error(request, str(error))
            answer = None
        return answer or HttpResponseRedirect(here)

    def _decide(self, request, here: str):
        if "undo" in request.POST:
            return _undo(request)
        name = _name(request)
        if not request.POST.get("who"):
            return _say(request, _act(request, name))

        def link(entity: Entity) -> None:
            _say(request, _relink(request, name, entity))

        return self.with_entity(request, link, here)


def names_url(asked: Asked | None = None, at: int = 0) -> str:
    query = _query(asked or Asked()) + (f"&at={at}" if at else "")
    return reverse("admin:articles_mention_names") + (f"?{query.lstrip('&')}" if query else "")


# What is asked for


def _asked(given) -> Asked:
    # NUL is no letter of a name, and PostgreSQL refuses it.
    return Asked(*(given.get(name, "").replace("\0", "")[:300] for name in ASKED))


def _query(asked: Asked) -> str:
    return urlencode({name: value for name in ASKED if (value := getattr(asked, name))})


def _number(value: str) -> int:
    return int(value) if value.isdecimal() and len(value) < 10 else 0


def _filters(asked: Asked) -> Iterator[tuple]:
    """Each choice of the form: parameter, label, options, what is chosen."""
    orders = [
        ("texts", gettext("most texts first")),
        ("newest", gettext("newest first")),
        ("name", gettext("by name")),
    ]
    for name, label, options in (
        ("kind", gettext("Proposed"), [*EntityKind.choices, (NOBODY, gettext("nobody known"))]),
        ("sort", gettext("Sort"), MentionKind.choices),
        ("language", gettext("Language"), TEXTS.items()),
        ("rule", gettext("Found by"), mention_rules()),
        ("order", gettext("Order"), orders),
    ):
        default = "texts" if name == "order" else ""
        yield name, label, options, getattr(asked, name) or default


# What was posted


def _name(request) -> OpenName:
    """The name that the editor saw."""
    posted = request.POST
    entity = Entity.objects.filter(pk=posted_id(request, "entity")).first()
    if posted.get("entity") and not entity:
        raise NotTagged(gettext("That entry isn't there any more. Look again."))
    key, called = posted.get("key", ""), posted.get("called", "")
    return OpenName(key, entity, called[:300], posted_id(request, "newest") or 0)


def _act(request, name: OpenName) -> TaggingStep | None:
    """Every button is one of these: an entity's id in `to`, or what to `do`."""
    if "to" in request.POST:
        entity = Entity.objects.standing().filter(pk=posted_id(request, "to")).first()
        if entity is None:
            raise NotTagged(gettext("That entry isn't there any more. Look again."))
        return _relink(request, name, entity)
    if request.POST.get("do") == "create":
        return create_named(name, posted_new_entity(request), user=request.user)
    if act := _ACTS.get(request.POST.get("do", "")):
        return act(name, user=request.user)
    raise NotTagged(gettext("Choose what is to be done, or who is meant."))


def _relink(request, name: OpenName, entity: Entity) -> TaggingStep | None:
    """Who may add no spelling links the name without one."""
    may_add = request.user.has_perm("people.add_name")
    return relink_name(name, entity, user=request.user, remember=may_add)


_ACTS: dict[str, Callable] = {"accept": accept_name, "dismiss": dismiss_name}


def _undo(request) -> None:
    step = TaggingStep.objects.filter(pk=posted_id(request, "undo")).first()
    if step is None:
        raise UndoNotAllowed(gettext("There is no such step."))
    undo(step, user=request.user)
    messages.success(request, gettext("Taken back: %(step)s.") % {"step": step})


def _say(request, step: TaggingStep | None) -> None:
    """What happened, and the button that takes it back."""
    if step:
        messages.success(request, format_html("{} {}", words_of(step), undo_button(step)))
