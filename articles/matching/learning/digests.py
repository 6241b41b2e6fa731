"""Learns what speaks for a digest, and judges it on clusters of stories left out.

Collections are made of the invented stories and of copies; the same stories give the same weights.
"""

import datetime
import random
from collections.abc import Iterator, Sequence
from itertools import compress

from articles.matching.answers import Collection
from articles.matching.digests import digest_facts, may_be_digest
from articles.matching.fingerprints import fingerprint_of
from articles.matching.verdicts import DUPLICATE_THRESHOLD, likeness

from .copying import COPIES, headed_anew
from .reports import Report, first_reports
from .samples import LearnedAnswer, Sample, learn_from, quality_of
from .stories import Story

SEEDS = 6
# Languages of unlike endings; the others add nothing.
LANGUAGES = ("en", "kk", "ru", "tr")
# All texts of a collection come out within these days, some undated: the date proves little.
FIRST_DAY, DAYS, UNDATED = datetime.date(2025, 3, 3), 4, 0.1
# A trimmed copy that is taken for part of a digest isn't merged; that is the worse mistake, since
# digests are often recognised by their other parts.
PRECISION = 0.95
THRESHOLDS = tuple(percent / 100 for percent in range(20, 96, 5))


def learn_contains(stories: Sequence[Story], *, seeds: int = SEEDS) -> LearnedAnswer:
    """Learn to tell digests from texts of which others are trimmed."""
    reports = first_reports(stories)
    samples: list[Sample] = []
    for language in LANGUAGES:
        own = [report for report in reports if report.language == language]
        for seed in range(seeds):
            samples += _digest_samples(own, random.Random(f"{language} {seed}"))  # noqa: S311
    return learn_from(samples, _first_precise)


def _digest_samples(own: Sequence[Report], chance: random.Random) -> Iterator[Sample]:
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


def _collection(reports: Sequence[Report], chance: random.Random) -> Collection:
    articles = [
        report.article(place, published=_published(chance)) for place, report in enumerate(reports)
    ]
    return Collection([fingerprint_of(article) for article in articles])


def _published(chance: random.Random) -> str | None:
    day = FIRST_DAY + datetime.timedelta(days=chance.randrange(DAYS))
    return None if chance.random() < UNDATED else day.isoformat()


def _first_precise(judged: Sequence[tuple[Sample, float]]) -> float:
    """The lowest threshold from which on so many of the accepted samples are right."""
    right = (quality_of(judged, one).precision >= PRECISION for one in THRESHOLDS)
    return next(compress(THRESHOLDS, right), THRESHOLDS[-1])
