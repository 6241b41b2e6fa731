"""The headline and deck above the body, and the proposal where a text has no headline.

A proposal is the text's own first sentence, never new words.
"""

import re
from collections import Counter

from ots_desk.text import fold

from . import phrases
from .draft import Draft, Piece
from .reading import Paragraph
from .shapes import count_words, is_headline, same_line, tidy, unbulleted, undoubled

_MIN_WORDS = 3
# Two lines above the text are headline and deck; more are a page's navigation, and then the
# nearest one is the headline.
_MAX_BLOCK = 2
_DECK_WORDS = 6
# The longest first sentences seen stay under this; beyond it a text has lost its full stops,
# and nothing is proposed.
_MAX_PROPOSAL = 500

_SENTENCE_END = re.compile(r"[.!?…。！？]+[\"'»”’)\]]*(?:\s+|(?<=[。！？]))")
_INITIAL = re.compile(r"(?:^|[\s(«\"“.-])[^\W\d_]\.$")
_ABBREVIATION = re.compile(
    r"(?:^|\s)(?:mr|mrs|ms|dr|prof|gen|st|no|vs|jan|feb|aug|sept?|oct|nov|dec|"
    r"г|гг|ул|им|тыс|млн|млрд|стр|долл|руб|см|т\.е|т\.д|sn|doç|yy)\.$",
    re.IGNORECASE,
)


def choose_headline(draft: Draft, before: list[Piece]) -> None:
    """Take the headline (and a deck below it) from the open lines above the body.

    A line printed twice is the headline; otherwise the first of the one or two lines directly
    above the text, and the nearest where there are more.
    """
    candidates = [piece for piece in before if piece.is_open and is_candidate(piece)]
    doubled = _doubled(candidates)
    block = _block(before)
    if doubled is None and not block:
        return
    headline = doubled or (block[0] if len(block) <= _MAX_BLOCK else block[-1])
    draft.decide(headline, "kept", "headline")
    draft.find("headline", tidy(unbulleted(headline.text)), "headline", place=headline.place())
    _take_deck(draft, headline, before)


def is_candidate(piece: Piece) -> bool:
    """True for a line that can be a headline by its own form."""
    text = tidy(unbulleted(piece.text))
    return is_headline(text) and count_words(text) >= _MIN_WORDS


def _doubled(candidates: list[Piece]) -> Piece | None:
    """The first candidate that is printed again further down."""
    keys = [fold(undoubled(tidy(unbulleted(piece.text)))) for piece in candidates]
    counts = Counter(keys)
    return next((one for one, key in zip(candidates, keys, strict=True) if counts[key] > 1), None)


def _block(before: list[Piece]) -> list[Piece]:
    """The open headline-like lines nearest to the text, back to the first line of furniture."""
    block: list[Piece] = []
    for piece in reversed(before):
        if piece.is_open and is_candidate(piece):
            block.insert(0, piece)
        elif block and piece.fate != "kept":
            break
    return block


def _take_deck(draft: Draft, headline: Piece, before: list[Piece]) -> None:
    below = before[before.index(headline) + 1 :]
    for piece in below:
        if not piece.is_open or same_line(piece.text, str(draft.value("headline"))):
            continue
        if count_words(piece.text) >= _DECK_WORDS and is_candidate(piece):
            draft.decide(piece, "kept", "deck")
            draft.find("deck", tidy(piece.text), "deck", place=piece.place())
        return


def cut_doubled_headline(draft: Draft) -> None:
    """Cut the headline's repetitions, above the text and in it (as the photo's caption)."""
    headline = draft.value("headline")
    if headline is None:
        return
    for piece in draft.open_pieces():
        if same_line(piece.text, str(headline)):
            draft.decide(piece, "cut", "doubled_headline")


def propose_headline(draft: Draft, body: tuple[Paragraph, ...]) -> None:
    """Propose the body's first sentence, without attribution and full stop, as headline."""
    if draft.value("headline") is not None or not body:
        return
    proposal = without_attribution(first_sentence(body[0].text[: _MAX_PROPOSAL + 1]))
    if not 0 < len(proposal) <= _MAX_PROPOSAL:
        return
    place = (body[0].start, body[0].end)
    draft.find("headline_proposed", proposal, "first_sentence", place=place, inferred=True)


def first_sentence(text: str) -> str:
    """Return the first sentence of `text`; initials and abbreviations don't end it.

    >>> first_sentence("B. Amreyev met U.S. officials. He left.")
    'B. Amreyev met U.S. officials.'
    """
    for match in _SENTENCE_END.finditer(text):
        head, tail = text[: match.end()].rstrip(), text[match.end() :]
        if not _is_abbreviated(head) and _starts_sentence(tail):
            return head
    return text


def _is_abbreviated(head: str) -> bool:
    return bool(_INITIAL.search(head) or _ABBREVIATION.search(head))


def _starts_sentence(tail: str) -> bool:
    first = tail.lstrip("\"'«“„‘(—–- ")[:1]
    return bool(first) and not first.islower()


def without_attribution(sentence: str) -> str:
    """Return `sentence` without its full stop and without a clause that says who reported it.

    >>> without_attribution("The ministers met in Baku, Trend reports via the ministry.")
    'The ministers met in Baku'
    """
    bare = sentence.rstrip().rstrip(".。").rstrip()
    for pattern in phrases.ATTRIBUTION_TAILS:
        shorter = pattern.sub("", bare)
        if shorter != bare and count_words(shorter) >= _MIN_WORDS:
            return shorter.rstrip(" ,")
    return bare
