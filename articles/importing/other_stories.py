"""What pages print in the midst of a text, unmarked: headlines of other stories, bare numbers.

A headline that stands there once is cut only for outlets that are known for it: elsewhere such a
line is a heading of the text itself.
"""

import re
from itertools import pairwise

from .draft import Draft, Piece
from .shapes import count_words, ends_sentence, is_headline, is_sentence, tidy

# Known by their dateline: "БИШКЕК, 18-сен. — Sputnik."
_KNOWN_FOR_IT = re.compile(r"Sputnik|РИА Новости")
_MIN_WORDS = 4
# "3", "1/5", "1 из 5"
_NUMBER = re.compile(r"^\d{1,3}(?:\s?(?:/|из|of)\s?\d{1,3})?$")


def cut_inside(draft: Draft, body: list[Piece]) -> list[Piece]:
    """Return `body` without the headlines of others, the numbers of pictures and paragraphs that
    were printed before, in its midst."""
    _cut_printed_before(draft, body)
    is_known_for_it = _KNOWN_FOR_IT.search(str(draft.value("dateline") or ""))
    for before, piece in pairwise([piece for piece in body if piece.is_open]):
        text = tidy(piece.text)
        if _NUMBER.match(text):
            draft.decide(piece, "cut", "site_furniture")
        elif not _is_headline(text):
            continue
        elif tidy(before.text) == text:
            draft.decide(before, "cut", "other_story")
            draft.decide(piece, "cut", "other_story")
        elif is_known_for_it and ends_sentence(before.text):
            draft.decide(piece, "cut", "other_story")
    return [piece for piece in body if piece.is_open]


def _cut_printed_before(draft: Draft, body: list[Piece]) -> None:
    seen: set[str] = set()
    for piece in body:
        text = tidy(piece.text)
        if text in seen and is_sentence(text):
            draft.decide(piece, "cut", "doubled_line")
        seen.add(text)


def _is_headline(text: str) -> bool:
    is_quoted = text.startswith(("«", '"', "“", "„", "–", "—", "-", "•"))
    return is_headline(text) and not is_quoted and count_words(text) >= _MIN_WORDS
