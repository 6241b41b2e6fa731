"""What two texts in one language word otherwise: the words marked that one side alone has.

For pairs in the rows of `side_by_side`; how words are compared is
`ots_desk.word_differences`'s.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.admin.screens.side_by_side import Part, Row
from ots_desk.word_differences import Part as Compared
from ots_desk.word_differences import parts_of

# Paragraphs with less in common are two wordings: to mark nearly everything shows nothing.
MIN_COMMON = 0.4
# Letters of both sides on one page; the time grows with the square of what is in a paragraph.
MOST_LETTERS = 60_000


@dataclass(frozen=True)
class Marked:
    """Words as in `side_by_side`; `differs` where the other side hasn't got them."""

    words: str
    number: int | None = None
    is_figure: bool = False
    differs: bool = False


def with_differences(rows: Iterable[Row]) -> list[Row]:
    """The rows, with the words marked that only one of the two paragraphs has."""
    left, marked = MOST_LETTERS, []
    for row in rows:
        left -= len(_words(row.first)) + len(_words(row.second))
        marked.append(_told_apart(row) if left >= 0 else row)
    return marked


def _told_apart(row: Row) -> Row:
    ours, theirs = _words(row.first), _words(row.second)
    if not (ours and theirs) or ours == theirs:
        return row
    first, second = parts_of(ours, theirs)
    if _common(first) < MIN_COMMON * min(len(ours), len(theirs)):
        return row
    return Row(row.number, list(_cut(row.first, first)), list(_cut(row.second, second)))


def _words(parts: Iterable[Part]) -> str:
    return "".join(part.words for part in parts)


def _common(parts: Iterable[Compared]) -> int:
    return sum(len(part.words) for part in parts if not part.differs)


def _cut(parts: Sequence[Part], compared: Sequence[Compared]) -> Iterator[Marked]:
    """The parts of a paragraph, cut where sameness begins and ends."""
    edges, at = [], 0
    for one in compared:
        edges.append((at, at + len(one.words), one.differs))
        at += len(one.words)
    start = 0
    for part in parts:
        end = start + len(part.words)
        for begin, stop, differs in edges:
            if words := part.words[max(begin - start, 0) : max(min(stop, end) - start, 0)]:
                yield Marked(words, part.number, part.is_figure, differs)
        start = end
