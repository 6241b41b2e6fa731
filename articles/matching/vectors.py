"""How much a term proves: weighted unit vectors over a collection, and their cosines.

The rarer a term is among the texts of a language, the more it proves.
"""

from collections.abc import Sequence
from functools import cache, cached_property

import numpy as np
from scipy.sparse import csr_array

from .commonplace import COMMONPLACE
from .fingerprints import MOST, Fingerprint
from .sounds import gram_ids, name_ids, words_in

# Each language is counted as if it had this many texts more, of which each holds all commonplace
# words: with ten texts this prior rules, with a thousand the collection itself does.
PRIOR_TEXTS = 20
# And as if it had this many texts more of the whole collection's kind, since a language with
# three texts says little about what is rare.
POOLED_TEXTS = 10

# So few ids are sorted more quickly than a table of all is filled.
FEW = 5_000

_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)

# What a term counts that stands so many times in a text, by its mark.
_TIMES = 1 + np.log(np.maximum(1, np.arange(256) & MOST)).astype(np.float32)


class Vectors:
    """One kind of terms of all texts of a collection, a row a text."""

    def __init__(self, prints: Sequence[Fingerprint], kind: str):
        terms = [getattr(text, kind) for text in prints]
        self._sizes = np.array([len(own.ids) for own in terms])
        self.starts = np.concatenate([[0], np.cumsum(self._sizes)])
        self.marks = np.concatenate([own.marks for own in terms])
        self._known, self.columns = _numbered(np.concatenate([own.ids for own in terms]))
        self.width = max(1, len(self._known))
        self.rarity = self._rarity(prints, kind)

    @cached_property
    def norms(self) -> np.ndarray:
        squares = np.add.reduceat(np.append(self._values**2, 0), self.starts[:-1])
        return np.sqrt(np.where(self._sizes > 0, squares, 0))

    @cached_property
    def _values(self) -> np.ndarray:
        return _TIMES.take(self.marks) * self.rarity

    @cached_property
    def _weighted(self) -> csr_array:
        return self._matrix(self._values)

    def cosines(self, rows: Sequence[int]) -> np.ndarray:
        """Return the cosine of each of the rows with each text; 0 where one of them is empty."""
        norms = np.maximum(self.norms, 1e-9).astype(np.float32)
        columns = np.zeros((self.width, len(rows)), np.float32)
        for place, row in enumerate(rows):
            own = slice(*self.starts[row : row + 2])
            columns[self.columns[own], place] = self._values[own] / norms[row]
        return (self._weighted @ columns).T / norms

    def _matrix(self, values: np.ndarray) -> csr_array:
        return csr_array((values, self.columns, self.starts), (len(self._sizes), self.width))

    def _rarity(self, prints: Sequence[Fingerprint], kind: str) -> np.ndarray:
        """What each term of each text proves: 0 where every text has it."""
        languages = sorted({text.language for text in prints})
        rows = {language: row for row, language in enumerate(languages)}
        spoken = np.array([rows[text.language] for text in prints])
        keys = np.repeat(spoken * self.width, self._sizes) + self.columns
        seen = np.bincount(keys, minlength=len(languages) * self.width)
        seen = seen.astype(np.float32).reshape(len(languages), self.width)
        seen += seen.sum(axis=0) * np.float32(POOLED_TEXTS / len(prints))
        for language, row in rows.items():
            seen[row, self._places_of(commonplace(kind, language))] += PRIOR_TEXTS
        texts = np.bincount(spoken, minlength=len(languages)) + POOLED_TEXTS + PRIOR_TEXTS
        weights = np.log(texts.astype(np.float32))[:, None] - np.log(np.maximum(seen, 1e-3))
        return np.maximum(weights, 0).ravel().take(keys)

    def _places_of(self, terms: np.ndarray) -> np.ndarray:
        """The columns of those of the terms that stand in any text."""
        places = np.minimum(np.searchsorted(self._known, terms), self.width - 1)
        return places[self._known[places] == terms] if len(self._known) else places[:0]


def _numbered(ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the ids that occur, rising, and for each of `ids` its place among them."""
    if ids.dtype.itemsize > 2 or len(ids) < FEW:
        return _numbered_by_sorting(ids)
    ids = ids.astype(np.intp)
    known = np.flatnonzero(np.bincount(ids))
    places = np.zeros(1 << 16, np.int32)
    places[known] = np.arange(len(known))
    return known, places.take(ids)


def _numbered_by_sorting(ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """As `np.unique` does; sorting numbers that hold their places takes it a third of the time."""
    held = np.sort(ids.astype(np.uint64) << _HALF | np.arange(len(ids), dtype=np.uint64))
    rising = (held >> _HALF).astype(ids.dtype)
    is_new = np.append(True, rising[1:] != rising[:-1])[: len(ids)]
    columns = np.empty(len(ids), np.int32)
    columns[(held & _LOW).astype(np.int64)] = np.cumsum(is_new) - 1
    return rising[is_new], columns


@cache
def commonplace(kind: str, language: str) -> np.ndarray:
    """Return the terms of a kind that the language's commonplace words consist of."""
    words = words_in(COMMONPLACE.get(language, "") if kind != "figures" else "")
    return np.unique((name_ids if kind == "names" else gram_ids)(words, language))
