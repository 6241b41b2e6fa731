"""Looking up every run of words of a text that may be a known name, with its place.

What is found here are readings, possibly several for the same words; none is decided.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from people.recognition import russian
from people.recognition.bearers import Bearer
from people.recognition.endings import Base, bases_of, keys_of
from people.recognition.forms import INITIALS, SHORTENED, SOUND, TURNED, Form
from people.recognition.gazetteer import Gazetteer, Opening, Whole, may_go_on, primary
from people.recognition.patronymics import is_patronymic
from people.recognition.reading import ReadText
from people.recognition.spans import PERSON, EntityId, KnownName
from people.recognition.wording import SMALL_WORDS
from people.recognition.words import key_of

HYPHENS = "-‐‑–"
_DASHES_AND_QUOTES = frozenset("-‐‑‒–—―−«»“”„‟‹›\"'’‘")
_LONGEST_GAP = 4
_MOST_PASSED = 2
_LONGEST_INITIAL = 2

# "Japarova" is a woman's name before it is a dative without its apostrophe.
_ENDING_OF_WOMEN = "a"


@lru_cache(maxsize=100_000)
def _may_be_passed(word: str) -> bool:
    return key_of(word) in SMALL_WORDS or _is_of_father(word)


def _is_of_father(word: str) -> bool:
    """The father's name or its initial, as in "Sadyr N. Japarov"."""
    return is_patronymic(key_of(word)) or (len(word) == 1 and word.isupper())


@lru_cache(maxsize=10_000)
def _marks_in(gap: str) -> frozenset[str]:
    return frozenset(char for char in gap if not char.isspace()) - _DASHES_AND_QUOTES


def _left_out(path: list["Step"]) -> list[int]:
    """The words between those of the path."""
    named = [step.place for step in path]
    if named[-1] - named[0] == len(named) - 1:
        return []
    return [place for place in range(named[0], named[-1]) if place not in named]


def is_hyphen(gap: str) -> bool:
    return len(gap) == 1 and gap in HYPHENS


class Reading(NamedTuple):
    """A name that words may be meant for, and how it was come by."""

    name: KnownName
    origin: str


@dataclass(slots=True, eq=False)
class Match:
    """Words of a field that read as these names; `first` and `last` count words. Compared by
    identity: it is made once for each place and end.

    `base` is the reading of the last word, from which the nominative follows. A bare surname has
    no readings but `bearers`, who may be many.
    """

    field: str
    start: int
    end: int
    first: int
    last: int
    readings: Sequence[Reading | Form]
    base: Base
    bearers: Mapping[EntityId, Bearer] | None = None

    @property
    def places(self) -> range:
        return range(self.first, self.last + 1)

    @property
    def is_single(self) -> bool:
        return self.first == self.last

    @property
    def is_bare_surname(self) -> bool:
        return self.bearers is not None

    @property
    def is_initials(self) -> bool:
        return self.bearers is None and self.readings[0].origin == INITIALS

    @property
    def is_heard(self) -> bool:
        return self.bearers is None and self.readings[0].origin == SOUND

    @property
    def is_shortened(self) -> bool:
        """Is it a person with one given name of several, so that another may stand before it?"""
        return self.bearers is None and self.readings[0].origin == SHORTENED

    @property
    def is_of_person(self) -> bool:
        return self.bearers is not None or self.readings[0].name.entity_kind == PERSON

    @property
    def may_be_woman(self) -> bool:
        """Read as a man's name with an ending, the words may be a woman's without one."""
        base = self.base
        return base.ending == _ENDING_OF_WOMEN and not base.has_apostrophe and self.is_of_person

    @property
    def only_entity(self) -> EntityId | None:
        entities = {reading.name.entity for reading in self.readings}
        return entities.pop() if len(entities) == 1 else None

    def may_be_of(self, entities: Iterable[EntityId]) -> bool:
        """May a surname, alone or with initials, be that of one of these?"""
        if self.bearers is not None:
            return any(entity in self.bearers for entity in entities)
        return any(reading.name.entity in entities for reading in self.readings)


Forms = tuple[Form, ...]


class Step(NamedTuple):
    """One word on the way through a name: its place, and how its ending is read."""

    place: int
    base: Base


