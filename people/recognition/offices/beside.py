"""The name that an office stands beside, and what the office says of who is meant.

"President Japarov" is the Japarov who held it on that day; "footballer Sadyr Japarov" is another.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from people.recognition.offices.labels import TURKIC
from people.recognition.offices.reading import (
    FOREIGN,
    FORMER,
    NOW,
    OPEN,
    OTHER,
    SAID,
    Known,
    Reading,
    years_gone,
)
from people.recognition.offices.record import Offices
from people.recognition.offices.rules import OTHER_OFFICE, WITH_OFFICE
from people.recognition.offices.surroundings import Field
from people.recognition.offices.vocabulary import HONORIFICS, vocabulary_of
from people.recognition.spans import SUGGESTED, Clue, EntityId, Span

# The office is told of as held on the text's day, or at another time.
IN_OFFICE, ONCE_IN_OFFICE = "office", "office-once"

_COMMA_OR_DASH = frozenset(" ,–—-(\xa0")
_MOST_HONORIFICS = 5
_APPOSITION = 3


@dataclass(frozen=True, slots=True)
class Beside:
    """A name with the office that belongs to it; `is_close` where nothing parts the two."""

    span: Span
    reading: Reading
    is_close: bool


class Finder:
    """Finds the person named beside an office."""

    def __init__(self, language: str, offices: Offices, known: Known) -> None:
        self.language, self.offices, self.known = language.partition("-")[0], offices, known
        self.vocabulary = vocabulary_of(self.language)

    def beside(self, reading: Reading) -> Beside | None:
        """The name right behind the office, else the one that it explains behind a comma."""
        if close := self._close_behind(reading):
            return Beside(close, reading, is_close=True)
        for span in (self._behind(reading), self._before(reading)):
            if span and self._is_explained(span, reading):
                return Beside(span, reading, is_close=False)
        return None

    def _close_behind(self, reading: Reading) -> Span | None:
        place, at = reading.place, _behind_brackets(reading.place, reading.last + 1)
        if at == reading.last + 1 and not place.follows(at):
            return None
        span = self._person_at(place, _behind_honorifics(place, at))
        if not span or not self._agrees(reading, span):
            return None
        return span if self._is_explained(span, reading) or not self._serves(reading) else None

    def _behind(self, reading: Reading) -> Span | None:
        """ "the Secretary General, Kubanychbek Omuraliev"; in Turkic languages, a new subject."""
        at = reading.last + 1
        if (
            self.language in TURKIC
            or at >= len(reading.place.words)
            or not _is_apposition(reading.place.gap(at))
        ):
            return None
        span = self._person_at(reading.place, _behind_honorifics(reading.place, at))
        return span if span and self._agrees(reading, span) else None

    def _before(self, reading: Reading) -> Span | None:
        """ "Kubanychbek Omuraliev, the Secretary General"."""
        place, first = reading.place, reading.first
        while place.follows(first) and self._is_between(place.key(first - 1)):
            first -= 1
        if first <= 0 or not _is_apposition(place.gap(first)):
            return None
        return self._person_at(place, first - 1)

    def _serves(self, reading: Reading) -> bool:
        """ "советнику президента Арслану ...", "Envoy of the President of Kazakhstan ..."."""
        place, first = reading.place, reading.first
        while place.follows(first) and self._is_between(place.key(first - 1)):
            first -= 1
        return place.is_joined(first) and place.key(first - 1) in self.vocabulary.serving

    def _is_between(self, key: str) -> bool:
        return key in self.vocabulary.articles or key in self.vocabulary.epithets

    def _person_at(self, place: Field, at: int) -> Span | None:
        span = place.span_at(at)
        return span if span and is_person(span, self.known) else None

    def _agrees(self, reading: Reading, span: Span) -> bool:
        """In Turkic languages only the last word takes an ending, and "На встрече с президентом
        Узбекистана Садыр Жапаров отметил" tells of two men. So does "Мамлекет башчысы Бектеновго",
        for he is no head of state."""
        if self.language != "ru":
            is_another = self.language in TURKIC and self._holds_others_only(span, reading)
            return not reading.is_oblique and not is_another
        is_undeclined = span.called == span.text
        return is_undeclined != reading.is_oblique or (is_undeclined and may_not_decline(span))

    def _holds_others_only(self, span: Span, reading: Reading) -> bool:
        held = {post for one in bearers(span) for post in self.offices.posts_of(one)}
        return bool(held) and reading.owner == OPEN and not held & reading.posts

    def _is_explained(self, span: Span, reading: Reading) -> bool:
        """What stands behind a comma may as well be the next of a list."""
        who = bearers(span)
        return any(self.offices.posts_of(one) & reading.posts for one in who)


def is_person(span: Span, known: Known) -> bool:
    who = bearers(span)
    return bool(who) and all(known.kind_of(one) == "person" for one in who)


def may_not_decline(span: Span) -> bool:
    """Russian leaves names on these vowels as they are."""
    return span.text.lower().endswith(("о", "е", "и", "у", "ы", "э", "ю"))


def bearers(span: Span) -> Sequence[EntityId]:
    """Whom a name may mean."""
    return (span.entity,) if span.entity is not None else span.candidates


def judged(beside: Beside, offices: Offices, known: Known, on: date | None) -> Span:
    """Return the name in the light of its office, with the office as its clue."""
    span, reading = beside.span, beside.reading
    if span.entity is None:
        span = _chosen(span, reading, offices, on)
    elif beside.is_close and _is_other_states(span.entity, reading, offices, known):
        span = unlinked(span)
    return replace(span, clue=_clue(span, reading, offices, on))


def _chosen(span: Span, reading: Reading, offices: Offices, on: date | None) -> Span:
    """Of several bearers of a surname, the only one who held the office on that day."""
    if reading.manner != NOW or on is None:
        return span
    held = [one for one in span.candidates if offices.posts_on(one, on) & reading.posts]
    if len(held) != 1:
        return span
    return replace(span, entity=held[0], candidates=(), status=SUGGESTED, rule=WITH_OFFICE)


def _is_other_states(person: EntityId, reading: Reading, offices: Offices, known: Known) -> bool:
    """Is it the office of a state that the person has nothing to do with?"""
    home = known.country_of(person)
    if reading.country is None or home is None:
        return False
    return reading.country not in offices.countries_of(person) | {home}


def unlinked(span: Span) -> Span:
    """A namesake's name, as far as can be told: proposed to nobody by itself."""
    who = () if span.entity is None else (span.entity,)
    return replace(
        span,
        entity=None,
        status=SUGGESTED,
        rule=OTHER_OFFICE,
        candidates=tuple(dict.fromkeys((*who, *span.candidates))),
    )


