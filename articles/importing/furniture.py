"""A page's furniture, recognised line by line wherever it stands: tickers, switches, buttons.

Lists of other texts need their heading to be known; they are the subject of `lists`.
"""

import re

from ots_desk.text import fold

from . import phrases
from .draft import Draft, Piece
from .shapes import clock, count_words, tidy, unbulleted

_LABEL_CHARS, _SIGNATURE_CHARS, _SHORT_WORDS, _SUMMARY_CHARS = 45, 120, 30, 60
_SHAPES = (phrases.READING_TIME, phrases.WEATHER, phrases.FILE_NAME, phrases.HASHTAGS)
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
    if phrases.SUMMARY.search(text, max(len(text) - _SUMMARY_CHARS, 0)):
        return "site_furniture"
    if count_words(text) > _SHORT_WORDS:  # a paragraph, as most of a text
        return None
    if len(text) <= _LABEL_CHARS and (rule := _rule_of_label(text)):
        return rule
    if len(text) <= _SIGNATURE_CHARS and phrases.SIGNATURE.match(text):
        return "signature"
    if phrases.EMBEDDED.search(text):
        return "embedded"
    if phrases.LINK_TO_OTHER.match(text):
        return "other_story"
    if not _WORD.search(text) or any(shape.match(text) for shape in _SHAPES):
        return "site_furniture"
    return "promotion" if _is_promotion(text) else None


def _rule_of_label(text: str) -> str | None:
    """The rule of a line that is one of the words in the tables, or as short as they are."""
    label = fold(text)
    if phrases.CURRENCY.match(text):
        return "currency"
    if label in phrases.LANGUAGE_NAMES or phrases.LANGUAGE_SWITCH.match(text):
        return "site_language"
    return "site_furniture" if label.rstrip(" :…") in phrases.SITE_FURNITURE else None


def _is_promotion(text: str) -> bool:
    if phrases.PROMOTION.match(text):
        return True
    return bool(phrases.NETWORK.search(text.lower()) and phrases.FOLLOW.search(text))


def is_clock(piece: Piece) -> bool:
    """True for a line that holds a clock time and nothing else."""
    return clock(unbulleted(piece.text)) is not None
