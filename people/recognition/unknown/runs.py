"""Runs of capitalised words that may be a person's name, cut where a name can't go on.

Where the words of a name are; whether they are one is for `weighing`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from people.names.filial import FILIAL
from people.recognition.neighbours import VERB_LAST
from people.recognition.unknown import lexicon
from people.recognition.unknown.field import Field
from people.recognition.unknown.kinds import Kind, kind_of
from people.recognition.unknown.stems import without_apostrophe
from people.recognition.words import key_of

_SPACES = frozenset((" ", "\xa0", "  "))
_HYPHENS = frozenset("-‐‑")
_MOST_PARTS = 5
_SHORTEST_ALONE = 3

# Two letters of one sound that an initial may be, and dotted letters that are no initials.
_TWO_LETTERS = frozenset("дж дз ch sh zh kh yu ya ts th ju ph".split())  # noqa: SIM905
_NO_INITIALS = frozenset("us un uk dc eu la am pm рф нэ".split())  # noqa: SIM905

# Written small inside a name. Those that are everyday words in Turkic languages ("de", "да")
# are taken in the others only.
_PARTICLES = frozenset(
    "van von der den del dos bin ibn bint el al ter ван фон дер ибн бин эль аль".split()  # noqa: SIM905
)
_MORE_PARTICLES = _PARTICLES | frozenset("de da di du la le де да ди ла ле".split())  # noqa: SIM905
_FILIAL = frozenset(map(key_of, FILIAL))


class Part(NamedTuple):
    """One part of a name: a word, words tied by hyphens ("Kai-Fu"), or an initial with its dot.

    `first` and `last` count the words of the field; `end` leaves out an ending behind an
    apostrophe.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    kind: Kind
    is_initial: bool = False
    is_particle: bool = False

    @property
    def is_name(self) -> bool:
        return self.is_initial or self.is_particle or self.kind.is_name

    @property
    def tells(self) -> bool:
        """Is it more than an initial or a particle?"""
        return not (self.is_initial or self.is_particle)


class Candidate(NamedTuple):
    """Parts that may be one person's name: those of them that tell, which words of the field they
    are, and the parts of the same run beside them."""

    parts: tuple[Part, ...]
    names: tuple[Part, ...]
    first: int
    last: int
    before: Part | None
    after: Part | None

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end


def candidates_in(field: Field) -> Iterator[Candidate]:
    """Find every run of name-like words outside the spans found already."""
    reader = _Reader(field)
    end = -1
    texts = field.words.texts
    for place in [place for place, word in enumerate(texts) if word[0].isupper()]:
        if place <= end or place in field.covered:
            continue
        if reader.stands_alone(place) and not kind_of(texts[place], field.language).is_name:
            continue
        if reader.is_abbreviation(place):
            end = place + 1
        else:
            run = reader.run_from(place)
            end = run[-1].last if run else place
            if field.begins_sentence(place):
                run = _without_opening(run)
            yield from _cut(run, field.language)


