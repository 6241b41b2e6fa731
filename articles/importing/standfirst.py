"""Where the running text begins: what stands above it as a standfirst, though it reads like text.

A standfirst tells itself by a line between it and the text (a date, a dateline, the headline
again) or by saying what the text then says once more. Which line is the headline is the subject
of `headlines`.
"""

import re

from .datelines import match_dateline
from .draft import Draft, Piece
from .headline_choice import is_candidate
from .headlines import first_sentence, without_attribution
from .shapes import count_words, ends_sentence, is_headline, is_sentence, same_line, tidy
from .stamps import read_stamp

_HEAD_LINES = 8
_HEAD_SENTENCES = 2
_MIN_WORDS, _DECK_WORDS = 4, 45
_STAMP_WORDS = 2
# So many words at the beginning of two paragraphs say that the second tells the first again.
_ECHO_WORDS = 3
# So many words, and this share of them, that the second paragraph says again.
_RETOLD_WORDS, _RETOLD_SHARE, _STEM = 5, 0.65, 5
# So short a sentence beside the headline, of which the next paragraph repeats so many words.
_REMARK_WORDS, _TOLD_WORDS, _TOLD_SHARE = 18, 3, 0.4
_QUOTES = ("«", "“", "„", '"')
_NUMBER = re.compile(r"^\d{5,8}$")
_WORD = re.compile(r"[^\W_]+")


def text_start(draft: Draft, body: list[Piece]) -> int:
    """Return the index in `body` of the first piece that is no standfirst, mostly 0.

    Text is left on both sides: what would leave nothing, or take more than two paragraphs off,
    is no standfirst.
    """
    head = body[:_HEAD_LINES]
    starts = [0, *_below_dates(head), *_at_dateline(head), *_below_headline(draft, head)]
    starts += _below_copy(draft, body) + _below_remark(draft, body)
    return max(at for at in starts if _leaves_text(body, at))


def _leaves_text(body: list[Piece], at: int) -> bool:
    above = sum(_is_deck(piece) for piece in body[:at])
    return at == 0 or (
        above <= _HEAD_SENTENCES and any(len(piece.text) > 40 for piece in body[at:])
    )


def _is_deck(piece: Piece) -> bool:
    text = tidy(piece.text)
    is_short = ends_sentence(text) and count_words(text) >= _MIN_WORDS and not is_headline(text)
    return is_short or is_sentence(text)


def _below_dates(head: list[Piece]) -> list[int]:
    """A line that holds nothing but a date ends a page's head."""
    return [at + 1 for at, piece in enumerate(head) if read_stamp(piece.text)]


def _at_dateline(head: list[Piece]) -> list[int]:
    return [at for at, piece in enumerate(head[:5]) if at and match_dateline(piece.text.strip())]


def _below_headline(draft: Draft, head: list[Piece]) -> list[int]:
    """The headline again ends the head where what stood above it is told again below, or a bare
    number (the article's) or the maker of the page's picture stands beside it; else it is the
    caption of a picture in the text."""
    above = _headlines_above(draft, head[0])
    starts = []
    for at, piece in enumerate(head[1:5], start=1):
        if not any(same_line(piece.text, line) for line in above):
            continue
        is_numbered = any(_NUMBER.match(tidy(one.text)) for one in head[:at])
        is_picture = _is_remark(head[0]) and _has_credit_beside(draft, piece)
        if is_numbered or is_picture or (at + 1 < len(head) and _echoes(head[0], head[at + 1])):
            starts.append(at + 1)
    return starts


def _has_credit_beside(draft: Draft, piece: Piece) -> bool:
    printed = draft.printed_pieces()
    at = printed.index(piece)
    return any(one.rule == "photo_credit" for one in printed[at + 1 : at + 2])


def _headlines_above(draft: Draft, first: Piece) -> list[str]:
    above = _above(draft, first)
    return [tidy(piece.text) for piece in above if piece.is_open and is_candidate(piece)]


