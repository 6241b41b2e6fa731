"""Who and what a text names: persons with the office they certainly held, then bodies, places,
events and official documents.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import get_language

from ots_desk.partial_dates import PartialDate
from people.choices import EntityKind
from people.models import Entity, Membership
from people.offices import certain_offices_on
from people.profiles import office_words
from people.querysets import EntityQuerySet


@dataclass(frozen=True)
class Named:
    """A row of a roll: a name, its page, and what the desk says of it."""

    name: str
    url: str
    remark: str = ""


def named(entity: Entity, remark: str = "") -> Named:
    return Named(entity.display_name, entity.get_absolute_url(), remark)


def listed_entities(entities: EntityQuerySet) -> EntityQuerySet:
    """`entities` with what a roll shows of them, in a fixed number of queries."""
    terms = Membership.objects.select_related("post")
    return entities.prefetch_related("names", Prefetch("memberships", queryset=terms))


def persons_of(entities: Iterable[Entity], day: PartialDate | None) -> list[Named]:
    """The persons among `entities`, in their order, with their offices on `day`."""
    return [
        named(entity, offices_on_day(entity, day))
        for entity in entities
        if entity.kind == EntityKind.PERSON
    ]


def of_kind(entities: Iterable[Entity], kind: EntityKind) -> list[Named]:
    return [named(entity) for entity in entities if entity.kind == kind]


def offices_on_day(person: Entity, day: PartialDate | None) -> str:
    """The offices that `person` held on every day that `day` may be; empty where that isn't
    certain. Two at most: a line has no room for more."""
    if not day:
        return ""
    last = {term.pk for term in certain_offices_on(person, day.latest)}
    held = [term for term in certain_offices_on(person, day.earliest) if term.pk in last]
    return " · ".join(office_words(term, get_language()) for term in held[:2])
