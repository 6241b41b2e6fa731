"""Pictures: who made them and what they show, wherever on the page the scrape left the words.

A credit stands on a line of its own, behind a caption, or glued to the end of a sentence.
"""

import re

from . import phrases
from .draft import Draft, Piece
from .shapes import count_words, ends_sentence, is_sentence, tidy, undoubled

_LINE_WORDS = 40
_CREDIT_WORDS = 14
_BARE_WORDS = 7  # without a colon, so that no sentence is taken for a credit
_CAPTION_WORDS = 30
_HEAD_LINES, _TAIL_CHARS = 6, 250
_NAME_WORDS = 4
_PICTURE_RULES = ("photo_credit", "caption")
# A full stop that ends the credit: not one inside "24.kg" or after an initial ("И. Иванов").
# A date behind it is the page's ("Фото: Example 20.12.2022 12:32 883").
_CREDIT_END = re.compile(
    r"(?<![\s.(][^\W\d_])\.(?:\s+|$)|[\])]\s*\.?(?:\s+|$)|\s+(?=\d{1,2}\.\d{1,2}\.\d{4})"
)
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_MAKER = re.compile(
    r"sputnik|пресс-служб|press|фото|photo|\bAFP\b|reuters|\bAP\b|\bAA\b|\s/\s|\.(?:ru|com)\b",
    re.IGNORECASE,
)


def read_photo_credits(draft: Draft) -> None:
    """Take credit and caption from the photo lines; the first ones become the fields."""
    for piece in draft.open_pieces():
        if piece.is_open:  # a rule may have decided about the line below its own
            any(read(draft, piece) for read in _READERS)
    _cut_printed_again(draft)


def _read_labelled(draft: Draft, piece: Piece) -> bool:
    """Photo: AA   ·   Фото 24.kg. Участники встречи   ·   Cover photo: Caption (Photo: AA)"""
    label = phrases.CREDIT_LABEL.match(piece.text)
    if not label:
        return False
    if label["colon"] and not piece.text[label.end() :].strip():
        return _read_maker_below(draft, piece)
    glued = phrases.GLUED_CREDIT.search(piece.text, label.end())
    if glued and label["colon"] and glued.start() > label.end():
        _keep_caption(draft, piece, (label.end(), glued.start()))
        _keep_credit(draft, piece, glued.span("maker"))
        return True
    if not _is_photo_line(piece, label):
        return False
    _read_line(draft, piece, label)
    return True


def _read_maker_below(draft: Draft, piece: Piece) -> bool:
    below = next((one for one in draft.open_pieces() if one.number == piece.number + 1), None)
    if below is None or count_words(below.text) > _CREDIT_WORDS or ends_sentence(below.text):
        return False
    draft.decide(piece, "kept", "photo_credit")
    _keep_credit(draft, below, (0, len(below.text)))
    return True


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


def _read_line(draft: Draft, piece: Piece, label: re.Match[str]) -> None:
    end = _credit_end(piece.text, label)
    start = label.end() if label["colon"] else label.start("label")
    stop = _CREDIT_END.match(piece.text, end)
    piece, rest = draft.split(piece, stop.end() if stop else len(piece.text))
    is_first = draft.value("credit") is None
    _keep_credit(draft, piece, (start, end))
    if rest and not _DATE.match(rest.text):
        draft.decide(rest, "kept" if is_first else "cut", "caption")
        if is_first:
            draft.find("caption", tidy(rest.text), "photo_credit", place=rest.place())


def _read_owner(draft: Draft, piece: Piece) -> bool:
    """© Example Agency caption — the caption often again on the line below, with the site."""
    owner = phrases.OWNER.match(piece.text)
    if not owner:
        return False
    below = next((one for one in draft.open_pieces() if one.number == piece.number + 1), None)
    again = below and phrases.CAPTION_WITH_SITE.match(below.text)
    start, end = owner.start("owner") - 1, owner.end()
    if below and again and owner["owner"].endswith(again["caption"].strip()):
        end -= len(again["caption"].strip())
        _, caption = draft.split(piece, end)
        draft.decide(below, "cut", "caption")
        if caption:
            _keep_caption(draft, caption, (0, len(caption.text)))
    elif not _MAKER.search(owner["owner"]):
        return False
    else:
        _read_caption_above(draft, piece)
    start = piece.text.index("©")
    _keep_credit(draft, piece, (start, min(end, len(piece.text))))
    return True


def _read_caption_above(draft: Draft, piece: Piece) -> None:
    above = next((one for one in draft.open_pieces() if one.number == piece.number - 1), None)
    if above and count_words(above.text) <= _CREDIT_WORDS and not ends_sentence(above.text):
        _keep_caption(draft, above, (0, len(above.text)))


