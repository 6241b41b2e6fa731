"""Who wrote the text: lines that name the author. Pictures' makers stand in `pictures`."""

import re
from itertools import pairwise

from .draft import Draft, Piece
from .phrases.authors import AUTHOR_BELOW, AUTHORS, IN_DATELINE, LONE_NAME
from .shapes import tidy
from .stamps import read_stamp

# What pages put in an author's place and is nobody.
_NOBODY = re.compile(r"\b(?:Ekip|Editor|Bot|Admin|Redaksiya|Редакция)\b", re.IGNORECASE)


def read_author(draft: Draft) -> None:
    """Take the author from a line that says nothing else; repetitions are cut."""
    printed = draft.printed_pieces()
    for piece in printed:
        match = _author(piece) if _can_name(piece) else None
        if match:
            _find(draft, piece, match)
    for piece, below in pairwise(printed):
        match = LONE_NAME.match(piece.text) if piece.is_open else None
        if match and _is_author_above(piece, below):
            _find(draft, piece, match)


def read_author_in_dateline(draft: Draft) -> None:
    """Take the author whom a dateline names: "Bakı. Example Author - Trend:"."""
    for piece in draft.pieces:
        match = IN_DATELINE.match(piece.text) if piece.rule == "dateline" else None
        if match:
            _find(draft, piece, match)


def _can_name(piece: Piece) -> bool:
    return piece.is_open or piece.rule == "signature"


def _author(piece: Piece) -> re.Match[str] | None:
    matches = (pattern.search(piece.text) for pattern in AUTHORS)
    return next((match for match in matches if match), None)


def _is_author_above(piece: Piece, below: Piece) -> bool:
    """True for a name with "Автор", "Read more" or an author's post below it."""
    return below.number - piece.number <= 2 and bool(AUTHOR_BELOW.match(below.text))


def _find(draft: Draft, piece: Piece, match: re.Match[str]) -> None:
    if not match["name"][0].isupper() or _NOBODY.search(match["name"]):
        draft.decide(piece, "cut", "author")
        return
    is_first = draft.value("author") is None
    if piece.is_open and not read_stamp(piece.text):
        draft.decide(piece, "kept" if is_first else "cut", "author")
    draft.find("author", tidy(match["name"]), "author", place=piece.place(match.span("name")))
