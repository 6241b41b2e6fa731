"""A raw text while it is being read: its pieces, and what the rules said of each so far.

Keeps the books only; the rules that decide stand in the modules named after their subject.
"""

import re
from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from .reading import Flag, Found, Line
from .shapes import tidy

# Texts are full of non-breaking spaces; one for one, so that offsets stay those of the raw text.
_ODD_SPACE = re.compile("[\t\v\f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE = re.compile(r"([^\n\r\x85\u2028\u2029]*)(\r\n|[\n\r\x85\u2028\u2029]|\Z)")


@dataclass(eq=False)
class Piece:
    """A stretch of one raw line that no rule, or exactly one, has decided about.

    `text` is the stretch with every space as a plain one, of the same length; `column` is where
    it begins in its line.
    """

    number: int
    start: int
    end: int
    text: str
    fate: str | None = None
    rule: str = ""
    column: int = 0

    @property
    def is_open(self) -> bool:
        return self.fate is None

    def place(self, span: tuple[int, int] | None = None) -> tuple[int, int]:
        """Return the range in the raw text of `span` (or all) of this piece, without white
        space at its ends."""
        start, end = span or (0, len(self.text))
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        return self.start + start, self.start + start + len(text.strip())


@dataclass
class Draft:
    """The pieces of a raw text in order, with the fields and flags found so far."""

    raw: str
    pieces: list[Piece] = field(default_factory=list)
    fields: dict[str, Found] = field(default_factory=dict)
    flags: list[Flag] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pieces = list(_split(self.raw))

    def open_pieces(self) -> list[Piece]:
        """Return the pieces nobody has decided about, in order."""
        return [piece for piece in self.pieces if piece.is_open]

    def printed_pieces(self) -> list[Piece]:
        """Return all pieces with something printed on them, decided or not, in order."""
        return [piece for piece in self.pieces if piece.fate != "blank"]

    def decide(self, piece: Piece, fate: str, rule: str) -> None:
        """Record what became of `piece`."""
        piece.fate, piece.rule = fate, rule

    def split(self, piece: Piece, at: int) -> tuple[Piece, Piece | None]:
        """Cut `piece` before its character `at`; the second half is None if nothing is left.

        White space at the cut stays with the first half.
        """
        rest = piece.text[at:]
        at += len(rest) - len(rest.lstrip())
        if at >= len(piece.text):
            return piece, None
        second = Piece(
            piece.number, piece.start + at, piece.end, piece.text[at:], column=piece.column + at
        )
        piece.text, piece.end = piece.text[:at], piece.start + at
        insort(self.pieces, second, key=lambda one: one.start)
        return piece, second

    def find(
        self,
        name: str,
        value: str | int,
        rule: str,
        *,
        place: tuple[int, int] | None = None,
        inferred: bool = False,
    ) -> None:
        """Set a field unless an earlier rule did; `place` is its range in the raw text.

        A value is stored tidied: no invisible sign of the raw text reaches a page.
        """
        start, end = place or (None, None)
        value = tidy(value) if isinstance(value, str) else value
        self.fields.setdefault(name, Found(value, rule, start, end, inferred))

    def value(self, name: str) -> str | int | None:
        """Return the value of a field, or None while nobody has found it."""
        found = self.fields.get(name)
        return found.value if found else None

    def flag(self, kind: str, **values: str) -> None:
        """Name a doubt for the editor; the first of a kind counts."""
        if all(flag.kind != kind for flag in self.flags):
            self.flags.append(Flag(kind, values))

    def lines(self) -> tuple[Line, ...]:
        """Return what became of every line."""
        return tuple(Line(p.number, p.start, p.end, p.fate or "cut", p.rule) for p in self.pieces)


def _split(raw: str) -> Iterator[Piece]:
    for number, match in enumerate(_LINE.finditer(raw), start=1):
        if match.start() == len(raw):  # the text ended with its last line break
            return
        fate = None if match[1].strip() else "blank"
        text = _ODD_SPACE.sub(" ", match[1])
        yield Piece(number, match.start(1), match.end(1), text, fate)
