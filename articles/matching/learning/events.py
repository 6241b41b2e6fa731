"""Learns what speaks for two reports on one event, in one language and across two, and judges it on
clusters of stories left out.

Collections are made of the invented stories and of other outlets' reports on them: on few days or
many, since in a crowd the likest text says less.
"""

import datetime
import random
from collections.abc import Iterator, Sequence
from itertools import combinations, compress

import numpy as np

from articles.matching.answers import Collection
from articles.matching.comparing import compare
from articles.matching.fingerprints import Fingerprint, fingerprint_of
from articles.matching.same_event import facts_across
from articles.matching.translations import by_day

from .copying import shortened, without_figures
from .learning import SIBLINGS_COUNT
from .reports import Report, first_reports, other_reports
from .samples import LearnedAnswer, Sample, learn_from, quality_of
from .stories import Story

SEEDS = 12
# The clusters that a collection has of all, and the days on which they begin.
SHARES, SPREADS = (0.25, 0.5, 1.0), (3, 12, 40)
# A report comes out up to so many days after the event. All have a date: one without has more
# around it, and that is known.
LATE = 3
FIRST_DAY = datetime.date(2025, 3, 3)
# In so many languages each story is told at most.
MAX_LANGUAGES = 4
# Stories of one cluster that are neither one event nor two: a meeting, its preview, what followed.
UNDECIDED = "-1"
ONE_EVENT, CLUSTER, STRANGERS = "one event", "one cluster", "strangers"
# An editor refuses a pair with one key and finds none that isn't shown: so many of the true ones
# must be. That few others are is `coverage`'s.
RECALL = 0.97
THRESHOLDS = tuple(percent / 100 for percent in range(95, 0, -1))


def learn_same_story(stories: Sequence[Story], *, seeds: int = SEEDS) -> LearnedAnswer:
    """Learn to tell other reports on an event in one language from reports on others."""
    first, others = first_reports(stories), other_reports(stories)
    samples: list[Sample] = []
    for language in sorted({report.language for report in others}):
        reports = [one for one in (*first, *others) if one.language == language]
        for seed in range(seeds):
            samples += _in_one_language(reports, random.Random(f"{language} {seed}"))  # noqa: S311
    return learn_from(samples, _threshold)


def learn_across(stories: Sequence[Story], *, seeds: int = SEEDS) -> LearnedAnswer:
    """Learn the same of reports in two languages."""
    first, others = first_reports(stories), other_reports(stories)
    samples: list[Sample] = []
    for seed in range(seeds):
        samples += _across(first, others, random.Random(f"across {seed}"))  # noqa: S311
    return learn_from(samples, _threshold)


def _in_one_language(reports: Sequence[Report], chance: random.Random) -> Iterator[Sample]:
    """The pairs that a desk would look at, and all that are of one event."""
    told = _on_a_desk(reports, chance)
    collection = Collection([text for _report, text in told])
    near = set(collection.near_pairs())
    for one, other in combinations(range(len(told)), 2):
        kind = _kinship(told[one][0], told[other][0])
        if kind and (kind == ONE_EVENT or (one, other) in near):
            yield _sample(collection.pair(one, other).of_one_event, kind, told, one, other)


def _across(
    first: Sequence[Report], others: Sequence[Report], chance: random.Random
) -> Iterator[Sample]:
    """The candidates among stories in some languages each, and reports; but for translations."""
    stories = sorted({report.story for report in first})
    languages = sorted({report.language for report in first})
    spoken = {
        story: chance.sample(languages, chance.randint(1, MAX_LANGUAGES)) for story in stories
    }
    reports = [report for report in first if report.language in spoken[report.story]]
    told = _on_a_desk([*reports, *others], chance)
    prints = [text for _report, text in told]
    facts = compare(prints, np.ones(len(prints), bool))
    known = facts_across(facts, prints)
    columns = np.column_stack(list(known.values())).tolist()
    for (one, other), row in zip(facts.pairs.tolist(), columns, strict=True):
        pair = told[one][0], told[other][0]
        kind = "" if _are_translations(*pair, others) else _kinship(*pair)
        if kind:
            yield _sample(dict(zip(known, row, strict=True)), kind, told, one, other)


def _sample(
    facts: dict[str, float], kind: str, told: Sequence[tuple], one: int, other: int
) -> Sample:
    clusters = {told[one][0].cluster, told[other][0].cluster}
    counts = SIBLINGS_COUNT if kind == CLUSTER else 1.0
    return Sample(facts, kind, kind == ONE_EVENT, counts, clusters)


def _are_translations(one: Report, other: Report, others: Sequence[Report]) -> bool:
    return one.story == other.story and not (one in others or other in others)


def _kinship(one: Report, other: Report) -> str:
    """What two reports are of; empty where nobody can say whether it is one event."""
    if one.story == other.story:
        return ONE_EVENT
    if one.cluster != other.cluster:
        return STRANGERS
    return "" if one.cluster.endswith(UNDECIDED) else CLUSTER


def _on_a_desk(
    reports: Sequence[Report], chance: random.Random
) -> list[tuple[Report, Fingerprint]]:
    """Some of the reports with their fingerprints, in the order of their days."""
    clusters = sorted({report.cluster for report in reports})
    kept = chance.sample(clusters, max(2, round(chance.choice(SHARES) * len(clusters))))
    spread = chance.choice(SPREADS)
    days = {cluster: chance.randrange(spread) for cluster in kept}
    told = [
        (report, _fingerprint(report, place, days[report.cluster], chance))
        for place, report in enumerate(reports)
        if report.cluster in days
    ]
    return sorted(told, key=lambda one: by_day(one[1]))


def _fingerprint(report: Report, place: int, day: int, chance: random.Random) -> Fingerprint:
    """Some reports are short, some print no figures."""
    told = shortened(report, chance) if chance.random() < 0.5 else report
    told = without_figures(told) if chance.random() < 0.3 else told
    late = datetime.timedelta(days=day + chance.randrange(LATE + 1))
    return fingerprint_of(told.article(place, published=(FIRST_DAY + late).isoformat()))


def _threshold(judged: Sequence[tuple[Sample, float]]) -> float:
    """The highest that leaves so many of the true pairs."""
    enough = (quality_of(judged, one).recall >= RECALL for one in THRESHOLDS)
    return next(compress(THRESHOLDS, enough), THRESHOLDS[-1])
