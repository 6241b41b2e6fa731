"""Who wrote the text: lines that name the author. Pictures' makers stand in `pictures`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ots_desk.text import fold

from .draft import Draft, Piece
from .phrases.authors import (
    AUTHOR_ABOVE,
    AUTHOR_BELOW,
    AUTHORS,
    CAPITAL_SURNAME,
    IN_DATELINE,
    LONE_NAME,
    NO_PERSON,
)
from .shapes import tidy
from .stamps import read_stamp

_LINE_CHARS = 150
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
        if match := _lone_name(piece):
            if _is_author_above(piece, below):
                _find(draft, piece, match)
        elif piece.is_open and AUTHOR_ABOVE.match(piece.text) and (match := _lone_name(below)):
            draft.decide(piece, "cut", "author")
            _find(draft, below, match)


def read_author_beside(draft: Draft, body: Sequence[Piece]) -> None:
    """Take a name that stands alone where authors do and that nothing else in the text prints.

    Above the text that is beside its date or right before its first line; below it right after
    its last, with a comma or the surname in capitals. The names of tags and sections come back
    in the text.
    """
    printed = draft.printed_pieces()
    first, last = printed.index(body[0]), printed.index(body[-1])
    beside = [at for at in range(first) if _is_beside(printed, at, first)]
    named = [(printed[at], _lone_name(printed[at])) for at in beside]
    named += [(piece, _signed(piece)) for piece in printed[last + 1 : last + 2]]
    words = (
        _words(" ".join(piece.text for piece in body)) if any(one for _, one in named) else set()
    )
    for piece, match in named:
        if match and draft.value("author") is None and not _words(match["name"]) & words:
            _find(draft, piece, match)


def _is_beside(printed: list[Piece], at: int, first: int) -> bool:
    below = printed[at + 1]
    is_dated = at > 0 and printed[at - 1].rule == "page_date"
    return is_dated or below.rule in ("page_date", "dateline") or at + 1 == first


def _words(text: str) -> set[str]:
    """Words by their beginnings, since endings change."""
    return {word[:5] for word in re.findall(r"[^\W\d_]{3,}", fold(text))}


def read_author_in_dateline(draft: Draft) -> None:
    """Take the author whom a dateline names: "Bakı. Example Author - Trend:"."""
    for piece in draft.pieces:
        if piece.rule != "dateline":
            continue
        matches = (pattern.search(piece.text) for pattern in IN_DATELINE)
        if match := next(filter(None, matches), None):
            _find(draft, piece, match)


def _lone_name(piece: Piece) -> re.Match[str] | None:
    match = LONE_NAME.match(piece.text) if piece.is_open else None
    is_nobody = match and (NO_PERSON.search(match["name"]) or match["name"].isupper())
    return None if is_nobody else match


def _signed(piece: Piece) -> re.Match[str] | None:
    """A name as those below a text are printed: "Example AUTHOR." or with a comma."""
    if piece.is_open and (match := CAPITAL_SURNAME.match(piece.text)):
        return match
    return _lone_name(piece) if piece.text.rstrip().endswith(",") else None


def _can_name(piece: Piece) -> bool:
    if len(piece.text) > _LINE_CHARS:
        return False
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
