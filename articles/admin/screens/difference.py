"""A further document beside the desk's text: paragraphs and fields, their words told apart.

Which paragraphs stand for each other is `articles.attaching`'s; this marks the words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter

from articles.attaching import Change, difference
from articles.models import Attachment, Translation

# Words of ours times words of theirs. What is longer is marked as a whole, and so is what comes
# when a page has cost enough: comparing words that repeat takes the cube of their number.
MOST_COMPARED, MOST_ON_A_PAGE = 250_000, 2_000_000
_WORDS = re.compile(r"\s+|[^\W_]+|[\W_]")


@dataclass(frozen=True)
class Part:
    """Words of one side; `differs` where the other side doesn't have them."""

    words: str
    differs: bool = False


@dataclass(frozen=True)
class Row:
    """What stands side by side; an empty side lacks it. `label` names a field."""

    ours: list[Part]
    theirs: list[Part]
    label: str = ""

    @property
    def is_same(self) -> bool:
        return not any(part.differs for part in (*self.ours, *self.theirs))


def difference_page(attachment: Attachment) -> dict:
    """Template values of the comparison."""
    found = difference(attachment)
    paragraphs = list(rows_of(found.paragraphs))
    return {
        "fields": [row_of(change) for change in found.fields],
        "paragraphs": paragraphs,
        "changed": sum(not row.is_same for row in paragraphs),
    }


def rows_of(changes: Iterable[Change]) -> Iterator[Row]:
    """A row for each change, its words marked while the page can bear it."""
    left = MOST_ON_A_PAGE
    for change in changes:
        left -= _work(change)
        is_borne = left >= 0 or change.is_none
        yield row_of(change) if is_borne else Row(_whole(change.ours), _whole(change.theirs))


def _work(change: Change) -> int:
    if change.is_none or None in (change.ours, change.theirs):
        return 0
    work = len(_WORDS.findall(change.ours)) * len(_WORDS.findall(change.theirs))
    return work if work <= MOST_COMPARED else 0


def row_of(change: Change) -> Row:
    """The two sides with the words marked that only one of them has."""
    label = str(_label(change.field)) if change.field else ""
    return Row(*parts_of(change.ours, change.theirs), label)


def parts_of(ours: str | None, theirs: str | None) -> tuple[list[Part], list[Part]]:
    """Both texts in parts; one that the other side lacks altogether differs as a whole."""
    if ours is None or theirs is None:
        return _whole(ours), _whole(theirs)
    if ours == theirs:
        return [Part(ours)], [Part(theirs)]
    first, second = _WORDS.findall(ours), _WORDS.findall(theirs)
    if len(first) * len(second) > MOST_COMPARED:
        return _whole(ours), _whole(theirs)
    steps = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    same = [what == "equal" and not _is_gap(first[start:end]) for what, start, end, *_ in steps]
    return (
        list(_joined(first, zip(same, [step[1:3] for step in steps], strict=True))),
        list(_joined(second, zip(same, [step[3:5] for step in steps], strict=True))),
    )


def _is_gap(words: Sequence[str]) -> bool:
    """A space alone between words that differ belongs to them."""
    return "".join(words).isspace()


def _whole(text: str | None) -> list[Part]:
    return [Part(text, differs=True)] if text else []


def _joined(words: Sequence[str], steps: Iterable[tuple[bool, tuple]]) -> Iterator[Part]:
    """The words of neighbouring steps together, where they are both the same or both not."""
    for is_same, group in groupby(steps, key=itemgetter(0)):
        text = "".join("".join(words[start:end]) for _same, (start, end) in group)
        if text:
            yield Part(text, differs=not is_same)


def _label(field: str):
    date = Translation.partial_dates.get(field)
    return (date or Translation._meta.get_field(field)).verbose_name
