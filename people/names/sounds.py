"""How like two sounds are: changes that spellings make often cost little.

Of words in the small alphabet of `people.names.letters`; whole names are `people.names.comparing`.

The costs were set by hand from what transliterations do and checked on public name lists in
Latin and Cyrillic. Costs learned from one half of the lists did no better on the other half
(docs/decisions), so they stay few and round.
"""

from functools import lru_cache

_VOWELS = frozenset("aeiou")
_CONSONANTS = frozenset("bdfghjklmnpqrstvxz")

# A sound in place of another: Nazarbayev, Nazarbaev; Gusejnov, Hüseynov; Bağdat, Baghdad.
_ANOTHER = 1.0
_ANOTHER_VOWEL = 0.25
_NEAR = {
    "sz": 0.2, "gh": 0.25, "kh": 0.3, "dt": 0.3, "fv": 0.3, "uv": 0.3, "ij": 0.3,
    "bp": 0.4, "gk": 0.4, "gj": 0.4, "jq": 0.4, "jz": 0.4, "sx": 0.4, "dj": 0.5,
}  # fmt: skip

# A sound that one of the two hasn't; a first one weighs more.
_MISSING = {"a": 0.4, "e": 0.4, "i": 0.3, "o": 0.4, "u": 0.4, "h": 0.45, "g": 0.7}
_MISSING_BESIDE_A_VOWEL = 0.15
_MISSING_LAST = {"a": 0.3, "e": 0.3, "i": 0.3, "o": 0.3, "u": 0.3, "s": 0.5, "t": 0.7, "d": 0.7}
_FIRST = 1.3


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
    """Return 1 for one sound, 0 for two that have nothing in common."""
    if x == y:
        return 1.0
    most = max(sum(missing(x)), sum(missing(y)))
    return max(0.0, 1 - distance(x, y) / most)


@lru_cache(maxsize=200_000)
def missing(sound: str) -> tuple[float, ...]:
    """What it costs that the other has no such letter, for each letter of `sound`."""
    costs = [_missing(sound, place) for place in range(len(sound))]
    return (costs[0] * _FIRST, *costs[1:]) if costs else ()


def _missing(sound: str, place: int) -> float:
    letter, neighbours = sound[place], sound[max(place - 1, 0) : place + 2]
    if letter in _VOWELS and sum(each in _VOWELS for each in neighbours) > 1:
        return _MISSING_BESIDE_A_VOWEL
    usual = _MISSING.get(letter, 1.0)
    return _MISSING_LAST.get(letter, usual) if place == len(sound) - 1 else usual


def distance(x: str, y: str) -> float:
    """The cost of the cheapest way to turn one sound into the other, letter by letter."""
    inserts = missing(y)
    row = [0.0]
    for insert in inserts:
        row.append(row[-1] + insert)
    for letter, drop in zip(x, missing(x), strict=True):
        costs = _COSTS[letter]
        diagonal, left = row[0], row[0] + drop
        below = [left]
        for above, other, insert in zip(row[1:], y, inserts, strict=True):
            # The least of three; written out, for this is where all the time goes.
            best = diagonal + costs[other]
            if left + insert < best:
                best = left + insert
            if above + drop < best:
                best = above + drop
            below.append(best)
            diagonal, left = above, best
        row = below
    return row[-1]
