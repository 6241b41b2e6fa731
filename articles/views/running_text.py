"""A text's paragraphs as pieces, each entity linked where it is named first."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.choices import MentionField
from articles.models import Mention
from articles.projection import PublicText
from ots_desk.paragraphs import placed_paragraphs
from people.choices import EntityKind


@dataclass(frozen=True)
class Piece:
    """Running words, or a name with the address of whom it names."""

    text: str
    url: str = ""


def paragraphs_with_links(public: PublicText, mentions: Iterable[Mention]) -> list[list[Piece]]:
    """Cut the body into paragraphs, and these into pieces; `mentions` as `public_mentions` gives
    them. Of two names that overlap, the one that begins first and is longer is linked."""
    names = _first_mentions(mentions)
    pieces = []
    for start, paragraph in placed_paragraphs(public.body):
        end = start + len(paragraph)
        inside = [m for m in names if start <= m.start and m.end <= end]
        pieces.append(_pieces(paragraph, start, inside))
    return pieces


def _first_mentions(mentions: Iterable[Mention]) -> list[Mention]:
    in_body = [m for m in mentions if m.field == MentionField.BODY and _is_linked(m)]
    first: dict[int, Mention] = {}
    cursor = 0
    for mention in sorted(in_body, key=lambda m: (m.start, -m.end)):
        if mention.start >= cursor and mention.entity_id not in first:
            first[mention.entity_id] = mention
            cursor = mention.end
    return list(first.values())


def _is_linked(mention: Mention) -> bool:
    """Places are listed beside the text only: a country behind every name in brackets would
    underline half a paragraph."""
    return mention.entity.kind != EntityKind.PLACE


def _pieces(paragraph: str, offset: int, mentions: list[Mention]) -> list[Piece]:
    pieces, cursor = [], 0
    for mention in mentions:
        start, end = mention.start - offset, mention.end - offset
        pieces.append(Piece(paragraph[cursor:start]))
        pieces.append(Piece(paragraph[start:end], mention.entity.get_absolute_url()))
        cursor = end
    pieces.append(Piece(paragraph[cursor:]))
    return [piece for piece in pieces if piece.text]
