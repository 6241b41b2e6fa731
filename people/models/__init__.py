"""Who and what. Knows nothing of articles."""

from people.models.entities import (
    Entity,
    Event,
    Name,
    NameKey,
    OfficialDocument,
    Organization,
    Person,
    Place,
)
from people.models.offices import Membership, Post
from people.models.reference import ReferenceItem

__all__ = [
    "Entity",
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