class FieldReader:
    """One field while it is read."""

    def __init__(self, field: str, text: ReadText, gazetteer: Gazetteer) -> None:
        self.field, self.text, self.words = field, text.fields[field], text.words[field]
        self.language = primary(text.language)
        self._forms, self._openings = gazetteer.forms, gazetteer.openings
        self._fitting = gazetteer.first_words(self.language).fitting

    def names_at(self, first: int, opening: Opening) -> list[Match]:
        """Every listed name that begins with this word, or is it."""
        found = [match for whole in opening.wholes for match in self._whole(first, whole)]
        if opening.bases and self._may_go_on(first, opening):
            for base in opening.bases:
                self._go_on(base.key, [Step(first, base)], found)
        return found

    def _may_go_on(self, first: int, opening: Opening) -> bool:
        """A quick look at the next word, for most names that might begin here don't."""
        if first + 1 == len(self.words.texts):
            return False
        word = self.words.texts[first + 1]
        is_next = not opening.following.isdisjoint(keys_of(word, self.language))
        return is_next or _may_be_passed(word)

    def _whole(self, place: int, whole: Whole) -> Iterator[Match]:
        start = self.words.start(place)
        for end, forms in self._by_end(whole.forms, Step(place, whole.base)):
            yield Match(self.field, start, end, place, place, forms, whole.base)

    def _go_on(self, joined: str, path: list[Step], found: list[Match]) -> None:
        """Go on with the next word, or with the one behind a father's name or "of the"."""
        following, texts, gaps = self._openings[joined], self.words.texts, self.words.gaps
        first = path[-1].place + 1
        for place in range(first, min(first + _MOST_PASSED + 1, len(texts))):
            if len(gaps[place]) > _LONGEST_GAP or "\n\n" in gaps[place]:
                return
            if not following.isdisjoint(keys_of(texts[place], self.language)):
                for base in bases_of(texts[place], self.language):
                    if base.key in following:
                        longer = [*path, Step(place, base)]
                        self._reached(f"{joined} {base.key}", longer, found)
            if not _may_be_passed(texts[place]):
                return

    def _reached(self, joined: str, path: list[Step], found: list[Match]) -> None:
        if joined in self._forms:
            found += self._ended(joined, path)
        if joined in self._openings and may_go_on(path[-1].base):
            self._go_on(joined, path, found)

    def _ended(self, joined: str, path: list[Step]) -> list[Match]:
        """The names that end here. What the words read as by themselves is remembered."""
        end = self.words.start(path[-1].place) + path[-1].base.length
        written = joined, self.text[self.words.start(path[0].place) : end], path[-1].base
        forms = self._fitting.get(written)
        if forms is None:
            forms = self._fitting[written] = self._reading(self._forms[joined], path)
        if not forms or (forms[0].name.entity_kind == PERSON and not self._is_whole(path)):
            return []
        return [self._match(path, *one) for one in self._by_end(forms, path[-1])]

    def _by_end(self, forms: Forms, last: Step) -> list[tuple[int, Forms]]:
        """The forms by where they end: before an ending set apart, behind the dot of "U.S."."""
        end = self.words.start(last.place) + last.base.length
        behind = self.words.gaps[last.place + 1]
        if last.base.has_apostrophe or not any(form.tail for form in forms):
            return [(end, forms)]
        by_end: dict[int, Forms] = {}
        for form in forms:
            with_tail = end + len(form.tail) * behind.startswith(form.tail)
            by_end[with_tail] = (*by_end.get(with_tail, ()), form)
        return list(by_end.items())

    def _reading(self, forms: list[Form], path: list[Step]) -> tuple[Form, ...]:
        """The forms that these words and what stands between them read as."""
        texts, base = [self.words.texts[step.place] for step in path], path[-1].base
        forms = [form for form in forms if form.takes(base) and form.has_capitals(texts)]
        persons = [form for form in forms if form.name.entity_kind == PERSON]
        if persons:
            return tuple(persons) if self._is_person(path) else ()
        marks = self._marks(path)
        return tuple(form for form in forms if marks <= form.marks)

    def _match(self, path: list[Step], end: int, forms: tuple[Form, ...]) -> Match:
        first, last = path[0].place, path[-1].place
        if forms[0].origin == TURNED and self._is_patronymic_behind(last):
            last += 1
            end = self.words.end(last)
        start = self.words.start(first)
        return Match(self.field, start, end, first, last, forms, path[-1].base)

    def _is_patronymic_behind(self, place: int) -> bool:
        behind = place + 1
        return (
            behind < len(self.words)
            and self.words.is_capitalised(behind)
            and is_patronymic(self.words.key(behind))
            and self._is_plain(behind)
        )

    def _is_person(self, path: list[Step]) -> bool:
        inside = range(path[0].place + 1, path[-1].place + 1)
        return (
            all(map(self._is_plain, inside))
            and self._agrees(path)
            and all(_is_of_father(self.words.texts[place]) for place in _left_out(path))
        )

    def _marks(self, path: list[Step]) -> frozenset[str]:
        """What stands between the words of a thing's name that not every name takes; a word left
        out that is not a small one counts as such."""
        if any(self.words.key(place) not in SMALL_WORDS for place in _left_out(path)):
            return frozenset("?")
        inside = range(path[0].place + 1, path[-1].place + 1)
        return frozenset(mark for place in inside for mark in self._marks_before(place))

    def _marks_before(self, place: int) -> frozenset[str]:
        marks = _marks_in(self.words.gaps[place])
        if marks == {"."} and len(self.words.texts[place - 1]) <= _LONGEST_INITIAL:
            return frozenset()
        return marks

    def _agrees(self, path: list[Step]) -> bool:
        keys = [step.base.key for step in path]
        return russian.agree(keys, [self._cases(step) for step in path])

    def _cases(self, step: Step) -> int:
        """The first half of a double name may stay as it is: "Касым-Жомарта"."""
        gap = self.words.gaps[step.place + 1]
        is_first_half = is_hyphen(gap) and not step.base.ending
        return russian.ANY if is_first_half else step.base.cases

    def _is_plain(self, place: int) -> bool:
        """Between the words of a person's name: a space, a hyphen, or the dot of an initial."""
        gap = self.words.gaps[place]
        if is_hyphen(gap) or gap.isspace():
            return True
        return len(self.words.texts[place - 1]) <= _LONGEST_INITIAL and gap.strip() == "."

    def _is_whole(self, path: list[Step]) -> bool:
        """A person isn't half of a double name: in "Er-Rahman" there is no "Er"."""
        return not (self.is_joined(path[0].place) or self.is_joined(path[-1].place + 1))

    def is_joined(self, place: int) -> bool:
        """Does an unspaced hyphen tie this word to the one before, both capitalised?"""
        if not 0 < place < len(self.words):
            return False
        gap = self.words.gaps[place]
        both = self.words.is_capitalised(place - 1) and self.words.is_capitalised(place)
        return both and is_hyphen(gap)