def _read_glued(draft: Draft, piece: Piece) -> bool:
    """… / Fotó: AFP   ·   … (Photo: AA)   ·   …государствФото: Akorda"""
    if ":" not in piece.text:
        return False
    glued = phrases.GLUED_CREDIT.search(piece.text, max(0, len(piece.text) - _TAIL_CHARS))
    if not glued or not glued.start() or not _names_maker(glued["maker"]):
        return False
    before = piece.text[: glued.start()]
    is_text = is_sentence(tidy(before)) and (
        not glued["gap"].strip() and (not glued["gap"] or count_words(before) > _CAPTION_WORDS)
    )
    maker = piece.text[glued.start("maker") : glued.end("maker")]
    caption, credit = draft.split(piece, glued.start("label"))
    if credit is None:
        return False
    at = credit.text.index(maker)
    _keep_credit(draft, credit, (at, at + len(maker)))
    if not is_text and count_words(before) <= _LINE_WORDS and not _is_other(draft, caption):
        _keep_caption(draft, caption, (0, glued.start()))
    return True


def _names_maker(text: str) -> bool:
    """A name or a site: "showed a photo: it was old." goes on as a sentence does."""
    is_site = "." in text.split()[0].rstrip(".")
    is_told = ends_sentence(text) and count_words(text) > _NAME_WORDS
    return count_words(text) <= _CREDIT_WORDS and not is_told and (is_site or not text[0].islower())


def _is_other(draft: Draft, caption: Piece) -> bool:
    """A headline with a credit behind it, or a picture's text with the page's date in it."""
    bare = tidy(caption.text)
    others = (piece for piece in draft.open_pieces()[:_HEAD_LINES] if piece is not caption)
    return bool(_DATE.search(bare)) or any(tidy(piece.text) == bare for piece in others)


def _read_glued_maker(draft: Draft, piece: Piece) -> bool:
    """Example headline Фото пресс-службы акимата"""
    glued = phrases.GLUED_MAKER.search(piece.text)
    if not glued or count_words(piece.text) > _LINE_WORDS or ends_sentence(piece.text):
        return False
    _, credit = draft.split(piece, glued.start("maker"))
    if credit:
        _keep_credit(draft, credit, (0, len(credit.text)))
    return bool(credit)


def _read_agency_in_brackets(draft: Draft, piece: Piece) -> bool:
    """Leaders in the family photo (AA)Leaders in the family photo (AA)"""
    if not piece.text.rstrip().endswith(")"):
        return False
    text = undoubled(piece.text.strip())
    match = phrases.AGENCY_IN_BRACKETS.match(text)
    if not match or text == piece.text.strip():
        return False
    shift = len(piece.text) - len(piece.text.lstrip())
    _keep_caption(draft, piece, (shift, shift + match.end("caption")))
    _keep_credit(draft, piece, (shift + match.start("maker"), shift + match.end("maker")))
    return True


_READERS = (
    _read_labelled,
    _read_owner,
    _read_glued,
    _read_glued_maker,
    _read_agency_in_brackets,
)


def _keep_credit(draft: Draft, piece: Piece, span: tuple[int, int]) -> None:
    credit = tidy(piece.text[slice(*span)])
    is_first = draft.value("credit") is None and not phrases.NO_MAKER.match(credit)
    draft.decide(piece, "kept" if is_first else "cut", "photo_credit")
    if is_first:
        draft.find("credit", credit, "photo_credit", place=piece.place(span))


def _keep_caption(draft: Draft, piece: Piece, span: tuple[int, int]) -> None:
    draft.decide(piece, "kept" if draft.value("caption") is None else "cut", "caption")
    draft.find("caption", tidy(piece.text[slice(*span)]), "caption", place=piece.place(span))


def _cut_printed_again(draft: Draft) -> None:
    """Cut caption and credit where they are printed once more. What tops the page is its
    headline, which some print below the picture as well."""
    caption, maker = draft.value("caption"), _bare_maker(draft)
    top = next((piece for piece in draft.printed_pieces() if piece.rule != "date_line"), None)
    for piece in draft.open_pieces() if caption else ():
        text = tidy(piece.text)
        if text == caption and piece is not top:
            draft.decide(piece, "cut", "caption")
        elif text == maker:
            draft.decide(piece, "cut", "photo_credit")


def _bare_maker(draft: Draft) -> str:
    """The credit without its label."""
    credit = str(draft.value("credit") or "")
    label = phrases.CREDIT_LABEL.match(credit)
    return credit[label.end() :] if label else credit


def read_captions(draft: Draft, body: list[Piece]) -> None:
    """Take a caption that stands in the text without naming a maker: "Фото участников встречи".

    Only inside the text; above it such a line can be the headline. A line right above a picture's,
    and apart from the text, is the picture's too.
    """
    rules = {piece.number: piece.rule for piece in draft.pieces}
    for piece in body[1:]:
        if ends_sentence(piece.text) or count_words(piece.text) > _CAPTION_WORDS:
            continue
        is_short = count_words(piece.text) <= _BARE_WORDS
        if is_short and phrases.CREDIT_LABEL.match(piece.text):
            _keep_caption(draft, piece, (0, len(piece.text)))
        elif not rules.get(piece.number - 1) and rules.get(piece.number + 1) in _PICTURE_RULES:
            draft.decide(piece, "cut", "caption")
