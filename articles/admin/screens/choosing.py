"""Whom an editor means by what was typed: a name in any spelling, or one of the choices offered.

The choices offered end in “#” and the entity's id; so a page without script can do the same.
"""

import re

from ots_desk.text import fold
from people.mistyped import nearly_named
from people.models import Entity

_CHOICE = re.compile(r"#(\d{1,18})\s*$")

# More than fit on a screen help nobody: the editor then types more of the name.
MOST_CHOICES = 30


def choice_of(entity: Entity, label: str) -> str:
    """How an entity is offered, and recognised again: “Sadyr Japarov · … #12”."""
    return f"{label} #{entity.pk}"


def candidates(typed: str) -> list[Entity]:
    """The standing entities that `typed` may mean; exactly one where it is clear.

    A name that is somebody's whole spelling means them, even if it is part of other names; what
    nobody is called is taken for mistyped.
    """
    entities = Entity.objects.standing().prefetch_related("memberships__post")
    if match := _CHOICE.search(typed):
        return list(entities.filter(pk=int(match[1])))
    if not typed.strip():
        return []
    exact = list(entities.filter(names__folded=fold(typed)).distinct()[:MOST_CHOICES])
    found = exact or list(entities.named_like(typed)[:MOST_CHOICES])
    return found or list(entities.in_order_of(nearly_named(typed)))
