"""What stands beside a bare surname: another given name before it means another person.

"Bilal Erdoğan" is not Recep Tayyip Erdoğan, and "Karin Smith" is nobody called Karin.
"""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

from people.recognition.lookup import Match
from people.recognition.titles import TITLES
from people.recognition.words import Word, Words

FREE, DOUBTFUL, TAKEN = "free", "doubtful", "taken"

_PLAIN_GAP = re.compile(r"[ \t\xa0]+|\.? ?|[-‐‑]")
_TITLE_CASE = 0.7
_FEW_WORDS = 4
_SENTENCE_END = re.compile(r"[.!?] ")
_STEM = 4
_INITIAL = 2

# Subject, object, verb: "Трамп Сингапурда ..." has no name "Трамп Сингапурда".
VERB_LAST = frozenset({"tr", "az", "kk", "ky", "uz", "tk"})


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
    """One field as words, which of them are in names found already, the stems of words that the
    text writes small, which are therefore no names, and the given names known to the desk."""

    text: str
    words: Words
    covered: frozenset[int]
    ordinary: frozenset[str]
    given: Set[str]
    language: str

    def of(self, match: Match) -> str:
        """Is the surname free of a given name, is that doubtful, or is it somebody else's?"""
        if not self._has_name_before(match) and not self._has_name_after(match):
            return FREE
        return DOUBTFUL if self._is_title_case(match.first) else TAKEN

    def is_after_given_name(self, match: Match) -> bool:
        """Is another person of that surname named here, and not perhaps a sentence begun?"""
        return self._has_name_before(match) and not (
            self._is_title_case(match.first) or self._may_begin_sentence(match.first - 1)
        )

    def _has_name_before(self, match: Match) -> bool:
        place = match.first - 1
        if place < 0 or not _PLAIN_GAP.fullmatch(self._gap(place)):
            return False
        if self._gap(place).startswith(".") or len(self.words[place].text) <= _INITIAL:
            return self._is_initial(place)
        return self._is_name(place, beside=match.first)

    def _has_name_after(self, match: Match) -> bool:
        if match.last + 1 >= len(self.words) or not _PLAIN_GAP.fullmatch(self._gap(match.last)):
            return False
        if self._gap(match.last).startswith(".") or not self._may_be_given(match):
            return False
        return self._is_name(match.last + 1, beside=match.first)

    def _may_be_given(self, match: Match) -> bool:
        """Might the surname be a given name here? Where the verb stands last, the subject is
        followed by any word, so that only a name known as a given one raises the question."""
        if self.language not in VERB_LAST:
            return True
        return any(form.keys[0] in self.given for form in match.forms)

    def _is_initial(self, place: int) -> bool:
        word = self.words[place]
        is_short = word.is_capitalised and len(word.text) <= _INITIAL
        return is_short and self._gap(place).startswith(".") and place not in self.covered

    def _is_name(self, place: int, *, beside: int) -> bool:
        word = self.words[place]
        if not word.is_capitalised or place in self.covered or word.key in TITLES:
            return False
        if word.text.isupper() and not self.words[beside].text.isupper():
            return False  # an abbreviation: "в ООН Токаев"
        return not (self._may_begin_sentence(place) and self._is_ordinary(word))

    def _may_begin_sentence(self, place: int) -> bool:
        return self.words[place].key not in self.given and self._begins_sentence(place)

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
