"""Which paragraph of one text stands for which of another.

Order is kept and each paragraph has one partner or none; sentences are not aligned.
"""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from .fingerprints import Fingerprint, fingerprint_of
from .vectors import Vectors

# What two paragraphs need before they are worth more together than apart. Most of it can come
# from equal length alone: paragraphs without names and figures are told by their place.
APART = 0.35
SHARES = {"grams": 0.5, "names": 0.3, "figures": 0.2}
LENGTH_SHARE = 0.5


def align(
    ours: Sequence[str], theirs: Sequence[str], languages: tuple[str, str]
) -> list[tuple[int, int]]:
    """Return pairs of positions (in `ours`, in `theirs`), both rising: the alignment of the
    greatest total likeness. Paragraphs that fit nothing are left out."""
    if not ours or not theirs:
        return []
    gains = _likeness(ours, theirs, languages) - APART
    return _best_path(gains)


def _likeness(ours, theirs, languages) -> np.ndarray:
    texts = [_fingerprint(text, languages[0]) for text in ours]
    texts += [_fingerprint(text, languages[1]) for text in theirs]
    found = np.array(
        [[_length_fits(one, other) for other in texts[len(ours) :]] for one in texts[: len(ours)]]
    )
    for kind, share in SHARES.items():
        cosines = Vectors(texts, kind).cosines(np.arange(len(ours)))
        found += share * cosines[:, len(ours) :]
    return found


@lru_cache(maxsize=1_000)
def _fingerprint(text: str, language: str) -> Fingerprint:
    """Kept for a while: one text stands in several pairs."""
    return fingerprint_of({"id": None, "language": language, "body": text})


def _length_fits(one: Fingerprint, other: Fingerprint) -> float:
    return LENGTH_SHARE * math.exp(-2 * abs(one.length - other.length))


def _best_path(gains: np.ndarray) -> list[tuple[int, int]]:
    """The path of pairs, rising in both texts, whose gains add up to most."""
    rows, columns = gains.shape
    total = np.zeros((rows + 1, columns + 1))
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            paired = total[i - 1, j - 1] + gains[i - 1, j - 1]
            total[i, j] = max(total[i - 1, j], total[i, j - 1], paired)
    pairs, i, j = [], rows, columns
    while i and j:
        if total[i, j] == total[i - 1, j]:
            i -= 1
        elif total[i, j] == total[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]
