"""What follows from decisions on pairs: which records are one, tell one story, or are apart.

Pure; fetching the decisions, and what follows for the queue, is each app's own (`implying.py`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any, NamedTuple


class Kind(Enum):
    """What two records are to each other."""

    SAME = "same"  # one record
    TOGETHER = "together"  # two reports of one story
    CONTAINS = "contains"  # the one, a digest, has the other in it
    APART = "apart"  # neither one record nor one story


@dataclass(frozen=True)
class Bond:
    """One decision on two records, and where it stands. Of CONTAINS, `one` is the digest."""

    one: int
    other: int
    kind: Kind
    source: Any = None


class Reached(NamedTuple):
    """How a record is reached from another: by so many bonds, and which is the last of them."""

    length: int
    last: Bond | None


# From a record, the bonds that lead on from it.
Graph = Mapping[int, list[Bond]]


class Bonds:
    """A set of decisions, in no order, and what follows from them.

    SAME is transitive, and what holds of a record holds of all that are the same. TOGETHER is
    transitive among whole texts, and APART holds between all that tell the one story and all
    that tell the other. A digest tells several stories: nothing follows through it, and what is
    decided of it answers for its own two alone.
    """

    def __init__(self, bonds: Iterable[Bond]):
        self._bonds = list(bonds)
        self._of_kind = {kind: _graph(b for b in self._bonds if b.kind is kind) for kind in Kind}
        self._same = self._of_kind[Kind.SAME]
        digests = self._digests()
        whole = [bond for bond in self._bonds if not {bond.one, bond.other} & digests]
        joining = [*self._bonds_of(Kind.SAME), *(b for b in whole if b.kind is Kind.TOGETHER)]
        self._story = _graph(joining)
        self._apart = _graph(bond for bond in whole if bond.kind is Kind.APART)

    def relation(self, one: int, other: int) -> Kind | None:
        """What the two are to each other by all decisions; None where nothing follows."""
        return next((kind for kind, chain in self._answers(one, other) if chain), None)

    def chain(self, one: int, other: int) -> list[Bond]:
        """The fewest decisions that show the relation of the two, from the one to the other."""
        return next((chain for _kind, chain in self._answers(one, other) if chain), [])

    def contradiction(self, one: int, other: int, kind: Kind) -> list[Bond]:
        """The decisions that `kind` between the two would contradict, the fewest that show it;
        empty where there are none."""
        proposed = Bond(one, other, kind)
        then = Bonds([*self._bonds, proposed])
        caused = [bond for bond in then._contradicted if bond not in self._contradicted]
        chain = then._shortest_against(caused, through=proposed)
        return [bond for bond in chain if bond is not proposed]

    def conflicts(self) -> list[list[Bond]]:
        """Decisions that can't all be right, a chain for each record held apart from what it is
        at once the same as, or together with."""
        return [self._against(bond) for bond in self._contradicted]

    def _answers(self, one: int, other: int) -> Iterator[tuple[Kind, list[Bond]]]:
        """Each relation with its chain, the strongest first; an empty chain shows nothing."""
        if one == other:
            return
        yield Kind.SAME, _path(self._same, one, other)
        yield Kind.APART, self._held_apart(one, other)
        yield Kind.CONTAINS, self._of_these_two(one, other, Kind.CONTAINS)
        yield Kind.TOGETHER, self._told_together(one, other)

    def _held_apart(self, one: int, other: int) -> list[Bond]:
        stories = _across(self._story, self._apart, one, other)
        return stories or self._of_these_two(one, other, Kind.APART)

    def _told_together(self, one: int, other: int) -> list[Bond]:
        story = _path(self._story, one, other)
        return story or self._of_these_two(one, other, Kind.TOGETHER)

    def _of_these_two(self, one: int, other: int, kind: Kind) -> list[Bond]:
        """The chain to a decision on the two themselves, or on what is the same as they are."""
        return _across(self._same, self._of_kind[kind], one, other)

    @cached_property
    def _contradicted(self) -> dict[Bond, None]:
        """The bonds that keep two records from being one, and can't be right; in their order."""
        same, story = _grouping(self._same), _grouping(self._story)
        beside = {
            frozenset((same(bond.one), same(bond.other)))
            for bond in self._bonds_of(Kind.TOGETHER) + self._bonds_of(Kind.CONTAINS)
        }

        def is_contradicted(bond: Bond) -> bool:
            one, other = same(bond.one), same(bond.other)
            if bond.kind is Kind.CONTAINS:
                return one == other
            return story(bond.one) == story(bond.other) or frozenset((one, other)) in beside

        apart = self._bonds_of(Kind.CONTAINS) + self._bonds_of(Kind.APART)
        return dict.fromkeys(filter(is_contradicted, apart))

    def _shortest_against(self, bonds: Iterable[Bond], through: Bond) -> list[Bond]:
        """The shortest of the chains that show these bonds to be wrong, which all lead `through`
        one bond. The nearest to it first, so that of many only a few are followed."""
        joining = _graph(bond for bond in self._bonds if bond.kind is not Kind.APART)
        near = _reach(joining, through.one, through.other)

        def least(bond: Bond) -> int:
            return near[bond.one].length + near[bond.other].length + 2

        shortest: list[Bond] = []
        for bond in sorted(bonds, key=least):
            if shortest and len(shortest) <= least(bond):
                break
            chain = self._against(bond)
            shortest = min(shortest or chain, chain, key=len)
        return shortest

    def _against(self, bond: Bond) -> list[Bond]:
        """What shows that a bond that keeps two records from being one can't be right, with it."""
        if bond.kind is Kind.CONTAINS:
            return [*_path(self._same, bond.one, bond.other), bond]
        together = self._told_together(bond.one, bond.other)
        return [*(together or self._of_these_two(bond.one, bond.other, Kind.CONTAINS)), bond]

    def _bonds_of(self, kind: Kind) -> list[Bond]:
        return [bond for bond in self._bonds if bond.kind is kind]

    def _digests(self) -> set[int]:
        """The records that contain others, with all that are the same."""
        return {
            record
            for bond in self._bonds_of(Kind.CONTAINS)
            for record in _reach(self._same, bond.one)
        }


