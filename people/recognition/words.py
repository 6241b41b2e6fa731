"""Cutting text into words with their places and keys. Words only: hyphens and dots part them.

An apostrophe inside a word stays in it, for Uzbek spells a letter with it.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from ots_desk.text import APOSTROPHES, fold

# A letter may carry marks that have no composed form ("i̇" from a lower-cased İ, Russian stress
# marks). A closing plus belongs to the word: "OTS+" is a format, not the body.
_WORD = re.compile(
    rf"(?:[^\W_][\u0300-\u036f]*)+(?:[{APOSTROPHES}](?:[^\W_][\u0300-\u036f]*)+)*\+?"
)


class Word(NamedTuple):
    """One word: its place, its letters as written, and its key for look-ups."""

    start: int
    end: int
    text: str
    key: str

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


def words_of(text: str) -> list[Word]:
    """Return the words of a text in order; each cuts itself out by its offsets."""
    return [
        Word(found.start(), found.end(), found[0], key_of(found[0]))
        for found in _WORD.finditer(text)
    ]


@lru_cache(maxsize=200_000)
def key_of(word: str) -> str:
    """Return the folded word without apostrophes, which scraped Uzbek and Turkish lose."""
    return fold(word).replace("'", "")
