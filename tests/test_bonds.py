"""What follows from decisions on pairs, with a slow and plain account of the same beside it."""

import random
import time
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ots_desk.bonds import Bond, Bonds, Kind

RECORDS = range(6)
PAIRS = st.lists(st.sampled_from(RECORDS), min_size=2, max_size=2, unique=True)
DECISIONS = st.lists(
    st.builds(lambda pair, kind: Bond(*pair, kind), PAIRS, st.sampled_from(Kind)), max_size=12
)


def bonds(*decisions: str) -> Bonds:
    """ "a=b" the same, "a~b" together, "a>b" contains, "a!b" apart; letters for ids."""
    kinds = {"=": Kind.SAME, "~": Kind.TOGETHER, ">": Kind.CONTAINS, "!": Kind.APART}
    return Bonds(Bond(ord(d[0]), ord(d[2]), kinds[d[1]], source=d) for d in decisions)


def relation(found: Bonds, pair: str) -> Kind | None:
    return found.relation(*map(ord, pair))


def sources(chain: list[Bond]) -> list[str]:
    return [bond.source for bond in chain]


@pytest.mark.parametrize(
    ("decisions", "pair", "expected"),
    [
        (["a=b", "b=c"], "ac", Kind.SAME),
        (["a=b", "b!c"], "ac", Kind.APART),
        (["a=b", "b!c", "c=d"], "ad", Kind.APART),
        (["a!b", "b!c"], "ac", None),
        (["a~b", "b~c"], "ac", Kind.TOGETHER),
        (["a~b", "b=c"], "ac", Kind.TOGETHER),
        (["a~b", "b!c"], "ac", Kind.APART),
        (["a~b", "a=b"], "ab", Kind.SAME),
        (["d>a", "d>b"], "ab", None),
        (["d>a", "d>b"], "da", Kind.CONTAINS),
        (["d>a", "a=b"], "db", Kind.CONTAINS),
        (["d>a", "a~b"], "db", None),
        (["d>a", "d~b", "b~c"], "dc", None),
        (["d>a", "d~b", "b=c"], "dc", Kind.TOGETHER),
        (["d>a", "d=e", "e~b", "b~c"], "dc", None),
        (["d>a", "d~b", "b!c"], "dc", None),
        (["d>a", "d!b", "b~c"], "dc", None),
        (["d>a", "d!b", "b=c"], "dc", Kind.APART),
    ],
)  # fmt: skip
def test_what_follows(decisions, pair, expected):
    assert relation(bonds(*decisions), pair) is expected
    assert relation(bonds(*decisions), pair[::-1]) is expected


def test_the_chain_leads_from_the_one_to_the_other_by_the_fewest_decisions():
    found = bonds("a=b", "b=c", "a=x", "x=y", "y=c", "c!d")
    assert sources(found.chain(ord("a"), ord("d"))) == ["a=b", "b=c", "c!d"]
    assert sources(found.chain(ord("d"), ord("a"))) == ["c!d", "b=c", "a=b"]


def test_nothing_follows_of_what_nobody_decided():
    assert relation(bonds("a=b"), "az") is None
    assert bonds("a=b").chain(ord("a"), ord("z")) == []


@pytest.mark.parametrize(
    ("decisions", "pair", "kind", "against"),
    [
        (["a=b", "b!c"], "ac", Kind.SAME, ["a=b", "b!c"]),
        (["a=b", "b=c"], "ac", Kind.APART, ["a=b", "b=c"]),
        (["a~b", "b!c"], "ac", Kind.TOGETHER, ["a~b", "b!c"]),
        (["d>a", "a=b"], "bd", Kind.SAME, ["a=b", "d>a"]),
        (["d>a", "a=b"], "bd", Kind.APART, ["a=b", "d>a"]),
        (["a~b"], "ab", Kind.SAME, []),
        (["d>a"], "ad", Kind.TOGETHER, []),
        (["a=b"], "cd", Kind.SAME, []),
    ],
)
def test_what_a_decision_would_contradict(decisions, pair, kind, against):
    found = bonds(*decisions).contradiction(*map(ord, pair), kind)
    assert sorted(sources(found)) == sorted(against)


def test_a_decision_may_contradict_what_its_own_two_say_nothing_of():
    found = bonds("d>a", "d~x", "x!b")
    assert relation(found, "db") is None
    assert sources(found.contradiction(ord("d"), ord("b"), Kind.SAME)) == ["d~x", "x!b"]


def test_a_long_chain_is_shown_from_end_to_end():
    length = 3000
    joined = [Bond(one, one + 1, Kind.SAME) for one in range(length)]
    apart = [Bond(one, length + one, Kind.APART) for one in range(1, 50)]
    assert Bonds([*joined, *apart]).contradiction(0, length, Kind.APART) == joined
    assert Bonds([*apart, *joined]).chain(length, 0) == joined[::-1]


