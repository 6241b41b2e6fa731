"""Gathering: which stored fingerprints a text is compared with.

Those near its day, and those that share something rare with it: runs of words at any date, names
and figures where one of the two has no date.
"""

import datetime
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

from django.db.models import QuerySet

from articles.choices import FingerprintKeyKind
from articles.holders import find_holders
from articles.models import Fingerprint as Stored

from .fingerprints import RULES_VERSION, Fingerprint
from .keys import clue_keys, run_keys
from .neighbourhoods import WINDOW_DAYS
from .recalling import recall

# Dated texts of so many days are compared at once, since their windows overlap; of the undated so
# many texts.
BLOCK_DAYS = 7
BLOCK_UNDATED = 20
# What is usual at the desk can't be learned from a handful: where fewer texts than these lie near,
# the latest ones before stand beside them.
USUAL_TEXTS = 200


class Search(NamedTuple):
    """Keys of one kind: in how many texts one may stand and still prove something, how many two
    texts must have in common, and how many texts at most are found for one."""

    kind: FingerprintKeyKind
    holders: int
    shared: int
    found: int


# Measured on 20,000 invented texts: of copies that came weeks later none is lost, of translations
# of which one has no date one in thirty.
SAME_WORDS = Search(FingerprintKeyKind.RUN, 50, 3, 20)
UNDATED_WITH_NAMES = Search(FingerprintKeyKind.UNDATED, 50, 3, 10)
DATED_WITH_NAMES = Search(FingerprintKeyKind.CLUE, 200, 2, 20)


@dataclass(frozen=True)
class Block:
    """Texts for which partners are wanted, by id, and all that they are compared with, themselves
    included."""

    wanted: frozenset[int]
    prints: Sequence[Fingerprint]


def gather(ids: Collection[int]) -> Iterator[Block]:
    """Yield the texts of these ids with what they are compared with, some days at a time, the
    undated ones last. The queries don't grow with the number of texts, but with that of weeks."""
    given = list(recall(_candidates().filter(pk__in=ids).order_by("day", "pk")))
    partners = _find_partners(given)
    dated = [one for one in given if one.day is not None]
    undated = [one for one in given if one.day is None]
    usual: list[Fingerprint] | None = None
    for block, near in chain(_with_windows(dated), _alone(undated)):
        wanted = sorted(one.id for one in block)
        prints = {one.id: one for one in near}
        far = {pk: None for one in wanted for pk in partners[one] if pk not in prints}
        found = {one.id: one for one in recall(_candidates().filter(pk__in=far))}
        prints |= {pk: found[pk] for pk in far if pk in found}
        if len(prints) < USUAL_TEXTS:
            usual = _usual(dated) if usual is None else usual
            prints = {one.id: one for one in usual} | prints
        yield Block(frozenset(wanted), list(prints.values()))


@cache
def _candidates() -> QuerySet[Stored]:
    """Put together once: it takes longer than finding the rows of a day."""
    return Stored.objects.candidates(RULES_VERSION)


def _usual(dated: Sequence[Fingerprint]) -> list[Fingerprint]:
    """The latest texts up to the last of the given ones."""
    rows = _candidates().filter(day__isnull=False)
    if dated:
        rows = rows.filter(day__lte=datetime.date.fromordinal(dated[-1].day))
    return list(recall(rows.order_by("-day", "-pk")[:USUAL_TEXTS]))


def _with_windows(
    dated: Sequence[Fingerprint],
) -> Iterator[tuple[list[Fingerprint], Iterable[Fingerprint]]]:
    """Yield the texts of some days with all texts in their windows. Both come in the order of
    days, so that each stored text is read once and forgotten when its time is over."""
    if not dated:
        return
    stream = recall(_candidates().filter(day__in=_days_near(dated)).order_by("day", "pk"))
    near: deque[Fingerprint] = deque()
    coming = next(stream, None)
    for block in _blocks(dated):
        first, last = block[0].day - WINDOW_DAYS, block[-1].day + WINDOW_DAYS
        while near and near[0].day < first:
            near.popleft()
        while coming and coming.day <= last:
            near.append(coming)
            coming = next(stream, None)
        yield block, near


def _days_near(dated: Iterable[Fingerprint]) -> list[datetime.date]:
    days = {one.day for one in dated}
    near = {day + away for day in days for away in range(-WINDOW_DAYS, WINDOW_DAYS + 1)}
    return [datetime.date.fromordinal(day) for day in sorted(near)]


def _blocks(dated: Iterable[Fingerprint]) -> Iterator[list[Fingerprint]]:
    block: list[Fingerprint] = []
    for one in dated:
        if block and one.day - block[0].day >= BLOCK_DAYS:
            yield block
            block = []
        block.append(one)
    yield block


def _alone(
    undated: Sequence[Fingerprint],
) -> Iterator[tuple[Sequence[Fingerprint], Iterable[Fingerprint]]]:
    for start in range(0, len(undated), BLOCK_UNDATED):
        block = undated[start : start + BLOCK_UNDATED]
        yield block, block


def _find_partners(given: Sequence[Fingerprint]) -> dict[int, list[int]]:
    """For each text, others of any date that share keys with it.

    An undated text that waits to be compared isn't looked for: it finds its partners itself.
    """
    runs = {one.id: run_keys(one) for one in given}
    clues = {one.id: clue_keys(one) for one in given}
    of_undated = {one.id: clues[one.id] for one in given if one.day is None}
    undated = _sharing(UNDATED_WITH_NAMES, clues)
    asked = set(chain.from_iterable(undated.values())).difference(clues)
    waiting = set(
        _candidates().filter(pk__in=asked, compared__lt=RULES_VERSION).values_list("pk", flat=True)
    )
    partners = (_sharing(SAME_WORDS, runs), undated, _sharing(DATED_WITH_NAMES, of_undated))
    return {
        pk: [other for found in partners for other in found.get(pk, ()) if other not in waiting]
        for pk in runs
    }


def _sharing(search: Search, keys: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    """For each text, others with so many of its keys, those with the most first."""
    asked = chain.from_iterable(keys.values())
    holders = find_holders(search.kind, asked, search.holders + 1)
    rare = {key: found for key, found in holders.items() if len(found) <= search.holders}
    return {pk: _most_shared(pk, own, rare, search) for pk, own in keys.items()}


def _most_shared(
    pk: int, keys: Sequence[int], holders: Mapping[int, Sequence[int]], search: Search
) -> list[int]:
    """A text with few keys can't share many."""
    votes = Counter(chain.from_iterable(holders.get(key, ()) for key in keys))
    del votes[pk]
    least = min(search.shared, len(keys) // 2)
    enough = [other for other, count in votes.items() if count >= least]
    return sorted(enough, key=lambda other: (-votes[other], other))[: search.found]
