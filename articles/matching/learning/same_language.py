"""Learns what speaks for a digest and for two reports on one event, and judges it on clusters of
stories left out.

Collections are made of the invented stories, of other outlets' reports on them, and of copies;
the same stories give the same weights.
"""

import datetime
import random
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations, compress

import numpy as np

from articles.matching.answers import Collection
from articles.matching.digests import digest_facts, may_be_digest
from articles.matching.fingerprints import fingerprint_of
from articles.matching.same_event import facts_of
from articles.matching.verdicts import DUPLICATE_THRESHOLD, likeness
from articles.matching.weights import Weights

from .copying import COPIES, headed_anew, shortened, without_figures
from .fitting import fit
from .measuring import Quality
from .reports import Report, first_reports, other_reports
from .stories import Story

SEEDS = 6
FOLDS = 6
# Stories of one cluster that are neither one event nor two: a meeting, its preview, what followed.
UNDECIDED = "-1"
ONE_EVENT, CLUSTER, STRANGERS = "one event", "one cluster", "strangers"
# All texts of a collection come out within these days, some undated: the date proves little.
FIRST_DAY, DAYS, UNDATED = datetime.date(2025, 3, 3), 4, 0.1
# A trimmed copy that is taken for part of a digest isn't merged; that is the worse mistake, since
# digests are often recognised by their other parts.
PRECISION = 0.95
THRESHOLDS = tuple(percent / 100 for percent in range(20, 96, 5))
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
        return _quality(self.judged, threshold)

    def found(self) -> dict[str, tuple[int, int]]:
        """Return for each kind of samples how many there are, and how many are taken for it."""
        found: dict[str, tuple[int, int]] = {}
        for sample, probability in self.judged:
            count, accepted = found.get(sample.kind, (0, 0))
            is_accepted = probability >= self.weights.threshold
            found[sample.kind] = count + 1, accepted + is_accepted
        return found


def learn_contains(stories: Sequence[Story], *, seeds: int = SEEDS) -> LearnedAnswer:
    """Learn to tell digests from texts of which others are trimmed."""
    return _learn([*_of_all(stories, seeds, _digest_samples)], _first_precise)


def learn_same_story(stories: Sequence[Story], *, seeds: int = SEEDS) -> LearnedAnswer:
    """Learn to tell other reports on an event from reports on others. Precision comes second:
    the desk only suggests them."""
    return _learn([*_of_all(stories, seeds, _event_samples)], _best_f1)


def _of_all(
    stories: Sequence[Story],
    seeds: int,
    samples: Callable[[Sequence[Report], Sequence[Report], random.Random], Iterator[Sample]],
) -> Iterator[Sample]:
    first, others = first_reports(stories), other_reports(stories)
    for language in sorted({report.language for report in others}):
        own = [report for report in first if report.language == language]
        also = [report for report in others if report.language == language]
        for seed in range(seeds):
            chance = random.Random(f"{language} {seed}")  # noqa: S311
            yield from samples(own, also, chance)


def _digest_samples(
    own: Sequence[Report], also: Sequence[Report], chance: random.Random
) -> Iterator[Sample]:
    kinds = [(verdict, copy) for verdict in COPIES for copy in COPIES[verdict]]
    for verdict, copy in kinds:
        if verdict:
            copies = [headed_anew(copy(report, chance, own), chance, own) for report in own]
            collection = _collection([*own, *copies], chance)
            for place, report in enumerate(own):
                pair = collection.pair(place, place + len(own))
                yield from _digest_facts(pair, copy.__name__, verdict == "contains", report)


def _digest_facts(pair, kind: str, is_digest: bool, report: Report) -> Iterator[Sample]:
    is_same = likeness(pair.overlap) >= DUPLICATE_THRESHOLD
    for container in (0, 1):
        whole, part = pair.sides[container], pair.sides[1 - container]
        is_true = is_digest and container == 1
        if may_be_digest(whole, part, is_same_text=is_same) and (is_true or not is_digest):
            prints = pair.prints[container], pair.prints[1 - container]
            facts = digest_facts(whole, part, prints, pair.rarity)
            yield Sample(facts, kind, is_true, 1.0, {report.cluster})


def _event_samples(
    own: Sequence[Report], also: Sequence[Report], chance: random.Random
) -> Iterator[Sample]:
    """The pairs that a desk would look at, and all that are of one event."""
    reports = [_as_told(report, chance) for report in (*own, *also)]
    collection = _collection(reports, chance)
    near = set(collection.near_pairs())
    for one, other in combinations(range(len(reports)), 2):
        kind = _kinship(reports[one], reports[other])
        if kind == ONE_EVENT or (kind and (one, other) in near):
            pair = collection.pair(one, other)
            facts = facts_of(pair.overlap, pair.rarity)
            clusters = {reports[one].cluster, reports[other].cluster}
            yield Sample(facts, kind, kind == ONE_EVENT, 1.0, clusters)


def _kinship(one: Report, other: Report) -> str:
    """What two reports are of; empty where nobody can say whether it is one event."""
    if one.story == other.story:
        return ONE_EVENT
    if one.cluster != other.cluster:
        return STRANGERS
    return "" if one.cluster.endswith(UNDECIDED) else CLUSTER


def _as_told(report: Report, chance: random.Random) -> Report:
    """Some reports are short, some print no figures."""
    report = shortened(report, chance) if chance.random() < 0.5 else report
    return without_figures(report) if chance.random() < 0.3 else report


def _collection(reports: Sequence[Report], chance: random.Random) -> Collection:
    articles = [
        report.article(place, published=_published(chance)) for place, report in enumerate(reports)
    ]
    return Collection([fingerprint_of(article) for article in articles])


def _published(chance: random.Random) -> str | None:
    day = FIRST_DAY + datetime.timedelta(days=chance.randrange(DAYS))
    return None if chance.random() < UNDATED else day.isoformat()


def _learn(samples: Sequence[Sample], threshold: Callable) -> LearnedAnswer:
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


def _first_precise(judged: Sequence[tuple[Sample, float]]) -> float:
    """The lowest threshold from which on so many of the accepted samples are right."""
    right = (_quality(judged, one).precision >= PRECISION for one in THRESHOLDS)
    return next(compress(THRESHOLDS, right), THRESHOLDS[-1])


def _best_f1(judged: Sequence[tuple[Sample, float]]) -> float:
    return max(THRESHOLDS, key=lambda threshold: _quality(judged, threshold).f1)


def _quality(judged: Sequence[tuple[Sample, float]], threshold: float) -> Quality:
    accepted = [sample.is_true for sample, probability in judged if probability >= threshold]
    true = sum(sample.is_true for sample, _ in judged)
    return Quality(true, len(accepted), sum(accepted))
