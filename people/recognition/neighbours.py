"""What stands beside a bare surname: another given name before it means another person.

"Bilal Erdoğan" is not Recep Tayyip Erdoğan, and "Karin Smith" is nobody called Karin.
"""

import re
from bisect import bisect_left
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from people.recognition.endings import bases_of
from people.recognition.lookup import Match
from people.recognition.titles import TITLES
from people.recognition.words import Words, key_of

FREE, DOUBTFUL, TAKEN = "free", "doubtful", "taken"
PERHAPS_NO_NAME = "perhaps no name"

_PLAIN_GAP = re.compile(r"[ \t\xa0]+|\n|\.? ?|[-‐‑]")
# No other words end so, in any of the desk's languages.
_SURNAME = re.compile(r"(?:[ое]в|[иы]н(?<=\w{5})|[oe]v|[oe]w|ski|ский|баев|oglu|оглу|заде|zade)a?$")
_SURNAMED = frozenset(
    map(key_of, "familiyali фамилияли soyadlı фамилиялуу тектүү surnamed".split())  # noqa: SIM905
)
_TITLE_CASE = 0.7
_FEW_WORDS = 4
_LINE = 30
_SENTENCE_END = re.compile(r"[.!?] ")
_STOP = re.compile(r"[.!?:\n]")
_NEW_SENTENCE = re.compile(r"[.!?:;\n«\"“„(—–]|- ")
_STEM = 4
_INITIAL = 2

# Subject, object, verb: "Трамп Сингапурда ..." has no name "Трамп Сингапурда".
VERB_LAST = frozenset({"tr", "az", "kk", "ky", "uz", "tk"})

_OF_WOMEN = ("а", "я")
_OBLIQUE = ("у", "ю", "ом", "ем")

# Endings that no given name has, on words long enough: "Жыйында Жапаров ...".
_CASE = re.compile(r"[dtдт]\w|\w{3}")
_PLURAL = re.compile(r"\w{4,}(?:[лдт][аеоө]р|l[aeə]r)")
_LONG = 7


