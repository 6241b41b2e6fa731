"""Are two spellings the same person's name? A score, across scripts and orthographies.

Pure, symmetric, deterministic. What a text may be linked to is decided elsewhere: a score alone
never links.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from ots_desk.text import APOSTROPHES
from people.names.filial import FILIAL
from people.names.letters import readings, with_one_vowel, without_vowels

# Two names count as the same person's from here on; chosen on public name lists of parliaments
# in Latin and Cyrillic (docs/decisions), and the same for every pair of scripts.
SAME_NAME = 0.68

# A single name says little: two of them may be alike, but beside a full name one is never enough,
# for a surname has many bearers. (Bektenov is not yet Olzhas Bektenov: the text must say so.)
SINGLE_TOKEN_CAP = 0.8
SINGLE_BESIDE_FULL_CAP = 0.66

_WORD = re.compile(r"[^\W\d_]+\.?")
_NO_APOSTROPHES = str.maketrans("", "", APOSTROPHES)

_PATRONYMIC = re.compile(
    r"(?:ovich|evich|ovych|yevich|ovna|evna|ovic|evic|ович|евич|ьич|овна|евна|ична|ұлы|улы|қызы|"
    r"кызы|uly|qyzy|kyzy|ogly|oglu)$"
)


@dataclass(frozen=True)
class Part:
    """One word of a name."""

    word: str
    is_initial: bool
    is_patronymic: bool


@lru_cache(maxsize=100_000)
def parts(name: str) -> tuple[Part, ...]:
    """Split a name into its words; filial words mark their neighbour and are dropped."""
    name = name.translate(_NO_APOSTROPHES).replace("İ", "i").replace("I", "ı").lower()
    words = _WORD.findall(name)
    plain = [word.rstrip(".") for word in words]
    found = []
    for index, word in enumerate(plain):
        if word in FILIAL:
            continue
        follows = index + 1 < len(plain) and plain[index + 1] in FILIAL
        is_patronymic = follows or bool(_PATRONYMIC.search(word))
        is_initial = len(word) == 1 or (words[index][-1] == "." and len(word) <= 2)
        found.append(Part(word, is_initial, is_patronymic))
    return tuple(found)


def similarity(a: str, b: str) -> float:
    """Return in [0, 1] how sure it is that two spellings name one person.

    Takes names in any of the desk's scripts and orthographies, in any order of the words, with
    initials and patronymics or without. `SAME_NAME` is the threshold. Symmetric: the order of
    the arguments doesn't matter.
    """
    one, other = sorted((parts(a), parts(b)), key=lambda p: (len(p), [x.word for x in p]))
    if not one:
        return 0.0
    aligned, left_over = _align(one, other)
    score = _total(aligned, left_over)
    if len(one) == 1 or all(part.is_initial for part in one):
        cap = SINGLE_TOKEN_CAP if len(other) == 1 else SINGLE_BESIDE_FULL_CAP
        score = min(score, cap * aligned[0][0])
    return round(score, 4)


def _align(one: tuple[Part, ...], other: tuple[Part, ...]):
    """Pair the words of the shorter name with the likest ones of the longer, one to one.

    Returns ([(likeness, part, part)], the parts left over of the longer name).
    """
    grid = sorted(
        (
            (-_likeness(mine, theirs), abs(i - j), i, j)
            for i, mine in enumerate(one)
            for j, theirs in enumerate(other)
        ),
    )
    used_one, used_other, aligned = set(), set(), []
    for negative, _distance, i, j in grid:
        if i not in used_one and j not in used_other:
            used_one.add(i)
            used_other.add(j)
            aligned.append((-negative, one[i], other[j]))
    left_over = [part for j, part in enumerate(other) if j not in used_other]
    return aligned, left_over


def _total(aligned, left_over) -> float:
    """Half of the score is the worst word: Sadyr and Akylbek Japarov share a surname only."""
    weights = [_weight(mine, theirs) for _score, mine, theirs in aligned]
    mean = sum(w * score for w, (score, _m, _t) in zip(weights, aligned, strict=True))
    mean /= sum(weights)
    # A father's name that differs may be another's, but is left out or misspelt more often.
    decisive = [
        s for s, mine, theirs in aligned if not (mine.is_patronymic and theirs.is_patronymic)
    ]
    worst = min(decisive or [score for score, _m, _t in aligned])
    extra = sum(0.02 if part.is_patronymic else 0.07 for part in left_over)
    return max(0.0, (mean + worst) / 2 - min(extra, 0.2))


def _weight(mine: Part, theirs: Part) -> float:
    if mine.is_initial or theirs.is_initial:
        return 1.0
    return float(min(len(mine.word), len(theirs.word)))


def _likeness(mine: Part, theirs: Part) -> float:
    if mine.is_initial or theirs.is_initial:
        return _initial_likeness(mine.word, theirs.word)
    return _word_likeness(*sorted((mine.word, theirs.word)))


@lru_cache(maxsize=200_000)
def _initial_likeness(mine: str, theirs: str) -> float:
    """An initial agrees with a word that may begin with its sound; a wrong one speaks against."""
    shorter, longer = sorted((mine, theirs), key=len)
    firsts = {sound[:1] for sound in readings(shorter)}
    agrees = any(sound[:1] in firsts for sound in readings(longer))
    return 0.92 if agrees else 0.1


@lru_cache(maxsize=500_000)
def _word_likeness(mine: str, theirs: str) -> float:
    if mine == theirs:
        return 1.0
    return max(_sound_likeness(x, y) for x in readings(mine) for y in readings(theirs))


@lru_cache(maxsize=500_000)
def _sound_likeness(x: str, y: str) -> float:
    """Mix three views of two sounds: as they are, with one vowel for all, consonants only."""
    if x == y:
        return 1.0
    whole = Levenshtein.normalized_similarity(x, y)
    one_vowel = Levenshtein.normalized_similarity(with_one_vowel(x), with_one_vowel(y))
    consonants = Levenshtein.normalized_similarity(without_vowels(x), without_vowels(y))
    return 0.3 * whole + 0.35 * one_vowel + 0.35 * consonants
