"""Who made the picture and who wrote the text: photo credits, captions, author lines.

Reads whole lines; a credit glued to the end of a sentence is not recognised yet.
"""

import re

from . import phrases
from .draft import Draft, Piece
from .shapes import count_words, tidy

_LINE_WORDS = 40
_CREDIT_WORDS = 14
# A full stop that ends the credit: not one inside "24.kg" or after an initial ("И. Иванов").
_CREDIT_END = re.compile(r"(?<![\s.(][^\W\d_])\.(?:\s+|$)|[\])]\s*\.?(?:\s+|$)")


def read_photo_credits(draft: Draft) -> None:
    """Take credit and caption from the photo lines; the first ones become the fields."""
    for piece in draft.open_pieces():
        match = phrases.CREDIT_LABEL.match(piece.text)
        if match and _is_photo_line(piece, match):
            _read_credit(draft, piece, match)


def _is_photo_line(piece: Piece, label: re.Match[str]) -> bool:
    """Short, and the label followed by a colon or by a name that ends before a caption.

    Without a colon "Photo" is believed only where the line isn't a longer sentence: "Photos
    from the summit went viral, agencies report." is text.
    """
    credit = piece.text[label.end() : _credit_end(piece.text, label)]
    if not credit.strip() or count_words(piece.text) > _LINE_WORDS:
        return False
    limit = _CREDIT_WORDS if label["colon"] else _CREDIT_WORDS // 2
    return count_words(credit) <= limit and (bool(label["colon"]) or "," not in credit)


def _credit_end(text: str, label: re.Match[str]) -> int:
    end = _CREDIT_END.search(text, label.end())
    return end.start() if end else len(text.rstrip())


def _read_credit(draft: Draft, piece: Piece, label: re.Match[str]) -> None:
    end = _credit_end(piece.text, label)
    start = label.end() if label["colon"] else label.start("label")
    stop = _CREDIT_END.match(piece.text, end)
    piece, caption = draft.split(piece, stop.end() if stop else len(piece.text))
    is_first = draft.value("credit") is None
    draft.decide(piece, "kept" if is_first else "cut", "photo_credit")
    credit, place = tidy(piece.text[start:end]), piece.place((start, end))
    draft.find("credit", credit, "photo_credit", place=place)
    if caption:
        draft.decide(caption, "kept" if is_first else "cut", "caption")
        if is_first:
            draft.find("caption", tidy(caption.text), "photo_credit", place=caption.place())


def read_author(draft: Draft) -> None:
    """Take the author from a line that says nothing else; repetitions are cut."""
    for piece in draft.open_pieces():
        match = phrases.AUTHOR.match(piece.text)
        if match and match["name"][0].isupper():
            is_first = draft.value("author") is None
            draft.decide(piece, "kept" if is_first else "cut", "author")
            span = match.span("name")
            draft.find("author", tidy(match["name"]), "author", place=piece.place(span))
