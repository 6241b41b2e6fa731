"""What is known of an entity, as far as it tells whether another is the same. No database here."""

import re
from dataclasses import dataclass, field

from ots_desk.partial_dates import PartialDate
from ots_desk.text import fold
from people.choices import EntityKind
from people.names.words import telling_parts

_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"\b[IVXL]+\b")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True)
class Spelling:
    """One spelling; abbreviations and single words of persons are kept, but don't tell alone."""

    text: str
    is_abbreviation: bool = False

    @property
    def folded(self) -> str:
        return fold(self.text)

    @property
    def has_initial(self) -> bool:
        return any(part.is_initial for part in telling_parts(self.text))


@dataclass(frozen=True)
class Record:
    """One entity with what it is told by."""

    pk: int
    kind: str
    country: str = ""
    reference: str | None = None
    wikidata: str = ""
    began: PartialDate | None = None
    ended: PartialDate | None = None
    posts: frozenset[int] = frozenset()
    spellings: tuple[Spelling, ...] = field(default=())

    @property
    def day(self) -> PartialDate | None:
        """The day of an event. Official documents are adopted several on a day."""
        is_event = self.kind == EntityKind.EVENT
        return self.began if is_event and self.began and _is_day(self.began) else None

    @property
    def telling(self) -> list[Spelling]:
        """The spellings that tell who it is. Those with initials only where no other is known:
        "A. Example" is Akylbek as well as Azamat, so beside a full name it says nothing. One word
        of a person's name is everybody's who bears it."""
        known = [spelling for spelling in self.spellings if not spelling.is_abbreviation]
        if self.kind == EntityKind.PERSON:
            known = [one for one in known if len(telling_parts(one.text)) > 1]
        return [one for one in known if not one.has_initial] or known


def _is_day(date: PartialDate) -> bool:
    return date.earliest == date.latest


def numbers_in(text: str) -> frozenset[int]:
    """The numbers that a name has, in Arabic or Roman figures: the 11th and the XII summit."""
    roman = {_value(word) for word in _ROMAN.findall(text)}
    return frozenset(roman | {int(digits[:9]) for digits in _NUMBER.findall(text)})


def _value(roman: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
