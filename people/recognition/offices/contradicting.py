"""Where a text gives an office to somebody, and the record says that another held it then.

Precision first: only what both sides say for certain counts. Pure; storing is the caller's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from people.recognition.offices.beside import IN_OFFICE, bearers
from people.recognition.offices.record import NO, KnownTerm, Offices
from people.recognition.spans import EntityId, Span

# Shortly before taking an office, or after leaving it, people are often called by it already or
# still; that is no contradiction.
_CLOSE = timedelta(days=100)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """In a text, `person` is called holder of `post` in these words; on that day, the record has
    `holders` in it, and the person's own `terms` in it, if any, at other times."""

    person: EntityId
    post: EntityId
    words: str
    field: str
    start: int
    holders: tuple[EntityId, ...]
    terms: tuple[KnownTerm, ...]


def contradictions(
    spans: Iterable[Span], offices: Offices, on: date | None
) -> Iterator[Contradiction]:
    """Yield what the spans of a dated text say against the record, each person and office once."""
    seen = set()
    for span in spans:
        found = _contradiction(span, offices, on) if on else None
        if found and (found.person, found.post) not in seen:
            seen.add((found.person, found.post))
            yield found


def _contradiction(span: Span, offices: Offices, on: date) -> Contradiction | None:
    clue, who = span.clue, bearers(span)
    if span.kind != "name" or not clue or clue.cue != IN_OFFICE or clue.post is None:
        return None
    if len(who) != 1 or not offices.known[clue.post].is_for_one:
        return None
    [person] = who
    terms = tuple(offices.terms_of(person, clue.post))
    # A surname alone is only sure of one who held the office at some time.
    if span.entity is None and not terms:
        return None
    holders = offices.holders(clue.post, on)
    if not holders.certain or any(_is_near(term, on) for term in terms):
        return None
    return Contradiction(
        person, clue.post, clue.words, span.field, span.start, holders.certain, terms
    )


def _is_near(term: KnownTerm, on: date) -> bool:
    return any(term.on(day) != NO for day in (on - _CLOSE, on, on + _CLOSE))
