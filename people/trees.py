"""Where a body stands among others: what it is part of, and its own parts, level by level."""

from collections.abc import Iterable
from dataclasses import dataclass

from people.audience import Audience
from people.choices import EntityKind
from people.models import Entity

# Bounds for records that somebody hung up wrongly; no body has this many levels or parts.
_MOST_LEVELS, _MOST_BODIES = 8, 300


@dataclass(frozen=True)
class Node:
    name: str
    url: str
    is_this: bool
    parts: list["Node"]


def tree_of(body: Entity, audience: Audience) -> list[Node]:
    """The tree in which `body` stands: from the highest body above it down to its smallest part,
    of those that the audience may see; what hangs below a hidden body isn't shown. A list of
    its one root; empty for a body that stands alone."""
    above = _above(body, audience)
    parts = _parts_below(body, audience, without={one.pk for one in above})
    if not above and not parts:
        return []
    node = _node(body, parts, audience, is_this=True)
    for one in above:
        node = Node(one.name_in(audience.language), audience.url_of(one), False, [node])
    return [node]


def _above(body: Entity, audience: Audience) -> list[Entity]:
    """What `body` is part of, the nearest first; a circle ends where it closes."""
    found: list[Entity] = []
    while len(found) < _MOST_LEVELS and (parent_id := (found or [body])[-1].parent_id):
        parent = audience.visible.filter(pk=parent_id).prefetch_related("names").first()
        if not parent or parent in (body, *found):
            break
        found.append(parent)
    return found


def _parts_below(
    body: Entity, audience: Audience, without: Iterable[int]
) -> dict[int, list[Entity]]:
    """The parts of `body` and of its parts, by the id of what they are part of."""
    seen, parts, level = {body.pk, *without}, {}, [body.pk]
    for _level in range(_MOST_LEVELS):
        bodies = audience.visible.of_kind(EntityKind.ORGANIZATION).prefetch_related("names")
        found = bodies.filter(parent__in=level).exclude(pk__in=seen).order_by("name", "pk")
        level = []
        for part in found[:_MOST_BODIES]:
            parts.setdefault(part.parent_id, []).append(part)
            level.append(part.pk)
        if not level:
            break
        seen.update(level)
    return parts


def _node(
    body: Entity, parts: dict[int, list[Entity]], audience: Audience, is_this: bool = False
) -> Node:
    own = [_node(part, parts, audience) for part in parts.get(body.pk, [])]
    return Node(body.name_in(audience.language), audience.url_of(body), is_this, own)
