"""Merging two records into one, with a complete undo.

The machinery only: which relations move is each app's own table (`articles/merging.py`,
`people/merging.py`).
"""

from enum import Enum

from ots_desk.reversing import Reversible


class MergeNotAllowed(Exception):
    """The two can't be merged, or the merge can't be undone; the message says why."""


class Handling(Enum):
    """What becomes of the rows that point at the duplicate."""

    MOVE = "move"  # they point at the survivor from now on
    JOIN = "join"  # the survivor gains what it lacks of them (many-to-many)
    STAY = "stay"  # they are about the record itself, or resolve through `merged_into`


class Mergeable:
    """A record that may have been merged into another, as `merged_into` says."""

    def survivor(self):
        """The record that this one leads to: itself, or the end of its chain of merges."""
        record = self
        while record.merged_into_id:
            record = record.merged_into
        return record


class Merge(Reversible):
    """One merge: who, why, and every row that it changed. Subclasses add `survivor`, `duplicate`
    and `judgement`."""

    class Meta:
        abstract = True

    def depends_on(self, earlier: "Merge") -> bool:
        """Did this merge change a row that `earlier` had changed, or point one at such a row?"""
        theirs = {(row["model"], row["pk"]) for row in earlier.rows}
        own = {(row["model"], row["pk"]) for row in self.rows}
        pointed = {
            (row["model"], row["after"]["replaced_by_id"])
            for row in self.rows
            if row["after"] and "replaced_by_id" in row["after"]
        }
        return bool(theirs & (own | pointed) - {_merged(self), _merged(earlier)})


def _merged(merge: Merge) -> tuple[str, int]:
    return merge.duplicate._meta.label, merge.duplicate_id
