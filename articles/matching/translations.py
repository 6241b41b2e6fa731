"""Which articles are the same text in two languages.

Decides; what speaks for a pair is `comparing`'s, and how much it weighs was learned (`learning`).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .comparing import Pair, compare
from .evidence import find_standing
from .features import Features, by_date, features_of
from .weights import Weights, read_weights

LEARNED = read_weights()

# A pair is accepted from this score on.
TRANSLATION_THRESHOLD = LEARNED.threshold

# A pair gains from a third text that fits both: by a share of what the weaker of the two links
# has above the level where a link begins to say something.
SUPPORT_FROM = -2.0


def find_translations(articles: Iterable[Mapping]) -> list[tuple[object, object, float]]:
    """Return `(id1, id2, score)` for the pairs that are accepted as translations of each other.

    `articles` are dicts `{id, language, title, body, published}`; `published` is an ISO date or
    None. Scores lie between `TRANSLATION_THRESHOLD` and 1; the best pair comes first. The order
    of the articles changes nothing.
    """
    texts = read_texts(articles)
    accepted = [
        (texts[one].id, texts[other].id, round(score, 4))
        for (one, other), score in scored(compare(texts), texts, LEARNED).items()
        if score >= TRANSLATION_THRESHOLD
    ]
    return sorted(accepted, key=lambda pair: (-pair[2], str(pair[0]), str(pair[1])))


def read_texts(articles: Iterable[Mapping]) -> list[Features]:
    """Return what the matcher sees of the articles, in the order in which it takes them."""
    articles = sorted(articles, key=by_date)
    standing = find_standing(article.get("body") or "" for article in articles)
    return [features_of(article, standing) for article in articles]


def scored(
    facts: Mapping[Pair, Mapping[str, float]], texts: Sequence[Features], weights: Weights
) -> dict[Pair, float]:
    """Return the probability of each pair of which each text is the other's best in that
    language."""
    log_odds = {pair: weights.log_odds(known) for pair, known in facts.items()}
    supported = _supported(log_odds, weights.support)
    return {pair: _probability(score) for pair, score in _mutual_best(supported, texts).items()}


def _probability(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def _supported(scores: Mapping[Pair, float], support: float) -> dict[Pair, float]:
    """Add what a third text says that fits both: three languages seldom err together."""
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), score in scores.items():
        if score > SUPPORT_FROM:
            links[one][other] = links[other][one] = score
    return {
        pair: score + support * _best_detour(links[pair[0]], links[pair[1]])
        for pair, score in scores.items()
    }


def _best_detour(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    weakest = [min(one[third], other[third]) for third in one.keys() & other.keys()]
    return max(weakest, default=SUPPORT_FROM) - SUPPORT_FROM


def _mutual_best(scores: Mapping[Pair, float], texts: Sequence[Features]) -> dict[Pair, float]:
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
