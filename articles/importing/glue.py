"""Parts of a page that the scrape ran together with a line of the text: parted again.

Only parts; what each part is, other modules decide, except for marks that tell themselves.
"""

import re

from ots_desk.text import fold

from . import phrases
from .draft import Draft, Piece
from .shapes import tidy

_TAIL_CHARS = 90
_LEADING_ADDRESS = re.compile(r"^\s*https?://\S+\s(?=\s*\S)")
_TRAILING_ADDRESS = re.compile(r"(?<=[.!?…»”\"])\s+https?://\S+$")
_TABLE_EDGE = re.compile(r"\s*\|[\s|]*$")
_SHORTCODE = re.compile(r"\[caption[^\]]*\].*?\[/caption\]")
_AFTER_SENTENCE = re.compile(r"[.!?…][\"”»’)]*\s*(?P<rest>\D[^.!?…]{3,40})$")


def part_lines(draft: Draft) -> None:
    """Part syndicators' marks, addresses, signatures and headings of lists from lines of text."""
    for piece in draft.open_pieces():
        piece = _part_beginning(draft, piece)
        _part_shortcode(draft, piece)
        _part_end(draft, piece)


def _part_beginning(draft: Draft, piece: Piece) -> Piece:
    if mark := phrases.SYNDICATOR.match(piece.text):
        piece, rest = draft.split(piece, mark.end())
        draft.decide(piece, "kept", "syndicator")
    elif address := _LEADING_ADDRESS.match(piece.text):
        piece, rest = draft.split(piece, address.end())
    else:
        return piece
    return rest or piece


def _part_shortcode(draft: Draft, piece: Piece) -> None:
    if "[caption" not in piece.text or not (code := _SHORTCODE.search(piece.text)):
        return
    _, rest = draft.split(piece, code.start())
    if rest:
        draft.split(rest, code.end() - code.start())
        draft.decide(rest, "cut", "caption")


def _part_end(draft: Draft, piece: Piece) -> None:
    if "://" in piece.text and (address := _TRAILING_ADDRESS.search(piece.text.rstrip())):
        draft.split(piece, address.start())
    shift = max(0, len(piece.text.rstrip()) - _TAIL_CHARS)
    tail = piece.text.rstrip()[shift:]
    if not piece.is_open or shift + len(tail) < 40:
        return
    for pattern, rule in ((_TABLE_EDGE, "site_furniture"), (phrases.GLUED_SIGNATURE, "signature")):
        if match := pattern.search(tail):
            _cut_end(draft, piece, shift + match.start(), rule)
            return
    if (end := _AFTER_SENTENCE.search(tail)) and (rule := _heading_rule(end["rest"])):
        _cut_end(draft, piece, shift + end.start("rest"), rule)


def _cut_end(draft: Draft, piece: Piece, at: int, rule: str) -> None:
    _, rest = draft.split(piece, at)
    if rest:
        draft.decide(rest, "cut", rule)


def _heading_rule(text: str) -> str | None:
    key = fold(tidy(text)).rstrip(":")
    rules = (rule for rule, headings in phrases.LIST_HEADINGS.items() if key in headings)
    return next(rules, None)
