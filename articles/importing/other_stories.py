"""Headlines of other stories that some outlets print in the midst of a text, unmarked.

Only for outlets that are known for it: elsewhere such a line is a heading of the text itself.
"""

import re
from itertools import pairwise

from .draft import Draft, Piece
from .shapes import count_words, ends_sentence, is_headline, tidy

# Known by their dateline: "БИШКЕК, 18-сен. — Sputnik."
_KNOWN_FOR_IT = re.compile(r"Sputnik|РИА Новости")
_MIN_WORDS = 4


def cut_headlines_inside(draft: Draft, body: list[Piece]) -> list[Piece]:
    """Return `body` without the headlines between its finished sentences."""
    if not _KNOWN_FOR_IT.search(str(draft.value("dateline") or "")):
        return body
    for before, piece in pairwise(body):
        if ends_sentence(before.text) and _is_headline(tidy(piece.text)):
            draft.decide(piece, "cut", "other_story")
    return [piece for piece in body if piece.is_open]


def _is_headline(text: str) -> bool:
    is_quoted = text.startswith(("«", '"', "“", "„", "–", "—", "-", "•"))
    return is_headline(text) and not is_quoted and count_words(text) >= _MIN_WORDS
