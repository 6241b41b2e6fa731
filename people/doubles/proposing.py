"""Puts pairs of records that may be one into the queue: of new records at once, of all by
`manage.py propose_doubles`.

Which are alike is `people.doubles.pairing` and `weighing`, which are pure.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from people.choices import NameKind
from people.doubles.pairing import Pair, pairs_among, pairs_with
from people.doubles.records import Record, Spelling
from people.doubles.weighing import Weighed, weigh
from people.implying import renew_implied_at_commit
from people.models import Entity, EntityJudgement, Membership, Name, NameKey
from people.names import candidate_keys

# The records that share the most keys with a new one, which its double does.
_MOST_COMPARED = 50

# Of one record no more pairs are proposed at once: a common name would fill the queue.
_MOST_OF_ONE = 5

BATCH = 1000

Progress = Callable[[Iterable, int], Iterable]


@dataclass(frozen=True)
class Proposed:
    """How many pairs were compared, and how many stand in the queue anew."""

    compared: int
    new: int


class Likely(NamedTuple):
    """A pair that is worth an editor's look."""

    pair: Pair
    weighed: Weighed

    @property
    def ids(self) -> tuple[int, int]:
        return self.pair[0].pk, self.pair[1].pk


@transaction.atomic
def propose_for(entities: Iterable[Entity]) -> Proposed:
    """Propose pairs of these entities and whoever may be the same. For new or renamed ones: as
    quick as a request must be, however many others there are."""
    results = [_propose_for_one(entity.survivor()) for entity in entities]
    return Proposed(sum(r.compared for r in results), sum(r.new for r in results))


def propose_all(progress: Progress = lambda pairs, _total: pairs) -> Proposed:
    """Propose all pairs that may be the same. Those that stand in the queue already, or were
    decided, stay as they are. `progress` wraps the pairs, given how many there are."""
    pairs = list(pairs_among(load_records(Entity.objects.standing())))
    likely = _best_of_each(_likely(progress(pairs, len(pairs))))
    with transaction.atomic():
        new = sum(map(_store, _batches(likely)))
    return Proposed(len(pairs), new)


def _propose_for_one(entity: Entity) -> Proposed:
    records = {record.pk: record for record in load_records(_perhaps_the_same(entity))}
    own = records.pop(entity.pk, None)
    pairs = list(pairs_with(own, records.values())) if own else []
    return Proposed(len(pairs), _store(_best_of_each(_likely(pairs))))


def _perhaps_the_same(entity: Entity) -> QuerySet[Entity]:
    """The entity itself, and those of its kind whose spellings share the most keys with it."""
    keys = set().union(*(candidate_keys(name.text) for name in entity.names.all()))
    of_kind = Entity.objects.standing().of_kind(entity.kind)
    shared = (
        NameKey.objects.filter(key__in=keys, name__entity__in=of_kind)
        .values("name__entity")
        .annotate(shared=Count("key", distinct=True))
        .order_by("-shared", "name__entity")
    )
    likely = list(shared.values_list("name__entity", flat=True)[:_MOST_COMPARED])
    alike = Q(pk__in=[entity.pk, *likely])
    if wikidata := entity.wikidata:
        alike |= Q(identifiers__icontains=wikidata)
    return of_kind.filter(alike)


def load_records(entities: QuerySet[Entity]) -> list[Record]:
    """Plain values, in three queries."""
    spellings, posts = defaultdict(list), defaultdict(set)
    ids = entities.order_by().values("pk")
    names = Name.objects.filter(entity__in=ids)
    for entity, text, kind in names.order_by("pk").values_list("entity", "text", "kind"):
        spellings[entity].append(Spelling(text, kind == NameKind.ABBREVIATION))
    held = Membership.objects.filter(
        member__in=entities.order_by().values("pk"), post__isnull=False
    )
    for member, post in held.order_by().values_list("member", "post"):
        posts[member].add(post)
    return [
        Record(
            pk=entity.pk,
            kind=entity.kind,
            country=entity.country,
            reference=entity.reference,
            wikidata=entity.wikidata,
            began=entity.began,
            ended=entity.ended,
            posts=frozenset(posts[entity.pk]),
            spellings=tuple(spellings[entity.pk] or [Spelling(entity.name)]),
        )
        for entity in entities.order_by("pk").iterator()
    ]


def _likely(pairs: Iterable[Pair]) -> Iterator[Likely]:
    weighed = (Likely(pair, weigh(*pair)) for pair in pairs)
    return (one for one in weighed if one.weighed.is_proposed)


def _best_of_each(likely: Iterable[Likely]) -> list[Likely]:
    """The likeliest first, and of no record more than an editor would look through."""
    counts, kept = Counter(), []
    for one in sorted(likely, key=lambda one: (-one.weighed.score, one.ids)):
        if max(counts[pk] for pk in one.ids) < _MOST_OF_ONE:
            counts.update(one.ids)
            kept.append(one)
    return kept


def _store(likely: Iterable[Likely]) -> int:
    """Into the queue with those that aren't known yet; returns how many."""
    likely = list(likely)
    held = _held({one.ids[0] for one in likely})
    counted = [_counted(one) for one in likely if one.ids not in held]
    new = [
        EntityJudgement(
            first_id=one.ids[0],
            second_id=one.ids[1],
            score=one.weighed.score,
            evidence=one.weighed.evidence,
        )
        for one in counted
        if one.weighed.is_proposed
    ]
    # Two editors who save the same name at once propose the same pair.
    EntityJudgement.objects.bulk_create(new, ignore_conflicts=True)
    # What follows from earlier decisions is no question.
    renew_implied_at_commit({pk for pair in new for pk in pair.ends})
    return len(new)


def _counted(one: Likely) -> Likely:
    """Weighed again with the texts that name both."""
    together = texts_naming_both(*one.ids)
    return Likely(one.pair, weigh(*one.pair, together)) if together else one


def texts_naming_both(one: int, other: int) -> int:
    """How many texts name both, each for certain and at places of its own."""
    mentions = Entity._meta.get_field("mentions").related_model.objects.confirmed().order_by()
    theirs = mentions.filter(entity=other).values("translation")
    own = mentions.filter(entity=one, translation__in=theirs)
    return own.aggregate(texts=Count("translation", distinct=True))["texts"]


def _held(firsts: set[int]) -> set[tuple[int, int]]:
    """The pairs that are known already, by the record of the lower id."""
    held = set()
    for batch in _batches(sorted(firsts)):
        rows = EntityJudgement.objects.filter(first__in=batch).order_by()
        held.update(rows.values_list("first", "second"))
    return held


def _batches(rows: Iterable) -> Iterator[list]:
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
