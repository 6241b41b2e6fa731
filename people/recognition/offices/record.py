"""The offices that the desk knows, and who held them when. Built once, used for many texts.

The words for them in running text are in `labels`; what a text means by them is for `settling`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from people.recognition.offices.labels import Labels
from people.recognition.spans import EntityId

_NONE: frozenset[EntityId] = frozenset()
CERTAIN, POSSIBLE, NO = "certain", "possible", "no"


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """An office: of which body or state, and its labels as (language, text, is it full).

    A label that isn't full ("president") fits the offices of many bodies.
    """

    post: EntityId
    body: EntityId
    country: str | None
    is_for_one: bool
    labels: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """Who held an office: perhaps from `first` to `last` (None: not known), for certain from
    `sure_from` to `sure_to` (None: on no day)."""

    person: EntityId
    post: EntityId
    first: date | None = None
    last: date | None = None
    sure_from: date | None = None
    sure_to: date | None = None

    def on(self, day: date | None) -> str:
        """Did the term include the day? Where the day isn't known, it may have."""
        if day is None:
            return POSSIBLE
        if (self.first and day < self.first) or (self.last and day > self.last):
            return NO
        is_sure = self.sure_from and self.sure_to and self.sure_from <= day <= self.sure_to
        return CERTAIN if is_sure else POSSIBLE


@dataclass(frozen=True, slots=True)
class Holders:
    """Who held an office on a day, the latest to begin first."""

    certain: tuple[EntityId, ...]
    possible: tuple[EntityId, ...]


class Offices:
    """Known offices by their words, their body and their holders."""

    def __init__(self, offices: Iterable[KnownOffice] = (), terms: Iterable[KnownTerm] = ()):
        self.known = {office.post: office for office in offices}
        self.labels = Labels(
            (language, text, is_full, office.post)
            for office in self.known.values()
            for language, text, is_full in office.labels
        )
        self._of_post: dict[EntityId, list[KnownTerm]] = {}
        self._of_person: dict[EntityId, list[KnownTerm]] = {}
        for term in sorted(terms, key=lambda term: term.first or date.min, reverse=True):
            self._of_post.setdefault(term.post, []).append(term)
            self._of_person.setdefault(term.person, []).append(term)
        self._posts = {
            person: frozenset(term.post for term in held)
            for person, held in self._of_person.items()
        }

    def terms_of(self, person: EntityId, post: EntityId) -> list[KnownTerm]:
        return [term for term in self._of_person.get(person, ()) if term.post == post]

    def posts_of(self, person: EntityId | None) -> frozenset[EntityId]:
        """The offices that the person ever held."""
        return self._posts.get(person, _NONE)

    def posts_on(self, person: EntityId, day: date | None) -> frozenset[EntityId]:
        """The offices that the person held on the day, for certain or perhaps."""
        terms = self._of_person.get(person, ())
        return frozenset(term.post for term in terms if term.on(day) != NO)

    def countries_of(self, person: EntityId) -> frozenset[str | None]:
        """The states whose offices the person ever held."""
        return frozenset(self.known[post].country for post in self.posts_of(person))

    def standing(self, person: EntityId, post: EntityId, day: date | None) -> str:
        """Did the person hold the office on the day: certain, possible or no?"""
        answers = {term.on(day) for term in self.terms_of(person, post)}
        return next((one for one in (CERTAIN, POSSIBLE) if one in answers), NO)

    def holders(self, post: EntityId, day: date | None) -> Holders:
        """Who held the office on the day. Somebody who certainly did isn't listed twice."""
        persons = dict.fromkeys(term.person for term in self._of_post.get(post, ()))
        standing = {person: self.standing(person, post, day) for person in persons}
        certain, possible = (
            tuple(person for person, answer in standing.items() if answer == wanted)
            for wanted in (CERTAIN, POSSIBLE)
        )
        return Holders(certain, possible)
