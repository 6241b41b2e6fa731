"""The posts by which an editor decides on the names of a text, from the article's page.

The deciding is `articles.tagging`, `articles.linking`, `articles.creating`, `articles.dismissing`
and `articles.steps`; here is only what was posted, who may, and where it leads.
"""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext

from articles.admin.links import text_url
from articles.admin.naming import AsksWhoMixin, posted_new_entity
from articles.admin.screens.names import WAITING, in_reading_order, near_names, place_of
from articles.admin.spans import span_of
from articles.admin.tagging_words import say
from articles.choices import MentionField
from articles.creating import create_from_mention, create_from_span, remember
from articles.dismissing import dismiss
from articles.linking import add_mention, relink
from articles.models import Mention, TaggingStep, Translation
from articles.steps import UndoNotAllowed, undo
from articles.tagging import (
    NotTagged,
    confirm,
    confirm_all,
    confirm_proposed,
    drop,
    reject,
    reject_all,
)
from ots_desk.admin import number_of, posted_id, row_post
from people.models import Entity

ADD = "articles.add_mention"


class TagsNamesMixin(AsksWhoMixin):
    """For the admin of texts: one address for every decision on a name of a text."""

    @row_post("articles.change_mention")
    def tag(self, request, text):
        """Do what the pressed button says, say what happened, go on to the next open name."""
        at = _mention(request, text)
        place = _place(request, at)
        try:
            if "undo" in request.POST:
                return HttpResponseRedirect(_url(text, _undo(request, text) or at))
            answer = self._tag(request, text, at)
        except (NotTagged, UndoNotAllowed) as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(_url(text, at))
        # Several may be meant: the page to choose from comes before the next name.
        return answer or HttpResponseRedirect(_url(text, _next(text, place)))

    def nearest(self, request, pk: int):
        """Those whose names come nearest to a name that is nobody's yet, as buttons."""
        text = get_object_or_404(Translation, pk=pk)
        if not request.user.has_perm("articles.change_mention"):
            raise PermissionDenied
        mention = get_object_or_404(text.mentions, pk=number_of(request.GET.get("mention", "")))
        return render(request, "admin/articles/includes/near.html", {"near": near_names(mention)})

    def _tag(self, request, text: Translation, at: Mention | None):
        if not request.POST.get("who"):
            say(request, _act(request, text, at))
            return None

        def link(entity: Entity) -> None:
            say(request, _link(request, text, at, entity))

        answer = self.with_entity(request, link, text_url(text))
        return None if isinstance(answer, HttpResponseRedirect) else answer


def _act(request, text: Translation, at: Mention | None) -> TaggingStep | None:
    """Every button is one of these: its name, or its value as `do`."""
    for name, act in _BY_ID.items():
        if name in request.POST:
            return act(request, text, at, posted_id(request, name))
    do = request.POST.get("do")
    if do in _WITH_MENTION:
        if not at:
            raise NotTagged(gettext("That name isn't marked any more. Look again."))
        return _WITH_MENTION[do](request, text, at)
    if do == "accept_text":
        return confirm_proposed(text, user=request.user, last_seen=posted_id(request, "last_seen"))
    if do == "create":
        return _create(request, text, at)
    raise NotTagged(gettext("Choose what is to be done, or who is meant."))


def _seen(request) -> dict:
    return {"user": request.user, "seen": request.POST.get("seen", "")}


def _all_of(decide: Callable) -> Callable:
    def act(request, text, at, pk: int | None) -> TaggingStep | None:
        return decide(
            text, _entity(pk), user=request.user, last_seen=posted_id(request, "last_seen")
        )

    return act


def _undo(request, text: Translation) -> Mention | None:
    """Take a step back; returns the first name of the text that is open again."""
    step = TaggingStep.objects.filter(pk=posted_id(request, "undo")).first()
    if step is None:
        raise UndoNotAllowed(gettext("There is no such step."))
    undo(step, user=request.user)
    messages.success(request, gettext("Taken back: %(step)s.") % {"step": step})
    again = in_reading_order(text.mentions.filter(pk__in=step.mentions))
    return again[0] if again else None


