"""Known names in the fields of one text, which settle each other: a full name in the body makes
"B. Amreyev" in the headline certain.

The first step of recognition; offices and unknown names are later ones.
"""

from collections.abc import Callable, Iterable, Set
from dataclasses import replace
from functools import cached_property

from people.recognition.called import called
from people.recognition.gazetteer import Gazetteer, primary
from people.recognition.honours import is_named_after, is_of_another_generation
from people.recognition.lookup import Match
from people.recognition.neighbours import Surroundings
from people.recognition.reading import ReadText
from people.recognition.searching import heard_of, matches_of
from people.recognition.spans import CONFIRMED, EntityId, Span
from people.recognition.verdicts import NOBODY, Settled, Verdict, by_itself, in_context, of_surname
from people.recognition.walks import is_of_another_walk

_REMEMBERED = 100_000

Judged = list[tuple[Match, Verdict]]

# What the words themselves say against somebody, no context outweighs.
_LASTING = ("other-country", NOBODY.rule)


def find_known(text: ReadText, gazetteer: Gazetteer) -> list[Span]:
    """Return the spans that name known entities, in the order of fields and then of places."""
    judge = _Judge(text, gazetteer)
    judged = sorted(judge.judged(), key=lambda one: judge.order(one[0]))
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


class _Judge:
    """One text while it is decided whom its words name."""

    def __init__(self, text: ReadText, gazetteer: Gazetteer) -> None:
        self.text, self.gazetteer = text, gazetteer
        self.language = primary(text.language)
        self.places = {field: place for place, field in enumerate(text.fields)}
        self._alone: dict[Match, Verdict | None] = {}
        self._take(matches_of(text, gazetteer))

    def _take(self, matches: Iterable[Match]) -> None:
        self.matches = sorted(matches, key=_longest_first)
        self.surnames = [one for one in self.matches if one.is_bare_surname or one.is_initials]

    def order(self, match: Match) -> tuple[int, int]:
        return self.places[match.field], match.start

    def judged(self) -> Judged:
        """First what is certain by itself, then everything in the light of that."""
        settling = self._settling()
        settled = self._settled([one for one in settling if one[1] is not NOBODY])
        around = self._surroundings(settling)
        settled = replace(settled, namesakes=self._namesakes(around, settled.named))
        return _without_overlaps(self.matches, lambda match: self._finally(match, settled, around))

    def _settling(self) -> Judged:
        """What the words say by themselves, listed names before those that only sound known."""
        settling = _without_overlaps(self.matches, self._by_itself)
        whole = [one for one in settling if not one[0].is_shortened]
        heard = heard_of(self.text, self._surroundings(whole), self.gazetteer)
        if not heard:
            return settling
        self._keep_out_strangers(heard)
        self._take(self.matches + heard)
        return _without_overlaps(self.matches, self._by_itself)

    def _keep_out_strangers(self, heard: list[Match]) -> None:
        """Who only sounds like somebody, and was introduced as somebody else, is so wherever the
        text has the same words."""
        strangers = {self._words(match) for match in heard if self._by_itself(match) is NOBODY}
        same = [match for match in heard if self._words(match) in strangers]
        self._alone.update(dict.fromkeys(same, NOBODY))

    def _words(self, match: Match) -> str:
        return self.text.fields[match.field][match.start : match.end]

    def _finally(
        self, match: Match, settled: Settled, around: dict[str, Surroundings]
    ) -> Verdict | None:
        """What is certain by itself stays so; context can only add to a proposal."""
        if match.is_bare_surname:
            return self._of_surname(match, settled, around[match.field])
        alone = self._by_itself(match)
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

    def _by_itself(self, match: Match) -> Verdict | None:
        if match not in self._alone:
            self._alone[match] = self._of_words(match)
        return self._alone[match]

    def _of_words(self, match: Match) -> Verdict | None:
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
        if key in verdicts:
            return verdicts[key]
        if len(verdicts) >= _REMEMBERED:
            verdicts.clear()
        verdict = verdicts[key] = by_itself(
            match, language=self.text.language, on=on, gazetteer=self.gazetteer, country=country
        )
        return verdict

    def _is_meant(self, match: Match) -> bool:
        """Is a person named, and not a street after the person or a namesake?"""
        words, text = self.text.words[match.field], self.text.fields[match.field]
        return not (
            is_named_after(match, words)
            or is_of_another_walk(words, match.first, text)
            or is_of_another_generation(match, text)
        )

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

    def _settled(self, settling: Judged) -> Settled:
        confirmed = {verdict.entity for _, verdict in settling if verdict.status == CONFIRMED}
        proposed = {verdict.entity for _, verdict in settling}
        proposed |= {match.only_entity for match in self.surnames if match.is_initials}
        named = proposed.union(*(verdict.candidates for _, verdict in settling))
        return Settled(
            frozenset(confirmed),
            frozenset(proposed - {None}),
            frozenset(named - {None}),
            self._countries(confirmed),
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
        self, around: dict[str, Surroundings], named: Set[EntityId]
    ) -> frozenset[EntityId]:
        return frozenset(
            entity
            for match in self.surnames
            if match.bearers
            and match.may_be_of(named)
            and around[match.field].is_after_given_name(match)
            for entity in named
            if entity in match.bearers
        )

    def _surroundings(self, settling: Judged) -> dict[str, Surroundings]:
        covered: dict[str, set[int]] = {field: set() for field in self.text.fields}
        surnames: dict[str, set[int]] = {field: set() for field in self.text.fields}
        named = {verdict.entity for _, verdict in settling}
        for match, _ in settling:
            covered[match.field].update(match.places)
        for match in self.surnames:
            if match.may_be_of(named):
                surnames[match.field].update(match.places)
        given = self.gazetteer.bearers.given_names
        return {
            field: Surroundings(words, covered[field], surnames[field], given, self.language)
            for field, words in self.text.words.items()
        }


def _longest_first(match: Match) -> int:
    return match.first - match.last


def _without_overlaps(matches: Iterable[Match], judge: Callable[[Match], Verdict | None]) -> Judged:
    """Judge the matches in the order given, which is longest first, while their words are free.

    As those taken before are no shorter, they overlap where they cover the first word or the last.
    """
    taken: dict[str, set[int]] = {}
    kept = []
    for match in matches:
        used = taken.setdefault(match.field, set())
        if match.first not in used and match.last not in used and (verdict := judge(match)):
            used.update(match.places)
            kept.append((match, verdict))
    return kept
