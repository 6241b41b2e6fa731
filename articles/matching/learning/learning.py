"""Learns the weights from collections of the stories, and judges them on stories left out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import compress

import numpy as np

from articles.matching.comparing import Pair, compare
from articles.matching.features import Features
from articles.matching.translations import read_texts, scored
from articles.matching.weights import Weights

from .collecting import CONDITIONS, Collection, Telling, collect
from .fitting import fit
from .measuring import Scored, quality, without_siblings
from .stories import Story

# Collections made of the stories in each condition.
COLLECTIONS = 8
# The clusters are left out in as many turns: siblings of a story never help to judge it.
FOLDS = 6
# Siblings are nearer to each other, and oftener on one day, than stories on a desk: so much of
# one counts.
SIBLINGS_COUNT = 0.3
SUPPORTS = (0.0, 0.25, 0.5, 0.75)
THRESHOLDS = tuple(percent / 100 for percent in range(30, 91, 5))
# So many of the accepted pairs must be right, on stories that weren't learned from.
PRECISION = 0.975
# So that no machine's arithmetic shows in the file.
DECIMALS = 2


@dataclass(frozen=True)
class Sample:
    """A collection as the matcher sees it, with what is true about it."""

    condition: str
    texts: Sequence[Features]
    facts: Mapping[Pair, Mapping[str, float]]
    told: Mapping[str, Telling]
    true_pairs: Set[frozenset[str]]

    def is_true(self, pair: Pair) -> bool:
        return frozenset(self.texts[place].id for place in pair) in self.true_pairs

    def are_siblings(self, pair: Pair) -> bool:
        one, other = self._tellings(pair)
        return one.is_sibling_of(other)

    def counts(self, pair: Pair) -> float:
        return SIBLINGS_COUNT if self.are_siblings(pair) else 1.0

    def clusters(self, pair: Pair) -> set[str]:
        return {telling.story.cluster for telling in self._tellings(pair)}

    def _tellings(self, pair: Pair) -> list[Telling]:
        return [self.told[self.texts[place].id] for place in pair]

    def true_languages(self) -> Iterator[str]:
        """Yield the languages of each true pair."""
        language = {text.id: text.language for text in self.texts}
        for pair in self.true_pairs:
            yield "-".join(sorted(language[id] for id in pair))

    def scored(self, weights: Weights, clusters: Set[str]) -> Iterator[Scored]:
        """Yield the matcher's pairs whose first text is of one of the clusters."""
        for pair, score in scored(self.facts, self.texts, weights).items():
            if self._tellings(pair)[0].story.cluster in clusters:
                languages = "-".join(sorted(self.texts[place].language for place in pair))
                yield Scored(
                    self.condition, languages, score, self.is_true(pair), self.are_siblings(pair)
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
    clusters = sorted({told.story.cluster for sample in samples for told in sample.told.values()})
    judged = []
    for start in range(FOLDS):
        left_out = frozenset(clusters[start::FOLDS])
        if left_out:
            weights = replace(weigh(samples, left_out), support=support)
            judged += [pair for sample in samples for pair in sample.scored(weights, left_out)]
    return judged


def make_samples(stories: Sequence[Story], collections: int) -> Iterator[Sample]:
    for condition in CONDITIONS:
        for seed in range(collections):
            yield _sample(collect(stories, condition, seed), condition)


def _sample(collection: Collection, condition: str) -> Sample:
    texts = read_texts(collection.articles)
    true = frozenset(collection.true_pairs())
    return Sample(condition, texts, compare(texts), collection.told, true)


def weigh(samples: Sequence[Sample], left_out: Set[str] = frozenset()) -> Weights:
    """Return the weights that fit the samples' pairs, those with a cluster of `left_out` left
    out."""
    known = [
        (sample, pair)
        for sample in samples
        for pair in sample.facts
        if not sample.clusters(pair) & left_out
    ]
    names = list(next(iter(samples[0].facts.values())))
    weights, bias = fit(
        np.array([list(sample.facts[pair].values()) for sample, pair in known], float),
        np.array([sample.is_true(pair) for sample, pair in known], float),
        np.array([sample.counts(pair) for sample, pair in known]),
    )
    rounded = [round(float(weight), DECIMALS) for weight in weights]
    return Weights(dict(zip(names, rounded, strict=True)), round(bias, DECIMALS), 0.0, 0.5)
