"""The known names, arranged for looking them up word by word. Built once, used for many texts.

It knows which words may name whom; whether they do is for `verdicts` to say.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from people.names.filial import FILIAL
from people.recognition import russian
from people.recognition.spans import EntityId, KnownName
from people.recognition.words import Word, Words, key_of

PERSON = "person"

# Words that stand where a surname would and are none: "Turgunbek uulu", "Heydar oğlu".
_PARTICLES = frozenset(key_of(word) for word in FILIAL)
_SHORTEST_SURNAME = 3
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a known name: its words, what stands between them, and where it is from.

    `origin` is listed, or how it was made from a full name: turned (surname first), initials or
    surname. The last two mean nothing before the text has settled whom it speaks of.
    """

    name: KnownName
    origin: str
    keys: tuple[str, ...]
    capitals: tuple[bool, ...]
    gaps: tuple[str, ...]
    tail: str = ""
    case: str = ""


@dataclass(slots=True)
class Node:
    """A place in the tree of words: where the next word leads, and the forms that end here."""

    following: dict[str, "Node"] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


class Gazetteer:
    """Known names by their words. Names may come from any number of entities and languages."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        self.root = Node()
        self.given_names: set[str] = set()
        self._kinds: dict[EntityId, str] = {}
        self._countries: dict[EntityId, str | None] = {}
        self._languages: dict[EntityId, set[str]] = {}
        for name in names:
            self._add(name)

    def kind_of(self, entity: EntityId) -> str:
        return self._kinds[entity]

    def country_of(self, entity: EntityId) -> str | None:
        return self._countries[entity]

    def is_named_in(self, entity: EntityId, language: str) -> bool:
        """Is a name of the entity known in that language, so that a foreign one is unlikely?"""
        return primary(language) in self._languages[entity]

    def _add(self, name: KnownName) -> None:
        self._kinds[name.entity] = name.entity_kind
        self._countries[name.entity] = name.country
        self._languages.setdefault(name.entity, set()).add(primary(name.language))
        if name.entity_kind == PERSON and name.kind == "full" and name.language != "hu":
            self.given_names.update(word.key for word in list(Words(name.text))[:-1])
        for form in _forms(name):
            self._node(form.keys).forms.append(form)

    def _node(self, keys: tuple[str, ...]) -> Node:
        node = self.root
        for key in keys:
            node = node.following.setdefault(key, Node())
        return node


def primary(language: str) -> str:
    """Return a language without its script: "uz" for "uz-Cyrl"."""
    return language.partition("-")[0]


def _forms(name: KnownName) -> Iterator[Form]:
    words = list(Words(name.text))
    if not words:
        return
    nominative = _listed(name, words)
    yield nominative
    yield from _declined(nominative)
    if name.entity_kind == PERSON and name.kind in ("full", "former") and len(words) > 1:
        yield from _further_forms(nominative, words)


def _listed(name: KnownName, words: list[Word]) -> Form:
    return Form(
        name=name,
        origin="initials" if name.kind == "initials" else "listed",
        keys=tuple(word.key for word in words),
        capitals=tuple(word.is_capitalised for word in words),
        gaps=tuple(name.text[one.end : other.start] for one, other in pairwise(words)),
        tail=name.text[words[-1].end :],
    )


def _declined(form: Form) -> Iterator[Form]:
    """The Russian case forms. Abbreviations and misspellings stay as they are."""
    if form.name.language != "ru" or form.name.kind in ("abbreviation", "error"):
        return
    if not _CYRILLIC.search(form.name.text):
        return
    decline = russian.person_forms if form.name.entity_kind == PERSON else russian.name_forms
    joined = [gap == "-" for gap in form.gaps] + [False]
    for keys in sorted(decline(list(form.keys), joined)):
        yield replace(form, keys=keys, case="ru")


def _further_forms(form: Form, words: list[Word]) -> Iterator[Form]:
    """Initials with the surname, and the surname alone, of a name in the order given, surname."""
    # Hungarian names put the surname first; which of two words it is can't be told from one.
    surname = words[-1]
    if form.name.language == "hu" or surname.key in _PARTICLES or len(words[0].key) < 2:
        return
    made = [_surname(form)] if len(surname.key) >= _SHORTEST_SURNAME else []
    made += [_initials(form, words[:-1]), _initials(form, words[:1]), _turned(form)]
    for short in dict.fromkeys(made):
        yield short
        yield from _declined(short)


def _turned(form: Form) -> Form:
    """Surname first, as in the registers of the Russian-speaking states."""
    return replace(
        form,
        origin="turned",
        keys=(form.keys[-1], *form.keys[:-1]),
        capitals=(form.capitals[-1], *form.capitals[:-1]),
        gaps=(" ", *form.gaps[:-1]),
    )


def _surname(form: Form) -> Form:
    return replace(
        form, origin="surname", keys=form.keys[-1:], capitals=form.capitals[-1:], gaps=()
    )


def _initials(form: Form, given: list[Word]) -> Form:
    return replace(
        form,
        origin="initials",
        keys=(*(word.key[0] for word in given), form.keys[-1]),
        capitals=(True,) * (len(given) + 1),
        gaps=(". ",) * len(given),
    )
