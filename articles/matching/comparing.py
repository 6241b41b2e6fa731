"""What speaks for and against two texts being one in two languages, as numbers.

Says nothing about how much each number weighs: that is learned, see `learning`.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from .candidates import find_candidates
from .features import KINDS, Features
from .vectors import Vectors

Pair = tuple[int, int]

# What the best unrelated texts reach in a collection of a hundred, and the number of texts that
# this prior knowledge counts for: margins mean little with fewer than five candidates.
USUAL = {"grams": 0.12, "names": 0.12, "figures": 0.10, "headline": 0.10}
USUAL_COUNTS = 2
BEST = 5
# This many texts of each language, spread over the collection, show what unrelated texts reach.
SAMPLE = 40

# The logarithm of the length that splits briefs from articles, some 650 characters.
BRIEF = 6.5


def compare(texts: Sequence[Features]) -> dict[Pair, dict[str, float]]:
    """Return the facts about each candidate pair, by the texts' positions (lower first).

    The cosines stand as margins: by how much the two are nearer to each other than to the
    unrelated texts of the collection. A fact that doesn't hold is 0.
    """
    margins = _Comparison(texts).margins()
    return {
        pair: {**margins[pair], **_circumstances(texts[pair[0]], texts[pair[1]])}
        for pair in sorted(margins)
    }


class _Comparison:
    """The candidate pairs of a collection and their cosines."""

    def __init__(self, texts: Sequence[Features]):
        self.texts = texts
        self.vectors = {kind: Vectors(texts, kind) for kind in KINDS}
        self.partners = defaultdict(set)
        for one, other in self._candidates():
            self.partners[one].add(other)
            self.partners[other].add(one)
        self.sample = self._sample()

    def _candidates(self) -> set[Pair]:
        terms = [
            {
                (kind, term): self.vectors[kind].weights[text.language][term]
                for kind in ("grams", "names", "figures")
                for term in text.terms[kind]
            }
            for text in self.texts
        ]
        languages = [text.language for text in self.texts]
        days = [text.day for text in self.texts]
        return find_candidates(days, terms, languages, same_group=False)

    def _sample(self) -> dict[str, list[int]]:
        """Texts of each language, evenly spread over the collection's order (by date)."""
        places = defaultdict(list)
        for place, text in enumerate(self.texts):
            places[text.language].append(place)
        return {language: own[:: math.ceil(len(own) / SAMPLE)] for language, own in places.items()}

    def margins(self) -> dict[Pair, Counter]:
        margins = defaultdict(Counter)
        for one in sorted(self.partners):
            for kind in KINDS:
                for other, margin in self._half_margins(one, kind):
                    margins[min(one, other), max(one, other)][kind] += margin
        return margins

    def _half_margins(self, one: int, kind: str):
        """Yield (other, half of the cosine above what `one` reaches with unrelated texts)."""
        by_language = defaultdict(set)
        for other in self.partners[one]:
            by_language[self.texts[other].language].add(other)
        for language, partners in by_language.items():
            compared = sorted(partners | set(self.sample[language]))
            cosines = self.vectors[kind].cosines(one, compared)
            best = np.sort(cosines)[::-1][: BEST + 1]
            for other, cosine in zip(compared, cosines, strict=True):
                if other in partners:
                    yield other, (cosine - _unrelated(best, cosine, kind)) / 2


def _unrelated(best: np.ndarray, cosine: float, kind: str) -> float:
    """The mean of the five best cosines without this one, as far as there are five."""
    others = best.tolist()
    if cosine >= others[-1]:
        others.remove(cosine)
    others = others[:BEST]
    return (sum(others) + USUAL_COUNTS * USUAL[kind]) / (len(others) + USUAL_COUNTS)


def _circumstances(first: Features, second: Features) -> dict[str, float]:
    """A text without headline or figures lacks evidence, which is allowed for, and a long one has
    more than a brief; `undated` is the price of comparing with all dates."""
    is_dated = first.day is not None and second.day is not None
    return {
        "length": min(1.5, abs(first.length - second.length)),
        "amount": min(first.length, second.length) - BRIEF,
        "days": abs(first.day - second.day) if is_dated else 0,
        "undated": not is_dated,
        "no_headline": not (first.terms["headline"] and second.terms["headline"]),
        "no_figures": not (first.terms["figures"] and second.terms["figures"]),
    }