def _clue(span: Span, reading: Reading, offices: Offices, on: date | None) -> Clue | None:
    if reading.manner == OTHER:
        return span.clue
    is_past = reading.manner == FORMER or (on and years_gone(reading, on))
    post = _post_meant(span, reading, offices, on) if reading.owner != FOREIGN else None
    country = reading.country or (offices.known[post].country if post is not None else None)
    cue = ONCE_IN_OFFICE if is_past else IN_OFFICE
    return Clue(cue=cue, words=reading.words, post=post, country=country)


def _post_meant(span: Span, reading: Reading, offices: Offices, on: date | None) -> EntityId | None:
    """Which office is told of: the only one there is, or that the bearers ever held."""
    who = bearers(span)
    for posts in (
        reading.posts if reading.owner == SAID else (),
        {post for one in who for post in offices.posts_on(one, on) & reading.posts},
        {post for one in who for post in offices.posts_of(one) & reading.posts},
    ):
        if len(posts) == 1:
            return next(iter(posts))
    return None


def _behind_brackets(place: Field, at: int) -> int:
    """ "Secretary General of the Organization of Turkic States (OTS) Kubanychbek Omuraliev"."""
    if at + 1 >= len(place.words) or place.gap(at).strip() != "(":
        return at
    return at + 1 if place.gap(at + 1).strip() == ")" else at


def _behind_honorifics(place: Field, at: int) -> int:
    """ "the Secretary General, H.E. Mr. Kubanychbek Omuraliev"."""
    first = at
    while at - first < _MOST_HONORIFICS and place.key(at) in HONORIFICS:
        at += 1
    return at


def _is_apposition(gap: str) -> bool:
    marks = set(gap)
    return len(gap) <= _APPOSITION and marks <= _COMMA_OR_DASH and not marks <= {" ", "\xa0"}
