"""The dateline: the place and day that open a text, on a line of their own or before the lead.

The shapes of datelines stand in `phrases`.
"""

import re

from . import phrases
from .draft import Draft, Piece
from .shapes import tidy


def read_lone_dateline(draft: Draft, before: list[Piece]) -> None:
    """Take a dateline that stands on a line of its own above the text."""
    for piece in before:
        match = match_dateline(piece.text.strip() + " ") if piece.is_open else None
        if match and match.end() > len(piece.text.strip()):
            draft.decide(piece, "kept", "dateline")
            draft.find("dateline", tidy(match["dateline"]), "dateline", place=piece.place())


def read_dateline(draft: Draft, body: list[Piece]) -> None:
    """Cut the dateline off the first paragraph; the rest of the line remains in `body`.

    One that has the line for itself leaves the body altogether.
    """
    read_lone_dateline(draft, body[:-1][:1])
    if not body[0].is_open:
        del body[0]
        return
    shift = len(body[0].text) - len(body[0].text.lstrip())
    match = match_dateline(body[0].text[shift:])
    if match is None:
        return
    span = (shift + match.start("dateline"), shift + match.end("dateline"))
    piece, rest = draft.split(body[0], shift + match.end())
    if rest:
        draft.decide(piece, "kept", "dateline")
        draft.find("dateline", tidy(match["dateline"]), "dateline", place=piece.place(span))
        body[0] = rest


def match_dateline(text: str) -> re.Match[str] | None:
    """Return the dateline with which `text` begins, as the match of its shape, or None."""
    matches = (pattern.match(text) for pattern in phrases.DATELINES)
    return next((match for match in matches if match), None)
