"""How like two sounds are: changes that spellings make often cost little.

Of words in the small alphabet of `people.names.letters`; whole names are `people.names.comparing`.

The costs were set by hand from what transliterations do and checked on public name lists in
Latin and Cyrillic. Costs learned from one half of the lists did no better on the other half
(docs/decisions), so they stay few and round.
"""

import re
from functools import lru_cache

_VOWELS = frozenset("aeiou")
_CONSONANTS = frozenset("bdfghjklmnpqrstvxz")

# A sound in place of another: Nazarbayev, Nazarbaev; Gusejnov, Hüseynov; Bağdat, Baghdad.
_ANOTHER = 1.0
_ANOTHER_VOWEL = 0.25
_NEAR = {
    "au": 0.5, "eu": 0.5, "io": 0.5,  # vowels that seldom stand for each other: Marat, Murat
    "sz": 0.2, "gh": 0.25, "kh": 0.3, "dt": 0.3, "fv": 0.3, "uv": 0.3, "ij": 0.3,
    "bp": 0.4, "gk": 0.4, "gj": 0.4, "jq": 0.4, "jz": 0.4, "sx": 0.4, "dj": 0.5,
}  # fmt: skip

# A sound that one of the two hasn't; a first one weighs more.
_MISSING = dict.fromkeys(_CONSONANTS, 1.0) | {"h": 0.45, "g": 0.7}
_MISSING |= {"a": 0.4, "e": 0.4, "i": 0.3, "o": 0.4, "u": 0.4}
_MISSING["+"] = 0.15  # a vowel beside another
_MISSING_LAST = {"a": 0.3, "e": 0.3, "i": 0.3, "o": 0.3, "u": 0.3, "s": 0.5, "t": 0.7, "d": 0.7}
_FIRST = 1.3

_VOWELS_TOGETHER = re.compile("[aeiou]{2,}")


def _table() -> dict[str, dict[str, float]]:
    letters = _VOWELS | _CONSONANTS
    costs = {x: dict.fromkeys(letters, _ANOTHER) | {x: 0.0} for x in letters}
    for x in _VOWELS:
        costs[x].update(dict.fromkeys(_VOWELS - {x}, _ANOTHER_VOWEL))
    for (x, y), cost in _NEAR.items():
        costs[x][y] = costs[y][x] = cost
    return costs


_COSTS = _table()


def likeness(x: str, y: str) -> float:
    """Return 1 for one sound, 0 for two that have nothing in common or no sound at all."""
    if x == y:
        return float(bool(x))
    most = max(sum(missing(x)), sum(missing(y)))
    return max(0.0, 1 - distance(x, y) / most)


@lru_cache(maxsize=200_000)
def missing(sound: str) -> tuple[float, ...]:
    """What it costs that the other has no such letter, for each letter of `sound`."""
    marked = _VOWELS_TOGETHER.sub(lambda run: "+" * len(run[0]), sound)
    costs = [_MISSING[letter] for letter in marked]
    if costs:
        costs[-1] = _MISSING_LAST.get(marked[-1], costs[-1])
        costs[0] *= _FIRST
    return tuple(costs)


def distance(x: str, y: str) -> float:
    """The cost of the cheapest way to turn one sound into the other, letter by letter."""
    start, end = _common(x, y)
    drops, inserts = missing(x)[start : len(x) - end], missing(y)[start : len(y) - end]
    y = y[start : len(y) - end]
    row = [0.0]
    for insert in inserts:
        row.append(row[-1] + insert)
    for letter, drop in zip(x[start:], drops, strict=False):
        row = _next_row(row, _COSTS[letter], drop, y, inserts)
    return row[-1]


def _common(x: str, y: str) -> tuple[int, int]:
    """How many letters the two have in common at the start, and of the others at the end."""
    shorter = min(len(x), len(y))
    start = 0
    while start < shorter and x[start] == y[start]:
        start += 1
    end = 0
    while end < shorter - start and x[-1 - end] == y[-1 - end]:
        end += 1
    return start, end


def _next_row(row, costs, drop, y, inserts) -> list[float]:
    """The costs of one letter more of the first sound, by how much of the other is done."""
    diagonal, left = row[0], row[0] + drop
    below = [left]
    for above, other, insert in zip(row[1:], y, inserts, strict=True):
        # The least of three; written out, for this is where the time goes.
        best = diagonal + costs[other]
        if left + insert < best:
            best = left + insert
        if above + drop < best:
            best = above + drop
        below.append(best)
        diagonal, left = above, best
    return below
