"""What stands beside a bare surname: another given name before it means another person.

"Bilal Erdoğan" is not Recep Tayyip Erdoğan, and "Karin Smith" is nobody called Karin.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from people.recognition.lookup import Match
from people.recognition.titles import TITLES
from people.recognition.words import Word

FREE, DOUBTFUL, TAKEN = "free", "doubtful", "taken"

_PLAIN_GAP = re.compile(r"[ \t\xa0]+|\.? ?|[-‐‑]")
_TITLE_CASE = 0.7
_FEW_WORDS = 4
_SENTENCE_END = re.compile(r"[.!?] ")
_STEM = 4


def stems_of(words: Iterable[Word]) -> frozenset[str]:
    """Return the beginnings of the words written small, by which `Surroundings` knows them."""
    return frozenset(
        word.key[:length]
        for word in words
        if not word.is_capitalised
        for length in range(_STEM, len(word.key) + 1)
    )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One field as words, which of them are in names found already, and the stems of words that
    the text writes small, which are therefore no names."""

    text: str
    words: list[Word]
    covered: frozenset[int]
    ordinary: frozenset[str]

    def of(self, match: Match) -> str:
        """Is the surname free of a given name, is that doubtful, or is it somebody else's?"""
        before = self._is_name(match.first - 1, match.first - 1)
        after = self._is_name(match.last + 1, match.last)
        if not before and not after:
            return FREE
        return DOUBTFUL if self._is_title_case(match.first) else TAKEN

    def is_after_given_name(self, match: Match) -> bool:
        """Is another person of that surname named here?"""
        place = match.first - 1
        return self._is_name(place, place) and not self._is_title_case(match.first)

    def _is_name(self, place: int, gap_after: int) -> bool:
        if not (0 <= place < len(self.words) and 0 <= gap_after < len(self.words) - 1):
            return False
        word, gap = self.words[place], self._gap(gap_after)
        if not _PLAIN_GAP.fullmatch(gap) or not word.is_capitalised or place in self.covered:
            return False
        if len(word.text) <= 2:
            return gap.startswith(".") and place == gap_after
        if gap.startswith(".") or word.key in TITLES:
            return False
        return not (self._begins_sentence(place) and self._is_ordinary(word))

    def _is_ordinary(self, word: Word) -> bool:
        """Does the text write the word small elsewhere, be it with another ending?"""
        return word.key[: max(_STEM, len(word.key) - 2)] in self.ordinary

    def _gap(self, place: int) -> str:
        return self.text[self.words[place].end : self.words[place + 1].start]

    def _begins_sentence(self, place: int) -> bool:
        return place == 0 or bool(re.search(r"[.!?:\n]", self._gap(place - 1)))

    def _is_title_case(self, place: int) -> bool:
        """In a headline set in capitals, a capital letter doesn't make a name."""
        start = self.text.rfind("\n", 0, self.words[place].start) + 1
        end = self.text.find("\n", start)
        if _SENTENCE_END.search(self.text, start, end if end >= 0 else len(self.text)):
            return False
        line = [
            word
            for word in self.words
            if word.start >= start and (end < 0 or word.end <= end) and len(word.text) > 3
        ]
        capitals = sum(word.is_capitalised for word in line)
        return len(line) >= _FEW_WORDS and capitals >= _TITLE_CASE * len(line)
