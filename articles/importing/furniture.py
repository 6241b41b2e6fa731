"""A page's furniture, recognised line by line wherever it stands: tickers, switches, buttons.

Lists of other texts need their heading to be known; they are the subject of `lists`.
"""

import re

from ots_desk.text import fold

from . import phrases
from .draft import Draft, Piece
from .shapes import clock, count_words, tidy, unbulleted

_LABEL_CHARS, _SHORT_WORDS, _SUMMARY_CHARS = 45, 30, 60
_WORD = re.compile(r"\w")


def read_views(draft: Draft) -> None:
    """Take the number of views; the line itself is no part of the text."""
    for piece in draft.open_pieces():
        match = phrases.VIEWS.match(piece.text)
        if match:
            draft.decide(piece, "cut", "views")
            group = "count" if match["count"] else "before"
            count = int("".join(match[group].split()))
            draft.find("views", count, "views", place=piece.place(match.span(group)))


def cut_furniture(draft: Draft) -> None:
    """Cut every line that is furniture by its own words or shape."""
    for piece in draft.open_pieces():
        rule = _furniture_rule(piece)
        if rule:
            draft.decide(piece, "cut", rule)


def _furniture_rule(piece: Piece) -> str | None:
    text = tidy(unbulleted(piece.text))
    if len(text) <= 120 and phrases.SIGNATURE.match(text):
        return "signature"
    if count_words(text) <= _SHORT_WORDS and phrases.EMBEDDED.search(text):
        return "embedded"
    if phrases.LINK_TO_OTHER.search(text):
        return "other_story"
    if phrases.CURRENCY.match(text):
        return "currency"
    if len(text) <= 40 and _is_language_switch(text):
        return "site_language"
    if _is_site_furniture(text):
        return "site_furniture"
    if count_words(text) <= _SHORT_WORDS and _is_promotion(text):
        return "promotion"
    return None


def _is_promotion(text: str) -> bool:
    if phrases.PROMOTION.match(text):
        return True
    return bool(phrases.NETWORK.search(text) and phrases.FOLLOW.search(text))


def _is_site_furniture(text: str) -> bool:
    if len(text) <= _LABEL_CHARS and _label(text) in phrases.SITE_FURNITURE:
        return True
    shapes = (phrases.READING_TIME, phrases.WEATHER, phrases.FILE_NAME, phrases.HASHTAGS)
    is_shaped = not _WORD.search(text) or any(shape.match(text) for shape in shapes)
    return is_shaped or bool(phrases.SUMMARY.search(text, max(len(text) - _SUMMARY_CHARS, 0)))


def _label(text: str) -> str:
    return fold(text).rstrip(" :…")


def _is_language_switch(text: str) -> bool:
    return fold(text) in phrases.LANGUAGE_NAMES or bool(phrases.LANGUAGE_SWITCH.match(text))


def is_clock(piece: Piece) -> bool:
    """True for a line that holds a clock time and nothing else."""
    return clock(unbulleted(piece.text)) is not None
