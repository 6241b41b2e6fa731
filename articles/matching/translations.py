"""Which articles are the same text in two languages.

Features and weights are combined here; what a feature is stands in `features`, how rare in
`vectors`.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from .candidates import find_candidates
from .evidence import find_standing
from .features import KINDS, Features, by_date, features_of
from .vectors import Vectors

# A pair is accepted from this score on. Measured on 61 news stories that people translated into
# the desk's seven languages, half of them without a partner, dates up to two days apart: F1 is
# .99 on whole articles, .96 on briefs, .94 on texts that each lack two fifths of the sentences and
# on halves of stories, where the other half has the same names.
TRANSLATION_THRESHOLD = 0.6

# A logistic regression on the same stories, in whole, brief, abridged and halved form. A text
# without headline or figures lacks evidence, and that is allowed for; `undated` is the price of
# comparing with all dates. What the cosines weigh is their margin, see `_half_margins`.
WEIGHTS = {
    "grams": 9.2,
    "names": 8.5,
    "figures": 6.5,
    "headline": 5.4,
    "length": -3.0,
    "days": -0.6,
    "undated": -2.2,
    "no_headline": -1.0,
    "no_figures": 2.0,
}
BIAS = -2.0

# What the best unrelated texts reach in a collection of a hundred, and the number of texts that
# this prior knowledge counts for: margins mean little with fewer than five candidates.
USUAL = {"grams": 0.12, "names": 0.12, "figures": 0.10, "headline": 0.10}
USUAL_COUNTS = 2
BEST = 5
# This many texts of each language, spread over the collection, show what unrelated texts reach.
SAMPLE = 40

# A pair gains from a third text that fits both: by this share of what the weaker of the two links
# has above the level where a link begins to say something.
SUPPORT = 0.5
SUPPORT_FROM = -2.0


def find_translations(articles: Iterable[Mapping]) -> list[tuple[object, object, float]]:
    """Return `(id1, id2, score)` for the pairs that are accepted as translations of each other.

    `articles` are dicts `{id, language, title, body, published}`; `published` is an ISO date or
    None. Scores lie between `TRANSLATION_THRESHOLD` and 1; the best pair comes first. The order
    of the articles changes nothing.
    """
    articles = sorted(articles, key=by_date)
    standing = find_standing(article.get("body") or "" for article in articles)
    texts = [features_of(article, standing) for article in articles]
    scores = _supported(_Scorer(texts).scores())
    accepted = [
        (texts[one].id, texts[other].id, round(_probability(score), 4))
        for (one, other), score in _mutual_best(scores, texts).items()
        if _probability(score) >= TRANSLATION_THRESHOLD
    ]
    return sorted(accepted, key=lambda pair: (-pair[2], str(pair[0]), str(pair[1])))


def _probability(score: float) -> float:
    return 1 / (1 + math.exp(-score))


class _Scorer:
    """The comparison of all candidate pairs of a collection."""

    def __init__(self, texts: Sequence[Features]):
        self.texts = texts
        self.vectors = {kind: Vectors(texts, kind) for kind in KINDS}
        self.partners = defaultdict(set)
        for one, other in self._candidates():
            self.partners[one].add(other)
            self.partners[other].add(one)
        self.sample = self._sample()

    def _candidates(self) -> set[tuple[int, int]]:
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

    def scores(self) -> dict[tuple[int, int], float]:
        """Return the log-odds of each candidate pair."""
        margins = defaultdict(Counter)
        for one in sorted(self.partners):
            for kind in KINDS:
                for other, margin in self._half_margins(one, kind):
                    margins[min(one, other), max(one, other)][kind] += margin
        return {pair: self._log_odds(*pair, margins[pair]) for pair in sorted(margins)}

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

    def _log_odds(self, one: int, other: int, margins: Mapping[str, float]) -> float:
        first, second = self.texts[one], self.texts[other]
        facts = {**margins, **_circumstances(first, second)}
        return BIAS + sum(WEIGHTS[name] * value for name, value in facts.items())


def _unrelated(best: np.ndarray, cosine: float, kind: str) -> float:
    """The mean of the five best cosines without this one, as far as there are five."""
    others = best.tolist()
    if cosine >= others[-1]:
        others.remove(cosine)
    others = others[:BEST]
    return (sum(others) + USUAL_COUNTS * USUAL[kind]) / (len(others) + USUAL_COUNTS)


def _circumstances(first: Features, second: Features) -> dict[str, float]:
    is_dated = first.day is not None and second.day is not None
    return {
        "length": min(1.5, abs(first.length - second.length)),
        "days": abs(first.day - second.day) if is_dated else 0,
        "undated": not is_dated,
        "no_headline": not (first.terms["headline"] and second.terms["headline"]),
        "no_figures": not (first.terms["figures"] and second.terms["figures"]),
    }


def _supported(scores: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Add what a third text says that fits both: three languages seldom err together."""
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), score in scores.items():
        if score > SUPPORT_FROM:
            links[one][other] = links[other][one] = score
    return {
        pair: score + SUPPORT * _best_detour(links[pair[0]], links[pair[1]])
        for pair, score in scores.items()
    }


def _best_detour(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    weakest = [min(one[third], other[third]) for third in one.keys() & other.keys()]
    return max(weakest, default=SUPPORT_FROM) - SUPPORT_FROM


def _mutual_best(
    scores: Mapping[tuple[int, int], float], texts: Sequence[Features]
) -> dict[tuple[int, int], float]:
    """Keep the pairs of which each is the other's best in that language."""
    best = defaultdict(lambda: -math.inf)
    for (one, other), score in scores.items():
        for here, there in ((one, other), (other, one)):
            key = here, texts[there].language
            best[key] = max(best[key], score)
    return {
        (one, other): score
        for (one, other), score in scores.items()
        if score == best[one, texts[other].language] == best[other, texts[one].language]
    }
