"""The names that the desk knows, as the recogniser takes them. The database half of
`people.recognition`, which is pure.

A process builds them once and holds them until who's who has changed.
"""

from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

from django.db import connection
from django.db.models import Count, Max, Sum

from people.known_offices import load_offices
from people.models import Entity, Membership, Name, Post
from people.recognition import Gazetteer, KnownName


@dataclass(frozen=True)
class KnownNames:
    """Every known name, and the version of who's who that they are from."""

    gazetteer: Gazetteer
    version: str


_lock = Lock()
_held: KnownNames | None = None


def known_names() -> KnownNames:
    """The names as they are now; built anew only if they aren't those that this process holds."""
    global _held
    with _lock:
        version = names_version()
        if _held is None or _held.version != version:
            _held = KnownNames(load_gazetteer(), version)
        return _held


def current_gazetteer() -> Gazetteer:
    return known_names().gazetteer


def names_version() -> str:
    """A short word for the state of who's who as far as recognition goes: it differs after any
    change of a spelling, an office or a term, and of what an entity is. Four cheap questions."""
    names = Name.objects.aggregate(Count("pk"), Max("pk"), Max("changed_at"))
    # The sums of ids: an entity of another country, or a merged one, moves between the groups.
    kinds = Entity.objects.order_by("kind", "country")
    entities = kinds.values_list("kind", "country").annotate(
        Count("pk"), Sum("pk"), Sum("merged_into")
    )
    offices = [model.objects.aggregate(Count("pk"), Sum("version")) for model in (Post, Membership)]
    state = (connection.settings_dict["NAME"], names, list(entities), offices)
    return sha256(repr(state).encode()).hexdigest()[:16]


def load_gazetteer() -> Gazetteer:
    """Build a gazetteer of every spelling and office; names of a merged entity lead to its
    survivor."""
    names = (_known(name) for name in Name.objects.select_related("entity"))
    return Gazetteer(names, load_offices())


def _known(name: Name) -> KnownName:
    entity = name.entity.survivor()
    return KnownName(
        entity=entity.pk,
        text=name.text,
        language=name.language,
        kind=name.kind,
        attested=name.attested,
        needs_context=name.needs_context,
        entity_kind=entity.kind,
        valid_from=name.valid_from_earliest,
        valid_to=name.valid_to_latest,
        country=entity.country or None,
    )
