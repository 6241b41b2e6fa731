"""The sentence in which words of a text stand. Plain text in, pieces out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# What may end a sentence: not the full stop of an initial ("S. Japarov"); an empty line always.
_PAUSE = re.compile(r"(?<!\b\w)[.!?…]+[»”\")]*(?=\s)|(?=\n)")

_NEXT_SIGN = re.compile(r"\s*+(.?)", re.DOTALL)

# So much of a long sentence is shown on either side.
REACH = 160


class Sentence(NamedTuple):
    """Words with what the sentence has before and behind them."""

    before: str
    words: str
    behind: str


def sentence_around(text: str, start: int, end: int) -> Sentence:
    """Cut out the sentence with `text[start:end]`; of a long one the middle, with … at the ends."""
    ends = [0, *_ends(text), len(text)]
    first = max(place for place in ends if place <= start)
    last = min(place for place in ends if place >= end)
    before, behind = text[first:start].lstrip(), text[end:last]
    return Sentence(_clipped(before[::-1])[::-1], text[start:end], _clipped(behind))


def _ends(text: str) -> Iterator[int]:
    """Where sentences end. What goes on in small letters goes on: "the U.S. side"."""
    for pause in _PAUSE.finditer(text):
        behind = _NEXT_SIGN.match(text, pause.end())[1]
        if not behind.islower() or text.startswith("\n", pause.end()):
            yield pause.end()


def _clipped(words: str) -> str:
    """At most REACH signs from the start, cut between words."""
    if len(words) <= REACH:
        return words
    return words[:REACH].rpartition(" ")[0] + " …"
