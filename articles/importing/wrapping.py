"""Lines that were broken at a fixed width, put together again as paragraphs.

Judges lengths and line ends only; what the paragraphs are is the subject of `body`.
"""

from collections.abc import Sequence
from itertools import pairwise

from .draft import Piece
from .shapes import ends_sentence

# Texts are broken at 60 to 80 columns; what runs beyond this was not broken at all.
_WIDEST, _NARROWEST = 100, 45
# So many full lines in the middle of sentences show that a text was broken by its width.
_FULL_LINES = 3
# A line can be wider than those that tell the width: these go on in lower case.
_SLACK = 8


def join_wrapped(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return `pieces` in groups: the lines of one paragraph together, every other one alone."""
    margin = _margin(pieces)
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and _goes_on(groups[-1][-1], piece, margin):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _margin(pieces: Sequence[Piece]) -> int | None:
    """The width at which a text was broken, None for one that wasn't."""
    full = [len(one.text.rstrip()) for one, two in pairwise(pieces) if _breaks_inside(one, two)]
    # The widest is left out: the first line can have had the page's own words before it.
    return sorted(full)[-2] if len(full) >= _FULL_LINES else None


def _breaks_inside(piece: Piece, below: Piece) -> bool:
    return (
        _NARROWEST <= len(piece.text) <= _WIDEST
        and below.number == piece.number + 1
        and below.text.lstrip()[:1].islower()
        and not ends_sentence(piece.text)
        and piece.is_open
        and below.is_open
    )


def _goes_on(piece: Piece, below: Piece, margin: int | None) -> bool:
    if below.number != piece.number + 1 or not (piece.is_open and below.is_open):
        return False
    if below.text.lstrip()[:1].islower() and not piece.text.rstrip().endswith((";", ":")):
        return not ends_sentence(piece.text)
    return margin is not None and _is_full(piece, below, margin)


def _is_full(piece: Piece, below: Piece, margin: int) -> bool:
    """True where the next word would not have fitted on the line."""
    width = piece.column + len(piece.text.rstrip())
    # Only what the scrape put before the first line can make it wider than the text was broken.
    widest = _WIDEST if piece.column else margin + _SLACK
    return width <= widest and width + 1 + len(below.text.split(None, 1)[0]) >= margin
