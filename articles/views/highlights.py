"""Hits made visible: a public text cut into pieces, of which some are marked."""

from dataclasses import dataclass

from articles.projection import PublicText
from articles.search import Query, hit_spans

# Code points shown before and after the first hit of a passage.
_BEFORE, _AFTER = 80, 220


@dataclass(frozen=True)
class Marked:
    text: str
    is_hit: bool


def marked(text: str, query: Query, language: str) -> list[Marked]:
    """The whole of `text`, with its hits marked."""
    return _cut(text, hit_spans(query, text, language), 0, len(text))


def passage(public: PublicText, query: Query) -> list[Marked]:
    """The words around the first hit in what readers may see of a text; its first words where
    only the headline has one."""
    for words in (public.summary, public.deck, *public.paragraphs, public.caption):
        if spans := hit_spans(query, words, public.language):
            return _around(words, spans)
    first = next((p for p in (public.summary, public.deck, *public.paragraphs) if p), "")
    return _around(first, []) if first else []


def _around(text: str, spans: list[tuple[int, int]]) -> list[Marked]:
    at = spans[0][0] if spans else 0
    start = _word_start(text, at - _BEFORE)
    end = _word_end(text, at + _AFTER)
    pieces = _cut(text, spans, start, end)
    before = [Marked("… ", False)] if start else []
    after = [Marked(" …", False)] if end < len(text) else []
    return [*before, *pieces, *after]


def _word_start(text: str, at: int) -> int:
    return text.rfind(" ", 0, at) + 1 if at > 0 else 0


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    found = text.find(" ", at)
    return found if found >= 0 else len(text)


def _cut(text: str, spans, start: int, end: int) -> list[Marked]:
    pieces, cursor = [], start
    for hit_start, hit_end in spans:
        if start <= hit_start and hit_end <= end:
            pieces += [Marked(text[cursor:hit_start], False), Marked(text[hit_start:hit_end], True)]
            cursor = hit_end
    pieces.append(Marked(text[cursor:end], False))
    return [piece for piece in pieces if piece.text]
