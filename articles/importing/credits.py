"""Who made the picture and who wrote the text: photo credits, captions, author lines.

Reads whole lines; a credit glued to the end of a sentence is not recognised yet.
"""

import re

from . import phrases
from .draft import Draft, Piece
from .shapes import count_words, ends_sentence, tidy

_LINE_WORDS = 40
_CREDIT_WORDS = 14
_BARE_WORDS = 7  # without a colon, so that no sentence is taken for a credit
# A full stop that ends the credit: not one inside "24.kg" or after an initial ("И. Иванов").
_CREDIT_END = re.compile(r"(?<![\s.(][^\W\d_])\.(?:\s+|$)|[\])]\s*\.?(?:\s+|$)")


def read_photo_credits(draft: Draft) -> None:
    """Take credit and caption from the photo lines; the first ones become the fields."""
    for piece in draft.open_pieces():
        match = phrases.CREDIT_LABEL.match(piece.text)
        if match and _is_photo_line(piece, match):
            _read_credit(draft, piece, match)


def _is_photo_line(piece: Piece, label: re.Match[str]) -> bool:
    """Short, and the label followed by a colon or by words that name a maker."""
    credit = piece.text[label.end() : _credit_end(piece.text, label)]
    if not credit.strip() or count_words(piece.text) > _LINE_WORDS:
        return False
    if label["colon"]:
        return count_words(credit) <= _CREDIT_WORDS
    return count_words(credit) <= _BARE_WORDS and bool(phrases.CREDIT_SOURCE.match(credit))


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


def read_captions(draft: Draft, body: list[Piece]) -> None:
    """Take a caption that stands in the text without naming a maker: "Фото участников встречи".

    Only inside the text; above it such a line can be the headline.
    """
    for piece in body[1:]:
        is_short = count_words(piece.text) <= _BARE_WORDS and not ends_sentence(piece.text)
        if is_short and phrases.CREDIT_LABEL.match(piece.text):
            draft.decide(piece, "kept" if draft.value("caption") is None else "cut", "caption")
            draft.find("caption", tidy(piece.text), "caption", place=piece.place())


def read_author(draft: Draft) -> None:
    """Take the author from a line that says nothing else; repetitions are cut."""
    for piece in draft.open_pieces():
        match = phrases.AUTHOR.match(piece.text)
        if match and match["name"][0].isupper():
            is_first = draft.value("author") is None
            draft.decide(piece, "kept" if is_first else "cut", "author")
            span = match.span("name")
            draft.find("author", tidy(match["name"]), "author", place=piece.place(span))
