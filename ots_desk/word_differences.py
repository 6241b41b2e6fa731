"""Two wordings told apart: the words marked that one side alone has. Pure.

Which paragraphs of two texts stand for each other is a question of its own for matched texts
(`articles.matching`); here they are taken in order.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from operator import itemgetter

from ots_desk.paragraphs import paragraphs_of

# Words of ours times words of theirs. What is longer is marked as a whole, and so is what comes
# when a page has cost enough: comparing words that repeat takes the cube of their number.
MOST_COMPARED, MOST_ON_A_PAGE = 250_000, 2_000_000
_WORDS = re.compile(r"\s+|[^\W_]+|[\W_]")


@dataclass(frozen=True)
class Part:
    """Words of one side; `differs` where the other side doesn't have them."""

    words: str
    differs: bool = False


def parts_of(ours: str | None, theirs: str | None) -> tuple[list[Part], list[Part]]:
    """Both texts in parts; one that the other side lacks altogether differs as a whole."""
    if ours is None or theirs is None:
        return whole(ours), whole(theirs)
    if ours == theirs:
        return [Part(ours)], [Part(theirs)]
    first, second = _WORDS.findall(ours), _WORDS.findall(theirs)
    if len(first) * len(second) > MOST_COMPARED:
        return whole(ours), whole(theirs)
    steps = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    same = [what == "equal" and not _is_gap(first[start:end]) for what, start, end, *_ in steps]
    return (
        list(_joined(first, zip(same, [step[1:3] for step in steps], strict=True))),
        list(_joined(second, zip(same, [step[3:5] for step in steps], strict=True))),
    )


def _is_gap(words: Sequence[str]) -> bool:
    """A space alone between words that differ belongs to them."""
    return "".join(words).isspace()


def told_apart(ours: str, theirs: str) -> tuple[list[list[Part]], list[list[Part]]]:
    """Whole texts, paragraph by paragraph in parts: those that are equal stand for each other, and
    words are compared in those between, while a page can bear it."""
    first, second = paragraphs_of(ours), paragraphs_of(theirs)
    left, told = MOST_ON_A_PAGE, ([], [])
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for _what, start, end, since, until in matcher.get_opcodes():
        for pair in zip_longest(first[start:end], second[since:until]):
            left -= work_of(*pair)
            sides = parts_of(*pair) if left >= 0 else map(whole, pair)
            for paragraphs, parts in zip(told, sides, strict=True):
                paragraphs.extend([parts] if parts else [])
    return told


def work_of(ours: str | None, theirs: str | None) -> int:
    """What comparing the two costs; nothing where they aren't compared word by word."""
    if ours is None or theirs is None or ours == theirs:
        return 0
    work = len(_WORDS.findall(ours)) * len(_WORDS.findall(theirs))
    return work if work <= MOST_COMPARED else 0


def whole(text: str | None) -> list[Part]:
    return [Part(text, differs=True)] if text else []


def _joined(words: Sequence[str], steps: Iterable[tuple[bool, tuple]]) -> Iterator[Part]:
    """The words of neighbouring steps together, where they are both the same or both not."""
    for is_same, group in groupby(steps, key=itemgetter(0)):
        text = "".join("".join(words[start:end]) for _same, (start, end) in group)
        if text:
            yield Part(text, differs=not is_same)