def _graph(bonds: Iterable[Bond]) -> Graph:
    graph = defaultdict(list)
    for bond in bonds:
        graph[bond.one].append(bond)
        graph[bond.other].append(bond)
    return graph


def _across(graph: Graph, bonds: Graph, one: int, other: int) -> list[Bond]:
    """The shortest chain with one of `bonds` in it, the rest of it in `graph`."""
    if not bonds:
        return []
    here, there = _reach(graph, one), _reach(graph, other)
    crossings = [
        (start, bond, end)
        for start in here
        for bond in bonds.get(start, ())
        if (end := _far_end(bond, start)) in there
    ]
    if not crossings:
        return []
    start, bond, end = min(crossings, key=lambda at: here[at[0]].length + there[at[2]].length)
    return [*_chain_to(start, here), bond, *reversed(_chain_to(end, there))]


def _far_end(bond: Bond, near: int) -> int:
    return bond.other if near == bond.one else bond.one


def _path(graph: Graph, one: int, other: int) -> list[Bond]:
    return _chain_to(other, _reach(graph, one))


def _reach(graph: Graph, *starts: int) -> dict[int, Reached]:
    """Every record that can be reached by a chain of bonds, by the shortest; the starts by none."""
    reached, latest = {start: Reached(0, None) for start in starts}, list(starts)
    while latest:
        steps = [(record, bond) for record in latest for bond in graph.get(record, ())]
        latest = []
        for record, bond in steps:
            if (end := _far_end(bond, record)) not in reached:
                reached[end] = Reached(reached[record].length + 1, bond)
                latest.append(end)
    return reached


def _grouping(graph: Graph) -> Callable[[int], int]:
    """What stands for a record, and for all that can be reached from it."""
    groups: dict[int, int] = {}
    for start in graph:
        if start not in groups:
            groups |= dict.fromkeys(_reach(graph, start), start)
    return lambda record: groups.get(record, record)


def _chain_to(end: int, reached: Mapping[int, Reached]) -> list[Bond]:
    """The chain by which a record was reached; empty where it wasn't."""
    chain = []
    while end in reached and (bond := reached[end].last):
        chain.append(bond)
        end = _far_end(bond, end)
    return chain[::-1]
