"""The known names, arranged for looking them up word by word. Built once, used for many texts.

It knows which words may name whom; whether they do is for `verdicts` to say.
"""

import gc
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from people.recognition import russian
from people.recognition.bearers import Bearers
from people.recognition.endings import Base, bases_of
from people.recognition.forms import SOUND, Form, forms_of
from people.recognition.offices.record import Offices
from people.recognition.sounding import PlaceSounds, Sounding
from people.recognition.spans import PERSON, EntityId, KnownName
from people.recognition.wording import Wordings, beginning
from people.recognition.words import Words, key_of

# A word looked up is remembered, up to so many; news use some hundred thousand words a language.
_REMEMBERED = 400_000


class Gazetteer:
    """Known names by their words, and known offices. Names may come from any number of entities
    and languages."""

    def __init__(self, names: Iterable[KnownName], offices: Offices | None = None) -> None:
        self.offices = offices or Offices()
        self.forms: dict[str, list[Form]] = {}
        self.openings: dict[str, set[str]] = {}
        self.bearers = Bearers()
        self.wordings = Wordings()
        self.sounding = Sounding()
        self.places = PlaceSounds()
        self._facts: dict[EntityId, Facts] = {}
        self._first_words: dict[str, FirstWords] = {}
        self.verdicts: dict[tuple, tuple | None] = {}
        with _no_collecting():
            for name in names:
                self.add(name)

    def kind_of(self, entity: EntityId) -> str:
        return self._facts[entity].kind

    def country_of(self, entity: EntityId) -> str | None:
        return self._facts[entity].country

    def country_of_place(self, entity: EntityId) -> str | None:
        return self.country_of(entity) if self.kind_of(entity) == "place" else None

    def is_named_in(self, entity: EntityId, language: str, script: str) -> bool:
        """Is a name of the entity known in that language, so that a foreign one is unlikely?"""
        return (primary(language), script) in self._facts[entity].languages

    def first_words(self, language: str) -> "FirstWords":
        """What words of a text in this language may begin."""
        found = self._first_words.get(language)
        if found is None:
            found = self._first_words[language] = FirstWords(self, language)
        return found

    def add(self, name: KnownName) -> None:
        """One name more, in texts that are searched from now on."""
        self._forget()
        words = Words(name.text)
        keys = [key_of(word) for word in words.texts]
        if not keys:
            return
        facts = self._facts.setdefault(name.entity, Facts(name.entity_kind, name.country))
        facts.languages.add((primary(name.language), script_of(name.text)))
        for form in forms_of(name, words, keys):
            self._add_form(form)
        if name.entity_kind == PERSON:
            self.bearers.add(name, keys)
            self.sounding.add(name, words.texts)
        else:
            self.wordings.add(name, keys)
        if name.entity_kind == "place":
            self.places.add(name)

    def _forget(self) -> None:
        """What was worked out from the names so far may be otherwise with one more."""
        self._first_words.clear()
        self.verdicts.clear()
        self.sounding.forget()

    def _add_form(self, form: Form) -> None:
        joined = form.keys[0]
        for key in form.keys[1:]:
            self.openings.setdefault(joined, set()).add(key)
            joined = f"{joined} {key}"
        self.forms.setdefault(joined, []).append(form)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Nothing of a gazetteer is garbage: looking for some took half the time of building one."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            gc.enable()


@dataclass(slots=True)
class Facts:
    """What is known of an entity beside its names."""

    kind: str
    country: str | None
    languages: set[tuple[str, str]] = field(default_factory=set)


class Whole(NamedTuple):
    """A word that is a name by itself, if its ending is read so, and the forms that it has."""

    base: Base
    forms: tuple[Form, ...]


class Opening(NamedTuple):
    """What a word may be: whole names; the beginning of longer ones, under these readings of its
    ending, which go on with these words; the surname of somebody; the first word of a body worded
    otherwise, which goes on with words that begin so."""

    wholes: tuple[Whole, ...]
    bases: tuple[Base, ...]
    following: Set[str]
    surnames: tuple[Base, ...]
    wordings: Set[str]


class FirstWords(dict[str, Opening | None]):
    """For each word as written what it may begin; None for most words."""

    def __init__(self, gazetteer: Gazetteer, language: str) -> None:
        super().__init__()
        self._gazetteer, self._language = gazetteer, language
        self.fitting: dict[tuple[str, str, Base], tuple[Form, ...]] = {}

    def __missing__(self, word: str) -> Opening | None:
        if len(self) >= _REMEMBERED:
            self.clear()
            self.fitting.clear()
        self[word] = opening = self._opening(word)
        return opening

    def _opening(self, word: str) -> Opening | None:
        known, bases = self._gazetteer, bases_of(word, self._language)
        is_capitalised = word[0].isupper()
        going_on = tuple(one for one in bases if may_go_on(one) and one.key in known.openings)
        opening = Opening(
            tuple(self._wholes(word, bases)),
            going_on,
            self._following(going_on),
            tuple(base for base in bases if is_capitalised and base.key in known.bearers),
            known.wordings.following(beginning(key_of(word))) if is_capitalised else frozenset(),
        )
        if is_capitalised and not (opening.wholes or opening.bases or opening.surnames):
            opening = opening._replace(wholes=self._heard(word, bases))
        return opening if any(opening) else None

    def _following(self, bases: tuple[Base, ...]) -> Set[str]:
        following = [self._gazetteer.openings[base.key] for base in bases]
        return following[0] if len(following) == 1 else frozenset().union(*following)

    def _heard(self, word: str, bases: tuple[Base, ...]) -> tuple[Whole, ...]:
        """A place under a spelling that nobody listed."""
        base, names = self._gazetteer.places.named_by(word, bases)
        forms = tuple(Form(name, SOUND, (base.key,), (True,), frozenset()) for name in names)
        return (Whole(base, forms),) if forms else ()

    def _wholes(self, word: str, bases: tuple[Base, ...]) -> Iterator[Whole]:
        for base in bases:
            forms = self._gazetteer.forms.get(base.key, ())
            fitting = [form for form in forms if form.takes(base) and form.has_capitals([word])]
            if fitting:
                yield Whole(base, tuple(fitting))


def may_go_on(base: Base) -> bool:
    """In the Turkic languages only the last word of a name has an ending."""
    return not base.ending or base.is_russian


def script_of(text: str) -> str:
    return "Cyrl" if russian.is_cyrillic(text) else "Latn"


def primary(language: str) -> str:
    """Return a language without its script: "uz" for "uz-Cyrl"."""
    return language.partition("-")[0]
