"""Finding known names in the fields of one text, which settle each other: a full name in the
body makes "B. Amreyev" in the headline certain.

What each step knows is in its own module; nothing is stored here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from people.recognition.gazetteer import PERSON, Gazetteer, primary
from people.recognition.lookup import Match, matches_of
from people.recognition.neighbours import FREE, Surroundings, stems_of
from people.recognition.spans import CONFIRMED, EntityId, Span
from people.recognition.verdicts import Settled, Verdict, by_itself, in_context
from people.recognition.words import Word, words_of

Judged = list[tuple[Match, Verdict]]


def find_mentions(
    fields: Mapping[str, str], *, language: str, gazetteer: Gazetteer, on: date | None = None
) -> list[Span]:
    """Return the spans that name known entities, in the order of fields and then of places.

    Spans never overlap; of two that would, the longer counts. `on` is the day whose names are
    meant: without it no former name is certain.
    """
    text = _Text(fields, language, gazetteer, on)
    return [
        _span(match, verdict, fields[match.field])
        for match, verdict in sorted(text.judged(), key=lambda one: text.order(one[0]))
    ]


def _span(match: Match, verdict: Verdict, text: str) -> Span:
    return Span(
        field=match.field,
        start=match.start,
        end=match.end,
        text=text[match.start : match.end],
        entity=verdict.entity,
        status=verdict.status,
        rule=verdict.rule,
        candidates=verdict.candidates,
    )


@dataclass
class _Text:
    """One text while it is searched: its words, and every reading of them, longest first."""

    fields: Mapping[str, str]
    language: str
    gazetteer: Gazetteer
    on: date | None

    def __post_init__(self) -> None:
        self.places = {field: place for place, field in enumerate(self.fields)}
        self.words: dict[str, list[Word]] = {
            field: words_of(text) for field, text in self.fields.items()
        }
        self.matches = sorted(
            self._all_matches(), key=lambda match: (match.first - match.last, self.order(match))
        )

    def order(self, match: Match) -> tuple[int, int]:
        return self.places[match.field], match.start

    def judged(self) -> Judged:
        """First what is certain by itself, then everything in the light of that."""
        alone = {match: self._by_itself(match) for match in self.matches}
        settling = _without_overlaps((match, alone[match]) for match in self.matches)
        around = self._surroundings(settling)
        settled = self._settled(settling, around)
        return _without_overlaps(
            (match, _better(alone[match], self._in_context(match, settled, around)))
            for match in self.matches
        )

    def _all_matches(self) -> Iterator[Match]:
        for field, text in self.fields.items():
            yield from matches_of(
                field, text, self.words[field], language=self.language, gazetteer=self.gazetteer
            )

    def _by_itself(self, match: Match) -> Verdict | None:
        return by_itself(
            match,
            language=self.language,
            on=self.on,
            gazetteer=self.gazetteer,
            country=self._country_behind(match),
        )

    def _in_context(
        self, match: Match, settled: Settled, around: dict[str, Surroundings]
    ) -> Verdict | None:
        beside = around[match.field].of(match) if match.first == match.last else FREE
        return in_context(match, settled, beside)

    def _country_behind(self, match: Match) -> str | None:
        """The country of a place in brackets right behind the name, as in lists of guests."""
        text = self.fields[match.field]
        if not text[match.end : match.end + 3].lstrip().startswith("("):
            return None
        return self._countries_at.get((match.field, match.last + 1))

    @cached_property
    def _countries_at(self) -> dict[tuple[str, int], str | None]:
        return {
            (match.field, match.first): form.name.country
            for match in self.matches
            for form in match.forms
            if form.name.entity_kind == "place"
        }

    def _settled(self, settling: Judged, around: dict[str, Surroundings]) -> Settled:
        confirmed = {verdict.entity for _, verdict in settling if verdict.status == CONFIRMED}
        named = {
            entity
            for _, verdict in settling
            for entity in (verdict.entity, *verdict.candidates)
            if entity is not None
        }
        return Settled(
            frozenset(confirmed),
            frozenset(named),
            self._countries(confirmed),
            self._namesakes(around),
        )

    def _countries(self, confirmed: Iterable[EntityId]) -> frozenset[str | None]:
        bodies, places = (
            {self.gazetteer.country_of(one) for one in confirmed if self._kind(one) == kind}
            for kind in ("organization", "place")
        )
        return frozenset(bodies | (places - {None}))

    def _kind(self, entity: EntityId) -> str:
        return self.gazetteer.kind_of(entity)

    def _namesakes(self, around: dict[str, Surroundings]) -> frozenset[EntityId]:
        return frozenset(
            form.name.entity
            for match in self.matches
            if match.first == match.last and around[match.field].is_after_given_name(match)
            for form in match.forms
            if form.name.entity_kind == PERSON
        )

    def _surroundings(self, settling: Judged) -> dict[str, Surroundings]:
        ordinary = stems_of(word for words in self.words.values() for word in words)
        return {
            field: Surroundings(
                text=text,
                words=self.words[field],
                covered=_covered(settling, field),
                ordinary=ordinary,
                given=self.gazetteer.given_names,
                language=primary(self.language),
            )
            for field, text in self.fields.items()
        }


def _covered(settling: Judged, field: str) -> frozenset[int]:
    return frozenset(
        place
        for match, _ in settling
        if match.field == field
        for place in range(match.first, match.last + 1)
    )


def _better(alone: Verdict | None, context: Verdict | None) -> Verdict | None:
    """What is certain by itself stays so; context can only add to a proposal."""
    if alone and (alone.status == CONFIRMED or alone.rule == "other-country"):
        return alone
    if context and (alone is None or context.status == CONFIRMED):
        return context
    return alone


def _without_overlaps(judged: Iterable[tuple[Match, Verdict | None]]) -> Judged:
    """Take the verdicts in the order given, which is longest first, while their words are free."""
    taken: set[tuple[str, int]] = set()
    kept = []
    for match, verdict in judged:
        words = {(match.field, place) for place in range(match.first, match.last + 1)}
        if verdict and not words & taken:
            taken |= words
            kept.append((match, verdict))
    return kept
