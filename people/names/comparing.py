"""Are two spellings the same person's name? A score, across scripts and orthographies.

Pure, symmetric, deterministic. What a text may be linked to is decided elsewhere: a score alone
never links.
"""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from people.names.given import is_one_given_name
from people.names.letters import first_sounds, readings
from people.names.sounds import likeness
from people.names.words import Part, telling_parts

# Two names count as the same person's from here on; chosen on public name lists of parliaments
# in Latin and Cyrillic (docs/decisions), and the same for every pair of scripts.
SAME_NAME = 0.75

# A single name says little: two of them may be alike, but beside a full name one is never enough,
# for a surname has many bearers. (Bektenov is not yet Olzhas Bektenov: the text must say so.)
_SINGLE_CAP = 0.8
_SINGLE_BESIDE_FULL_CAP = 0.66

# Mehmet Şahin and Mehmet Ali Şahin may be one man, but it is less sure than with all the words.
_EXTRA_WORD_CAP = 0.86
_EXTRA_WORD, _EXTRA_PATRONYMIC, _EXTRA_AT_MOST = 0.07, 0.02, 0.2

_RIGHT_INITIAL, _WRONG_INITIAL = 0.92, 0.1
_ONE_GIVEN_NAME = 0.9

# Words that have so few letters in common needn't be compared with care.
_HOPELESS = 0.35

# Two words are one word of the other name when they sound so much like it: Nur Sultan, Nursultan.
_JOINED = 0.85


class Pair(NamedTuple):
    """A word of one name beside the word of the other that is likest to it."""

    likeness: float
    weight: int
    is_decisive: bool


def similarity(a: str, b: str) -> float:
    """Return in [0, 1] how sure it is that two spellings name one person.

    Takes names in any of the desk's scripts and orthographies, in any order of the words, with
    initials and patronymics or without. `SAME_NAME` is the threshold. Symmetric: the order of
    the arguments doesn't matter.
    """
    one, other = sorted((telling_parts(a), telling_parts(b)), key=_rank)
    if not one:
        return 0.0
    one, other = sorted((_joined(one, other), _joined(other, one)), key=_rank)
    pairs, extra = _paired(one, other)
    score = _total(pairs) - _loss(extra)
    if any(not (part.is_patronymic or part.is_initial) for part in extra):
        score = min(score, _EXTRA_WORD_CAP)
    if len(one) == 1 or all(part.is_initial for part in one):
        cap = _SINGLE_CAP if len(other) == 1 else _SINGLE_BESIDE_FULL_CAP
        score = min(score, cap * pairs[0].likeness)
    return round(max(0.0, score), 4)


def _rank(name: tuple[Part, ...]) -> tuple[int, tuple[Part, ...]]:
    return len(name), name


def _joined(name: tuple[Part, ...], guide: tuple[Part, ...]) -> tuple[Part, ...]:
    """Join two words of `name` that `guide` writes as one: Nur Sultan beside Nursultan.

    Only where more words are left, for a single word would say too little.
    """
    if len(name) < 3:
        return name
    for index in range(len(name) - 1):
        first, second = name[index], name[index + 1]
        if any(_is_joined(part, first, second) for part in guide):
            joined = Part(first.word + second.word, is_patronymic=second.is_patronymic)
            return (*name[:index], joined, *name[index + 2 :])
    return name


def _is_joined(part: Part, first: Part, second: Part) -> bool:
    length, longer = len(part.word), max(len(first.word), len(second.word))
    if abs(length - len(first.word) - len(second.word)) > 2 or length < longer + 2:
        return False
    apart = max(_likeness(part, first), _likeness(part, second))
    return _likeness(part, Part(first.word + second.word)) > max(_JOINED, apart)


def _paired(one: tuple[Part, ...], other: tuple[Part, ...]) -> tuple[list[Pair], list[Part]]:
    """Pair each word of the shorter name with the likest of the longer, one to one, likest
    first; also return the words left over of the longer name."""
    grid = sorted(
        (-_likeness(mine, theirs), abs(i - j), i, j)
        for i, mine in enumerate(one)
        for j, theirs in enumerate(other)
    )
    mine_left, theirs_left, pairs = dict(enumerate(one)), dict(enumerate(other)), []
    for negative, _distance, i, j in grid:
        if i in mine_left and j in theirs_left:
            pairs.append(_pair(-negative, mine_left.pop(i), theirs_left.pop(j)))
    return pairs, list(theirs_left.values())


def _pair(likeness: float, mine: Part, theirs: Part) -> Pair:
    """A father's name that differs isn't decisive: it is misspelt or left out too often."""
    has_initial = mine.is_initial or theirs.is_initial
    weight = 1 if has_initial else min(len(mine.word), len(theirs.word))
    return Pair(likeness, weight, not (mine.is_patronymic and theirs.is_patronymic))


def _total(pairs: list[Pair]) -> float:
    """Half of the score is the worst word: Sadyr and Akylbek Japarov share a surname only."""
    weight = sum(pair.weight for pair in pairs)
    mean = sum(pair.weight * pair.likeness for pair in pairs) / weight
    decisive = [pair.likeness for pair in pairs if pair.is_decisive]
    return (mean + min(decisive or [pair.likeness for pair in pairs])) / 2


def _loss(extra: list[Part]) -> float:
    costs = (_EXTRA_PATRONYMIC if part.is_patronymic else _EXTRA_WORD for part in extra)
    return min(sum(costs), _EXTRA_AT_MOST)


def _likeness(mine: Part, theirs: Part) -> float:
    if mine.is_initial or theirs.is_initial:
        initial, word = (mine, theirs) if mine.is_initial else (theirs, mine)
        return _initial_likeness(initial.word, word.word)
    return _word_likeness(min(mine.word, theirs.word), max(mine.word, theirs.word))


@lru_cache(maxsize=200_000)
def _initial_likeness(initial: str, word: str) -> float:
    """An initial agrees with a word that may begin with its sound; a wrong one speaks against."""
    firsts = first_sounds(initial)
    agrees = any(sound[:1] in firsts for sound in readings(word))
    return _RIGHT_INITIAL if agrees else _WRONG_INITIAL


@lru_cache(maxsize=500_000)
def _word_likeness(mine: str, theirs: str) -> float:
    if mine == theirs:
        return 1.0
    mines, others = readings(mine), readings(theirs)
    quick, x, y = _nearest(mines, others)
    best = likeness(x, y) if quick >= _HOPELESS else quick
    if best < _ONE_GIVEN_NAME and is_one_given_name(mines[0], others[0]):
        return _ONE_GIVEN_NAME
    return best


def _nearest(mines: tuple[str, ...], others: tuple[str, ...]) -> tuple[float, str, str]:
    """The two readings that have the most letters in common, and how many."""
    return max((Levenshtein.normalized_similarity(x, y), x, y) for x in mines for y in others)