class _Reader:
    """One field while its runs are read."""

    def __init__(self, field: Field) -> None:
        self.field, self.words = field, field.words
        self.particles = _PARTICLES if field.language in VERB_LAST else _MORE_PARTICLES

    def run_from(self, place: int) -> list[Part]:
        run: list[Part] = []
        while place < len(self.words.texts) and (part := self._next(place, run)):
            run.append(part)
            place = part.last + 1
            if part.end < self.words.end(part.last):
                break  # an ending set apart closes a name: "Trump's", "Erdoğan'ın"
        while run and run[-1].is_particle and key_of(run[-1].text) not in _FILIAL:
            run.pop()
        return run

    def stands_alone(self, place: int) -> bool:
        """Is it a word in no run, with no initial's dot: nearly always the first of a sentence?"""
        texts, gap = self.words.texts, self.words.gaps[place + 1]
        if gap != " " or place + 1 >= len(texts) or len(texts[place]) < _SHORTEST_ALONE:
            return False
        return not texts[place + 1][0].isupper() and self.words.key(place + 1) not in self.particles

    def is_abbreviation(self, place: int) -> bool:
        """Do letters and dots stand for a country or an hour: "U.S.", "p.m."?"""
        if place + 1 >= len(self.words.texts) or not self._is_initial(place):
            return False
        both = self.words.key(place) + self.words.key(place + 1)
        return both in _NO_INITIALS and self._is_initial(place + 1)

    def _next(self, place: int, run: list[Part]) -> Part | None:
        if place in self.field.covered or (run and not self._joins(run[-1], place)):
            return None
        if not self.words.texts[place][0].isupper():
            return self._particle(place) if run else None
        return self._initial(place) if self._is_initial(place) else self._tied(place)

    def _joins(self, before: Part, place: int) -> bool:
        gap = self.words.gaps[place]
        if before.is_initial:
            return gap in (". ", ".", ".\xa0")
        return gap in _SPACES

    def _is_initial(self, place: int) -> bool:
        word = self.words.texts[place]
        if len(word) > 2 or not self.words.gaps[place + 1].startswith("."):
            return False
        return word[0].isupper() and (len(word) == 1 or word.lower() in _TWO_LETTERS)

    def _initial(self, place: int) -> Part:
        start, end = self.words.start(place), self.words.end(place)
        return Part(place, place, start, end + 1, self.words.texts[place], Kind(), is_initial=True)

    def _particle(self, place: int) -> Part | None:
        """A small word inside a name ("van"), or behind it ("uulu")."""
        key = self.words.key(place)
        if key in _FILIAL:
            return self._made(place, place, is_particle=True)
        if key not in self.particles or place + 1 >= len(self.words.texts):
            return None
        following, gap = self.words.texts[place + 1], self.words.gaps[place + 1]
        if gap in _HYPHENS:
            return self._tied(place) if following[0].isupper() else None
        if gap in _SPACES and (following[0].isupper() or following in self.particles):
            return self._made(place, place, is_particle=True)
        return None

    def _tied(self, place: int) -> Part:
        """A word with those that hyphens tie to it: "Касым-Жомарт", "al-Assad", "Jae-in"."""
        last = place
        while self._is_tied(last + 1):
            last += 1
        return self._made(place, last)

    def _is_tied(self, place: int) -> bool:
        if self.words.gaps[place] not in _HYPHENS or place in self.field.covered:
            return False
        # In Turkic languages small letters behind a hyphen are an ending: "NATO-ya".
        following = self.words.texts[place : place + 1]
        is_ending = self.field.language in VERB_LAST and following and following[0][0].islower()
        return bool(following) and not is_ending

    def _made(self, first: int, last: int, *, is_particle: bool = False) -> Part:
        start, end = self.words.start(first), self.words.end(last)
        language = self.field.language
        text = without_apostrophe(self.field.text[start:end], language)
        kind = kind_of(text, language) if first == last else self._kind_of_tied(first, last, text)
        end = start + len(text)
        return Part(first, last, start, end, text, kind, is_particle=is_particle)

    def _kind_of_tied(self, first: int, last: int, text: str) -> Kind:
        """Of words tied together the last tells the surname, and any of them the given name."""
        words = self.words.texts[first : last + 1]
        kinds = [kind_of(word, self.field.language) for word in words]
        if kinds[0].is_abbreviation or self.words.key(first) in lexicon.place_beginnings():
            return Kind(is_abbreviation=True)
        whole = kind_of(text, self.field.language)
        return kinds[-1]._replace(
            given=whole.given or (text if any(kind.is_given for kind in kinds) else ""),
            is_heard=not any(kind.is_given for kind in (whole, *kinds)),
            is_thing=any(kind.is_thing for kind in kinds),
            is_body=any(kind.is_body for kind in kinds),
            is_everyday=all(kind.is_everyday for kind in kinds),
        )


def _without_opening(run: list[Part]) -> list[Part]:
    """Drop a word that may be capitalised for beginning the sentence alone: "Пришла Айгуль"."""
    if len(run) < 2 or not run[0].tells:
        return run
    if not (run[1].kind.is_given or (run[1].kind.given and len(run) > 2)):
        return run
    opening = run[0].kind
    return run if opening.given or opening.surname or opening.is_famous else run[1:]


def _cut(run: list[Part], language: str) -> Iterator[Candidate]:
    """Cut a run at words that are no part of a name (offices, countries, days, "the"), and
    behind a case ending where endings stand at the end of a name only."""
    begun: list[Part] = []
    before: Part | None = None
    for part in run:
        if not part.is_name:
            yield from _candidate(begun, before, part)
            begun, before = [], part
            continue
        begun.append(part)
        if language in VERB_LAST and _has_ending(part):
            yield from _candidate(begun, before, None)
            begun, before = [], None
    yield from _candidate(begun, before, None)


def _has_ending(part: Part) -> bool:
    known = part.kind.given or part.kind.surname
    return bool(known) and len(known) < len(part.text)


def _candidate(parts: list[Part], before: Part | None, after: Part | None) -> Iterator[Candidate]:
    while parts and parts[0].is_particle:
        parts = parts[1:]
    names = tuple(part for part in parts if part.tells)
    if names and len(parts) <= _MOST_PARTS:
        yield Candidate(tuple(parts), names, parts[0].first, parts[-1].last, before, after)
