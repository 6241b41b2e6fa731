"""A text read by hand: an editor names the lines of its headline and body, and states fields.

The rules only put lines together and keep what they found beside that; storing is
`articles.mending`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .body import keep_body
from .cleaning import flag_order, name_doubts
from .draft import Draft, Piece
from .headlines import propose_headline
from .language import detect_language
from .reading import CleanedDocument, Flag, Found, Line, Outlet, Paragraph
from .shapes import tidy
from .zones import read_zone

RULE = "mended_by_hand"
# What an editor states; the rest stays as the rules found it.
STATED = ("headline", "published", "published_time", "language", "source", "url")
# What is found anew once the fields are stated.
_FOUND_ANEW = (*STATED, "headline_proposed", "zone")

_FLAGS_FOUND_ANEW = frozenset(
    {"no_headline", "no_date", "no_outlet", "no_language", "other_language", "clock_without_zone"}
)
# Doubts about a value that an editor has now stated.
_ANSWERED = {
    "published": {"date_conflict", "date_inferred", "future_date"},
    "published_time": {"clock_conflict"},
}


class CannotMend(ValueError):
    """The choices give no text; `code` is one of "no body", "order", "no such line"."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True)
class Choices:
    """What an editor says of a raw text. Lines count from 1; `stated` holds fields (see STATED)
    in the editor's own words, absent where nothing is known."""

    first_line: int
    last_line: int
    headline_line: int | None = None
    left_out: frozenset[int] = frozenset()
    stated: Mapping[str, str] = field(default_factory=dict)


def mend(
    raw: str, before: CleanedDocument, choices: Choices, outlets: Sequence[Outlet]
) -> CleanedDocument:
    """Return what `raw` says by an editor's choices; `before` is what the rules had understood.

    A field that is stated as the rules had found it keeps their evidence. Raises CannotMend where
    the lines don't exist, stand in the wrong order or hold no words.
    """
    draft = Draft(raw)
    _check(choices, draft)
    body = [piece for piece in draft.open_pieces() if _is_body(piece, choices)]
    _take_headline(draft, choices)
    paragraphs = keep_body(draft, [piece for piece in body if piece.is_open])
    if not paragraphs:
        raise CannotMend("no body")
    draft.fields.update(_fields(draft.fields, before, choices))
    _find_anew(draft, paragraphs, before, choices, outlets)
    return CleanedDocument(
        fields=draft.fields,
        body=paragraphs,
        lines=tuple(_lines(draft, before)),
        flags=tuple(sorted(draft.flags, key=flag_order)),
        hints=before.hints,
    )


def _check(choices: Choices, draft: Draft) -> None:
    numbers = {piece.number for piece in draft.pieces}
    asked = {choices.first_line, choices.last_line, choices.headline_line} - {None}
    if not asked <= numbers:
        raise CannotMend("no such line")
    if choices.first_line > choices.last_line:
        raise CannotMend("order")


def _is_body(piece: Piece, choices: Choices) -> bool:
    within = choices.first_line <= piece.number <= choices.last_line
    return within and piece.number not in choices.left_out


def _take_headline(draft: Draft, choices: Choices) -> None:
    """The line that was named; words of the editor's own outrank what stands on it."""
    for piece in draft.open_pieces():
        if piece.number == choices.headline_line:
            draft.decide(piece, "kept", "headline")
            draft.find("headline", tidy(piece.text), RULE, place=piece.place())


def _fields(
    chosen: Mapping[str, Found], before: CleanedDocument, choices: Choices
) -> dict[str, Found]:
    kept = {name: found for name, found in before.fields.items() if name not in _FOUND_ANEW}
    for name, value in choices.stated.items():
        found = before.fields.get(name)
        is_as_found = found is not None and str(found.value) == value
        kept[name] = found if is_as_found else Found(value, RULE)
    return {**kept, **{name: found for name, found in chosen.items() if name not in kept}}


def _find_anew(
    draft: Draft,
    paragraphs: tuple[Paragraph, ...],
    before: CleanedDocument,
    choices: Choices,
    outlets: Sequence[Outlet],
) -> None:
    """What follows from the lines and from what was stated."""
    propose_headline(draft, paragraphs)
    if "language" not in draft.fields:
        language = detect_language("\n".join(one.text for one in paragraphs))
        if language:
            draft.find("language", language, "language_of_text")
    read_zone(draft, outlets)
    draft.flags += _flags(before, choices)
    name_doubts(draft)


def _flags(before: CleanedDocument, choices: Choices) -> list[Flag]:
    answered = set(_FLAGS_FOUND_ANEW)
    for name, kinds in _ANSWERED.items():
        found = before.fields.get(name)
        if found is None or str(found.value) != choices.stated.get(name):
            answered |= kinds
    return [flag for flag in before.flags if flag.kind not in answered]


def _lines(draft: Draft, before: CleanedDocument) -> Iterator[Line]:
    """The lines that were chosen; of the others, what the rules had said, but for what they had
    taken for the text."""
    known: dict[int, list[Line]] = {}
    for line in before.lines:
        known.setdefault(line.number, []).append(line)
    for piece in draft.pieces:
        if piece.fate:
            yield Line(piece.number, piece.start, piece.end, piece.fate, piece.rule)
        else:
            yield from map(_demoted, known.get(piece.number) or [_unread(piece)])


def _unread(piece: Piece) -> Line:
    return Line(piece.number, piece.start, piece.end, "cut", "outside_text")


def _demoted(line: Line) -> Line:
    if line.fate == "kept" and line.rule in ("body", "background", "headline"):
        return Line(line.number, line.start, line.end, "cut", RULE)
    return line