def _below_copy(draft: Draft, body: list[Piece]) -> list[int]:
    """A first paragraph that is printed again, or begins as the second does, below a headline."""
    if len(body) < 3 or draft.printed_pieces()[0] is body[0]:
        return []
    first = tidy(body[0].text)
    if count_words(first) > _DECK_WORDS or not _is_deck(body[0]):
        return []
    is_retold = _echoes(body[0], body[1]) or _is_retold(first, tidy(body[1].text))
    return [1] if is_retold or _is_printed_again(first, body[2:]) else []


def _below_remark(draft: Draft, body: list[Piece]) -> list[int]:
    """A remark that says nothing of what the headline says, where the second paragraph, the
    lead, says it all again."""
    if len(body) < 3 or not _is_remark(body[0]) or not is_sentence(tidy(body[1].text)):
        return []
    remark, lead = _stems(body[0].text), _stems(body[1].text)
    for line in _headlines_above(draft, body[0]):
        told, said = _stems(line) & lead, _stems(line) & remark
        if len(told) >= max(_TOLD_WORDS, _TOLD_SHARE * len(_stems(line)), 3 * len(said)):
            return [1]
    return []


def _is_remark(piece: Piece) -> bool:
    """One short sentence, not quoted; one that tells its place or source is a lead."""
    text = tidy(piece.text)
    if count_words(text) > _REMARK_WORDS or not _is_deck(piece) or text.startswith(_QUOTES):
        return False
    if match_dateline(text) or first_sentence(text) != text:
        return False
    return without_attribution(text) == text.rstrip(".")


def _is_printed_again(text: str, below: list[Piece]) -> bool:
    return any(tidy(piece.text) == text for piece in below)


def _echoes(first: Piece, second: Piece) -> bool:
    ours, theirs = (_WORD.findall(piece.text)[: _ECHO_WORDS + 1] for piece in (first, second))
    same = sum(1 for a, b in zip(ours, theirs, strict=False) if a == b)
    return ours[:_ECHO_WORDS] == theirs[:_ECHO_WORDS] and same >= _ECHO_WORDS


def cut_printed_twice(draft: Draft, body: list[Piece]) -> None:
    """Cut the first of two equal paragraphs; with nothing above it, it is the headline.

    Some outlets end their headlines with a full stop. A sentence that says who reported it is a
    lead, wherever it stands; one too short for a paragraph is the text of a picture.
    """
    if len(body) < 2 or tidy(body[0].text) != tidy(body[1].text):
        return
    text = tidy(body[0].text)
    above = [piece for piece in _above(draft, body[1]) if piece.is_open and piece is not body[0]]
    if above and not is_sentence(text):
        draft.find("caption", text, "caption", place=body[0].place())
        for piece, fate in zip(body, ("kept", "cut"), strict=False):
            draft.decide(piece, fate, "caption")
    elif above or without_attribution(text) != text.rstrip("."):
        draft.decide(body[0], "cut", "doubled_line")
    else:
        draft.decide(body[0], "kept", "headline")
        draft.find("headline", text, "headline", place=body[0].place())


def _above(draft: Draft, piece: Piece) -> list[Piece]:
    printed = draft.printed_pieces()
    return printed[: printed.index(piece)]


def _is_retold(first: str, second: str) -> bool:
    """True where the second paragraph says nearly all that the first did: a lead below its
    summary. Words are compared by their beginnings, since endings change."""
    ours, theirs = _stems(first), _stems(second)
    shared = len(ours & theirs)
    return shared >= _RETOLD_WORDS and shared >= _RETOLD_SHARE * len(ours)


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold()) if len(word) >= _STEM - 1}


def take_deck(draft: Draft, head: list[Piece]) -> Piece | None:
    """Take the standfirst from the lines above the text, and return it."""
    decks = [piece for piece in head if piece.is_open and _is_deck(piece)]
    for piece in decks:
        draft.decide(piece, "kept", "deck")
        draft.find("deck", tidy(piece.text), "deck", place=piece.place())
    return decks[0] if decks else None
