"""Finds records of who's who that may be one and the same, and proposes the pairs to editors.

Deciding on them is `people.judging`, making one of two `people.merging`.
"""

from people.doubles.proposing import Proposed, propose_all, propose_for

__all__ = ["Proposed", "propose_all", "propose_for"]
