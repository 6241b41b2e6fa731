"""Cutting text into words with their places and keys. Words only: hyphens and dots part them.

An apostrophe inside a word stays in it, for Uzbek spells a letter with it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from ots_desk.text import APOSTROPHES, fold

# A letter may carry marks that have no composed form ("i̇" from a lower-cased İ, Russian stress
# marks). A closing plus belongs to the word: "OTS+" is a format, not the body.
_MARKS = "\u0300-\u036f"
_LETTER = rf"[\w{_MARKS}]"
_WORD = re.compile(rf"({_LETTER}+(?:[{APOSTROPHES}]+{_LETTER}+)*\+?)")


class Word(NamedTuple):
    """One word: its place, its letters as written, and its key for look-ups."""

    start: int
    end: int
    text: str
    key: str

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


class Words(Sequence[Word]):
    """The words of a text in order; each cuts itself out by its offsets.

    Cut all at once, for time matters: `texts[i]` are the letters of word i, `gaps[i]` is what
    stands before it (and `gaps[-1]` behind the last). A `Word` is made when it is asked for.
    """

    __slots__ = ("_ends", "gaps", "texts")

    def __init__(self, text: str) -> None:
        # The underline parts words, as in "_Japarov_"; \w alone is faster than \w without it.
        pieces = _WORD.split(text.replace("_", " "))
        self.gaps, self.texts = pieces[::2], pieces[1::2]
        self._ends = list(accumulate(map(len, pieces)))

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, place: int) -> Word:
        text = self.texts[place]
        return Word(self.start(place), self.end(place), text, key_of(text))

    def start(self, place: int) -> int:
        return self._ends[2 * place] if place >= 0 else self._ends[2 * (len(self) + place)]

    def end(self, place: int) -> int:
        return self.start(place) + len(self.texts[place])

    def place_of(self, start: int) -> int:
        """The word that begins at this offset, else the next one."""
        return (bisect_left(self._ends, start) + 1) // 2

    def at(self, offset: int) -> int:
        """The place of the word that holds a character, or else of the next word."""
        return bisect_right(self._ends, offset) // 2

    def key(self, place: int) -> str:
        return key_of(self.texts[place])

    def is_capitalised(self, place: int) -> bool:
        return self.texts[place][0].isupper()


@lru_cache(maxsize=200_000)
def key_of(word: str) -> str:
    """Return the folded word without apostrophes, which scraped Uzbek and Turkish lose."""
    return fold(word).replace("'", "")
