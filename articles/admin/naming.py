"""Asking an editor who is meant, where what was typed fits several or nobody.

Finding the candidates is `articles.admin.screens.choosing`.
"""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext

from articles.admin.screens.choosing import candidates, choice_of
from articles.creating import NewEntity
from articles.tagging import NotTagged
from ots_desk.admin import back, number_of
from ots_desk.text import fold
from people.choices import EntityKind
from people.labels import label_of
from people.models import Entity, Post


class AsksWhoMixin:
    """For posts that name an entity in the field `who`."""

    def with_entity(self, request, act: Callable[[Entity], None], fallback: str):
        """Do `act` with the entity meant and go back; or show the page to choose from."""
        typed = request.POST.get("who", "")
        found = candidates(typed)
        if len(found) > 1:
            return self._choice(request, typed, found)
        if found:
            act(found[0])
        else:
            messages.error(
                request,
                gettext("Nobody and nothing here is called “%(typed)s”. Try another spelling.")
                % {"typed": typed},
            )
        return back(request, fallback)

    def _choice(self, request, typed: str, found: list[Entity]):
        """The same post once more, with the candidates to choose from."""
        repeated = [
            (name, value)
            for name in request.POST
            if name not in ("who", "csrfmiddlewaretoken")
            for value in request.POST.getlist(name)
        ]
        choices = [(choice_of(entity, label_of(entity)), label_of(entity)) for entity in found]
        return self.screen(
            request,
            "admin/articles/choose.html",
            title=gettext("Who is “%(typed)s”?") % {"typed": typed},
            repeated=repeated,
            choices=choices,
        )


def posted_new_entity(request) -> NewEntity:
    """Somebody new, as the form says; `office` is free words, or one offered, which ends in “#”
    and the office's id. Raises PermissionDenied where the user may not add such an entry, and
    NotTagged where who's who has the name already and the form doesn't say that it is another."""
    posted, kind = request.POST, request.POST.get("kind")
    if kind not in EntityKind.values:
        raise NotTagged(gettext("Say whether it is a person or what else."))
    model = "officialdocument" if kind == EntityKind.DOCUMENT else kind
    if not request.user.has_perm(f"people.add_{model}"):
        raise PermissionDenied
    if "namesake" not in posted:
        _refuse_known(posted.get("name", ""), kind)
    office, sign, pk = posted.get("office", "").rpartition("#")
    post = Post.objects.filter(pk=number_of(pk)).first() if sign else None
    return NewEntity(
        name=posted.get("name", "").strip(),
        language=posted.get("language", ""),
        kind=EntityKind(kind),
        country=posted.get("country", ""),
        office=office.strip() if post else posted.get("office", "").strip(),
        # Who may add no term says the office in words all the same.
        post=post if request.user.has_perm("people.add_membership") else None,
    )


def _refuse_known(name: str, kind: str) -> None:
    namesakes = Entity.objects.standing().of_kind(kind).filter(names__folded=fold(name))
    known = namesakes.prefetch_related("memberships__post").first()
    if known:
        raise NotTagged(
            gettext(
                "%(known)s is in who's who. Link that one, or say that yours is another one of "
                "the name."
            )
            % {"known": label_of(known)}
        )
