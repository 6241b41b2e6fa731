"""Words as search compares them: folded, cut to stems, with their place in the text.

Pure. One analyser serves both databases, so that both find the same; storing is the backends'.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from ots_desk.text import APOSTROPHES, fold

# A word may hold apostrophes: oʻzbek, Bişkek’te, Kyrgyzstan's.
_WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")

_SNOWBALL = {"en": "english", "ru": "russian", "tr": "turkish"}

# Languages without a stemmer: their suffixes stand at the end and pile up, so a word's first six
# letters carry it. түркі мемлекеттерінің and мемлекет meet in мемлек.
_PREFIX_LENGTH = 6
PREFIX = "prefix"

# Every way of cutting words that the desk knows; a query is cut in each of them.
FAMILIES = (*_SNOWBALL, PREFIX)


@dataclass(frozen=True)
class Token:
    """A stem, and the code points of the text from which it was made."""

    stem: str
    start: int
    end: int


def family_of(language: str) -> str:
    """The way in which words of `language` (BCP 47) are cut."""
    base = language.split("-")[0]
    return base if base in _SNOWBALL else PREFIX


def analyse(text: str, family: str) -> list[Token]:
    """Return the words of `text` in order. A word with an apostrophe becomes two tokens, because
    what follows is a suffix; only in the prefix family is it a part of the word (oʻzbek)."""
    return [
        Token(stem(piece, family), match.start(), match.end())
        for match in _WORD.finditer(text)
        for piece in _pieces(match[0], family)
        if piece
    ]


def stems(text: str, family: str) -> list[str]:
    return [token.stem for token in analyse(text, family)]


def _pieces(word: str, family: str) -> list[str]:
    folded = fold(word)
    if family == PREFIX:
        return [folded.replace("'", "")]
    return folded.split("'")


@lru_cache(maxsize=50_000)
def stem(word: str, family: str) -> str:
    """The stem of a folded word. Snowball is repeated until nothing more comes off: Жапарова
    loses the case ending first and then, like Жапаров, the -ов."""
    if family == PREFIX:
        return word[:_PREFIX_LENGTH]
    cut = _stemmer(family)
    while (shorter := cut(word)) != word and shorter:
        word = shorter
    return word


@lru_cache
def _stemmer(family: str) -> Callable[[str], str]:
    return snowballstemmer.stemmer(_SNOWBALL[family]).stemWord
