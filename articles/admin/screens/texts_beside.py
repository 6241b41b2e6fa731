"""Two texts of one article in rows: what stands for what, who is named in both, what one lacks.

Which paragraphs belong together is `articles.matching.alignment`'s; directions are
`articles.directing`'s.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from articles.choices import MentionField, MentionStatus
from articles.matching.alignment import align
from articles.models import Mention, Translation
from ots_desk.paragraphs import placed_paragraphs
from people.models import Entity

# Days, years, amounts, with what parts their thousands: 12 345,6 and 12.09.2025.
_FIGURE = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*")
_FIELDS = (MentionField.HEADLINE, MentionField.DECK, MentionField.CAPTION)


@dataclass(frozen=True)
class Part:
    """Words of a text: plain, a name that both texts have (with its `number`), or a figure; what
    the other text lacks is `alone`."""

    words: str
    number: int | None = None
    is_figure: bool = False
    is_alone: bool = False


@dataclass(frozen=True)
class Row:
    """What stands side by side; an empty side lacks it. `places` are those of the first text's
    paragraphs, `label` names a field; `is_changed` where the first has changed."""

    label: str
    first: list[list[Part]]
    second: list[list[Part]]
    places: tuple[int, ...] = ()
    is_changed: bool = False


@dataclass(frozen=True)
class Beside:
    """`both` are the entities that both texts name, with their numbers."""

    rows: list[Row]
    both: list[tuple[int, Entity]]
    only_first: list[Entity]
    only_second: list[Entity]


def texts_beside(
    first: Translation, second: Translation, changed: frozenset[int] = frozenset()
) -> Beside:
    """The rows of a comparison, in the order of the texts; `changed` are the places of the first
    one's paragraphs to be marked."""
    sides = _Side(first), _Side(second)
    entities = [side.entities for side in sides]
    shared = [pk for pk in entities[0] if pk in entities[1]]
    numbers = {pk: number for number, pk in enumerate(shared, start=1)}
    for side, other in (sides, sides[::-1]):
        side.numbers, side.lacking = numbers, side.figures - other.figures
    return Beside(
        [replace(row, is_changed=bool(changed & set(row.places))) for row in _rows(*sides)],
        [(numbers[pk], entities[0][pk]) for pk in shared],
        [entity for pk, entity in entities[0].items() if pk not in numbers],
        [entity for pk, entity in entities[1].items() if pk not in numbers],
    )


def _rows(first: "_Side", second: "_Side") -> Iterator[Row]:
    for field in _FIELDS[:2]:
        yield from _field_row(field, first, second)
    for number, (ours, theirs) in enumerate(_blocks(first, second), start=1):
        yield Row(
            str(number),
            [first.parts(MentionField.BODY, *first.paragraphs[place]) for place in ours],
            [second.parts(MentionField.BODY, *second.paragraphs[place]) for place in theirs],
            tuple(ours),
        )
    yield from _field_row(_FIELDS[2], first, second)


def _field_row(field: MentionField, first: "_Side", second: "_Side") -> Iterator[Row]:
    sides = [
        [side.parts(field, 0, words)] if (words := getattr(side.text, field)) else []
        for side in (first, second)
    ]
    if any(sides):
        yield Row(str(field.label), *sides)


def _blocks(first: "_Side", second: "_Side") -> list[tuple[list[int], list[int]]]:
    ours, theirs = ([words for _at, words in side.paragraphs] for side in (first, second))
    pairs = align(ours, theirs, (first.text.language, second.text.language))
    return blocks_of(pairs, len(ours), len(theirs))


def blocks_of(
    pairs: Iterable[Sequence[int]], count: int, other_count: int
) -> list[tuple[list[int], list[int]]]:
    """Every paragraph of both once, in order: those that stand for each other together, be it one
    for several; what fits nothing alone. Without any pair, one by one as they come."""
    joined = _joined(sorted(map(tuple, pairs)))
    if not joined:
        sides = zip_longest(range(count), range(other_count))
        return [tuple([place] if place is not None else [] for place in row) for row in sides]
    found, at, other_at = [], 0, 0
    for ours, theirs in joined:
        found += [([place], []) for place in range(at, ours[0])]
        found += [([], [place]) for place in range(other_at, theirs[0])]
        found.append((ours, theirs))
        at, other_at = ours[-1] + 1, theirs[-1] + 1
    found += [([place], []) for place in range(at, count)]
    found += [([], [place]) for place in range(other_at, other_count)]
    return found


def _joined(pairs: Iterable[tuple[int, int]]) -> list[tuple[list[int], list[int]]]:
    """Pairs that share a paragraph, as one block with all that lies between its ends."""
    ends: list[list[int]] = []
    for one, other in pairs:
        if ends and (one <= ends[-1][1] or other <= ends[-1][3]):
            ends[-1][1], ends[-1][3] = max(ends[-1][1], one), max(ends[-1][3], other)
        else:
            ends.append([one, one, other, other])
    return [(list(range(a, b + 1)), list(range(c, d + 1))) for a, b, c, d in ends]


class _Side:
    """One of the two texts: its names, its figures, and how its words are cut into parts."""

    def __init__(self, text: Translation):
        self.text = text
        self.paragraphs = placed_paragraphs(text.body)
        self.mentions = _names_in(text)
        words = " \n".join(getattr(text, field) for field in MentionField.values)
        self.figures = set(map(_plain, _FIGURE.findall(words)))
        self.numbers: dict[int, int] = {}
        self.lacking: set[str] = set()

    @property
    def entities(self) -> dict[int, Entity]:
        return {mention.entity_id: mention.entity for mention in self.mentions}

    def parts(self, field: str, start: int, words: str) -> list[Part]:
        """The words of a field from `start` on, cut at names and figures."""
        return [part for part in self._cut(field, start, words) if part.words]

    def _cut(self, field: str, start: int, words: str) -> Iterator[Part]:
        at = 0
        for mention in self.mentions:
            begin, end = mention.start - start, mention.end - start
            if mention.field != field or begin < at or end > len(words):
                continue
            yield from self._figure_parts(words[at:begin])
            number = self.numbers.get(mention.entity_id)
            yield Part(words[begin:end], number, is_alone=number is None)
            at = end
        yield from self._figure_parts(words[at:])

    def _figure_parts(self, words: str) -> Iterator[Part]:
        at = 0
        for match in _FIGURE.finditer(words):
            yield Part(words[at : match.start()])
            yield Part(match[0], is_figure=True, is_alone=_plain(match[0]) in self.lacking)
            at = match.end()
        yield Part(words[at:])


def _names_in(text: Translation) -> list[Mention]:
    """The names to mark, in the order of reading; of two that overlap the longer one first."""
    found = (
        text.mentions.filter(entity__isnull=False)
        .exclude(status__in=[MentionStatus.REJECTED, MentionStatus.BROKEN])
        .select_related("entity")
        .order_by("field", "start", "-end")
    )
    there = [m for m in found if getattr(text, m.field)[m.start : m.end] == m.text]
    return sorted(there, key=lambda m: MentionField.values.index(m.field))


def _plain(figure: str) -> str:
    """A figure without what parts its thousands: 12,345 is 12 345."""
    return re.sub(r"\D", "", figure)
