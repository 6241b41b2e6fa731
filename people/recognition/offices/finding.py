"""The step of recognition that reads offices: it judges names by the offices beside them, and
adds the offices that stand for a name.

What it needs to know is in the modules beside it; nothing is stored here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from people.recognition.offices.beside import IN_OFFICE, Beside, Finder, judged
from people.recognition.offices.namesakes import Namesakes, without_namesakes
from people.recognition.offices.reading import NOW, OPEN, SAID, Known, Reader, Reading
from people.recognition.offices.record import Offices
from people.recognition.offices.rules import WITH_OFFICE
from people.recognition.offices.settling import Evidence, Holder, Told, settle
from people.recognition.offices.surroundings import Field
from people.recognition.offices.vocabulary import (
    HOME,
    VERBS_IN_HEADLINES,
    Vocabulary,
    vocabulary_of,
)
from people.recognition.reading import ReadText
from people.recognition.russian import is_undeclined
from people.recognition.spans import CONFIRMED, SUGGESTED, Clue, EntityId, Span
from people.recognition.words import key_of


def find_offices(text: ReadText, spans: list[Span], offices: Offices, known: Known) -> list[Span]:
    """Return the spans of the steps before, judged anew where an office stands beside a name,
    and those of kind "office"; in the order of fields and then of places, none over another."""
    return _Step(text, spans, offices, known).found()


@dataclass
class _Step:
    """One text while its offices are read; `spans` are by their places."""

    text: ReadText
    before: list[Span]
    offices: Offices
    known: Known

    def __post_init__(self) -> None:
        self.language = self.text.language.partition("-")[0]
        self.numbers = {name: number for number, name in enumerate(self.text.fields)}
        self.fields = {name: self._field(name) for name in self.text.fields}

    def found(self) -> list[Span]:
        readings = list(self._readings())
        beside = self._beside(readings)
        names = self._names(beside)
        alone = [reading for reading in readings if self._order(reading) not in beside]
        told = self._told(names, readings, alone)
        places = [self._office(reading, told) for reading in alone]
        return sorted([*names, *(span for span in places if span)], key=self._place)

    def _field(self, name: str) -> Field:
        spans = [span for span in self.before if span.field == name]
        return Field(name, self.text.fields[name], self.text.words[name], spans)

    def _place(self, span: Span) -> tuple[int, int]:
        return self.numbers[span.field], span.start

    def _order(self, reading: Reading) -> tuple[int, int]:
        return self.numbers[reading.place.name], reading.start

    def _readings(self) -> Iterator[Reading]:
        reader = Reader(self.text.language, self.offices, self.known)
        for field in self.fields.values():
            yield from reader.readings(field)

    # Names beside an office

    def _beside(self, readings: list[Reading]) -> dict[tuple[int, int], Beside]:
        finder = Finder(self.text.language, self.offices, self.known)
        found = ((self._order(reading), finder.beside(reading)) for reading in readings)
        return {order: beside for order, beside in found if beside}

    def _names(self, beside: dict[tuple[int, int], Beside]) -> list[Span]:
        on = self.text.on
        spans = {self._place(span): span for span in self.before}
        for one in sorted(beside.values(), key=lambda one: one.is_close):
            spans[self._place(one.span)] = judged(one, self.offices, self.known, on)
        namesakes = Namesakes(self.text.language, self.offices, self.known)
        named = (namesakes.judged(span, self.fields[span.field]) for span in spans.values())
        return _alike(without_namesakes(named))

    # Offices alone

    def _told(self, names: list[Span], readings: list[Reading], alone: list[Reading]) -> Told:
        confirmed = [span for span in names if span.status == CONFIRMED]
        return Told(
            evidence=self._evidence(names, readings, alone),
            named=frozenset(span.entity for span in confirmed if self._is(span, "person")),
            bodies=frozenset(span.entity for span in confirmed if not self._is(span, "person")),
            countries=frozenset(
                self.known.country_of(span.entity) for span in confirmed if self._is(span, "place")
            ),
            home=HOME.get(self.language),
        )

    def _is(self, span: Span, kind: str) -> bool:
        return self.known.kind_of(span.entity) == kind

    def _evidence(
        self, names: list[Span], readings: list[Reading], alone: list[Reading]
    ) -> tuple[Evidence, ...]:
        """What tells whose office is meant; nothing, where no words leave that open."""
        asking = [one for one in alone if one.manner == NOW and one.owner == OPEN]
        if not asking:
            return ()
        saying = [one for one in readings if one.manner == NOW and one.owner != OPEN]
        of_readings = (self._evidence_of_reading(reading) for reading in [*saying, *asking])
        evidence = [*of_readings, *self._evidence_of_names(names)]
        return tuple(sorted(evidence, key=lambda one: one.order))

    def _evidence_of_reading(self, reading: Reading) -> Evidence:
        is_one = reading.owner == SAID and len(reading.posts) == 1
        return Evidence(
            order=self._order(reading),
            paragraph=reading.place.paragraph(reading.first),
            post=next(iter(reading.posts)) if is_one else None,
            label=reading.label,
            # An office beside an unknown name is that person's.
            is_open=reading.owner == OPEN and not _belongs_to_unknown_name(reading),
        )

    def _evidence_of_names(self, names: list[Span]) -> Iterator[Evidence]:
        """Whoever is named brings the offices held that day into the text."""
        for span in names:
            clue = span.clue if span.clue and span.clue.cue == IN_OFFICE else None
            posts = {clue.post} if clue and clue.post is not None else set()
            if span.entity is not None:
                posts |= self.offices.posts_on(span.entity, self.text.on)
            place = self.fields[span.field]
            for post in sorted(posts, key=str):
                paragraph = place.paragraph(place.place_of(span))
                yield Evidence(self._place(span), paragraph, post, frozenset({post}))

    def _office(self, reading: Reading, told: Told) -> Span | None:
        if _belongs_to_unknown_name(reading):
            return None
        holder = settle(reading, self._order(reading), told, self.offices, self.text.on)
        place = _free_words(reading, vocabulary_of(self.language))
        return _span(reading, holder, *place) if holder and place else None


def _belongs_to_unknown_name(reading: Reading) -> bool:
    """A capitalised word right behind may be a name that nobody knows yet."""
    place, behind = reading.place, reading.last + 1
    if not place.follows(behind) or not place.is_unknown_name(behind):
        return False
    if place.key(behind) in VERBS_IN_HEADLINES:
        return False
    # "помощник президента Тестбек ...": a Russian name would stand in the office's case.
    return not (reading.is_oblique and is_undeclined(place.words.texts[behind]))


def _free_words(reading: Reading, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """The longest run of the label's words that no name covers: "Secretary" of "Secretary of the
    Security Council"."""
    place, found = reading.place, reading.found
    runs = [
        list(run)
        for is_free, run in groupby(
            range(found.first, found.last + 1), key=lambda at: place.span_at(at) is None
        )
        if is_free
    ]
    empty = (vocabulary.articles, vocabulary.of)
    longest = max(runs, key=len, default=[])
    while longest and any(place.key(longest[-1]) in words for words in empty):
        longest.pop()
    while longest and any(place.key(longest[0]) in words for words in empty):
        longest.pop(0)
    return (longest[0], longest[-1]) if longest else None


