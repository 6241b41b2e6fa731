"""What a word of a name may be without its case ending: guesses, from which others choose.

The endings are those of `people.recognition.endings`; here the letters stay as they are written.
"""

from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from people.recognition import russian
from people.recognition.endings import Base, bases_of
from people.recognition.words import key_of

_SHORT = 4
_PLURAL = ("ы", "ые", "ие")


class Stem(NamedTuple):
    """A word without an ending, and the cases (see `russian`) that the word may then be in;
    `is_scant` says that the ending may well be none."""

    text: str
    key: str
    cases: int = russian.ANY
    is_scant: bool = False


@lru_cache(maxsize=100_000)
def stems_of(word: str, language: str) -> tuple[Stem, ...]:
    """Return the word itself and what it may be without a case ending.

    An ending set apart by an apostrophe is always off: "Japarov'un" has the one stem Japarov.
    """
    bases = [base for base in bases_of(word, language) if not base.of_thing]
    for base in bases:
        if base.has_apostrophe:
            return (Stem(word[: base.length], base.key),)
    return tuple(
        Stem(_letters(word, base), base.key, base.cases, _is_scant(base))
        for base in bases
        if not (base.is_russian and base.key.endswith(_PLURAL))
    )


def without_apostrophe(word: str, language: str) -> str:
    """Return the word without an ending that is set apart, as far as a name is marked."""
    if word.isalpha():
        return word
    stem = stems_of(word, language)[0].text
    return stem if word.startswith(stem) else word


def _is_scant(base: Base) -> bool:
    """Is so little left, of so short an ending, that it is rather chance: "Pal-u"?"""
    return not base.is_russian and len(base.ending) == 1 and len(base.key) < _SHORT


def _letters(word: str, base: Base) -> str:
    if base.is_russian:
        pairs = zip(key_of(word), base.key, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        return word[:shared] + base.key[shared:]
    return word[: len(word) - len(base.ending)]
