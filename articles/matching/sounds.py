"""What a word leaves in a fingerprint: numbers for the pieces of its sound.

The numbers stand in databases. Whoever changes them raises `fingerprints.RULES_VERSION`.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from .phonetics import skeleton, sound

# No real word is longer than this (Hungarian and Turkish compounds stay below 40).
MAX_WORD = 60

_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ`-][^\W\d_]+)*")
# All signs of `phonetics.sound`, and # for the end of a word.
_PLACES = {sign: place for place, sign in enumerate("#abdfghiklmnoprstvzSCJ")}
_SIGNS = len(_PLACES)
# Runs of four letters tell as much as those of three and four together.
GRAM = 4
# A number of 16 bits, so that a table with a place for every gram stays small; seldom do two
# grams that occur have the same. It is the largest prime of that size.
GRAMS = 65_521


def words_in(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if len(word) <= MAX_WORD]


def gram_ids(words: Iterable[str], language: str) -> np.ndarray:
    """Return the numbers of all runs of four letters in the words' sounds, the words' ends
    included."""
    return np.frombuffer(b"".join(_ids(word, language)[0] for word in words), "<u2")


def name_ids(words: Iterable[str], language: str) -> np.ndarray:
    """Return numbers for the beginnings of the capitalised words' consonant skeletons.

    Several beginnings of one word, because endings differ: Бекболотов, Bekbolotovu.
    """
    return np.frombuffer(b"".join(_ids(word, language)[1] for word in words), "<u4")


@lru_cache(maxsize=100_000)
def _ids(word: str, language: str) -> tuple[bytes, bytes]:
    heard = sound(word, language)
    names = _beginnings(skeleton(heard)) if word[0].isupper() else []
    return np.array(_grams(heard), "<u2").tobytes(), np.array(names, "<u4").tobytes()


def _grams(heard: str) -> list[int]:
    if len(heard) < GRAM - 1:
        return []
    places = [_PLACES[sign] for sign in f"#{heard}#"]
    return [_number(places[i : i + GRAM]) % GRAMS for i in range(len(places) - GRAM + 1)]


def _beginnings(bones: str) -> list[int]:
    places = [_PLACES[sign] for sign in bones]
    return [_number(places[:n]) for n in (3, 4, 5) if len(places) >= n]


def _number(places: Iterable[int]) -> int:
    """Digits of a number: as no sound holds a #, a beginning of three is none of four."""
    number = 0
    for place in places:
        number = number * _SIGNS + place
    return number
