"""Reading the words of an office in their place: whose office the words around make it.

Who held it on the day is for `settling`; the name beside it for `beside`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ots_desk.text import APOSTROPHES
from people.recognition.offices import vocabulary
from people.recognition.offices.labels import TURKIC, Found
from people.recognition.offices.record import Offices
from people.recognition.offices.surroundings import Field
from people.recognition.offices.vocabulary import vocabulary_of
from people.recognition.spans import EntityId, Span
from people.recognition.titles import TITLES
from people.recognition.words import key_of

# Whose office it is: said by the words themselves, to be told from the text, or of nobody known.
SAID, OPEN, FOREIGN = "said", "open", "foreign"
# Whether the words mean whoever holds it.
NOW, FORMER, OTHER = "now", "former", "other"

_OWNERS = frozenset({"place", "organization"})
# "сербский президент", "тюркского генсека"
_RUSSIAN_ADJECTIVE = re.compile(r"[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)$")
# What stands behind an owner's name before its office; other cases tell a place or a receiver.
_GENITIVE = re.compile(r"^(?:[yn]?[iu]n|[ндт][иыіуү]?[нң]|нинг|ning|ники)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one office: the phrase from `first` to `last` with its owner, and within it
    its label. `posts` are those that it may mean, none where the office is of nobody known;
    `label` all those that are called so, or so begun ("President" of an academy)."""

    place: Field
    first: int
    last: int
    found: Found
    posts: frozenset[EntityId]
    label: frozenset[EntityId]
    owner: str
    manner: str
    is_oblique: bool
    country: str | None = None

    @property
    def start(self) -> int:
        return self.place.words.start(self.first)

    @property
    def words(self) -> str:
        return self.place.text[self.start : self.place.words.end(self.last)]


