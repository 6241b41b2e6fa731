"""The running text: which lines are the article's body, its dateline and standing background.

Decides by the form of lines and their neighbourhood; words of furniture were cut before.
"""

import re
from itertools import pairwise

from . import phrases
from .draft import Draft, Piece
from .reading import Paragraph
from .shapes import count_words, ends_sentence, is_headline, is_sentence, tidy

# Up to this many other lines may stand between two paragraphs of one text (measured: with a
# wider gap, teasers of other texts come in).
MAX_GAP = 4
# A text of short sentences only has no line of ten words; then this many make a paragraph.
SHORT_PARAGRAPH_WORDS = 4
# What was decided about, but doesn't end a text that it interrupts.
INSIDE_TEXT = ("photo_credit", "caption", "doubled_headline")


def find_body(draft: Draft) -> list[Piece]:
    """Return the pieces of the body: the heaviest run of sentence lines and what is inside it.

    Nothing is decided yet. Empty where the text has no running text at all.
    """
    printed = draft.printed_pieces()
    sentences = [at for at, piece in enumerate(printed) if _is_text(piece)]
    if not sentences:
        sentences = [at for at, piece in enumerate(printed) if _is_short_text(piece)]
    if not sentences:
        return []
    runs = _runs(printed, sentences)
    best = max(runs, key=lambda run: sum(count_words(printed[at].text) for at in run))
    first, last = _grown(printed, best[0], best[-1])
    return [piece for piece in printed[first : last + 1] if piece.is_open]


def _is_text(piece: Piece) -> bool:
    return piece.is_open and is_sentence(tidy(piece.text))


def _is_short_text(piece: Piece) -> bool:
    text = tidy(piece.text)
    return piece.is_open and ends_sentence(text) and count_words(text) >= SHORT_PARAGRAPH_WORDS


def _runs(printed: list[Piece], sentences: list[int]) -> list[list[int]]:
    runs = [[sentences[0]]]
    for before, at in pairwise(sentences):
        if sum(_is_foreign(piece) for piece in printed[before + 1 : at]) > MAX_GAP:
            runs.append([])
        runs[-1].append(at)
    return runs


def _is_foreign(piece: Piece) -> bool:
    """Items of a list inside an article ("Türkiye – Minister …;", "• …") don't part it."""
    text = piece.text.strip()
    return not (piece.is_open and (text.startswith(("•", "-", "–", "—")) or text.endswith(";")))


def _grown(printed: list[Piece], first: int, last: int) -> tuple[int, int]:
    """Take in short sentences right before and after the run ("The talks go on.") and the lines
    that a hard-wrapped paragraph begins with."""
    while (before := _neighbour(printed, first, -1)) is not None:
        if not _belongs_before(printed[before], printed[first]):
            break
        first = before
    while (after := _neighbour(printed, last, 1)) is not None:
        if not _is_short_sentence(printed[after]):
            break
        last = after
    return first, last


def _neighbour(printed: list[Piece], at: int, step: int) -> int | None:
    """The next piece in that direction, past those that texts have in their midst."""
    at += step
    while 0 <= at < len(printed) and printed[at].rule in INSIDE_TEXT:
        at += step
    return at if 0 <= at < len(printed) else None


def _belongs_before(piece: Piece, first: Piece) -> bool:
    return _is_short_sentence(piece) or (piece.is_open and _continues(piece, first))


def _is_short_sentence(piece: Piece) -> bool:
    text = tidy(piece.text)
    return piece.is_open and ends_sentence(text) and not is_headline(text)


def read_lone_dateline(draft: Draft, before: list[Piece]) -> None:
    """Take a dateline that stands on a line of its own above the text."""
    for piece in before:
        match = _match_dateline(piece.text.strip() + " ") if piece.is_open else None
        if match and match.end() > len(piece.text.strip()):
            draft.decide(piece, "kept", "dateline")
            draft.find("dateline", tidy(match["dateline"]), "dateline", place=piece.place())


def read_dateline(draft: Draft, body: list[Piece]) -> None:
    """Cut the dateline off the first paragraph; the rest of the line remains in `body`."""
    shift = len(body[0].text) - len(body[0].text.lstrip())
    match = _match_dateline(body[0].text[shift:])
    if match is None:
        return
    span = (shift + match.start("dateline"), shift + match.end("dateline"))
    piece, rest = draft.split(body[0], shift + match.end())
    if rest:
        draft.decide(piece, "kept", "dateline")
        draft.find("dateline", tidy(match["dateline"]), "dateline", place=piece.place(span))
        body[0] = rest


def _match_dateline(text: str) -> re.Match[str] | None:
    matches = (pattern.match(text) for pattern in phrases.DATELINES)
    return next((match for match in matches if match), None)


def keep_body(draft: Draft, body: list[Piece]) -> tuple[Paragraph, ...]:
    """Decide about the body's pieces and return its paragraphs."""
    paragraphs = [_paragraph(draft, group) for group in _groups(body)]
    return tuple(paragraph for paragraph in paragraphs if paragraph.text)


def _groups(body: list[Piece]) -> list[list[Piece]]:
    """Join the lines of a hard-wrapped paragraph."""
    groups: list[list[Piece]] = []
    for piece in body:
        if groups and _continues(groups[-1][-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _continues(before: Piece, piece: Piece) -> bool:
    """The next line, in lower case, after one that hasn't finished its sentence."""
    text = piece.text.strip()
    return (
        piece.number == before.number + 1
        and text[:1].islower()
        and not ends_sentence(before.text)
        and not before.text.rstrip().endswith((";", ":"))
    )


def _paragraph(draft: Draft, pieces: list[Piece]) -> Paragraph:
    text = tidy(" ".join(piece.text for piece in pieces))
    is_background = bool(phrases.BACKGROUND.match(text))
    for piece in pieces:
        draft.decide(piece, "kept", "background" if is_background else "body")
    start = pieces[0].start + len(pieces[0].text) - len(pieces[0].text.lstrip())
    end = pieces[-1].start + len(pieces[-1].text.rstrip())
    return Paragraph(text, start, end, is_background)
