"""One field of a text around its offices: its words, and the names found among them."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from people.recognition.spans import Span
from people.recognition.words import Word, Words

_SPACES = frozenset(" \t\xa0\n")
_SENTENCE_ENDS = frozenset(".!?:;\n")
_LONGEST_GAP = 2
_DIGITS = 4


class Field:
    """Words by their places, and the names that cover them."""

    def __init__(self, name: str, text: str, words: Words, spans: Sequence[Span]) -> None:
        """`spans` are those of this field, in the order of their places."""
        self.name, self.text, self.words = name, text, words
        self.count = len(words)
        self._spans = spans
        self._starts = [span.start for span in spans]

    @cached_property
    def years(self) -> list[tuple[int, int]]:
        """The places of the years that the field names, and the years."""
        return [
            (place, int(word))
            for place, word in enumerate(self.words.texts)
            if len(word) == _DIGITS and word.isdecimal() and word.startswith(("19", "20"))
        ]

    def key(self, place: int) -> str:
        """The folded word, "" where there is none."""
        return self.words.key(place) if 0 <= place < self.count else ""

    def word(self, place: int) -> Word:
        return self.words[place]

    def span_at(self, place: int) -> Span | None:
        """The name that covers a word, or the word's beginning."""
        if not 0 <= place < self.count:
            return None
        start = self.words.start(place)
        number = bisect_right(self._starts, start) - 1
        if number < 0 or self._spans[number].end <= start:
            return None
        return self._spans[number]

    def place_of(self, span: Span) -> int:
        """The first word of a name."""
        return self.words.place_of(span.start)

    def first_of(self, span: Span, place: int) -> int:
        """The first word of a name that covers the word at `place`."""
        while place > 0 and self.words.start(place - 1) >= span.start:
            place -= 1
        return place

    def last_of(self, span: Span, place: int) -> int:
        while place + 1 < self.count and self.words.start(place + 1) < span.end:
            place += 1
        return place

    def gap(self, place: int) -> str:
        """What stands between the word at `place` and the one before it."""
        return self.words.gaps[place]

    def follows(self, place: int) -> bool:
        """Is there a word at `place`, with only a space between it and the one before?"""
        if not 0 < place < self.count:
            return False
        gap = self.words.gaps[place]
        if gap == " ":
            return True
        if gap[:1] == "." and (span := self.span_at(place - 1)):
            gap = gap[span.end - self.words.end(place - 1) :]  # the dot of "U.S."
        return len(gap) <= _LONGEST_GAP and _SPACES.issuperset(gap) and gap.count("\n") < 2

    def is_joined(self, place: int) -> bool:
        """Like `follows`, or a hyphen: "экс-президент", "vice-president"."""
        return self.follows(place) or (
            0 < place < self.count and self.gap(place) in ("-", "‐", "‑")
        )

    def begins_sentence(self, place: int) -> bool:
        return place == 0 or not _SENTENCE_ENDS.isdisjoint(self.gap(place))

    def is_unknown_name(self, place: int) -> bool:
        """Is there a capitalised word that no known name covers?"""
        return (
            0 <= place < self.count and self.words.is_capitalised(place) and not self.span_at(place)
        )

    def paragraph(self, place: int) -> tuple[str, int]:
        """Tells whether two places of a text are in one paragraph."""
        return self.name, self.text.rfind("\n", 0, self.words.start(place))

    def are_in_one_sentence(self, one: int, other: int) -> bool:
        """Roughly: an abbreviation may end one too many."""
        first, last = sorted((one, other))
        return not any(self._ends_before(place) for place in range(first + 1, last + 1))

    def _ends_before(self, place: int) -> bool:
        gap = self.gap(place)
        return "\n" in gap or (gap[:1] in ".!?" and len(gap) > 1)
