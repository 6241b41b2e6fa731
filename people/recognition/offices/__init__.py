"""Offices in running text: whom "the Secretary General" stands for on the text's day, and what an
office beside a name says of who is meant. Pure, given the record of offices and terms.

Not the names themselves (`people.recognition.known`).
"""

from people.recognition.offices.contradicting import Contradiction, contradictions
from people.recognition.offices.finding import find_offices
from people.recognition.offices.record import (
    CERTAIN,
    NO,
    POSSIBLE,
    KnownOffice,
    KnownTerm,
    Offices,
)

__all__ = [
    "CERTAIN",
    "NO",
    "POSSIBLE",
    "Contradiction",
    "KnownOffice",
    "KnownTerm",
    "Offices",
    "contradictions",
    "find_offices",
]
