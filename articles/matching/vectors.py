"""How much a feature proves: weighted unit vectors over a collection, and their cosines.

The rarer a feature is among the texts of a language, the more it proves.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from .commonplace import COMMONPLACE
from .features import Features, grams_in, names_in

# Each language is counted as if it had this many texts more, of which each holds all commonplace
# words: with ten texts this prior rules, with a thousand the collection itself does.
PRIOR_TEXTS = 20
# And as if it had this many texts more of the whole collection's kind, since a language with
# three texts says little about what is rare.
POOLED_TEXTS = 10


class Vectors:
    """One kind of feature of all texts of a collection, by the texts' positions."""

    def __init__(self, texts: Sequence[Features], kind: str):
        self._columns: dict[str, int] = {}
        self.weights = weights = rarity(texts, kind)
        self._rows = [self._row(text.terms[kind], weights[text.language]) for text in texts]
        self._scratch = np.zeros(len(self._columns))

    def cosines(self, one: int, others: Sequence[int]) -> np.ndarray:
        """Return the cosine of text `one` with each of `others`; 0 where one of them is empty."""
        columns, values = self._rows[one]
        self._scratch[columns] = values
        found = np.array([self._dot(other) for other in others])
        self._scratch[columns] = 0.0
        return found

    def _dot(self, other: int) -> float:
        columns, values = self._rows[other]
        return float(self._scratch[columns] @ values)

    def _row(self, counts: Counter, weights: Mapping[str, float]):
        columns = [self._columns.setdefault(term, len(self._columns)) for term in counts]
        values = np.array([(1 + math.log(n)) * weights[term] for term, n in counts.items()])
        norm = math.sqrt(float(values @ values)) or 1.0
        return np.array(columns, dtype=np.int64), values / norm


def rarity(texts: Sequence[Features], kind: str) -> dict[str, dict[str, float]]:
    """Return, by language, the weight of each term: 0 where every text has it."""
    counts, sizes = defaultdict(Counter), Counter(text.language for text in texts)
    for text in texts:
        counts[text.language].update(text.terms[kind].keys())
    everywhere = Counter()
    for count in counts.values():
        everywhere.update(count)
    return {
        language: {
            term: _weight(
                seen + POOLED_TEXTS * everywhere[term] / len(texts),
                term in commonplace(kind, language),
                sizes[language],
            )
            for term, seen in count.items()
        }
        for language, count in counts.items()
    }


def _weight(seen: float, is_commonplace: bool, size: int) -> float:
    seen += PRIOR_TEXTS * is_commonplace
    return max(0.0, math.log((size + POOLED_TEXTS + PRIOR_TEXTS) / seen))


@cache
def commonplace(kind: str, language: str) -> frozenset[str]:
    """Return the terms of a kind that the language's commonplace words consist of."""
    words = COMMONPLACE.get(language, "")
    if kind == "figures":
        return frozenset()
    return frozenset((names_in if kind == "names" else grams_in)(words, language))
