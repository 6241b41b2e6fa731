"""How much a term proves: weighted unit vectors over a collection, and their cosines.

The rarer a term is among the texts of a language, the more it proves.
"""

from collections.abc import Sequence
from functools import cache, cached_property

import numpy as np
from scipy.sparse import csr_array

from .commonplace import COMMONPLACE
from .fingerprints import MOST, Fingerprint
from .sounds import GRAMS, gram_ids, name_ids, words_in

# Each language is counted as if it had this many texts more, of which each holds all commonplace
# words: with ten texts this prior rules, with a thousand the collection itself does.
PRIOR_TEXTS = 20
# And as if it had this many texts more of the whole collection's kind, since a language with
# three texts says little about what is rare.
POOLED_TEXTS = 10

# What a term counts that stands so many times in a text, by its mark.
_TIMES = 1 + np.log(np.maximum(1, np.arange(256) & MOST)).astype(np.float32)


class Vectors:
    """One kind of terms of all texts of a collection, a row a text."""

    def __init__(self, prints: Sequence[Fingerprint], kind: str):
        self.terms = [getattr(text, kind) for text in prints]
        sizes = np.array([len(own.ids) for own in self.terms])
        self.starts = np.concatenate([[0], np.cumsum(sizes)])
        self._texts = np.repeat(np.arange(len(prints), dtype=np.int32), sizes)
        self.marks = np.concatenate([own.marks for own in self.terms])
        ids = np.concatenate([own.ids for own in self.terms])
        self.columns, self.width = _columns(ids, kind)
        self.rarity = self._rarity(prints, _standing(prints, kind, ids, self.columns))

    @cached_property
    def norms(self) -> np.ndarray:
        return np.sqrt(np.bincount(self._texts, self._values**2, len(self.terms)))

    @cached_property
    def _values(self) -> np.ndarray:
        return _TIMES[self.marks] * self.rarity

    @cached_property
    def _units(self) -> csr_array:
        norms = np.maximum(self.norms, 1e-9).astype(np.float32)
        return self.matrix(self._values / norms[self._texts])

    def cosines(self, rows: Sequence[int]) -> np.ndarray:
        """Return the cosine of each of the rows with each text; 0 where one of them is empty."""
        return (self._units @ self._units[rows].toarray().T).T

    def matrix(self, values: np.ndarray) -> csr_array:
        """Return a matrix with a value for each term of each text."""
        return csr_array((values, self.columns, self.starts), (len(self.terms), self.width))

    def _rarity(self, prints: Sequence[Fingerprint], standing: dict[str, np.ndarray]) -> np.ndarray:
        """What each term of each text proves: 0 where every text has it."""
        languages = sorted(standing)
        spoken = np.array([languages.index(text.language) for text in prints], dtype=np.int32)
        keys = (spoken * self.width)[self._texts] + self.columns
        seen = np.bincount(keys, minlength=len(languages) * self.width)
        seen = seen.astype(np.float32).reshape(len(languages), self.width)
        seen += seen.sum(axis=0) * np.float32(POOLED_TEXTS / len(prints))
        for row, language in enumerate(languages):
            seen[row, standing[language]] += PRIOR_TEXTS
        texts = np.bincount(spoken, minlength=len(languages)) + POOLED_TEXTS + PRIOR_TEXTS
        np.maximum(seen, 1e-3, out=seen)
        weights = np.log(texts.astype(np.float32))[:, None] - np.log(seen)
        return np.maximum(weights, 0).ravel()[keys]


def _columns(ids: np.ndarray, kind: str) -> tuple[np.ndarray, int]:
    """Return the place of each term in a row, and the number of places."""
    if _is_grams(kind):
        return ids.astype(np.int32), GRAMS
    known, columns = np.unique(ids, return_inverse=True)
    return columns.astype(np.int32), max(1, len(known))


def _standing(
    prints: Sequence[Fingerprint], kind: str, ids: np.ndarray, columns: np.ndarray
) -> dict[str, np.ndarray]:
    """Return the columns of the commonplace terms of each language."""
    found = {text.language: commonplace(kind, text.language) for text in prints}
    if _is_grams(kind):
        return found
    return {language: columns[np.isin(ids, common)] for language, common in found.items()}


def _is_grams(kind: str) -> bool:
    return kind in ("grams", "headline")


@cache
def commonplace(kind: str, language: str) -> np.ndarray:
    """Return the terms of a kind that the language's commonplace words consist of."""
    words = words_in(COMMONPLACE.get(language, "") if kind != "figures" else "")
    return np.unique((name_ids if kind == "names" else gram_ids)(words, language))
