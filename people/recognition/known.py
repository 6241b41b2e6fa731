"""Known names in the fields of one text, which settle each other: a full name in the body makes
"B. Amreyev" in the headline certain.

The first step of recognition; offices and unknown names are later ones.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from people.recognition.bearers import Bearers
from people.recognition.called import called
from people.recognition.endings import bases_of
from people.recognition.gazetteer import Gazetteer, primary
from people.recognition.hearing import heard_in, spelt_as_in
from people.recognition.honours import is_named_after
from people.recognition.lookup import FieldReader, Match
from people.recognition.neighbours import Surroundings
from people.recognition.reading import ReadText
from people.recognition.spans import CONFIRMED, EntityId, Span
from people.recognition.surnames import surnames_at
from people.recognition.verdicts import NOBODY, Settled, Verdict, by_itself, in_context, of_surname
from people.recognition.walks import is_of_another_walk
from people.recognition.worded import may_be_worded, worded_at

_REMEMBERED = 100_000

Judged = list[tuple[Match, Verdict]]

# What the words themselves say against somebody, no context outweighs.
_LASTING = ("other-country", NOBODY.rule)


def find_known(text: ReadText, gazetteer: Gazetteer) -> list[Span]:
    """Return the spans that name known entities, in the order of fields and then of places."""
    search = _Search(text, gazetteer)
    judged = sorted(search.judged(), key=lambda one: search.order(one[0]))
    return [
        _span(match, verdict, text.fields[match.field])
        for match, verdict in judged
        if verdict is not NOBODY
    ]


def _span(match: Match, verdict: Verdict, text: str) -> Span:
    words = text[match.start : match.end]
    return Span(
        field=match.field,
        start=match.start,
        end=match.end,
        text=words,
        entity=verdict.entity,
        status=verdict.status,
        rule=verdict.rule,
        candidates=verdict.candidates,
        called=called(match, words),
    )


class _Search:
    """One text while it is searched: every reading of its words, longest first."""

    def __init__(self, text: ReadText, gazetteer: Gazetteer) -> None:
        self.text, self.gazetteer = text, gazetteer
        self.language = primary(text.language)
        self.places = {field: place for place, field in enumerate(text.fields)}
        found = [match for field in text.fields for match in self._matches_in(field)]
        self.matches = sorted(found, key=_longest_first)

    def order(self, match: Match) -> tuple[int, int]:
        return self.places[match.field], match.start

    def judged(self) -> Judged:
        """First what is certain by itself, then everything in the light of that."""
        alone = {match: self._by_itself(match) for match in self.matches}
        settling = _without_overlaps((match, alone[match]) for match in self.matches)
        around = self._surroundings(settling)
        whole = [one for one in settling if not one[0].is_shortened]
        if heard := self._heard(around if whole == settling else self._surroundings(whole)):
            alone.update({match: self._by_itself(match) for match in heard})
            self._keep_out_strangers(alone)
            self.matches = sorted(self.matches + heard, key=_longest_first)
            settling = _without_overlaps((match, alone[match]) for match in self.matches)
            around = self._surroundings(settling)
        settling = [one for one in settling if one[1] is not NOBODY]
        settled = self._settled(settling, around)
        return _without_overlaps(
            (match, self._finally(match, alone[match], settled, around)) for match in self.matches
        )

    def _finally(
        self,
        match: Match,
        alone: Verdict | None,
        settled: Settled,
        around: dict[str, Surroundings],
    ) -> Verdict | None:
        """What is certain by itself stays so; context can only add to a proposal."""
        if match.is_bare_surname:
            return self._of_surname(match, settled, around[match.field])
        if alone and (alone.status == CONFIRMED or alone.rule in _LASTING):
            return alone
        context = in_context(match, settled)
        if match.is_heard and match.is_of_person:
            return context or NOBODY
        if context and (alone is None or context.status == CONFIRMED):
            return context
        return alone

    def _of_surname(self, match: Match, settled: Settled, around: Surroundings) -> Verdict | None:
        verdict = of_surname(match, settled, around.of(match))
        words = self.text.words[match.field]
        return NOBODY if verdict and is_named_after(match, words) else verdict

    def _heard(self, around: dict[str, Surroundings]) -> list[Match]:
        """Persons under spellings that nobody listed, and their surnames so spelt."""
        heard = [
            match for field in around for match in heard_in(field, around[field], self.gazetteer)
        ]
        if not heard:
            return []
        spelt = spelt_as_in(heard, self.text.words, self.language)
        return heard + [match for field in around for match in self._spelt(field, spelt)]

    def _keep_out_strangers(self, alone: dict[Match, Verdict | None]) -> None:
        """Who only sounds like somebody, and was introduced as somebody else, is so wherever the
        text has the same words."""
        heard = [match for match in alone if match.is_heard]
        strangers = {self._words(match) for match in heard if alone[match] is NOBODY}
        alone.update({match: NOBODY for match in heard if self._words(match) in strangers})

    def _words(self, match: Match) -> str:
        return self.text.fields[match.field][match.start : match.end]

    def _spelt(self, field: str, bearers: Bearers) -> Iterator[Match]:
        words = self.text.words[field]
        for place, word in enumerate(words.texts):
            if word[0].isupper():
                bases = tuple(one for one in bases_of(word, self.language) if one.key in bearers)
                if bases:
                    yield from surnames_at(field, words, place, bases, bearers)

    def _matches_in(self, field: str) -> Iterator[Match]:
        words = self.text.words[field]
        reader = FieldReader(field, self.text, self.gazetteer)
        openings = self.gazetteer.first_words(self.language)
        bearers, wordings = self.gazetteer.bearers, self.gazetteer.wordings
        for place, word in enumerate(words.texts):
            opening = openings[word]
            if opening is None:
                continue
            listed = reader.names_at(place, opening)
            yield from listed
            if may_be_worded(words, place, opening) and all(one.is_single for one in listed):
                yield from worded_at(field, words, place, wordings)
            if opening.surnames:
                yield from surnames_at(field, words, place, opening.surnames, bearers)

    def _by_itself(self, match: Match) -> Verdict | None:
        if match.is_bare_surname:
            return None
        if not match.is_of_person:
            return self._judge(match)
        if not self._is_meant(match):
            return NOBODY
        return self._judge(match, self._country_behind(match))

    def _judge(self, match: Match, country: str | None = None) -> Verdict | None:
        """The same words are judged alike in every text; for former names, of one day."""
        verdicts, on = self.gazetteer.verdicts, self.text.on
        key = match.readings, match.may_be_woman, country, self.language, on
        if key not in verdicts:
            if len(verdicts) >= _REMEMBERED:
                verdicts.clear()
            verdicts[key] = by_itself(
                match, language=self.text.language, on=on, gazetteer=self.gazetteer, country=country
            )
        return verdicts[key]

    def _is_meant(self, match: Match) -> bool:
        """Is a person named, and not a street after the person or a namesake?"""
        words, text = self.text.words[match.field], self.text.fields[match.field]
        return not (is_named_after(match, words) or is_of_another_walk(words, match.first, text))

    def _country_behind(self, match: Match) -> str | None:
        """The country of a place in brackets right behind the name, as in lists of guests."""
        text = self.text.fields[match.field]
        if not text[match.end : match.end + 3].lstrip().startswith("("):
            return None
        return self._countries_at.get((match.field, match.last + 1))

    @cached_property
    def _countries_at(self) -> dict[tuple[str, int], str | None]:
        return {
            (match.field, match.first): reading.name.country
            for match in self.matches
            for reading in match.readings
            if reading.name.entity_kind == "place"
        }

    def _settled(self, settling: Judged, around: dict[str, Surroundings]) -> Settled:
        confirmed = {verdict.entity for _, verdict in settling if verdict.status == CONFIRMED}
        proposed = {verdict.entity for _, verdict in settling if verdict.entity is not None}
        proposed |= {match.only_entity for match in self.matches if match.is_initials} - {None}
        named = {
            entity
            for _, verdict in settling
            for entity in (verdict.entity, *verdict.candidates)
            if entity is not None
        } | proposed
        return Settled(
            frozenset(confirmed),
            frozenset(proposed),
            frozenset(named),
            self._countries(confirmed),
            self._namesakes(around, named),
        )

    def _countries(self, confirmed: Iterable[EntityId]) -> frozenset[str | None]:
        bodies, places = (
            {self.gazetteer.country_of(one) for one in confirmed if self._kind(one) == kind}
            for kind in ("organization", "place")
        )
        return frozenset(bodies | (places - {None}))

    def _kind(self, entity: EntityId) -> str:
        return self.gazetteer.kind_of(entity)

    def _namesakes(
        self, around: dict[str, Surroundings], named: set[EntityId]
    ) -> frozenset[EntityId]:
        return frozenset(
            entity
            for match in self.matches
            if match.is_bare_surname
            and match.may_be_of(named)
            and around[match.field].is_after_given_name(match)
            for entity in named
            if entity in match.bearers
        )

    def _surnames(self, field: str, settling: Judged) -> set[int]:
        """Where a surname stands that somebody named in this text bears."""
        named = {verdict.entity for _, verdict in settling}
        return {
            place
            for match in self.matches
            if match.field == field
            and (match.is_bare_surname or match.is_initials)
            and match.may_be_of(named)
            for place in range(match.first, match.last + 1)
        }

    def _surroundings(self, settling: Judged) -> dict[str, Surroundings]:
        covered: dict[str, set[int]] = {field: set() for field in self.text.fields}
        for match, _ in settling:
            covered[match.field].update(range(match.first, match.last + 1))
        return {
            field: Surroundings(
                text=text,
                words=self.text.words[field],
                covered=covered[field],
                surnames=self._surnames(field, settling),
                given=self.gazetteer.bearers.given_names,
                language=self.language,
            )
            for field, text in self.text.fields.items()
        }


def _longest_first(match: Match) -> int:
    return match.first - match.last


def _without_overlaps(judged: Iterable[tuple[Match, Verdict | None]]) -> Judged:
    """Take the verdicts in the order given, which is longest first, while their words are free."""
    taken: dict[str, set[int]] = {}
    kept = []
    for match, verdict in judged:
        if verdict is None:
            continue
        used = taken.setdefault(match.field, set())
        words = range(match.first, match.last + 1)
        if match.first not in used and used.isdisjoint(words):
            used.update(words)
            kept.append((match, verdict))
    return kept
