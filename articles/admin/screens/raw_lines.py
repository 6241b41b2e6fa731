"""A raw text line by line: what became of every stretch, and which field was read from it.

Plain values; naming rules and fields in words is `articles.admin.screens.evidence`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

# How a line is shown: the class of its row, and the sign that says the same without colour.
_CLASSES = {"kept": "kept", "cut": "cut", "conflict": "clash"}
_SIGNS = {"kept": "+", "cut": "−", "conflict": "!"}

# Lines by these rules are the body; a mark on every word of it would only be noise.
BODY_RULES = frozenset({"body", "background"})


@dataclass(frozen=True)
class Piece:
    """Words of a line; `fields` are those that were read from exactly here."""

    words: str
    anchor: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A stretch of a raw line. `number` is empty where it continues the line above."""

    anchor: str
    number: str
    pieces: tuple[Piece, ...]
    fate: str
    code: str
    rule: str

    @property
    def words(self) -> str:
        return "".join(piece.words for piece in self.pieces)

    @property
    def css(self) -> str:
        return _CLASSES.get(self.fate, "")

    @property
    def sign(self) -> str:
        return _SIGNS.get(self.fate, "")

    @property
    def is_body(self) -> bool:
        return self.fate == "kept" and self.code in BODY_RULES


@dataclass(frozen=True)
class Place:
    """Where a field was read: a range of the raw text."""

    field: str
    start: int
    end: int


def places_of(fields: Mapping[str, dict]) -> list[Place]:
    """The ranges of the fields that stand somewhere in the raw text, in its order."""
    places = [
        Place(name, found["start"], found["end"])
        for name, found in fields.items()
        if found.get("start") is not None and found["start"] < (found.get("end") or 0)
    ]
    return sorted(places, key=lambda place: (place.start, place.end))


def rows_of(
    raw: str, lines: Iterable[dict], places: Iterable[Place], names: Mapping[str, object]
) -> Iterator[Row]:
    """Every stretch of `lines` with its words in pieces; `names` are the rules in words."""
    places = list(places)
    last = None
    for line in lines:
        number, is_new = line["number"], line["number"] != last
        yield Row(
            anchor=f"l{number}" if is_new else "",
            number=str(number) if is_new else "",
            pieces=tuple(_pieces(raw, line["start"], line["end"], places)),
            fate=line["fate"],
            code=line["rule"],
            rule=str(names.get(line["rule"], line["rule"])),
        )
        last = number


def _pieces(raw: str, start: int, end: int, places: list[Place]) -> Iterator[Piece]:
    """The line cut wherever a field begins or ends in it."""
    here = [place for place in places if place.start < end and start < place.end]
    inner = {at for place in here for at in (place.start, place.end) if start < at < end}
    cuts = [start, *sorted(inner), end]
    for begin, stop in pairwise(cuts):
        read = tuple(place.field for place in here if place.start < stop and begin < place.end)
        yield Piece(raw[begin:stop], anchor_at(begin) if read else "", read)


def anchor_at(place: int) -> str:
    """The id of the piece that begins at `place`."""
    return f"p{place}"


def plain_lines(raw: str) -> list[dict]:
    """The lines of a text that no rule has looked at."""
    lines, at = [], 0
    for number, words in enumerate(raw.split("\n"), start=1):
        lines.append(
            {"number": number, "start": at, "end": at + len(words), "fate": "", "rule": ""}
        )
        at += len(words) + 1
    return lines


def line_at(lines: Iterable[dict], place: int | None) -> int | None:
    """The number of the line in which `place` stands."""
    if place is None:
        return None
    return next((line["number"] for line in lines if line["start"] <= place < line["end"]), None)
