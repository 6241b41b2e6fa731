"""Samples to learn an answer from, and what is learned of them.

Where they come from is `digests` and `events`.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np

from articles.matching.weights import Weights

from .fitting import fit
from .measuring import Quality

FOLDS = 6
DECIMALS = 2


@dataclass(frozen=True)
class Sample:
    """The facts of a pair; what they are of (`kind`), whether it is what is looked for, and how
    much it counts; the clusters that the texts are of."""

    facts: Mapping[str, float]
    kind: str
    is_true: bool
    counts: float
    clusters: Set[str]


@dataclass(frozen=True)
class LearnedAnswer:
    """Weights, and what they say of the samples of each cluster when learned without it."""

    weights: Weights
    judged: Sequence[tuple[Sample, float]]

    def quality(self, threshold: float) -> Quality:
        return quality_of(self.judged, threshold)

    def found(self) -> dict[str, tuple[int, int]]:
        """Return for each kind of samples how many there are, and how many are taken for it."""
        found: dict[str, tuple[int, int]] = {}
        for sample, probability in self.judged:
            count, accepted = found.get(sample.kind, (0, 0))
            is_accepted = probability >= self.weights.threshold
            found[sample.kind] = count + 1, accepted + is_accepted
        return found


def learn_from(
    samples: Sequence[Sample], threshold: Callable[[Sequence[tuple[Sample, float]]], float]
) -> LearnedAnswer:
    """Learn weights, and the threshold from what those learned without a cluster say of it."""
    clusters = sorted({cluster for sample in samples for cluster in sample.clusters})
    judged = []
    for start in range(FOLDS):
        left_out = set(clusters[start::FOLDS])
        weights = _weigh([sample for sample in samples if not sample.clusters & left_out])
        judged += [
            (sample, weights.probability(sample.facts))
            for sample in samples
            if sample.clusters & left_out
        ]
    weights = replace(_weigh(samples), threshold=threshold(judged))
    return LearnedAnswer(weights, judged)


def _weigh(samples: Sequence[Sample]) -> Weights:
    names = list(samples[0].facts)
    weights, bias = fit(
        np.array([list(sample.facts.values()) for sample in samples], float),
        np.array([sample.is_true for sample in samples], float),
        np.array([sample.counts for sample in samples]),
    )
    rounded = [round(float(weight), DECIMALS) for weight in weights]
    return Weights(dict(zip(names, rounded, strict=True)), round(bias, DECIMALS), 0.0, 0.5)


def quality_of(judged: Sequence[tuple[Sample, float]], threshold: float) -> Quality:
    accepted = [sample.is_true for sample, probability in judged if probability >= threshold]
    true = sum(sample.is_true for sample, _ in judged)
    return Quality(true, len(accepted), sum(accepted))
