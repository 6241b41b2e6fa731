"""Standing text among fingerprints: lines that an outlet prints under everything.

Of raw articles `evidence` finds it; here the lines are already numbers.
"""

from collections.abc import Sequence

import numpy as np

from .evidence import STANDING_IN
from .wording import Wording


def without_standing(wordings: Sequence[Wording]) -> list[Wording]:
    """Return the wordings without the lines that stand in three or more texts which open
    differently."""
    standing = find_standing_keys(wordings)
    return [_without(wording, standing) for wording in wordings]


def find_standing_keys(wordings: Sequence[Wording]) -> np.ndarray:
    """Return the keys of the standing lines, rising.

    An opening that stands within another text says that the two are one text reordered, not that
    they are different ones.
    """
    texts = [wording.line_keys for wording in wordings if len(wording.lines) > 1]
    if len(texts) < STANDING_IN:
        return np.zeros(0, np.uint64)
    later = np.concatenate([keys[1:] for keys in texts])
    heads = np.repeat([keys[0] for keys in texts], [len(keys) - 1 for keys in texts])
    many = _repeated(later)
    is_open = _among(later, many)
    pairs = np.unique(np.column_stack([later[is_open], heads[is_open]]), axis=0)
    pairs = pairs[~np.isin(pairs[:, 1], later)]
    keys, heads_of = np.unique(pairs[:, 0], return_counts=True)
    return keys[heads_of >= STANDING_IN]


def _repeated(keys: np.ndarray) -> np.ndarray:
    keys = np.sort(keys)
    return keys[STANDING_IN - 1 :][keys[STANDING_IN - 1 :] == keys[: 1 - STANDING_IN]]


def _among(keys: np.ndarray, rising: np.ndarray) -> np.ndarray:
    """For each key, does it stand in the rising array?"""
    if not len(rising):
        return np.zeros(len(keys), bool)
    return rising[np.minimum(np.searchsorted(rising, keys), len(rising) - 1)] == keys


def _without(wording: Wording, standing: np.ndarray) -> Wording:
    is_out = _among(wording.line_keys, standing)
    return wording.without_lines(is_out) if is_out.any() else wording