def _remember(request, text, at, pk: int | None) -> TaggingStep | None:
    _check(request, "people.add_name")
    mention = text.mentions.select_related("entity").filter(pk=pk, entity__isnull=False).first()
    if mention is None:
        raise NotTagged(gettext("That name isn't marked any more. Look again."))
    return remember(mention.entity, mention, user=request.user)


# Buttons that say by their name what to do, and by their value with which row.
_BY_ID = {
    "remember": _remember,
    "accept_all": _all_of(confirm_all),
    "reject_all": _all_of(reject_all),
    "to": lambda request, text, at, pk: _link(request, text, at, _entity(pk)),
}

# Buttons that concern the mention at which the editor is.
_WITH_MENTION = {
    "accept": lambda request, text, at: confirm(at, **_seen(request)),
    "reject": lambda request, text, at: reject(at, **_seen(request)),
    "not_here": lambda request, text, at: reject(at, **_seen(request)),
    "accept_all": lambda request, text, at: _all_of(confirm_all)(request, text, at, at.entity_id),
    "reject_all": lambda request, text, at: _all_of(reject_all)(request, text, at, at.entity_id),
    "drop": lambda request, text, at: drop(at, **_seen(request)),
    "never": lambda request, text, at: dismiss(
        at.called or at.text, at.entity, user=request.user, text=text
    ),
    "nobody": lambda request, text, at: dismiss(
        at.called or at.text, None, user=request.user, text=text
    ),
}


def _link(request, text: Translation, at: Mention | None, entity: Entity) -> TaggingStep | None:
    """The marked words mean `entity`; without any, the mention does."""
    if request.POST.get("words", "").strip():
        _check(request, ADD)
        return add_mention(
            text, *span_of(text, request.POST), entity, user=request.user, instead_of=at
        )
    if not at:
        raise NotTagged(gettext("Mark the words that name somebody, or go to a name."))
    return relink(at, entity, **_seen(request))


def _create(request, text: Translation, at: Mention | None) -> TaggingStep:
    new = posted_new_entity(request)
    if request.POST.get("words", "").strip():
        _check(request, ADD)
        return create_from_span(new, text, *span_of(text, request.POST), user=request.user)
    if not at:
        raise NotTagged(gettext("Mark the words that name somebody, or go to a name."))
    return create_from_mention(new, at, **_seen(request))


def _check(request, permission: str) -> None:
    if not request.user.has_perm(permission):
        raise PermissionDenied


def _entity(pk: int | None) -> Entity:
    entity = Entity.objects.standing().filter(pk=pk).first()
    if entity is None:
        raise NotTagged(gettext("That entry isn't there any more. Look again."))
    return entity


def _mention(request, text: Translation) -> Mention | None:
    mentions = text.mentions.select_related("entity", "translation")
    return mentions.filter(pk=posted_id(request, "mention")).first()


def _place(request, at: Mention | None) -> tuple[bool, int, int]:
    """Where in the text the editor is: at the words that were marked, or at a mention."""
    fields, field = MentionField.values, request.POST.get("field", "")
    if field in fields:
        return False, fields.index(field), posted_id(request, "start") or 0
    return place_of(at) if at else (False, 0, 0)


def _next(text: Translation, place: tuple[bool, int, int]) -> Mention | None:
    """The open name after a place of the text, else the first one."""
    waiting = in_reading_order(text.mentions.filter(status__in=WAITING))
    return next((m for m in waiting if place_of(m) > place), waiting[0] if waiting else None)


def _url(text: Translation, at: Mention | None) -> str:
    return f"{text_url(text)}&at={at.pk}#m{at.pk}" if at else text_url(text)
