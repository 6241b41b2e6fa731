"""Who and what. Knows nothing of articles."""

from people.models.entities import Entity, Event, OfficialDocument, Organization, Person, Place
from people.models.names import Name, NameKey
from people.models.offices import Membership, Post
from people.models.pairs import EntityJudgement, EntityMerge, EntitySplit
from people.models.reference import ReferenceItem

__all__ = [
    "Entity",
    "EntityJudgement",
    "EntityMerge",
    "EntitySplit",
    "Event",
    "Membership",
    "Name",
    "NameKey",
    "OfficialDocument",
    "Organization",
    "Person",
    "Place",
    "Post",
    "ReferenceItem",
]