def years_gone(reading: Reading, on: date) -> list[int]:
    """The years before that day which the sentence names."""
    place = reading.place
    return [
        year
        for at, year in place.years
        if year < on.year and place.are_in_one_sentence(at, reading.first)
    ]


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owns an office, and the words of the phrase with it. Without posts, nobody known."""

    first: int
    last: int
    posts: frozenset[EntityId] = frozenset()
    country: str | None = None


class Known(Protocol):
    """What a gazetteer says of the entities it names."""

    def kind_of(self, entity: EntityId) -> str: ...
    def country_of(self, entity: EntityId) -> str | None: ...


class Reader:
    """Reads the offices in one language."""

    def __init__(self, language: str, offices: Offices, known: Known) -> None:
        self.language, self.offices, self.known = language.partition("-")[0], offices, known
        self.vocabulary = vocabulary_of(self.language)
        self.is_turkic = self.language in TURKIC

    def readings(self, place: Field) -> Iterator[Reading]:
        for found in self.offices.labels.find(place.words, self.language):
            # "Аркадаг" is a man's name before it is an office.
            if any(not self._is_person(place.span_at(at)) for at in _words_of(found)):
                yield self._read(place, found)

    def _read(self, place: Field, found: Found) -> Reading:
        label = found.label
        manner = self._manner_before(place, found.first)
        owner = None if label.full else self._owner(place, found, manner)
        first, last = (owner.first, owner.last) if owner else (found.first, found.last)
        if manner == NOW:
            manner = self._manner_before(place, first)
        if manner == NOW and self._is_somebody_elses(place, last + 1, found.is_oblique):
            manner = OTHER
        return Reading(
            place=place,
            first=first,
            last=last,
            found=found,
            posts=label.full or (owner.posts if owner else label.short),
            label=label.posts | found.shorter,
            owner=_whose(found, owner),
            manner=manner,
            is_oblique=found.is_oblique,
            country=self._country(label.full) or (owner.country if owner else None),
        )

    def _country(self, posts: frozenset[EntityId]) -> str | None:
        countries = {self.offices.known[post].country for post in posts}
        return countries.pop() if len(countries) == 1 else None

    def _manner_before(self, place: Field, first: int) -> str:
        at = first - 1
        if at < 0 or not place.is_joined(first):
            return NOW
        key = place.key(at)
        if key in self.vocabulary.former:
            return FORMER
        is_other = key in self.vocabulary.deputy_before
        return OTHER if is_other or self._is_generic(place, first) else NOW

    def _is_generic(self, place: Field, first: int) -> bool:
        """ "a president", "post of the President", "избран президентом"."""
        generic = self.vocabulary.generic
        skipped = self.vocabulary.articles
        of = self.vocabulary.of
        at = first - 1
        if place.key(at) in generic:
            return True
        if place.key(at) in skipped and place.follows(at):
            at -= 1
        return place.key(at) in of and place.key(at - 1) in generic

    def _is_somebody_elses(self, place: Field, behind: int, is_oblique: bool) -> bool:
        """ "president elect", "Cumhurbaşkanı Yardımcısı", "президент компании"."""
        if not place.is_joined(behind):
            return False
        key = place.key(behind)
        is_staff = not is_oblique and key in self.vocabulary.staff_behind
        return is_staff or key in self.vocabulary.other_behind

    # Whose office

    def _owner(self, place: Field, found: Found, manner: str) -> Owner | None:
        """None: the words don't say whose office it is."""
        first = found.first - (manner != NOW)
        if place.follows(first) and place.key(first - 1) in self.vocabulary.epithets:
            first -= 1
        owner = (
            self._behind(place, found, first)
            or self._before(place, found, first)
            or self._adjective(place, found, first)
        )
        return owner or (Owner(first, found.last) if found.label.is_owned else None)

    def _behind(self, place: Field, found: Found, first: int) -> Owner | None:
        """ "President of Kazakhstan", "президент Казахстана"."""
        at = found.last + 1
        if self.is_turkic or not place.follows(at):
            return None
        has_of = place.key(at) in self.vocabulary.of
        if has_of:
            at += 1
            if place.key(at) in self.vocabulary.articles:
                at += 1
        elif self.vocabulary.of.whole:
            return None
        if place.key(at) in self.vocabulary.own:
            if not (has_of and place.key(at + 1) in self.vocabulary.of):
                return Owner(first, at, found.label.short)
            at += 2  # "of the Republic of Azerbaijan"
        span = place.span_at(at)
        if span and self._may_own(span):
            return self._owned(found, span, first, place.last_of(span, at))
        if country := self._abbreviated(place, at):
            return Owner(first, at, self._posts_in(found, country), country)
        return Owner(first, found.last) if has_of else None

    def _abbreviated(self, place: Field, at: int) -> str | None:
        """ "президент РК", "ҚР Президенті"."""
        states = vocabulary.STATES_IN_SHORT.get(self.language, {})
        country = states.get(place.key(at))
        return country if country and place.words.texts[at][-1].isupper() else None

    def _before(self, place: Field, found: Found, first: int) -> Owner | None:
        """ "OTS Secretary General", "Kazakistan'ın Cumhurbaşkanı", "ел Президенті"."""
        at = first - 1
        if not place.follows(first):
            return None
        if country := self._abbreviated(place, at):
            return Owner(at, found.last, self._posts_in(found, country), country)
        span = place.span_at(at)
        if not span and self.is_turkic and place.key(at) in self.vocabulary.own:
            # "ел Президенті"; but "Azərbaycan Respublikasının Prezidenti"
            span = place.span_at(at - 1) if place.follows(at) else None
            if not span or not self._may_own(span):
                return Owner(at, found.last, found.label.short)
            at -= 1
        if span and self._may_own(span) and self._is_before(place, span, at):
            return self._owned(found, span, place.first_of(span, at), found.last)
        return None

    def _is_before(self, place: Field, span: Span, at: int) -> bool:
        """Does the name stand in the place of an owner? Not "In Kazakhstan President Japarov"."""
        if self.language == "ru":
            return False
        ending = place.text[span.end : place.words.end(at)]
        if self.is_turkic:
            return is_bare_or_genitive(span, ending)
        before = place.first_of(span, at) - 1
        return place.key(before) not in self.vocabulary.where

    def _adjective(self, place: Field, found: Found, first: int) -> Owner | None:
        """ "казахстанский президент", and, of states unknown, "Serbian President"."""
        at = first - 1
        if not place.follows(first) or place.span_at(at):
            return None
        if country := self.vocabulary.country_of(place.key(at)):
            posts = self._posts_in(found, country)
            return Owner(at, found.last, posts, country)
        return Owner(first, found.last) if self._is_other_adjective(place, at) else None

    def _is_other_adjective(self, place: Field, at: int) -> bool:
        key = place.key(at)
        if self.language == "ru":
            return _RUSSIAN_ADJECTIVE.search(key) is not None
        if self.is_turkic and (place.begins_sentence(at) or has_apostrophe(place.words.texts[at])):
            return False  # "Бүгүн Президент", "Beştepe'de Cumhurbaşkanı"
        return place.is_unknown_name(at) and key not in TITLES

    def _owned(self, found: Found, span: Span, first: int, last: int) -> Owner:
        body, country = span.entity, self.known.country_of(span.entity)
        is_place = self.known.kind_of(body) == "place"
        posts = frozenset(
            post
            for post in found.label.short
            if self.offices.known[post].body == body
            or (is_place and country and self.offices.known[post].country == country)
        )
        return Owner(first, last, posts, country)

    def _posts_in(self, found: Found, country: str) -> frozenset[EntityId]:
        known = self.offices.known
        return frozenset(post for post in found.label.short if known[post].country == country)

    def _may_own(self, span: Span) -> bool:
        return span.entity is not None and self.known.kind_of(span.entity) in _OWNERS

    def _is_person(self, span: Span | None) -> bool:
        who = (span.entity, *span.candidates) if span else ()
        return any(one is not None and self.known.kind_of(one) == "person" for one in who)


def has_apostrophe(word: str) -> bool:
    return any(char in APOSTROPHES for char in word)


def _words_of(found: Found) -> range:
    return range(found.first, found.last + 1)


def _whose(found: Found, owner: Owner | None) -> str:
    if found.label.full:
        return SAID
    if owner is None or owner.posts == found.label.short:
        return OPEN
    return SAID if owner.posts else FOREIGN


def is_bare_or_genitive(span: Span, behind: str) -> bool:
    """`behind` is what an apostrophe parts from the name; without one, the ending is what the
    name has more than what it is called."""
    if behind:
        ending = key_of(behind.strip(APOSTROPHES))
    elif span.called:
        ending = key_of(span.text)[len(key_of(span.called)) :]
    else:
        return True
    return not ending or _GENITIVE.match(ending) is not None