def _span(reading: Reading, holder: Holder, first: int, last: int) -> Span:
    words, found = reading.place.words, reading.found
    start = words.start(first)
    length = found.length if last == found.last else len(words.texts[last])
    end = words.start(last) + length
    country = reading.country
    return Span(
        field=reading.place.name,
        start=start,
        end=end,
        text=reading.place.text[start:end],
        entity=holder.person,
        status=holder.status,
        rule=holder.rule,
        candidates=holder.candidates,
        kind="office",
        called=found.label.text,
        clue=Clue(cue=IN_OFFICE, words=reading.words, post=holder.post, country=country),
    )


def _alike(spans: list[Span]) -> list[Span]:
    """A surname that an office has settled means the same person wherever the text repeats it."""
    settled: dict[str, set[EntityId | None]] = {}
    for span in spans:
        if span.rule == WITH_OFFICE:
            settled.setdefault(_called(span), set()).add(span.entity)
    if not settled:
        return spans
    return [_settled(span, settled.get(_called(span), set())) for span in spans]


def _settled(span: Span, persons: set[EntityId | None]) -> Span:
    if span.entity is not None or len(persons) != 1 or not persons & set(span.candidates):
        return span
    [person] = persons
    return replace(span, entity=person, candidates=(), status=SUGGESTED, rule=WITH_OFFICE)


def _called(span: Span) -> str:
    return key_of(span.called or span.text)
