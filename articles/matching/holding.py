"""How much of what one text holds others hold too, the rare terms counting more."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from .vectors import Vectors

# A share counts as if so much had been looked for more, of which so much was found: one name
# that both hold is not yet all of them.
PRIOR, PRIOR_FOUND = 3.0, 1.0

_LACKING = -1


class Holding:
    """The terms of one kind in all texts, ready to be looked up."""

    def __init__(self, vectors: Vectors):
        self._vectors = vectors
        # What each term of the text proves that is compared just now; cleared after each.
        self._own = np.full(vectors.width, _LACKING, np.float32)

    @cached_property
    def _whole(self) -> np.ndarray:
        """What all terms of each text prove together."""
        rarity, starts = self._vectors.rarity, self._vectors.starts
        sums = np.add.reduceat(np.append(rarity, 0), starts[:-1])
        return np.where(np.diff(starts) > 0, sums, 0)

    def shares(self, one: int, others: Sequence[int]) -> np.ndarray:
        """Return for each of the others how much of what `one` holds it holds too, and the other
        way round."""
        columns, rarity = self._vectors.columns, self._vectors.rarity
        own, theirs = self._places(one), [self._places(other) for other in others]
        self._own[columns[own]] = rarity[own]
        pairs = np.repeat(np.arange(len(theirs)), [place.stop - place.start for place in theirs])
        ours = self._own[np.concatenate([columns[place] for place in theirs])]
        rare = np.concatenate([rarity[place] for place in theirs])
        self._own[columns[own]] = _LACKING
        both = np.flatnonzero(ours != _LACKING)
        found = [np.bincount(pairs[both], side[both], len(theirs)) for side in (ours, rare)]
        whole = self._whole[one], self._whole[others]
        return np.column_stack(
            [(part + PRIOR_FOUND) / (all_ + PRIOR) for part, all_ in zip(found, whole, strict=True)]
        )

    def _places(self, text: int) -> slice:
        return slice(*self._vectors.starts[text : text + 2])
