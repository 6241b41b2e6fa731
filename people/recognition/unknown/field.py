"""One field of a text as this step sees it: its words, and which are in spans found already."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from people.recognition.words import Words

_BEGINS_SENTENCE = re.compile(r"[.!?…:;\n«“]")
_SENTENCE_END = re.compile(r"[.!?…][\"»”'’)]*(?:\s|$)")
_CYRILLIC = re.compile("[а-яё]{3}")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
AGED = "жастағы|жасар|жаштагы|жашар|yaşındaki|yaşlı|yoshli|yoshdagi"
_AGE = re.compile(rf"\d\d(?:-летн| (?:{AGED}))")
_FEW_WORDS, _NEARLY_ALL = 4, 0.7


@dataclass(frozen=True)
class Field:
    """`covered` are the words in spans found already, and `countries` those of them (or of the
    text itself) that name a country, with its ISO 3166 code or None."""

    name: str
    text: str
    words: Words
    language: str
    covered: frozenset[int] = frozenset()
    countries: dict[int, str | None] = None

    def gap(self, place: int) -> str:
        """What stands between a word and the next."""
        return self.words.gaps[place + 1] if place >= 0 else "\n"

    def begins_sentence(self, place: int) -> bool:
        return place == 0 or bool(_BEGINS_SENTENCE.search(self.words.gaps[place]))

    @cached_property
    def between_spaces(self) -> frozenset[str]:
        """What stands between two spaces, as printed; gathered once, for every name asks."""
        return frozenset(self.text.split(" ")[1:-1])

    @cached_property
    def is_cyrillic(self) -> bool:
        return bool(_CYRILLIC.search(self.text))

    @cached_property
    def tells_ages(self) -> bool:
        """Does it say of somebody how old he is, in front of the name?"""
        return bool(_AGE.search(self.text))

    def is_loud(self, start: int) -> bool:
        """Is the place in a headline in capitals, where a capital letter shows nothing?"""
        at = bisect_right(self._loud_lines, start, key=lambda line: line[0]) - 1
        return at >= 0 and start < self._loud_lines[at][1]

    @cached_property
    def _loud_lines(self) -> list[tuple[int, int]]:
        """Lines without a sentence where nearly every longer word is capitalised."""
        loud, begin = [], 0
        for line in self.text.split("\n"):
            end = begin + len(line) + 1
            if line and not _SENTENCE_END.search(line) and _is_capitalised(line):
                loud.append((begin, end))
            begin = end
        return loud


def _is_capitalised(line: str) -> bool:
    words = _LONG_WORD.findall(line)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _FEW_WORDS and capitals >= _NEARLY_ALL * len(words)
