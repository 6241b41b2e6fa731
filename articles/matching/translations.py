"""Which articles are the same text in two languages.

Decides; what speaks for a pair is `comparing`'s, and how much it weighs was learned (`learning`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from .comparing import Facts, compare
from .evidence import find_standing
from .fingerprints import Fingerprint, fingerprint_of
from .same_event import facts_across
from .weights import ACROSS_FILE, Weights, read_weights

LEARNED, ONE_EVENT = read_weights(), read_weights(ACROSS_FILE)

# A pair is accepted from this score on.
TRANSLATION_THRESHOLD = LEARNED.threshold

# A pair gains from a third text that fits both: by a share of what the weaker of the two links
# has above the level where a link begins to say something.
SUPPORT_FROM = -2.0


class Likeness(NamedTuple):
    """Two texts by their positions, and the probability that they are translations; `is_best`
    where each is the other's best in that language; and the probability that both report on one
    event, each in its own words. Of a likely pair that isn't the best, `rivals` are the likelier
    pairs: one of the two texts, and what stands in the place of the other."""

    one: int
    other: int
    probability: float
    is_best: bool
    of_one_event: float
    rivals: Sequence[tuple[int, int]] = ()


def find_translations(articles: Iterable[Mapping]) -> list[tuple[object, object, float]]:
    """Return `(id1, id2, score)` for the pairs that are accepted as translations of each other.

    `articles` are dicts `{id, language, title, body, published}`; `published` is an ISO date or
    None. Scores lie between `TRANSLATION_THRESHOLD` and 1; the best pair comes first. The order
    of the articles changes nothing.
    """
    prints = sorted(fingerprints_of(articles), key=by_day)
    found = [
        (prints[one].id, prints[other].id, score)
        for one, other, score in translations_among(prints)
    ]
    return sorted(found, key=lambda pair: (-pair[2], str(pair[0]), str(pair[1])))


def fingerprints_of(articles: Iterable[Mapping]) -> list[Fingerprint]:
    """Return the fingerprints of articles that lie in hand together: lines that stand in several
    of them leave no trace."""
    articles = list(articles)
    standing = find_standing(article.get("body") or "" for article in articles)
    return [fingerprint_of(article, standing) for article in articles]


def translations_among(
    prints: Sequence[Fingerprint], wanted: Collection[int] | None = None
) -> list[tuple[int, int, float]]:
    """Return `(position, position, score)` for the pairs that are accepted as translations, the
    lower position first; of a pair one text must be `wanted`, if told.

    The order of the prints changes nothing but the positions. A text is compared with those of
    the days around its own, an undated one with all.
    """
    return sorted(
        (pair.one, pair.other, pair.probability)
        for pair in likenesses_among(prints, wanted)
        if pair.is_best and pair.probability >= TRANSLATION_THRESHOLD
    )


def likenesses_among(
    prints: Sequence[Fingerprint], wanted: Collection[int] | None = None
) -> list[Likeness]:
    """Return all pairs across two languages that were compared, also the unlikely ones."""
    if len(prints) < 2 or (wanted is not None and not len(wanted)):
        return []
    order = np.array(sorted(range(len(prints)), key=lambda place: by_day(prints[place])))
    is_wanted = np.isin(order, list(wanted)) if wanted is not None else np.ones(len(order), bool)
    ordered = [prints[place] for place in order]
    facts = compare(ordered, is_wanted, LEARNED.log_odds)
    scores, is_best = scored(facts, [text.language for text in ordered], LEARNED)
    pairs = np.sort(order[facts.pairs], axis=1)
    likely = scores.round(4) >= TRANSLATION_THRESHOLD
    rivals = _rivals(pairs[likely].tolist(), scores[likely].tolist(), prints)
    of_wanted = is_wanted[facts.pairs].any(axis=1)
    of_one_event = _probable(ONE_EVENT.log_odds(facts_across(facts, ordered)))
    return [
        Likeness(one, other, round(score, 4), best, event, rivals.get((one, other), ()))
        for (one, other), score, best, event in zip(
            pairs[of_wanted].tolist(),
            scores[of_wanted].tolist(),
            is_best[of_wanted].tolist(),
            of_one_event[of_wanted].round(4).tolist(),
            strict=True,
        )
    ]


def _rivals(
    pairs: Sequence[Sequence[int]], scores: Sequence[float], prints: Sequence[Fingerprint]
) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """For each pair, one of its texts and the likelier partners of the other, in its language."""
    partners: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), score in zip(pairs, scores, strict=True):
        partners[one][other] = partners[other][one] = score
    return {
        (one, other): [
            (own, rival)
            for own, partner in ((one, other), (other, one))
            for rival, score in partners[partner].items()
            if score > partners[one][other] and prints[rival].language == prints[own].language
        ]
        for one, other in pairs
    }


def by_day(text: Fingerprint) -> tuple[int, str]:
    """Sort key: the order in which texts are compared, those without a day first."""
    return text.day or 0, str(text.id)


def scored(
    facts: Facts, languages: Sequence[str], weights: Weights
) -> tuple[np.ndarray, np.ndarray]:
    """Return the probability of each pair, and whether each text is the other's best in that
    language. `languages` are the texts'."""
    pairs = [tuple(pair) for pair in facts.pairs.tolist()]
    scores = _supported(pairs, weights.log_odds(facts.known), weights.support)
    return _probable(scores), _are_best(pairs, scores.tolist(), languages)


def _probable(log_odds: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-log_odds))


def _supported(pairs: Sequence[tuple[int, int]], scores: np.ndarray, support: float) -> np.ndarray:
    """Add what a third text says that fits both: three languages seldom err together."""
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for place in np.flatnonzero(scores > SUPPORT_FROM).tolist():
        one, other = pairs[place]
        links[one][other] = links[other][one] = float(scores[place])
    detours = np.array(
        [_best_detour(links.get(one, {}), links.get(other, {})) for one, other in pairs]
    )
    return scores + support * detours


def _best_detour(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    weakest = [min(one[third], other[third]) for third in one.keys() & other.keys()]
    return max(weakest, default=SUPPORT_FROM) - SUPPORT_FROM


def _are_best(
    pairs: Sequence[tuple[int, int]], scores: Sequence[float], languages: Sequence[str]
) -> np.ndarray:
    best: dict[tuple[int, str], float] = {}
    for (one, other), score in zip(pairs, scores, strict=True):
        for key in ((one, languages[other]), (other, languages[one])):
            best[key] = max(best.get(key, score), score)
    return np.array(
        [
            score == best[one, languages[other]] == best[other, languages[one]]
            for (one, other), score in zip(pairs, scores, strict=True)
        ],
        bool,
    )
