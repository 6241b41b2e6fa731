"""Gathering: which stored fingerprints a text is compared with.

Those near its day, and those that share something rare with it: runs of words at any date, names
and figures where one of the two has no date.
"""

import datetime
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from django.db.models import QuerySet

from articles.choices import FingerprintKeyKind
from articles.holders import find_holders
from articles.models import Fingerprint as Stored

from .fingerprints import RULES_VERSION, Fingerprint, unpack
from .keys import clue_keys, run_keys
from .neighbourhoods import WINDOW_DAYS

# Dated texts of so many days are compared at once, since their windows overlap; of the undated so
# many texts.
BLOCK_DAYS = 7
BLOCK_UNDATED = 20

# A key that more texts have proves nothing, and neither does one that two texts have in common,
# unless one of them hardly has any.
MAX_HOLDERS = 50
MIN_SHARED = 2
# So many texts are found for one by its keys of one kind.
MAX_FOUND = 20


@dataclass(frozen=True)
class Block:
    """Texts for which partners are wanted, by id, and all that they are compared with, themselves
    included."""

    wanted: frozenset[int]
    prints: Sequence[Fingerprint]


def gather(ids: Collection[int]) -> Iterator[Block]:
    """Yield the texts of these ids with what they are compared with, some days at a time, the
    undated ones last. The queries are the same few for any number of texts."""
    given = list(_unpacked(_candidates().filter(pk__in=ids).order_by("day", "pk")))
    partners = _find_partners(given)
    asked = set(chain.from_iterable(partners.values()))
    found = {one.id: one for one in _unpacked(_candidates().filter(pk__in=asked))}
    dated = [one for one in given if one.day is not None]
    undated = [one for one in given if one.day is None]
    for block, near in chain(_with_windows(dated), _alone(undated)):
        wanted = frozenset(one.id for one in block)
        prints = {one.id: one for one in near}
        for pk in chain.from_iterable(partners[pk] for pk in sorted(wanted)):
            if pk in found:
                prints.setdefault(pk, found[pk])
        yield Block(wanted, list(prints.values()))


def _candidates() -> QuerySet[Stored]:
    return Stored.objects.candidates(RULES_VERSION)


def _unpacked(rows: QuerySet[Stored]) -> Iterator[Fingerprint]:
    columns = rows.values_list("pk", "language", "day", "content")
    for pk, language, day, content in columns.iterator():
        yield unpack(pk, language, day and day.toordinal(), content)


def _with_windows(
    dated: Sequence[Fingerprint],
) -> Iterator[tuple[list[Fingerprint], Iterable[Fingerprint]]]:
    """Yield the texts of some days with all texts in their windows. Both come in the order of
    days, so that each stored text is read once and forgotten when its time is over."""
    if not dated:
        return
    stream = _unpacked(_candidates().filter(day__in=_days_near(dated)).order_by("day", "pk"))
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
    """For each text, others of any date that share keys with it, those with the most first."""
    runs = {one.id: run_keys(one) for one in given}
    clues = {one.id: clue_keys(one) for one in given}
    of_undated = {one.id: clues[one.id] for one in given if one.day is None}
    shared = (
        _sharing(FingerprintKeyKind.RUN, runs),
        _sharing(FingerprintKeyKind.UNDATED, clues),
        _sharing(FingerprintKeyKind.CLUE, of_undated),
    )
    return {one.id: [pk for found in shared for pk in found.get(one.id, ())] for one in given}


def _sharing(kind: FingerprintKeyKind, keys: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    holders = find_holders(kind, chain.from_iterable(keys.values()), MAX_HOLDERS + 1)
    rare = {key: found for key, found in holders.items() if len(found) <= MAX_HOLDERS}
    return {pk: _most_shared(pk, own, rare) for pk, own in keys.items()}


def _most_shared(pk: int, keys: Sequence[int], holders: Mapping[int, Sequence[int]]) -> list[int]:
    votes = Counter(chain.from_iterable(holders.get(key, ()) for key in keys))
    del votes[pk]
    least = min(MIN_SHARED, len(keys) // 2)
    enough = [other for other, count in votes.items() if count >= least]
    return sorted(enough, key=lambda other: (-votes[other], other))[:MAX_FOUND]
