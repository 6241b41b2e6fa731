"""How much a word proves in one language: the fewer texts of the collection have it, the more."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from .commonplace import COMMONPLACE
from .wording import Wording, stems_of

# Stems have a place in a table each; that two now and then share one does no harm.
PLACES = 1 << 18
_MASK = np.uint32(PLACES - 1)

# A collection is counted as if it held the invented stories too (`background.json`, written by
# `manage.py learn_matching`), and beside them so many texts that name all the Turkic states: ten
# texts can't tell by themselves what is rare.
BACKGROUND_FILE = Path(__file__).with_name("background.json")
PRIOR_TEXTS = 20
UNSEEN = 0.5


class Rarity:
    """The weights of the stems in texts of one language."""

    def __init__(self, texts: Sequence[Wording], language: str):
        stems = [text.stems for text in texts]
        prior, of_unseen, prior_texts = _prior(language)
        of_all = np.log(np.float32(len(texts) + prior_texts))
        table = of_all - of_unseen
        if stems:
            places, holders = np.unique(place_of(np.concatenate(stems)), return_counts=True)
            table[places] = of_all - np.log(prior[places] + holders.astype(np.float32))
        self._table = np.maximum(table, 0, out=table)

    def of(self, stems: np.ndarray) -> np.ndarray:
        return self._table.take(place_of(stems))

    def cosine(self, ours: np.ndarray, theirs: np.ndarray) -> float:
        """Return how much of their weight two rising arrays of stems share; 0 where one is
        empty."""
        both = np.intersect1d(ours, theirs, assume_unique=True)
        norms = self._square(ours) * self._square(theirs)
        return self._square(both) / norms**0.5 if norms else 0.0

    def share(self, ours: np.ndarray, theirs: np.ndarray) -> float:
        """Return which part of the weight of our stems stands in theirs too."""
        whole = float(self.of(ours).sum())
        return float(self.of(ours[np.isin(ours, theirs)]).sum()) / whole if whole else 0.0

    def shared(self, ours: np.ndarray, theirs: np.ndarray) -> float:
        """Return the weight of the stems that stand in both."""
        return float(self.of(np.intersect1d(ours, theirs, assume_unique=True)).sum())

    def _square(self, stems: np.ndarray) -> float:
        weights = self.of(stems)
        return float(weights @ weights)


def place_of(stems: np.ndarray) -> np.ndarray:
    return stems & _MASK


@cache
def _prior(language: str) -> tuple[np.ndarray, np.ndarray, int]:
    """In how many texts of the language each stem stands before any is read, the logarithm of
    that, and of how many texts."""
    table = np.full(PLACES, UNSEEN, np.float32)
    background = json.loads(BACKGROUND_FILE.read_text(encoding="utf-8"))
    for stem, holders in background["stems"].get(language, {}).items():
        table[place_of(stems_of([stem]))] += holders
    table[place_of(stems_of(COMMONPLACE.get(language, "").split()))] += PRIOR_TEXTS
    return table, np.log(table), PRIOR_TEXTS + background["texts"]
