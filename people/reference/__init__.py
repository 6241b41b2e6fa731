"""The reference data: who's who, kept as files beside the code and loaded into the desk.

People's tables, and what every app's reference data shares: reading, checking, storing three ways.
A whole folder, outlets and topics included, is loaded by `articles.reference`.
"""

from people.choices import EntityKind
from people.reference.checking import find_problems
from people.reference.entities import ENTITIES
from people.reference.offices import MEMBERSHIPS, POSTS
from people.reference.problems import BrokenReference, Problem
from people.reference.reading import read_reference
from people.reference.storing import ReferenceResult, add, store

# In the order of their links.
TABLES = (ENTITIES, POSTS, MEMBERSHIPS)


def is_of_whos_who(data: dict) -> bool:
    """Is this item one of these tables, and not an outlet or a topic?"""
    return "member" in data or "organization" in data or data.get("kind") in EntityKind


__all__ = [
    "TABLES",
    "BrokenReference",
    "Problem",
    "ReferenceResult",
    "add",
    "find_problems",
    "is_of_whos_who",
    "read_reference",
    "store",
]
