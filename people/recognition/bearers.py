"""Who bears a surname, with the given names that its initials must fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from people.recognition.forms import PARTICLES
from people.recognition.spans import EntityId, KnownName

_SHORTEST_SURNAME = 2
_KINDS = ("full", "former", "short", "initials")

Given = tuple[str, ...]


@dataclass(slots=True)
class Bearer:
    """A person under one surname; `given` are the given names, as spelt beside it."""

    name: KnownName
    given: list[Given] = field(default_factory=list)

    def fits(self, initials: list[str]) -> bool:
        """May these be the initials of the person? More of them than there are given names
        stand for the father's name, which the desk seldom knows."""
        return any(
            all(word.startswith(initial) for word, initial in zip(given, initials, strict=False))
            for given in self.given
        )


class Bearers:
    """The bearers of every surname, and the given names of all."""

    def __init__(self) -> None:
        self.given_names: set[str] = set()
        self._by_surname: dict[str, dict[EntityId, Bearer]] = {}

    def __contains__(self, surname: str) -> bool:
        return surname in self._by_surname

    def of(self, surname: str) -> Mapping[EntityId, Bearer]:
        return self._by_surname.get(surname, {})

    def add(self, name: KnownName, keys: Sequence[str]) -> None:
        """Take a name in the order given, surname. Hungarian puts the surname first."""
        *given, surname = keys
        if name.kind not in _KINDS or name.language == "hu":
            return
        if surname in PARTICLES or len(surname) < _SHORTEST_SURNAME:
            return
        if name.kind == "full":
            self.given_names.update(given)
        self.add_spelling(name, surname, tuple(given))

    def add_spelling(self, name: KnownName, surname: str, given: Given) -> None:
        bearers = self._by_surname.setdefault(surname, {})
        bearers.setdefault(name.entity, Bearer(name)).given.append(given)
