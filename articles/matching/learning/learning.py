"""Learns the weights from collections of the stories, and judges them on stories left out."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import compress

import numpy as np

from articles.matching.comparing import Facts, compare
from articles.matching.fingerprints import Fingerprint
from articles.matching.translations import by_day, fingerprints_of, scored
from articles.matching.weights import Weights

from .collecting import CONDITIONS, collect
from .collecting import Collection as Collected
from .fitting import fit
from .measuring import Scored, quality, without_siblings
from .stories import Story

# Collections made of the stories in each condition.
COLLECTIONS = 8
# The clusters are left out in as many turns: siblings of a story never help to judge it.
FOLDS = 6
# Siblings are nearer to each other, and oftener on one day, than stories on a desk: so much of
# one counts.
SIBLINGS_COUNT = 0.25
SUPPORTS = (0.0, 0.25, 0.5, 0.75)
THRESHOLDS = tuple(percent / 100 for percent in range(30, 91, 5))
# So many of the accepted pairs must be right, on stories that weren't learned from.
PRECISION = 0.97
# So that no machine's arithmetic shows in the file.
DECIMALS = 2


@dataclass(frozen=True)
class Sample:
    """A collection as the matcher sees it, with what is true about it. `is_true`, `are_siblings`
    and `clusters` (of both texts) are told for each pair of the facts."""

    condition: str
    texts: Sequence[Fingerprint]
    facts: Facts
    is_true: np.ndarray
    are_siblings: np.ndarray
    clusters: np.ndarray
    true_pairs: Set[frozenset[str]]

    def true_languages(self) -> Iterator[str]:
        """Yield the languages of each true pair."""
        language = {text.id: text.language for text in self.texts}
        for pair in self.true_pairs:
            yield "-".join(sorted(language[id] for id in pair))

    def scored(self, weights: Weights, clusters: Collection[str]) -> Iterator[Scored]:
        """Yield the matcher's pairs whose first text is of one of the clusters."""
        languages = [text.language for text in self.texts]
        scores, is_best = scored(self.facts, languages, weights)
        belongs = np.isin(self.clusters[:, 0], list(clusters))
        for row in np.flatnonzero(is_best & belongs).tolist():
            yield Scored(
                self.condition,
                "-".join(sorted(languages[place] for place in self.facts.pairs[row])),
                float(scores[row]),
                bool(self.is_true[row]),
                bool(self.are_siblings[row]),
            )


@dataclass(frozen=True)
class Learned:
    """Weights, from how many texts, and how they do on stories left out: the scored pairs, and
    the number of true pairs by (condition, languages)."""

    weights: Weights
    texts: int
    scored: Sequence[Scored]
    true: Counter


def learn(stories: Sequence[Story], *, collections: int = COLLECTIONS) -> Learned:
    """Learn from so many collections of the stories in each condition."""
    samples = list(make_samples(stories, collections))
    true = Counter(
        (sample.condition, pair) for sample in samples for pair in sample.true_languages()
    )
    judged = {support: judge(samples, support) for support in SUPPORTS}
    others = {support: without_siblings(scored) for support, scored in judged.items()}
    support = max(SUPPORTS, key=lambda support: _best_f1(others[support], true.total()))
    threshold = _threshold(others[support], true.total())
    return Learned(
        weights=replace(weigh(samples), support=support, threshold=threshold),
        texts=sum(len(sample.texts) for sample in samples),
        scored=judged[support],
        true=true,
    )


def _best_f1(scored: Sequence[Scored], true: int) -> float:
    return max(quality(scored, true, threshold).f1 for threshold in THRESHOLDS)


def _threshold(scored: Sequence[Scored], true: int) -> float:
    """Return the lowest threshold from which on the pairs are right as often as they must."""
    found = (quality(scored, true, threshold) for threshold in THRESHOLDS)
    right = (one.precision >= PRECISION for one in found)
    return next(compress(THRESHOLDS, right), THRESHOLDS[-1])


def judge(samples: Sequence[Sample], support: float) -> list[Scored]:
    """Score the pairs of each cluster with weights that were learned without it."""
    clusters = np.unique(np.concatenate([sample.clusters[:, 0] for sample in samples]))
    judged = []
    for start in range(FOLDS):
        left_out = clusters[start::FOLDS]
        if len(left_out):
            weights = replace(weigh(samples, left_out), support=support)
            judged += [pair for sample in samples for pair in sample.scored(weights, left_out)]
    return judged


def make_samples(stories: Sequence[Story], collections: int) -> Iterator[Sample]:
    for condition in CONDITIONS:
        for seed in range(collections):
            yield _sample(collect(stories, condition, seed), condition)


def _sample(collected: Collected, condition: str) -> Sample:
    texts = sorted(fingerprints_of(collected.articles), key=by_day)
    facts = compare(texts, np.ones(len(texts), bool))
    ids = [(texts[one].id, texts[other].id) for one, other in facts.pairs.tolist()]
    told = [(collected.told[one], collected.told[other]) for one, other in ids]
    true = frozenset(collected.true_pairs())
    return Sample(
        condition,
        texts,
        facts,
        np.array([frozenset(pair) in true for pair in ids]),
        np.array([one.is_sibling_of(other) for one, other in told]),
        np.array([(one.story.cluster, other.story.cluster) for one, other in told]),
        true,
    )


def weigh(samples: Sequence[Sample], left_out: Collection[str] = ()) -> Weights:
    """Return the weights that fit the samples' pairs, those with a cluster of `left_out` left
    out."""
    clusters = np.concatenate([sample.clusters for sample in samples])
    is_known = ~np.isin(clusters, list(left_out)).any(axis=1)
    are_siblings = np.concatenate([sample.are_siblings for sample in samples])[is_known]
    weights, bias = fit(
        np.concatenate([np.column_stack([*sample.facts.known.values()]) for sample in samples])[
            is_known
        ],
        np.concatenate([sample.is_true for sample in samples])[is_known].astype(float),
        np.where(are_siblings, SIBLINGS_COUNT, 1.0),
    )
    rounded = [round(float(weight), DECIMALS) for weight in weights]
    return Weights(
        dict(zip(samples[0].facts.known, rounded, strict=True)), round(bias, DECIMALS), 0.0, 0.5
    )
