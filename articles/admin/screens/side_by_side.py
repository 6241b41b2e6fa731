"""Two bodies in rows: paragraphs that stand for each other, shared persons and figures marked.

Plain values; which paragraphs belong together is in the evidence (`articles.matching`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from articles.models import Mention
from ots_desk.paragraphs import placed_paragraphs

# Days, years, amounts: what two texts on one event share whatever their language.
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Part:
    """Words of a paragraph; `number` is that of a person whom both texts name, `is_figure` marks
    a figure that both paragraphs print."""

    words: str
    number: int | None = None
    is_figure: bool = False


@dataclass(frozen=True)
class Row:
    """The paragraphs that stand side by side; one of them may be missing."""

    number: int
    first: list[Part]
    second: list[Part]


@dataclass(frozen=True)
class Body:
    """A body and the persons named in it, in the order of reading."""

    words: str
    mentions: Sequence[Mention]

    @property
    def paragraphs(self) -> list[tuple[int, str]]:
        return placed_paragraphs(self.words)


def rows_of(first: Body, second: Body, aligned: Iterable[Sequence[int]]) -> list[Row]:
    """The rows of a comparison; without an alignment, paragraph by paragraph in their order."""
    numbers = _shared_persons(first, second)
    ours, theirs = first.paragraphs, second.paragraphs
    places = list(_places(len(ours), len(theirs), list(aligned)))
    return [
        _row(
            number,
            (ours[one] if one is not None else None, first.mentions),
            (theirs[other] if other is not None else None, second.mentions),
            numbers,
        )
        for number, (one, other) in enumerate(places, start=1)
    ]


def _places(
    count: int, other_count: int, aligned: list[Sequence[int]]
) -> Iterator[tuple[int | None, int | None]]:
    """Every paragraph of both once, in order; what has no partner stands alone in its row."""
    if not aligned:
        yield from zip_longest(range(count), range(other_count))
        return
    at = other_at = 0
    for one, other in sorted(map(tuple, aligned)):
        yield from ((place, None) for place in range(at, one))
        yield from ((None, place) for place in range(other_at, other))
        yield (one if one >= at else None), (other if other >= other_at else None)
        at, other_at = max(at, one + 1), max(other_at, other + 1)
    yield from ((place, None) for place in range(at, count))
    yield from ((None, place) for place in range(other_at, other_count))


def _shared_persons(first: Body, second: Body) -> dict[int, int]:
    """The persons whom both name, numbered in the order of the first."""
    there = {mention.entity_id for mention in second.mentions}
    shared = dict.fromkeys(m.entity_id for m in first.mentions if m.entity_id in there)
    return {entity: number for number, entity in enumerate(shared, start=1)}


def _row(number: int, one: tuple, other: tuple, numbers: dict[int, int]) -> Row:
    printed = [set(_FIGURE.findall(side[0][1])) if side[0] else set() for side in (one, other)]
    figures = printed[0] & printed[1]
    return Row(
        number,
        *(
            list(_parts(paragraph, mentions, numbers, figures)) if paragraph else []
            for paragraph, mentions in (one, other)
        ),
    )


def _parts(
    paragraph: tuple[int, str],
    mentions: Sequence[Mention],
    numbers: dict[int, int],
    figures: set[str],
) -> Iterator[Part]:
    start, words = paragraph
    at = 0
    for mention in mentions:
        begin, end = mention.start - start, mention.end - start
        if mention.entity_id not in numbers or begin < at or end > len(words):
            continue
        yield from _figure_parts(words[at:begin], figures)
        yield Part(words[begin:end], number=numbers[mention.entity_id])
        at = end
    yield from _figure_parts(words[at:], figures)


def _figure_parts(words: str, figures: set[str]) -> Iterator[Part]:
    at = 0
    for match in _FIGURE.finditer(words):
        if match[0] in figures:
            yield Part(words[at : match.start()])
            yield Part(match[0], is_figure=True)
            at = match.end()
    yield Part(words[at:])