def test_two_large_stories_are_told_from_each_other_at_once():
    """In time that grows with the decisions, and not with their square."""
    size = 3000
    stories = [
        Bond(start + one, start + one + 1, Kind.TOGETHER)
        for start in (0, 2 * size)
        for one in range(size)
    ]
    apart = [Bond(one, 2 * size + one, Kind.APART) for one in range(1, size)]
    found = Bonds([*stories, *apart])
    began = time.process_time()
    against = found.contradiction(0, 3 * size, Kind.TOGETHER)
    assert len(against) == size + 1
    assert time.process_time() - began < 2


# The same by rules applied until nothing new comes.


def everything_that_follows(decisions: list[Bond]) -> dict[Kind, set[tuple[int, int]]]:
    pairs = {
        kind: {
            pair
            for bond in decisions
            if bond.kind is kind
            for pair in ((bond.one, bond.other), (bond.other, bond.one))
        }
        for kind in Kind
    }
    same = closed(pairs[Kind.SAME] | {(record, record) for record in RECORDS})
    digests = {
        record
        for bond in decisions
        if bond.kind is Kind.CONTAINS
        for record in RECORDS
        if (bond.one, record) in same
    }
    whole = {pair for pair in pairs[Kind.TOGETHER] if not set(pair) & digests}
    story = closed(same | whole)
    apart = {pair for pair in pairs[Kind.APART] if not set(pair) & digests}
    return {
        Kind.SAME: same,
        Kind.APART: joined(story, apart, story) | joined(same, pairs[Kind.APART], same),
        Kind.CONTAINS: joined(same, pairs[Kind.CONTAINS], same),
        Kind.TOGETHER: story | joined(same, pairs[Kind.TOGETHER], same),
    }


def joined(*relations: set[tuple[int, int]]) -> set[tuple[int, int]]:
    first, *others = relations
    for other in others:
        first = {(a, d) for (a, b), (c, d) in product(first, other) if b == c}
    return first


def closed(pairs: set[tuple[int, int]]) -> set[tuple[int, int]]:
    while wider := joined(pairs, pairs) - pairs:
        pairs = pairs | wider
    return pairs


def is_contradictory(decisions: list[Bond]) -> bool:
    """Is a pair held apart, or one in the other, and at once what rules that out?"""
    found = everything_that_follows(decisions)
    together = found[Kind.SAME] | found[Kind.TOGETHER] | found[Kind.CONTAINS]
    ruled_out = {Kind.APART: together, Kind.CONTAINS: found[Kind.SAME]}
    return any((bond.one, bond.other) in ruled_out.get(bond.kind, ()) for bond in decisions)


def accepted(decisions: list[Bond]) -> list[Bond]:
    """Those of the decisions that contradict none before them."""
    standing: list[Bond] = []
    for bond in decisions:
        if not Bonds(standing).contradiction(bond.one, bond.other, bond.kind):
            standing.append(bond)
    return standing


@given(DECISIONS)
def test_it_is_what_the_rules_say(decisions):
    found, expected = Bonds(decisions), everything_that_follows(decisions)
    for one, other in combinations(RECORDS, 2):
        kinds = (kind for kind in expected if (one, other) in expected[kind])
        assert found.relation(one, other) is next(kinds, None)


@given(DECISIONS, st.randoms(use_true_random=False))
def test_the_order_of_decisions_changes_nothing(decisions, chance: random.Random):
    shuffled = chance.sample(decisions, len(decisions))
    for one, other in combinations(RECORDS, 2):
        chains = [Bonds(order).chain(one, other) for order in (decisions, shuffled)]
        assert len(chains[0]) == len(chains[1])
        assert Bonds(decisions).relation(one, other) is Bonds(shuffled).relation(other, one)


@given(DECISIONS)
def test_the_decisions_of_a_chain_are_decisions_and_join_end_to_end(decisions):
    for one, other in combinations(RECORDS, 2):
        at = one
        for bond in (chain := Bonds(decisions).chain(one, other)):
            assert bond in decisions
            assert at in (bond.one, bond.other)
            at = bond.other if at == bond.one else bond.one
        assert not chain or at == other


@given(DECISIONS)
def test_decisions_that_were_not_refused_never_contradict_each_other(decisions):
    standing = accepted(decisions)
    assert not is_contradictory(standing)
    assert not Bonds(standing).conflicts()


@given(DECISIONS)
def test_a_refused_decision_would_have_been_a_contradiction(decisions):
    standing: list[Bond] = []
    for bond in decisions:
        against = Bonds(standing).contradiction(bond.one, bond.other, bond.kind)
        assert bool(against) == is_contradictory([*standing, bond])
        assert set(against) <= set(standing)
        standing += [] if against else [bond]


@given(DECISIONS)
def test_an_answer_stands_for_the_decision_itself(decisions):
    """What already follows may be decided, and its opposite may not."""
    standing = Bonds(accepted(decisions))
    for one, other in combinations(RECORDS, 2):
        known = standing.relation(one, other)
        if known is Kind.SAME:
            assert standing.contradiction(one, other, Kind.APART)
        if known is Kind.APART:
            assert standing.contradiction(one, other, Kind.SAME)
            assert not standing.contradiction(one, other, Kind.APART)
