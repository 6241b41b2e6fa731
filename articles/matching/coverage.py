"""Which of the likely reports on one event are worth an editor's key: each text's best few, and
with them what is the same text.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

# Of each text so many pairs are proposed, on whatever events.
FEW = 3

Places = tuple[int, int]


def worth_proposing(
    likely: Mapping[Places, float], same: Collection[Places]
) -> dict[Places, float]:
    """Return the pairs (lower position first) worth proposing, with their scores.

    `likely` are pairs of reports, with scores; `same` those that are one text, in one language or
    two: whoever reports on the event of one of these reports on that of the other.
    """
    best, partners = _best(likely), _partners(same)
    chosen = {pair: likely[pair] for pair in likely if all(pair in best[text] for text in pair)}
    for pair, score in sorted(chosen.items(), key=lambda one: (-one[1], one[0])):
        for also in _shared(pair, partners):
            if also not in same:
                chosen.setdefault(also, score)
    return chosen


def _best(likely: Mapping[Places, float]) -> dict[int, set[Places]]:
    pairs = defaultdict(list)
    for pair in sorted(likely, key=lambda pair: (-likely[pair], pair)):
        for text in pair:
            pairs[text].append(pair)
    return {text: set(own[:FEW]) for text, own in pairs.items()}


def _partners(same: Collection[Places]) -> dict[int, set[int]]:
    partners = defaultdict(set)
    for one, other in same:
        partners[one].add(other)
        partners[other].add(one)
    return partners


def _shared(pair: Places, partners: Mapping[int, set[int]]) -> Iterator[Places]:
    """Yield the pairs in which a partner stands for one of the two."""
    for own, other in (pair, pair[::-1]):
        for partner in sorted(partners.get(own, ())):
            if partner != other:
                yield min(partner, other), max(partner, other)
