"""A text cut into pieces with its mentions marked in place. Plain values; no database."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.admin.screens.names import key_of
from articles.choices import MentionField, MentionKind, MentionStatus
from articles.models import Mention, Translation
from ots_desk.paragraphs import placed_paragraphs

# Where spans overlap, the one that is more settled is shown; of equals the longer, then the first.
_RANK = [
    MentionStatus.CONFIRMED,
    MentionStatus.SUGGESTED,
    MentionStatus.BROKEN,
    MentionStatus.REJECTED,
]


@dataclass(frozen=True)
class Piece:
    """Words of a text: unmarked, or naming entity `number` of the list beside the text."""

    words: str
    status: str = ""
    state: str = ""
    number: int | None = None
    mention: int | None = None
    is_office: bool = False


@dataclass(frozen=True)
class Stretch:
    """A headline or paragraph; `start` is the code point of its field at which it begins."""

    field: str
    start: int
    pieces: list[Piece]


def marked(
    text: Translation, mentions: Iterable[Mention], numbers: dict[int | str, int | None]
) -> dict[str, list[Stretch]]:
    """Cut each field of `text` into stretches; `numbers` maps the key of a group to its place in
    the list beside the text."""
    mentions = list(mentions)
    return {
        field: [
            Stretch(field, start, list(_pieces(words, start, shown, numbers)))
            for start, words in placed_paragraphs(getattr(text, field))
        ]
        for field in MentionField.values
        for shown in [_shown(getattr(text, field), [m for m in mentions if m.field == field])]
    }


def mentions_in(stretches: Iterable[list[Stretch]]) -> set[int]:
    """The ids of the mentions that are marked."""
    pieces = (piece for found in stretches for stretch in found for piece in stretch.pieces)
    return {piece.mention for piece in pieces if piece.mention}


def _shown(words: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions to mark: none over another, none whose words aren't there any more."""
    taken: list[Mention] = []
    for mention in sorted(mentions, key=_precedence):
        is_there = words[mention.start : mention.end] == mention.text
        if is_there and not any(_overlap(mention, other) for other in taken):
            taken.append(mention)
    return sorted(taken, key=lambda mention: mention.start)


def _precedence(mention: Mention) -> tuple[int, int, int]:
    return _RANK.index(mention.status), mention.start - mention.end, mention.start


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _pieces(
    words: str, start: int, mentions: list[Mention], numbers: dict[int | str, int | None]
) -> Iterator[Piece]:
    end, at = start + len(words), start
    for mention in mentions:
        if mention.start < start or mention.end > end:
            continue
        if mention.start > at:
            yield Piece(words[at - start : mention.start - start])
        yield Piece(
            mention.text,
            mention.status,
            mention.get_status_display(),
            numbers.get(key_of(mention)),
            mention.pk,
            mention.kind == MentionKind.OFFICE,
        )
        at = mention.end
    if at < end:
        yield Piece(words[at - start :])
