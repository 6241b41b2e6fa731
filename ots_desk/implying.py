"""What decisions on pairs imply: gathering them, refusing contradictions, keeping the queue.

What follows from what is `ots_desk.bonds`, which is pure; the verdicts are each app's own.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from ots_desk.bonds import Bond, Bonds, Kind
from ots_desk.judgements import UNDECIDED, Judgement
from ots_desk.locks import hold
from ots_desk.merging import Merge, Mergeable, MergeNotAllowed

_JOINING = {Kind.SAME, Kind.TOGETHER}


class Contradiction(MergeNotAllowed):
    """A decision that others rule out; `chain` are these, and the message says them."""

    def __init__(self, chain: Iterable[Bond]):
        self.chain = list(chain)
        words = "; ".join(words_of_source(bond.source) for bond in self.chain)
        super().__init__(_("That contradicts what was decided: %(chain)s.") % {"chain": words})


def words_of_source(source: models.Model) -> str:
    """What a decision or a merge says of its two, for a message."""
    if isinstance(source, Judgement):
        names, said = (source.first, source.second), source.get_verdict_display()
    elif isinstance(source, Merge):
        names, said = (source.survivor, source.duplicate), _("merged")
    else:
        names, said = (source.merged_into, source), _("merged")
    return _("“%(first)s” and “%(second)s”: %(said)s") % {
        "first": names[0],
        "second": names[1],
        "said": said,
    }


@dataclass(frozen=True)
class Surroundings:
    """Some records with all that are the same or told together with them, and what was decided of
    any of these."""

    records: set[int]
    bonds: Bonds
    decided: list[Judgement]  # those that merged nothing, "unsure" included
    merged_into: dict[int, int]

    def survivor(self, record: int) -> int:
        while record in self.merged_into:
            record = self.merged_into[record]
        return record

    def two(self, judgement: Judgement) -> frozenset[int]:
        """The two records as they are today; but one where they were merged."""
        return frozenset(map(self.survivor, judgement.ends))


class Implying:
    """What the decisions on pairs of one kind of record imply. `kinds` are the verdicts that say
    what two records are to each other; "unsure" says nothing. Who decides, merges or undoes holds
    `lock`, so that nobody looks at half of another's decision."""

    def __init__(self, judgements: type[Judgement], kinds: Mapping[str, Kind], lock: str):
        self._judgements, self._kinds, self._lock = judgements, kinds, lock
        self._merges = judgements._meta.get_field("merges").related_model
        self._records = judgements._meta.get_field("first").related_model
        self.merging = {verdict for verdict, kind in kinds.items() if kind is Kind.SAME}

    def around(self, records: Iterable[int]) -> Surroundings:
        """Gather what was decided around some records (ids): a few queries a step away from them,
        however many records there are."""
        known = latest = set(records)
        bonds, decided, merged_into = {}, {}, {}
        while latest:
            judgements, gone = self._decided(latest), self._merged(latest)
            found = [*self._bonds_of_merges(latest, gone), *self._bonds_of_pairs(judgements)]
            decided |= {judgement.pk: judgement for judgement in judgements}
            merged_into |= {record.pk: record.merged_into_id for record in gone}
            bonds |= dict.fromkeys(found)
            joined = {end for b in found if b.kind in _JOINING for end in (b.one, b.other)}
            latest = joined - known
            known = known | latest
        return Surroundings(known, Bonds(bonds), list(decided.values()), merged_into)

    def decide(self, judgement: Judgement, verdict: str, *, user, reason: str) -> Kind | None:
        """Mark a pair as decided; returns what its two are to each other then.

        Raises Contradiction where earlier decisions rule that out, and MergeNotAllowed where
        somebody has decided the pair.
        """
        if kind := self._kinds.get(verdict):
            self.refuse_contradiction(*judgement.ends, kind)
        judgement.refuse_decided()
        judgement.decide_as(verdict, user, reason)
        return kind

    def refuse_contradiction(self, one: int, other: int, kind: Kind) -> None:
        """Raise Contradiction where the two can't be that to each other, by what was decided."""
        if chain := self.around({one, other}).bonds.contradiction(one, other, kind):
            raise Contradiction(chain)

    @contextmanager
    def refusing_conflicts(self, records: Iterable[int]) -> Iterator[None]:
        """Raise Contradiction where taking back what is taken back inside lets later decisions
        around these records contradict each other: it was what kept them from meeting."""
        before = self.around(records).bonds.conflicts()
        yield
        after = self.around(records).bonds.conflicts()
        for chain in after:
            if chain not in before:
                raise Contradiction(chain)

    def renew(self, records: Iterable[int]) -> None:
        """Keep the queue to what is still a question, after something was decided, merged, undone
        or proposed of these records (ids).

        Leaves out the pairs that a decision answers, and of several pairs of the same two all but
        the best; asks again what lost its answer. A pair whose two are known to tell one story is
        still a question, unless that is what is proposed, or was said of these very two.
        """
        around = self.around(records)
        pairs = self._undecided(around.records)
        ends = {end for pair in pairs for end in pair.ends}
        if not ends <= around.records:
            around = self.around(ends)
        answers = self._answers(pairs, around)
        changed = [pair for pair in pairs if pair.implied_by_id != answers.get(pair.pk)]
        for pair in changed:
            pair.implied_by_id = answers.get(pair.pk)
        self._judgements.objects.bulk_update(changed, ["implied_by"], batch_size=500)

    def renew_at_commit(self, records: Iterable[int]) -> None:
        """Renew when the transaction has ended, for work that doesn't hold the lock: in between,
        somebody may decide or reopen what answers its pairs, and doesn't see them.

        The lock isn't taken in the transaction itself: it holds rows already that a merge takes
        after the lock. Where the renewal never comes, its pairs are asked though answered.
        """

        @transaction.atomic
        def renew() -> None:
            hold(self._lock)
            self.renew(records)

        transaction.on_commit(renew, robust=True)

    def _answers(self, pairs: Iterable[Judgement], around: Surroundings) -> dict[int, int]:
        """For each pair that is no question any more the judgement that answers it."""
        of_these_two = {around.two(judgement): judgement.pk for judgement in around.decided}
        answers = {}
        for pair in pairs:
            two = around.two(pair)
            if answer := self._following(pair, around.bonds) or of_these_two.get(two):
                answers[pair.pk] = answer
            else:  # the best of several; the others wait for its answer
                of_these_two[two] = pair.pk
        return answers

    def _following(self, pair: Judgement, bonds: Bonds) -> int | None:
        """The decision from which the answer to a pair follows: the one in the chain that says
        the same, where there is one."""
        kind = bonds.relation(*pair.ends)
        proposed = self._kinds.get(getattr(pair, "proposed_verdict", None))
        if kind is None or (kind is Kind.TOGETHER and proposed is not kind):
            return None
        chain = bonds.chain(*pair.ends)
        telling = sorted(chain, key=lambda bond: bond.kind is not kind)
        return next(filter(None, map(_judgement_of, telling)), None)

    def _undecided(self, records: set[int]) -> list[Judgement]:
        return list(self._of(records).filter(verdict=UNDECIDED).order_by("-score", "pk"))

    def _decided(self, records: set[int]) -> list[Judgement]:
        """Decisions that merged nothing: those that did stand as their merges."""
        others = self._of(records).exclude(verdict__in=[UNDECIDED, *self.merging])
        return list(others.order_by("pk"))

    def _of(self, records: set[int]):
        ours = self._judgements.objects.filter(Q(first__in=records) | Q(second__in=records))
        return ours.defer("evidence", "rows")

    def _merged(self, records: set[int]) -> list[Mergeable]:
        ours = self._records.objects.filter(Q(pk__in=records) | Q(merged_into__in=records))
        return list(ours.exclude(merged_into=None).order_by("pk"))

    def _bonds_of_merges(self, records: set[int], gone: list[Mergeable]) -> Iterator[Bond]:
        """What was merged is one by its `merged_into`, and the merge says who decided it."""
        ours = Q(survivor__in=records) | Q(duplicate__in=[*records, *(one.pk for one in gone)])
        standing = self._merges.objects.filter(ours, undone_at=None).order_by("pk").defer("rows")
        explained = set()
        for merge in standing:
            explained.add(merge.duplicate_id)
            yield Bond(merge.survivor_id, merge.duplicate_id, Kind.SAME, merge)
        for record in gone:
            if record.pk not in explained:
                yield Bond(record.merged_into_id, record.pk, Kind.SAME, record)

    def _bonds_of_pairs(self, judgements: Iterable[Judgement]) -> Iterator[Bond]:
        for judgement in judgements:
            if kind := self._kinds.get(judgement.verdict):
                is_turned = getattr(judgement, "container", "") == "second"
                ends = reversed(judgement.ends) if is_turned else judgement.ends
                yield Bond(*ends, kind, judgement)


def _judgement_of(bond: Bond) -> int | None:
    if isinstance(bond.source, Merge):
        return bond.source.judgement_id
    return bond.source.pk if isinstance(bond.source, Judgement) else None
