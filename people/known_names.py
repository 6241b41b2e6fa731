"""The names that the desk knows, as the recogniser takes them. The database half of
`people.recognition`, which is pure.

A thread builds them once and holds them until who's who has changed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from threading import local
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Count, Max, QuerySet, Sum

from people.known_offices import load_offices
from people.models import Entity, Membership, Name, Post
from people.recognition import Gazetteer, KnownName


@dataclass(frozen=True)
class KnownNames:
    """Every known name, and the version of who's who that they are from. `last` and `state` show
    whether names were only added since, `database` whose names they are."""

    database: str
    gazetteer: Gazetteer
    version: str
    last: "Last"
    state: tuple


class Last(NamedTuple):
    """The ids of the newest spelling and entity."""

    name: int
    entity: int


class _Held(local):
    """What a thread holds. Each its own: a gazetteer is extended in place, with names that others
    may not see yet, and must not change while another thread searches."""

    names: KnownNames | None = None
    # What the open transaction calls at its end, if the names were read in one.
    at_commit: Callable[[], None] | None = None


_held = _Held()

# So many spellings are built anew in less than a second.
_QUICKLY_BUILT = 5_000


def known_names() -> KnownNames:
    """The names as they are now. What this thread holds is kept while who's who is the same,
    extended where names were added, and built anew after any other change."""
    version = names_version()
    if not _is_held_of_here() or _held.names.version != version:
        gazetteer = _extended(_held.names) if _can_be_extended() else load_gazetteer()
        last = _last()
        _held.names = KnownNames(_database(), gazetteer, version, last, _state(last))
        _hold_unless_rolled_back()
    return _held.names


def _hold_unless_rolled_back() -> None:
    """What a transaction changed and took back may have the version of what comes after it: the
    edit of one office counts like that of another."""

    def is_committed() -> None:
        if _held.at_commit is is_committed:
            _held.at_commit = None

    _held.at_commit = is_committed
    transaction.on_commit(is_committed)


def _is_rolled_back() -> bool:
    waiting = (hook[1] for hook in connection.run_on_commit)
    return _held.at_commit is not None and _held.at_commit not in waiting


def are_quickly_known() -> bool:
    """Would `known_names` answer within a request?"""
    return _can_be_extended() or Name.objects.count() <= _QUICKLY_BUILT


def current_gazetteer() -> Gazetteer:
    return known_names().gazetteer


def names_version() -> str:
    """A short word for the state of who's who as far as recognition goes: it differs after any
    change of a spelling, an office or a term, and of what an entity is. A few cheap questions."""
    offices = [model.objects.aggregate(Count("pk"), Sum("version")) for model in (Post, Membership)]
    state = (_state(_last()), offices)
    return sha256(repr(state).encode()).hexdigest()[:16]


def _last() -> Last:
    newest = (model.objects.aggregate(pk=Max("pk"))["pk"] or 0 for model in (Name, Entity))
    return Last(*newest)


def _state(last: Last) -> tuple:
    """What spellings and entities were like up to these."""
    names = Name.objects.filter(pk__lte=last.name).aggregate(Count("pk"), Max("changed_at"))
    # The sums of ids: an entity of another country, or a merged one, moves between the groups.
    kinds = Entity.objects.filter(pk__lte=last.entity).order_by("kind", "country")
    entities = kinds.values_list("kind", "country").annotate(
        Count("pk"), Sum("pk"), Sum("merged_into")
    )
    return last, names, tuple(entities)


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _is_held_of_here() -> bool:
    names = _held.names
    return names is not None and names.database == _database() and not _is_rolled_back()


def _can_be_extended() -> bool:
    return _is_held_of_here() and _state(_held.names.last) == _held.names.state


def _extended(held: KnownNames) -> Gazetteer:
    """The same gazetteer with the names that are new."""
    for name in _names(Name.objects.filter(pk__gt=held.last.name)):
        held.gazetteer.add(name)
    held.gazetteer.offices = load_offices()
    return held.gazetteer


def load_gazetteer() -> Gazetteer:
    """Build a gazetteer of every spelling and office; names of a merged entity lead to its
    survivor."""
    return Gazetteer(_names(Name.objects.all()), load_offices())


def _names(names: QuerySet[Name]) -> Iterator[KnownName]:
    """Plain values, not rows: of fifty thousand spellings, making rows took half the time."""
    entities = _entities()
    for entity, *spelling, valid_from, valid_to in names.order_by().values_list(*_SPELLING):
        survivor, kind, country = entities[entity]
        yield KnownName(survivor, *spelling, kind, valid_from, valid_to, country or None)


# In the order of the fields of `KnownName`.
_SPELLING = (
    "entity",
    "text",
    "language",
    "kind",
    "attested",
    "needs_context",
    "valid_from_earliest",
    "valid_to_latest",
)


def _entities() -> dict[int, tuple[int, str, str]]:
    """For each entity its survivor, and that one's kind and country."""
    rows = Entity.objects.order_by().values_list("pk", "merged_into", "kind", "country")
    known = {pk: row for pk, *row in rows}
    return {pk: _survivor(pk, known) for pk in known}


def _survivor(pk: int, known: dict[int, list]) -> tuple[int, str, str]:
    while (into := known[pk][0]) is not None:
        pk = into
    return pk, *known[pk][1:]
