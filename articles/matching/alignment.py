"""Which paragraph of one text stands for which of another.

Order is kept and each paragraph has one partner or none; sentences are not aligned.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from .evidence import evidence_of
from .figures import figures_in
from .fingerprints import MAX_CHARS, Terms, length_of, terms_of
from .sounds import words_in
from .vectors import Vectors

# What two paragraphs need before they are worth more together than apart. Most of it can come
# from equal length alone: paragraphs without names and figures are told by their place.
APART = 0.35
SHARES = {"grams": 0.5, "names": 0.3, "figures": 0.2}
LENGTH_SHARE = 0.5


class Paragraph(NamedTuple):
    """What of a fingerprint tells paragraphs apart."""

    language: str
    length: float
    grams: Terms
    names: Terms
    figures: Terms


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
    texts = [_paragraph(text, languages[0]) for text in ours]
    texts += [_paragraph(text, languages[1]) for text in theirs]
    lengths = np.array([text.length for text in texts])
    apart = np.abs(lengths[: len(ours), None] - lengths[len(ours) :])
    found = LENGTH_SHARE * np.exp(-2 * apart)
    for kind, share in SHARES.items():
        cosines = Vectors(texts, kind).cosines(np.arange(len(ours)))
        found += share * cosines[:, len(ours) :]
    return found


@lru_cache(maxsize=1_000)
def _paragraph(text: str, language: str) -> Paragraph:
    """Kept for a while: one text stands in several pairs."""
    words = evidence_of({"body": text})[1][:MAX_CHARS]
    terms = terms_of(words_in(words), figures_in(words), language)
    return Paragraph(language, length_of(len(words), language), **terms)


def _best_path(gains: np.ndarray) -> list[tuple[int, int]]:
    """The path of pairs, rising in both texts, whose gains add up to most."""
    rows, columns = gains.shape
    total = [[0.0] * (columns + 1)]
    for own in gains.tolist():
        above, row = total[-1], [0.0]
        for j, gain in enumerate(own):
            row.append(max(above[j + 1], row[j], above[j] + gain))
        total.append(row)
    pairs, i, j = [], rows, columns
    while i and j:
        if total[i][j] == total[i - 1][j]:
            i -= 1
        elif total[i][j] == total[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]
