"""Namesakes: a known person's full name beside what that person is not.

What stands before a name as a trade ("footballer Sadyr Japarov") is seen in `walks` already.
Only what contradicts counts, such as another state's office or a wrestler's fame. That a known
minister is called an ambassador of the same state contradicts nothing: the record has gaps.
"""

from collections.abc import Iterable
from dataclasses import replace

from people.recognition.offices.beside import is_person, may_not_decline, unlinked
from people.recognition.offices.reading import Known, is_bare_or_genitive
from people.recognition.offices.record import Offices
from people.recognition.offices.rules import OTHER_OFFICE, WITH_NAMESAKE
from people.recognition.offices.surroundings import Field
from people.recognition.offices.vocabulary import RUSSIAN_NOMINATIVES, RUSSIAN_PLACES, vocabulary_of
from people.recognition.spans import CONFIRMED, SUGGESTED, EntityId, Span
from people.recognition.walks import is_walk

_FARTHEST = 5
_APPOSITION = 6


class Namesakes:
    """Tells a namesake by the words around a name."""

    def __init__(self, language: str, offices: Offices, known: Known) -> None:
        self.language, self.offices, self.known = language.partition("-")[0], offices, known
        self.vocabulary = vocabulary_of(self.language)
        self.roles = self.vocabulary.roles

    def judged(self, span: Span, place: Field) -> Span:
        """Return the name unlinked if it is a namesake's. Only of office-holders is it known what
        they do."""
        if not self.offices.posts_of(span.entity) or not _is_full(span):
            return span
        return unlinked(span) if self._is_one(span, place, place.place_of(span)) else span

    def _is_one(self, span: Span, place: Field, at: int) -> bool:
        behind = place.last_of(span, at) + 1
        return self._walks_behind(place, behind) or self._serves_another_state(span, place, at)

    def _walks_behind(self, place: Field, at: int) -> bool:
        """ "Sadyr Japarov, a young wrestler from Osh": up to the next comma or name."""
        if at >= len(place.words) or "," not in place.gap(at):
            return False
        for number in range(at, min(at + _APPOSITION, len(place.words))):
            if number > at and not place.is_joined(number):
                return False
            if is_walk(place.key(number)):
                return not self._is_followed_by_name(place, number)
        return False

    def _is_followed_by_name(self, place: Field, at: int) -> bool:
        behind = place.span_at(at + 1)
        if not place.follows(at + 1):
            return False
        return place.is_unknown_name(at + 1) or bool(behind and is_person(behind, self.known))

    def _serves_another_state(self, span: Span, place: Field, at: int) -> bool:
        home = self.known.country_of(span.entity)
        if home is None or not place.follows(at):
            return False
        country = self._state_served(span, place, at)
        return country is not None and country not in self.offices.countries_of(span.entity) | {
            home
        }

    def _state_served(self, span: Span, place: Field, at: int) -> str | None:
        if place.key(at - 1) in self.roles:
            if not self._agrees(place.key(at - 1), span):
                return None
            return self._state_before(place, at - 1)
        owner = place.span_at(at - 1)
        if not owner or self.language not in ("en", "ru"):
            return None
        return self._state_of_role(span, place, owner, place.first_of(owner, at - 1))

    def _state_before(self, place: Field, role: int) -> str | None:
        """ "Uzbek Health Minister", "Özbekistan Sağlık Bakanı"."""
        for at in range(role - 1, max(role - _FARTHEST, -1), -1):
            if not place.follows(at + 1):
                return None
            if country := self._country_at(place, at):
                return country
            if self.language == "ru":
                return None
        return None

    def _country_at(self, place: Field, at: int) -> str | None:
        span = place.span_at(at)
        if span is None:
            return self.vocabulary.country_of(place.key(at))
        before = place.key(place.first_of(span, at) - 1)
        ending = place.text[span.end : place.words.end(at)]
        if self.language == "ru" or before in self.vocabulary.where:
            return None
        return self._country(span) if is_bare_or_genitive(span, ending) else None

    def _state_of_role(self, span: Span, place: Field, owner: Span, first: int) -> str | None:
        """ "министр здравоохранения Узбекистана", "Minister of Health of Uzbekistan"."""
        if self.language == "en" and place.key(first - 1) != "of":
            return None
        for at in range(first - 1, max(first - _FARTHEST, -1), -1):
            if not place.follows(at + 1) or place.key(at) in RUSSIAN_PLACES:
                return None
            if place.key(at) in self.roles:
                return self._country(owner) if self._agrees(place.key(at), span) else None
        return None

    def _agrees(self, role: str, span: Span) -> bool:
        """A Russian role and its name stand in the same case, as far as that can be told."""
        if self.language != "ru" or may_not_decline(span):
            return True
        return (role in RUSSIAN_NOMINATIVES) == (span.called == span.text)

    def _country(self, span: Span) -> str | None:
        if span.entity is None or self.known.kind_of(span.entity) != "place":
            return None
        return self.known.country_of(span.entity)


def without_namesakes(spans: Iterable[Span]) -> list[Span]:
    """Take back what names that were unlinked as a namesake's had settled."""
    spans = list(spans)
    doubted = {who for span in spans if span.rule == OTHER_OFFICE for who in span.candidates}
    if not doubted:
        return spans
    named = {span.entity for span in spans if span.status == CONFIRMED and _is_full(span)}
    return [_doubted(span, named) if span.entity in doubted else span for span in spans]


def _doubted(span: Span, named: set[EntityId | None]) -> Span:
    if span.entity not in named:
        return unlinked(span)
    if span.status == CONFIRMED and not _is_full(span):
        return replace(span, status=SUGGESTED, rule=WITH_NAMESAKE)
    return span


def _is_full(span: Span) -> bool:
    return " " in span.text and "." not in span.text
