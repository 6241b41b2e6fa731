"""The known people whose names come nearest to a name in a text, for whoever must decide on it.

Nearness is a hint, no link: namesakes are near too.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Count, QuerySet

from people.choices import EntityKind
from people.models import Entity, Name, NameKey
from people.names import candidate_keys, similarity

# The spellings that share the most keys, which the right one does; common words have thousands.
MOST_COMPARED = 500

# Less alike than that, and it is plainly another name: half of it differs.
LEAST_ALIKE = 0.5


class Near(NamedTuple):
    """A known person, which of the spellings came nearest, and how near (1 is the same)."""

    entity: Entity
    spelling: str
    score: float


def nearest_people(called: str, limit: int = 3) -> list[Near]:
    """Return the persons whose spellings are likest to `called`, in any script, likest first.

    Each person once, merged ones as their survivor. Two queries, whatever is found.
    """
    scored = [(similarity(called, name.text), name) for name in _candidates(called)]
    scored.sort(key=lambda one: (-one[0], one[1].text != called, one[1].pk))
    return _each_once(one for one in scored if one[0] >= LEAST_ALIKE)[:limit]


def _candidates(called: str) -> QuerySet[Name]:
    """Spellings of persons with the most words that sound like one of `called`."""
    keys = NameKey.objects.filter(
        key__in=candidate_keys(called), name__entity__kind=EntityKind.PERSON
    )
    shared = keys.values("name").annotate(shared=Count("key")).order_by("-shared", "name")
    likely = list(shared.values_list("name", flat=True)[:MOST_COMPARED])
    return Name.objects.filter(pk__in=likely).select_related("entity__merged_into")


def _each_once(scored: Iterable[tuple[float, Name]]) -> list[Near]:
    near: dict[int, Near] = {}
    for score, name in scored:
        entity = name.entity.survivor()
        near.setdefault(entity.pk, Near(entity, name.text, score))
    return list(near.values())
