"""How well and how fast pairs are found among invented texts. For developers.

Works in the database that is set, which has to be an empty one: `benchmark_matching` makes one
for the purpose.
"""

import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction

from articles.fingerprinting import fingerprint_all
from articles.models import Article, ArticleJudgement, Translation

from .inventing import TEXTS_A_DAY, Invented, Newsroom, verdicts_of
from .proposing import propose_all, propose_pairs

# On so many days, spread over all, new texts come in one by one: every fifth of the day.
NEWS_DAYS = 5
EVERY_NEW = 5


@dataclass(frozen=True)
class Found:
    """Of one verdict: how many pairs are so, how many were proposed so, how many of those
    rightly, and how many are in the queue under whatever verdict."""

    true: int
    proposed: int
    right: int
    queued: int


def measure(count: int, progress: Callable = lambda texts, _total: texts) -> dict:
    """Store so many invented texts, match them, then let some more come in one by one.

    Returns CPU seconds of the fingerprints (`fingerprinting`) and of the run over all (`bulk`),
    CPU milliseconds of a new text (`new`, `slowest`) and of the `first` of a day, for which the
    texts of the days around are read; peak `memory` in MB, how many `pairs` were proposed, and
    what was `Found` of each verdict (`quality`). Refuses a database that holds articles.
    """
    if Article.objects.exists():
        raise ValueError("The benchmark needs an empty database.")
    news, gold = _store(count, progress)
    _made, fingerprinting = _timed(lambda: fingerprint_all(progress=progress))
    _compared, bulk = _timed(lambda: propose_all(progress=progress))
    new = [[_timed(lambda text=text: _take_in(text))[1] * 1000 for text in day] for day in news]
    # What any process does but once isn't the text's.
    first, later = [day[0] for day in new[1:] or new], [time for day in new for time in day[1:]]
    return {
        "texts": count,
        "fingerprinting": fingerprinting,
        "bulk": bulk,
        "memory": peak_memory(),
        "new": statistics.median(later),
        "slowest": max(later),
        "first": statistics.median(first),
        "pairs": ArticleJudgement.objects.count(),
        "quality": {verdict: asdict(found) for verdict, found in _quality(gold).items()},
    }


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.process_time()
    return work(), time.process_time() - start


def peak_memory() -> float:
    """In MB; the system counts in kB, that of macOS in bytes."""
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _store(
    count: int, progress: Callable
) -> tuple[list[list[Translation]], dict[frozenset[int], str]]:
    """Store the texts; return those of some days that are left out, and what pairs there are."""
    news: list[list[Translation]] = []
    gold: dict[frozenset[int], str] = {}
    days = -(-count // TEXTS_A_DAY)
    for number, day in enumerate(progress(Newsroom().days(count), days)):
        gold |= verdicts_of(day)
        texts = [_text(one) for one in day]
        if number % max(1, days // NEWS_DAYS) == 0:
            news.append([text for text in texts[::EVERY_NEW] if text.published])
            texts = [text for text in texts if text not in news[-1]]
        _save(texts)
    return news, gold


def _text(invented: Invented) -> Translation:
    """The unsaved text; it and its article have the number that it was invented under."""
    values = dict(invented.article)
    number, published = values.pop("id"), values.pop("published")
    text = Translation(
        pk=number,
        article=Article(pk=number),
        language=values["language"],
        headline=values["title"],
        body=values["body"],
        published=published,
    )
    text.set_derived()
    return text


@transaction.atomic
def _save(texts: Sequence[Translation]) -> None:
    Article.objects.bulk_create(text.article for text in texts)
    Translation.objects.bulk_create(texts)


def _take_in(text: Translation) -> None:
    _save([text])
    propose_pairs([text])


def _quality(gold: Mapping[frozenset[int], str]) -> dict[str, Found]:
    """By verdict; pairs that may be answered either way don't count."""
    rows = ArticleJudgement.objects.values_list("first", "second", "proposed_verdict")
    proposed = {frozenset((first, second)): verdict for first, second, verdict in rows}
    either = {pair for pair, verdict in gold.items() if not verdict}
    true = Counter(verdict for verdict in gold.values() if verdict)
    said = Counter(verdict for pair, verdict in proposed.items() if pair not in either)
    right = Counter(verdict for pair, verdict in proposed.items() if gold.get(pair) == verdict)
    found = Counter(gold[pair] for pair in proposed if gold.get(pair))
    return {
        verdict: Found(true[verdict], said[verdict], right[verdict], found[verdict])
        for verdict in sorted(true | said)
    }
