"""How often a page says it was read: bare numbers beside its date, and labelled ones.

Labels on a line of their own are furniture's (`furniture.read_views`).
"""

import re
from collections.abc import Sequence

from .dates import find_dates
from .draft import Draft, Piece
from .phrases.views import LABELLED, SECTION_WITH_NUMBER
from .shapes import unbulleted

_BARE = re.compile(r"^\W*(?P<count>\d{1,3}(?: \d{3})+|\d{1,6}(?:[.,]\d)?(?P<thousands>k)?)\+?\W*$")
_NUMBER = re.compile(r"(?<![\w.:/-])(?P<count>\d{1,3}(?: \d{3})+|\d+)(?![\w:./-])")
_CLOCK = re.compile(r"\d\d?:\d\d(?::\d\d)?")
_YEARS = range(1990, 2050)


def read_views_beside(draft: Draft, before: Sequence[Piece]) -> None:
    """Take the number of views from the date's line, else from a number alone above the text.

    Further bare numbers there (comments, shares) are cut with it.
    """
    for piece in draft.pieces:
        if piece.rule == "page_date" or (piece.is_open and ":" in piece.text):
            _read_labelled(draft, piece)
        if piece.rule == "page_date":
            _read_on_date_line(draft, piece)
    for piece in before:
        match = _bare(piece) if piece.is_open else None
        if match:
            draft.decide(piece, "cut", "views")
            _find(draft, piece, match)


def _read_labelled(draft: Draft, piece: Piece) -> None:
    match = LABELLED.search(piece.text)
    if match:
        _find(draft, piece, match)


def _read_on_date_line(draft: Draft, piece: Piece) -> None:
    """What is left of the line without date and clock: "12:53 12.03.2024 5991"."""
    text = piece.text
    for found in find_dates(text):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    text = _CLOCK.sub(lambda clock: "." * len(clock[0]), text)
    match = _NUMBER.search(text, _end_of_date(piece.text))
    if match and not re.search(r"UTC|GMT", piece.text):
        _find(draft, piece, match)


def _end_of_date(text: str) -> int:
    return max((found.end for found in find_dates(text)), default=0)


def _bare(piece: Piece) -> re.Match[str] | None:
    text = piece.text
    match = _BARE.match(text)
    if match:
        return match
    section = SECTION_WITH_NUMBER.match(unbulleted(text))
    return section if section and int(section["count"]) not in _YEARS else None


def _find(draft: Draft, piece: Piece, match: re.Match[str]) -> None:
    count = _as_number(match)
    if count:
        draft.find("views", count, "views", place=piece.place(match.span("count")))


def _as_number(match: re.Match[str]) -> int:
    """7800 for "7.8k+", 1234 for "12341234": some pages print the number twice without a space."""
    digits = match["count"].replace(" ", "")
    if match.groupdict().get("thousands"):
        return int(float(digits.rstrip("k").replace(",", ".")) * 1000)
    half = len(digits) // 2
    is_twice = len(digits) >= 6 and len(digits) % 2 == 0 and digits[:half] == digits[half:]
    return int(digits[:half] if is_twice else digits)
