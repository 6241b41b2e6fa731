"""Looking up every run of words of a text that may be a known name, with its place.

What is found here are readings, possibly several for the same words; none is decided.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from people.recognition.endings import Base, bases_of
from people.recognition.gazetteer import PERSON, Form, Gazetteer, Node, primary
from people.recognition.patronymics import is_patronymic
from people.recognition.words import Word, Words

_HYPHENS = "-‐‑–"
_DASHES_AND_QUOTES = frozenset("-‐‑‒–—―−«»“”„‟‹›\"'’‘")
_LONGEST_GAP = 4
_LONGEST_INITIAL = 2

# "Japarova" is a woman's name before it is a dative without its apostrophe.
_ENDINGS_OF_WOMEN = ("a", "а")


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """Words of a field that read as these forms; `first` and `last` count words. Compared by
    identity: it is made once for each place and end."""

    field: str
    start: int
    end: int
    first: int
    last: int
    forms: tuple[Form, ...]


def matches_of(
    field: str, text: str, words: Words, *, language: str, gazetteer: Gazetteer
) -> Iterator[Match]:
    """Find every reading in one field. Overlapping ones are all returned."""
    reader = _Reader(field, text, words, primary(language))
    for first in range(len(words)):
        yield from reader.read(first, gazetteer.root)


class Step(NamedTuple):
    """One word on the way down the tree, and what stands between it and the word before."""

    word: Word
    gap: str


class _Reader:
    """One field while it is read."""

    def __init__(self, field: str, text: str, words: Words, language: str) -> None:
        self.field, self.text, self.words, self.language = field, text, words, language

    def read(self, first: int, node: Node) -> Iterator[Match]:
        path: list[Step] = []
        for last in range(first, len(self.words)):
            word = self.words[last]
            ended = self._ended(word, node)
            following = node.following.get(word.key)
            if ended or following:
                step = Step(word, self._gap_before(last) if path else "")
                for base, forms in ended:
                    yield from self._match(first, last, base, [*path, step], forms)
            if following:
                node = following
                path.append(step)
            elif not path or not is_patronymic(word.key):
                return

    def _ended(self, word: Word, node: Node) -> list[tuple[Base, list[Form]]]:
        """The names that may end with this word, under each reading of its ending."""
        return [
            (base, ended.forms)
            for base in bases_of(word.text, self.language)
            if (ended := node.following.get(base.key)) and ended.forms
        ]

    def _gap_before(self, place: int) -> str:
        return self.text[self.words[place - 1].end : self.words[place].start]

    def _match(
        self, first: int, last: int, base: Base, path: list[Step], forms: list[Form]
    ) -> Iterator[Match]:
        end = self.words[last].start + base.length
        passed_over = len(path) <= last - first
        by_end: dict[int, list[Form]] = {}
        for form in forms:
            if passed_over and form.name.entity_kind != PERSON:
                continue
            if _reads(form, path, base, self.language) and self._stands_alone(form, first, last):
                whole = base.length == len(self.words[last].text)
                tail = _tail(form, self.text, end) if whole else 0
                by_end.setdefault(end + tail, []).append(form)
        start = self.words[first].start
        for place, fitting in by_end.items():
            yield Match(self.field, start, place, first, last, tuple(fitting))

    def _stands_alone(self, form: Form, first: int, last: int) -> bool:
        """A person isn't half of a double name: in "Er-Rahman" there is no "Er"."""
        if form.name.entity_kind != PERSON:
            return True
        return not (self._is_joined(first - 1) or self._is_joined(last))

    def _is_joined(self, place: int) -> bool:
        """Does an unspaced hyphen tie this word and the next, both capitalised?"""
        if not 0 <= place < len(self.words) - 1:
            return False
        one, other = self.words[place], self.words[place + 1]
        gap = self.text[one.end : other.start]
        return len(gap) == 1 and gap in _HYPHENS and one.is_capitalised and other.is_capitalised


def _reads(form: Form, path: list[Step], base: Base, language: str) -> bool:
    return (
        (not form.case or language in (form.case, ""))
        and _ending_fits(form, base)
        and _capitals_fit(form, [step.word for step in path])
        and all(
            _gap_fits(form, place, step.gap, path[place].word)
            for place, step in enumerate(path[1:])
        )
    )


def _ending_fits(form: Form, base: Base) -> bool:
    if not base.ending or base.has_apostrophe:
        return True
    if form.case or form.name.kind == "error":
        return False
    return form.name.entity_kind != PERSON or base.ending not in _ENDINGS_OF_WOMEN


def _capitals_fit(form: Form, words: Words) -> bool:
    if form.name.kind in ("abbreviation", "error") and len(words) == 1:
        return _is_spelt(form.name.text, words[0].text)
    if form.name.entity_kind != PERSON and len(words) > 2:
        return True
    return all(
        word.is_capitalised or not needed for word, needed in zip(words, form.capitals, strict=True)
    )


def _is_spelt(abbreviation: str, word: str) -> bool:
    """Letter for letter: "ECO" is no "eco", "ОТГ" no "отг"; an ending is in small letters."""
    rest = word.removeprefix(abbreviation)
    return rest != word and rest == rest.lower()


def _gap_fits(form: Form, place: int, gap: str, before: Word) -> bool:
    if len(gap) > _LONGEST_GAP or "\n\n" in gap:
        return False
    if form.origin == "initials":
        return gap.rstrip() == "."
    is_person = form.name.entity_kind == PERSON
    if is_person and not _is_plain(gap, before):
        return False
    marks = {char for char in gap if not char.isspace()} - _DASHES_AND_QUOTES
    if marks == {"."} and len(before.text) <= _LONGEST_INITIAL:
        return True
    return marks <= set(form.gaps[place])


def _is_plain(gap: str, before: Word) -> bool:
    """Between the words of a person's name: a space, a hyphen, or the dot of an initial."""
    if gap in _HYPHENS or gap.isspace():
        return True
    return len(before.text) <= _LONGEST_INITIAL and gap.strip() == "."


def _tail(form: Form, text: str, end: int) -> int:
    """How many characters behind the last word belong to the name: the dot of "U.S."."""
    return len(form.tail) if form.tail and text.startswith(form.tail, end) else 0
