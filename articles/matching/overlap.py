"""What two texts in one language have word for word in common, and how it lies in them.

Only measures; what it means is `answers`.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .wording import PLAIN, RUN, Wording

# A line counts as the other text's from this share of its words on, and as foreign below that.
OURS, FOREIGN = 0.5, 0.25
# An editor who changes every tenth word leaves gaps of one word, rarely of five; a sentence of
# this many words that the other text lacks was written anew.
NEW_SENTENCE = 8


@dataclass(frozen=True, eq=False)
class Side:
    """One text as the other one sees it: which of its words stand in runs that both have."""

    wording: Wording
    is_shared: np.ndarray

    @cached_property
    def share(self) -> float:
        """Of its runs."""
        return float(self.is_shared.mean()) if len(self.is_shared) else 0.0

    @cached_property
    def is_covered(self) -> np.ndarray:
        """For each word: does it stand in a shared run?"""
        covered = np.zeros(len(self.wording.words), bool)
        for place in range(RUN):
            covered[place : place + len(self.is_shared)] |= self.is_shared
        return covered

    @cached_property
    def line_shares(self) -> np.ndarray:
        """Of the words of each line."""
        if not len(self.wording.lines):
            return np.zeros(0)
        counts = np.add.reduceat(self.is_covered.astype(np.int64), self.wording.lines)
        return counts / self.wording.line_sizes

    @cached_property
    def is_foreign(self) -> np.ndarray:
        """For each word: does it stand in a line that is not the other text's?"""
        return np.repeat(self.line_shares < FOREIGN, self.wording.line_sizes)

    @cached_property
    def gaps(self) -> np.ndarray:
        """The lengths of the stretches of words that the other text lacks."""
        edges = np.diff(np.concatenate([[0], ~self.is_covered, [0]]).astype(np.int8))
        return np.flatnonzero(edges < 0) - np.flatnonzero(edges > 0)

    @property
    def has_new_sentence(self) -> bool:
        return bool(len(self.gaps)) and int(self.gaps.max()) >= NEW_SENTENCE


@dataclass(frozen=True, eq=False)
class Overlap:
    """The texts as `shorter` and `longer`, by their runs."""

    shorter: Side
    longer: Side

    @property
    def containment(self) -> float:
        """The share of the shorter text's runs that stand in the longer one."""
        return self.shorter.share

    @cached_property
    def names(self) -> float:
        return _shared(self.shorter.wording.names, self.longer.wording.names)

    @cached_property
    def figures(self) -> float:
        return _shared(self.shorter.wording.figures, self.longer.wording.figures)

    @cached_property
    def agreement(self) -> float:
        """The share of the shorter text's names and figures that the longer one has."""
        return _shared(self.shorter.wording.particulars, self.longer.wording.particulars)

    @property
    def fewest_particulars(self) -> int:
        return min(len(side.wording.particulars) for side in (self.shorter, self.longer))

    @cached_property
    def exchanged(self) -> int:
        """How many names and figures stand in each text where the other has others."""
        ours, theirs = self.shorter.wording.particulars, self.longer.wording.particulars
        both = len(np.intersect1d(ours, theirs, assume_unique=True))
        return min(len(ours), len(theirs)) - both

    @cached_property
    def reworded(self) -> float:
        """The share of the shorter text's plain words that the longer one lacks."""
        ours, theirs = _plain(self.shorter.wording), _plain(self.longer.wording)
        return 1 - _shared(ours, theirs)


def overlap_of(one: Wording, other: Wording) -> Overlap:
    if len(other.runs) < len(one.runs):
        one, other = other, one
    return Overlap(
        Side(one, _stand_in(one.runs, other.known_runs)),
        Side(other, _stand_in(other.runs, one.known_runs)),
    )


def _plain(wording: Wording) -> np.ndarray:
    return np.unique(wording.words[wording.kinds == PLAIN])


def _stand_in(runs: np.ndarray, known: np.ndarray) -> np.ndarray:
    if not len(known):
        return np.zeros(len(runs), bool)
    return known[np.minimum(np.searchsorted(known, runs), len(known) - 1)] == runs


def _shared(ours: np.ndarray, theirs: np.ndarray) -> float:
    """The share of ours that they, rising, have; 1 where there is nothing to share."""
    return float(_stand_in(ours, theirs).mean()) if len(ours) else 1.0
