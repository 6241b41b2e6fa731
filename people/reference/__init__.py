"""The reference data: who's who, kept as files beside the code and loaded into the desk.

People's tables, and what every app's reference data shares: reading, checking, storing three ways.
A whole folder, outlets and topics included, is loaded by `articles.reference`.
"""

from people.reference.checking import find_problems
from people.reference.entities import ENTITIES
from people.reference.offices import MEMBERSHIPS, POSTS
from people.reference.problems import BrokenReference, Problem
from people.reference.reading import read_reference
from people.reference.storing import ReferenceResult, store

# In the order of their links.
TABLES = (ENTITIES, POSTS, MEMBERSHIPS)

__all__ = [
    "TABLES",
    "BrokenReference",
    "Problem",
    "ReferenceResult",
    "find_problems",
    "read_reference",
    "store",
]
