"""The headline and deck above the body, and the proposal where a text has no headline.

A proposal is the text's own first sentence, never new words.
"""

import re

from . import headline_choice, phrases
from .draft import Draft, Piece
from .headline_choice import headline_of, is_candidate
from .phrases.titles import VERSION_MARK
from .reading import Paragraph
from .shapes import count_words, same_line, tidy

_MIN_WORDS = 3
_DECK_WORDS = 4
_MARK_CHARS = 200
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


def choose_headline(draft: Draft, before: list[Piece], body: list[Piece]) -> None:
    """Take the headline (and a deck below it) from the open lines above the body.

    Of several the one that the text bears out best, with a start for the upper ones (see
    `headline_choice`). Where there is none, one that the page prints below its own name counts.
    """
    chosen = headline_choice.best(headline_choice.candidates(draft, before, body))
    chosen = chosen or headline_choice.below_signature(draft, body)
    if chosen is None:
        return
    draft.decide(chosen.piece, "kept", "headline")
    draft.find("headline", chosen.text, "headline", place=chosen.piece.place())
    if chosen.piece in before:
        _take_deck(draft, chosen.piece, before)


def read_version_mark(draft: Draft) -> None:
    """Take the mark of a later version: "Details added", or "(UPDATE)" in the headline.

    A line of its own is cut; the headline keeps what it prints.
    """
    for piece in draft.open_pieces():
        match = VERSION_MARK.search(piece.text) if len(piece.text) <= _MARK_CHARS else None
        if match is None:
            continue
        draft.find("version_mark", tidy(match[0]), "version_mark", place=piece.place(match.span()))
        if tidy(match[0]) == tidy(piece.text):
            draft.decide(piece, "kept", "version_mark")


def _take_deck(draft: Draft, headline: Piece, before: list[Piece]) -> None:
    below = before[before.index(headline) + 1 :]
    for piece in below:
        if not piece.is_open or same_line(headline_of(piece.text), str(draft.value("headline"))):
            continue
        if count_words(piece.text) >= _DECK_WORDS and is_candidate(piece):
            draft.decide(piece, "kept", "deck")
            draft.find("deck", tidy(piece.text), "deck", place=piece.place())
        return


def take_caption(draft: Draft, before: list[Piece]) -> None:
    """Take the caption above the text as headline where there is no other: then it was taken for
    one because a credit is glued to it ("… lawsФото: Example"), or stands right below."""
    caption = draft.fields.get("caption")
    if caption is None or caption.start is None or draft.value("headline") is not None:
        return
    piece = next((one for one in before if one.start <= caption.start < one.end), None)
    if piece and count_words(str(caption.value)) >= _MIN_WORDS:
        draft.fields.pop("caption")
        draft.decide(piece, "kept", "headline")
        place = (caption.start, caption.end)
        draft.find("headline", str(caption.value), "headline", place=place)


def cut_doubled_headline(draft: Draft) -> None:
    """Cut the headline's repetitions, above the text and in it (as the photo's caption)."""
    headline = draft.value("headline")
    if headline is None:
        return
    for piece in draft.open_pieces():
        text = piece.text if len(piece.text) > _MARK_CHARS else headline_of(piece.text)
        if same_line(text, str(headline)):
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
