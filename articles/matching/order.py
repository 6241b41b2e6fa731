"""Whether two texts tell what both hold in one order: translations do, other reports don't."""

import numpy as np

from .fingerprints import MOST, PLACES
from .vectors import Vectors

# Fewer grams than some hundred say little about order: their agreement is drawn to nought.
FEW = 3.0


class Once:
    """The grams that stand once in a text, and where: they show the order of what it tells."""

    def __init__(self, vectors: Vectors):
        self._vectors = vectors
        self._held: dict[int, tuple[np.ndarray, np.ndarray, np.ndarray]] = {}
        # What the text that is compared just now holds, by column; cleared after each.
        self._own_rarity, self._own_places = np.zeros((2, vectors.width), np.float32)

    def _grams(self, text: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return columns, rarity and places."""
        if text not in self._held:
            own = slice(*self._vectors.starts[text : text + 2])
            marks, rarity = self._vectors.marks[own], self._vectors.rarity[own]
            is_once = (marks & MOST == 1) & (rarity > 0)
            places = (marks[is_once] >> 4).astype(np.float32) / PLACES
            self._held[text] = self._vectors.columns[own][is_once], rarity[is_once], places
        return self._held[text]

    def agreement(self, one: int, others: np.ndarray) -> np.ndarray:
        """Return for each of the others the correlation of the places of what it shares with
        `one`, the rare grams counting more."""
        own_columns, own_rarity, own_places = self._grams(one)
        self._own_rarity[own_columns], self._own_places[own_columns] = own_rarity, own_places
        grams = [self._grams(other) for other in others.tolist()]
        columns, rarity, theirs = (np.concatenate(values) for values in zip(*grams, strict=True))
        pairs = np.repeat(np.arange(len(others)), [len(held) for held, _, _ in grams])
        is_shared = np.flatnonzero(self._own_rarity[columns])
        columns, pairs, theirs = columns[is_shared], pairs[is_shared], theirs[is_shared]
        weights = np.minimum(rarity[is_shared], self._own_rarity[columns]) ** 2
        ours = self._own_places[columns]
        self._own_rarity[own_columns] = 0
        return _correlations(pairs, len(others), weights, ours, theirs)


def _correlations(
    groups: np.ndarray, count: int, weights: np.ndarray, ours: np.ndarray, theirs: np.ndarray
) -> np.ndarray:
    """The weighted correlation within each group, drawn to nought where there is little."""

    def total(values: np.ndarray) -> np.ndarray:
        return np.bincount(groups, weights * values, count)

    whole = np.maximum(np.bincount(groups, weights, count), 1e-9)
    our_sum, their_sum = total(ours), total(theirs)
    together = total(ours * theirs) - our_sum * their_sum / whole
    our_spread = total(ours * ours) - our_sum * our_sum / whole
    their_spread = total(theirs * theirs) - their_sum * their_sum / whole
    spread = np.sqrt(np.maximum(our_spread * their_spread, 0))
    return together / (spread + FEW)
