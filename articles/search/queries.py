"""What a reader typed, as stems to look for in every way of cutting words.

Pure; how a database is asked is the backends'.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.search.analyser import FAMILIES, analyse, family_of, stems

# Hostile input must not become a query of thousands of terms.
LONGEST_QUERY = 200
MOST_WORDS = 12

# From four letters on, a word that goes on after the query's also counts: "Omurali" finds
# Omuraliev.
_SHORTEST_BEGINNING = 4


@dataclass(frozen=True)
class Phrase:
    """Stems that stand in a row; the last may be the beginning of a longer one."""

    stems: tuple[str, ...]
    is_beginning: bool = False


# All of these phrases, in any order.
Conjunction = tuple[Phrase, ...]


@dataclass(frozen=True)
class Query:
    """A text is a hit when any one of the alternatives is wholly in it."""

    alternatives: tuple[Conjunction, ...]

    def __bool__(self) -> bool:
        return bool(self.alternatives)


def parse(text: str, spellings: Iterable[str] = ()) -> Query:
    """Read a query: all of its words, or else any one of `spellings` as a phrase.

    Whose language the words are isn't known, so each family of languages cuts them its own way.
    """
    text = text[:LONGEST_QUERY]
    found = [_words(text, family) for family in FAMILIES]
    found += [
        (Phrase(tuple(stems(spelling, family))),)
        for spelling in spellings
        for family in FAMILIES
        if stems(spelling, family)
    ]
    return Query(tuple(dict.fromkeys(alternative for alternative in found if alternative)))


def _words(text: str, family: str) -> Conjunction:
    tokens = stems(text, family)[:MOST_WORDS]
    return tuple(dict.fromkeys(Phrase((t,), len(t) >= _SHORTEST_BEGINNING) for t in tokens))


def hit_spans(query: Query, text: str, language: str) -> list[tuple[int, int]]:
    """The code-point ranges of `text` that `query` hits, in order and without overlap."""
    tokens = analyse(text, family_of(language))
    spans = {
        (tokens[at].start, tokens[at + len(phrase.stems) - 1].end)
        for alternative in query.alternatives
        for phrase in alternative
        for at in range(len(tokens) - len(phrase.stems) + 1)
        if _stands_at(phrase, tokens, at)
    }
    return _without_overlap(sorted(spans, key=lambda span: (span[0], -span[1])))


def _stands_at(phrase: Phrase, tokens, at: int) -> bool:
    *firsts, last = phrase.stems
    if any(tokens[at + i].stem != stem for i, stem in enumerate(firsts)):
        return False
    found = tokens[at + len(firsts)].stem
    return found.startswith(last) if phrase.is_beginning else found == last


def _without_overlap(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
