"""Where words stand after an edit. Plain text in, places out; what is done with them is
`articles.following`'s."""

import re
from bisect import bisect_right
from difflib import SequenceMatcher

# Words and signs; white space may change around them without moving anything.
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Shift:
    """What an edit did to each word of a text: `Shift(old, new).place_of(start, end)`."""

    def __init__(self, old: str, new: str):
        self.old, self.new = old, new
        before = [(match.start(), match[0]) for match in _TOKEN.finditer(old)]
        after = [(match.start(), match[0]) for match in _TOKEN.finditer(new)]
        words = [[word for _start, word in tokens] for tokens in (before, after)]
        self._starts = [start for start, _word in before]
        self._moved = {
            before[one + step][0]: after[other + step][0]
            for one, other, size in SequenceMatcher(
                None, *words, autojunk=False
            ).get_matching_blocks()
            for step in range(size)
        }

    def place_of(self, start: int, end: int) -> int | None:
        """Where `old[start:end]` begins in the new text; None where the edit changed it.

        Words that come several times are told apart by what stands around them, so two of them
        never get one place.
        """
        token = bisect_right(self._starts, start) - 1
        if token < 0 or (new_token := self._moved.get(self._starts[token])) is None:
            return None
        place = new_token + start - self._starts[token]
        words = self.old[start:end]
        return place if self.new[place : place + len(words)] == words else None
