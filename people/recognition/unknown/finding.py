"""Finding the persons whom nobody knows in the fields of one text.

First whoever is shown to be a person where the name stands; then the same names elsewhere in the
text, where a bare surname, and a headline in capitals, say too little by themselves.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from people.recognition.reading import ReadText
from people.recognition.spans import SUGGESTED, EntityId, Span
from people.recognition.unknown.calling import called
from people.recognition.unknown.field import Field
from people.recognition.unknown.rules import SAME_AGAIN
from people.recognition.unknown.runs import Candidate, Part, candidates_in
from people.recognition.unknown.stems import stems_of
from people.recognition.unknown.weighing import Weighed, clue_of, is_something_else, weigh
from people.recognition.words import Words

# Shorter words of a full name aren't looked for alone: "So" is an American student and a word.
_SHORTEST = 3

# The country of a place that an entity is, or None for what is no place.
CountryOf = Callable[[EntityId], str | None]


def find_unknown(
    text: ReadText, spans: Iterable[Span], country_of: CountryOf = lambda entity: None
) -> list[Span]:
    """Return proposals for persons whom none of `spans` names, in no order.

    They overlap neither each other nor the spans; none is linked or certain.
    """
    language = text.language.partition("-")[0]
    fields = [
        _field(name, text, language, [span for span in spans if span.field == name], country_of)
        for name in text.fields
    ]
    weighed = [
        (field, weigh(field, candidate)) for field in fields for candidate in candidates_in(field)
    ]
    return list(_Proposing(language, weighed).spans())


def _field(
    name: str, text: ReadText, language: str, spans: list[Span], country_of: CountryOf
) -> Field:
    words = text.words[name]
    covered, countries = set(), {}
    for span in spans:
        inside = _words_of(span, words)
        covered.update(inside)
        if span.entity is not None and (country := country_of(span.entity)):
            countries.update(dict.fromkeys(inside, country))
    return Field(name, text.fields[name], words, language, frozenset(covered), countries)


def _words_of(span: Span, words: Words) -> range:
    """Which words of the field the span takes in."""
    return range(words.at(span.start), words.at(span.end - 1) + 1)


@dataclass
class _Proposing:
    """One text of which every candidate is weighed, while the proposals are made."""

    language: str
    weighed: list[tuple[Field, Weighed]]

    def spans(self) -> Iterator[Span]:
        persons = [(field, one) for field, one in self.weighed if one.is_person]
        bearers = self._bearers([one.candidate for _, one in persons])
        for field, one in persons:
            parts, name = one.candidate.parts, called(one.candidate.parts, self.language)
            if len(parts) == 1 or self._opens_sentence(field, one.candidate, bearers):
                parts, name = parts[-1:], self._bearer(parts[-1], bearers) or name
            yield self._span(field, one, parts, one.rule, name)
        for field, one in self.weighed:
            if not one.is_person and (found := self._same_again(field, one.candidate, bearers)):
                yield self._span(field, one, *found)

    def _span(
        self, field: Field, weighed: Weighed, parts: Sequence[Part], rule: str, name: str
    ) -> Span:
        start, end = parts[0].start, parts[-1].end
        return Span(
            field=field.name,
            start=start,
            end=end,
            text=field.text[start:end],
            entity=None,
            status=SUGGESTED,
            rule=rule,
            called=name,
            clue=clue_of(field, weighed),
        )

    def _bearers(self, persons: list[Candidate]) -> dict[str, str]:
        """Whom a single word names: the surname, or the given name, of a longer name found."""
        bearers: dict[str, str] = {}
        for candidate in sorted(
            persons, key=lambda one: (-len(one.names), one.names[0].kind.given == "")
        ):
            name = called(candidate.parts, self.language)
            for part in dict.fromkeys((candidate.names[-1], candidate.names[0])):
                if part is candidate.names[-1] or part.kind.given:
                    for key in self._keys(part):
                        if len(key) >= _SHORTEST or len(candidate.names) == 1:
                            bearers.setdefault(key, name)
        return bearers

    def _keys(self, part: Part) -> list[str]:
        return [stem.key for stem in stems_of(part.text, self.language)]

    def _bearer(self, part: Part, bearers: dict[str, str]) -> str | None:
        return next((bearers[key] for key in self._keys(part) if key in bearers), None)

    def _opens_sentence(self, field: Field, candidate: Candidate, bearers: dict[str, str]) -> bool:
        """Is the first of two words capitalised for beginning the sentence ("Речь Жапарова"),
        since the text has somebody else of that surname?"""
        if len(candidate.parts) != 2 or not field.begins_sentence(candidate.first):
            return False
        first, last = candidate.parts
        if first.is_initial or first.kind.given:
            return False
        name = called(candidate.parts, self.language)
        return any(bearers.get(key, name) != name for key in self._keys(last))

    def _same_again(
        self, field: Field, candidate: Candidate, bearers: dict[str, str]
    ) -> tuple[Sequence[Part], str, str] | None:
        """The parts of a candidate that name somebody whom the text names elsewhere."""
        for part in reversed(candidate.names):
            name = self._bearer(part, bearers)
            if name and not (part.kind.is_thing and field.begins_sentence(part.first)):
                if is_something_else(field, candidate):
                    return None
                return self._whole(candidate, part, name), SAME_AGAIN, name
        return None

    def _whole(self, candidate: Candidate, found: Part, name: str) -> Sequence[Part]:
        """That part with those before it that are in the same name."""
        words = frozenset(name.split())
        place = candidate.parts.index(found)
        whole = [found]
        for part in reversed(candidate.parts[:place]):
            if part.text not in words:
                break
            whole.insert(0, part)
        return whole