@dataclass(frozen=True)
class Surroundings:
    """One field as words; which of them are in names found already (`covered`) or surnames of
    somebody named in the text; and the given names known to the desk."""

    words: Words
    covered: Set[int]
    surnames: Set[int]
    given: Set[str]
    language: str

    def of(self, match: Match) -> str:
        """Is the surname free of a given name, is that doubtful, or is it somebody else's? Free
        it may be no name at all."""
        if not self._has_name_before(match) and not self._has_name_after(match):
            return FREE if self._is_surely_name(match) else PERHAPS_NO_NAME
        return DOUBTFUL if self._is_title_case(match.first) else TAKEN

    def is_after_given_name(self, match: Match) -> bool:
        """Is another person of that surname named here, and not perhaps a sentence begun?"""
        if not self._has_name_before(match) or self._is_title_case(match.first):
            return False
        place = match.first - 1
        begins = place == 0 or _STOP.search(self.words.gaps[place])
        return not begins or self.words.key(place) in self.given

    def _is_surely_name(self, match: Match) -> bool:
        word = self.words.texts[match.first]
        if _SURNAME.search(match.base.key):
            return True
        if match.base.key in self.given or len(match.base.key) < _STEM or word.isupper():
            return False
        return not (self.begins_sentence(match.first) or self._is_title_case(match.first))

    def begins_sentence(self, place: int) -> bool:
        return place == 0 or bool(_NEW_SENTENCE.search(self.words.gaps[place]))

    def stands_small(self, place: int) -> bool:
        """Does the text write the word small elsewhere, be it with another ending?"""
        key = self.words.key(place)
        stem = key[: max(_STEM, len(key) - 2)]
        at = bisect_left(self._small, stem)
        return at < len(self._small) and self._small[at].startswith(stem)

    @cached_property
    def _small(self) -> list[str]:
        """The words that the text writes small, in order."""
        return sorted({key_of(word) for word in self.words.texts if word[0].islower()})

    def _has_name_before(self, match: Match) -> bool:
        place = match.first - 1
        if place < 0:
            return False
        gap = self.words.gaps[match.first]
        if not _PLAIN_GAP.fullmatch(gap):
            return False
        if self.words.key(place) in TITLES:
            return False
        if gap.startswith(".") or len(self.words.texts[place]) <= _INITIAL:
            return self._is_initial(place)
        return self._is_name(place, beside=match.first) and not self._differs(place, match)

    def _differs(self, place: int, match: Match) -> bool:
        """Does the word stand in a case in which the surname doesn't: "Заместителю Жапарова"?"""
        cases = self._cases_of(place)
        return self.words.key(place).endswith(_OBLIQUE) and not cases & match.base.cases

    def _cases_of(self, place: int) -> int:
        """The Russian cases in which a word may be beside a man's surname: read as it stands only
        if it ends like none."""
        bases = bases_of(self.words.texts[place], self.language)
        inflected = [
            base.cases for base in bases if base.is_russian and not base.key.endswith(_OF_WOMEN)
        ]
        if inflected and self.words.key(place).endswith(_OBLIQUE):
            return reduce(or_, inflected)
        return reduce(or_, (base.cases for base in bases))

    def _has_name_after(self, match: Match) -> bool:
        """In Russian a given name behind the surname stands in the same case."""
        place = match.last + 1
        if place >= len(self.words) or not _PLAIN_GAP.fullmatch(self.words.gaps[place]):
            return False
        if self.words.key(place) in _SURNAMED:
            return True
        if self.words.gaps[place].startswith(".") or not self._may_be_given(match):
            return False
        agrees = bool(self._cases_of(place) & match.base.cases)
        return agrees and self._is_name(place, beside=match.first)

    def _may_be_given(self, match: Match) -> bool:
        """Might the surname be a given name here? Where the verb stands last, the subject is
        followed by any word, so that only a name known as a given one raises the question."""
        return self.language not in VERB_LAST or match.base.key in self.given

    def _is_initial(self, place: int) -> bool:
        word = self.words.texts[place]
        is_short = word[0].isupper() and len(word) <= _INITIAL
        return is_short and self.words.gaps[place + 1].startswith(".") and place not in self.covered

    def _is_name(self, place: int, *, beside: int) -> bool:
        word = self.words.texts[place]
        if not word[0].isupper() or place in self.covered or self._is_another_word(place):
            return False
        if word.isupper() and not self.words.texts[beside].isupper():
            return False  # an abbreviation: "в ООН Токаев"
        return not (self._may_begin_sentence(place) and self._is_no_given_name(place))

    def _is_another_word(self, place: int) -> bool:
        """A title; or a surname, for "Бектенов Жапаровқа" are two men."""
        key = self.words.key(place)
        return key in TITLES or (place in self.surnames and key not in self.given)

    def _may_begin_sentence(self, place: int) -> bool:
        return self.words.key(place) not in self.given and self.begins_sentence(place)

    def _is_no_given_name(self, place: int) -> bool:
        """Does the word open the sentence in a case or as several, as no given name does?"""
        return self.stands_small(place) or (
            self.language in VERB_LAST
            and (self._is_inflected(place) or bool(_PLURAL.fullmatch(self.words.key(place))))
        )

    def _is_inflected(self, place: int) -> bool:
        return any(
            len(base.ending) + len(base.key) >= _LONG and _CASE.match(base.ending)
            for base in bases_of(self.words.texts[place], self.language)
            if len(base.key) >= _STEM
        )

    def _is_title_case(self, place: int) -> bool:
        """In a headline set in capitals, a capital letter doesn't make a name."""
        if self.words.texts[place].isupper():
            return True
        first, last = self._line_of(place)
        if any(_SENTENCE_END.search(gap) for gap in self.words.gaps[first + 1 : last + 1]):
            return False
        line = [word for word in self.words.texts[first : last + 1] if len(word) >= _STEM]
        capitals = sum(word[0].isupper() for word in line)
        return len(line) >= _FEW_WORDS and capitals >= _TITLE_CASE * len(line)

    def _line_of(self, place: int) -> tuple[int, int]:
        """The first and the last word of the line in which the word stands, as far as matters."""
        gaps, first, last = self.words.gaps, place, place
        while first > max(0, place - _LINE) and "\n" not in gaps[first]:
            first -= 1
        while last < min(len(self.words) - 1, place + _LINE) and "\n" not in gaps[last + 1]:
            last += 1
        return first, last
