"""Which texts are worth comparing: those near in time that share something rare.

An inverted index with absolute caps, so that no collection makes the work grow with its square.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

# Reports on one event come out within days; the kit's and the seeds' lie 0 to 2 days apart.
WINDOW_DAYS = 4
# A term that stands in more texts of the window than this proves nothing there.
MAX_SHARING = 50
# Of each text this many of its rarest shared terms are looked up, and this many texts compared.
MAX_TERMS = 150
MAX_CANDIDATES = 50


class Index:
    """Texts by their terms and days. Positions are those of `days`."""

    def __init__(self, days: Sequence[int | None], terms: Sequence[Iterable]):
        self._days = days
        self._dated, self._undated = defaultdict(list), defaultdict(list)
        for position in sorted(range(len(days)), key=lambda i: (days[i] or 0, i)):
            shelf = self._undated if days[position] is None else self._dated
            for term in terms[position]:
                shelf[term].append(position)

    def sharing(self, term, day: int | None) -> list[int]:
        """Return the texts in the window of `day` that hold the term, none if they are many.

        Undated texts are in every window, and an undated text's window is all time.
        """
        dated, undated = self._dated.get(term, []), self._undated.get(term, [])
        if day is not None:
            start = bisect_left(dated, day - WINDOW_DAYS, key=self._days.__getitem__)
            end = bisect_right(dated, day + WINDOW_DAYS, key=self._days.__getitem__)
            dated = dated[start:end]
        return dated + undated if len(dated) + len(undated) <= MAX_SHARING else []

    def is_shared(self, term) -> bool:
        return len(self._dated.get(term, ())) + len(self._undated.get(term, ())) > 1


def find_candidates(
    days: Sequence[int | None],
    weights: Sequence[Mapping[object, float]],
    groups: Sequence[str],
    *,
    same_group: bool,
) -> set[tuple[int, int]]:
    """Return the pairs of positions (lower first) that are worth comparing.

    `weights` holds each text's terms and how much they prove; `groups` the languages: pairs are
    within one language, or across two.
    """
    index = Index(days, weights)
    pairs = set()
    for one in range(len(days)):
        votes = _votes(index, weights[one], days[one])
        fitting = [
            other
            for other in votes
            if other != one and (groups[other] == groups[one]) is same_group
        ]
        best = sorted(fitting, key=lambda other: (-votes[other], other))[:MAX_CANDIDATES]
        pairs.update((min(one, other), max(one, other)) for other in best)
    return pairs


def _votes(index: Index, weights: Mapping[object, float], day: int | None) -> Counter:
    """Sum for each text what the rarest terms prove that it shares."""
    shared = [term for term in weights if weights[term] and index.is_shared(term)]
    votes = Counter()
    for term in sorted(shared, key=lambda term: (-weights[term], term))[:MAX_TERMS]:
        for other in index.sharing(term, day):
            votes[other] += weights[term]
    return votes
