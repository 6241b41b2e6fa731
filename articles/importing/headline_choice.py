"""Which of the lines above a text is its headline: what speaks for a line and what against it.

Judges lines against the text below them; what is done with the chosen one stands in `headlines`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ots_desk.text import fold

from .draft import Draft, Piece
from .phrases.titles import MEDIA_MARK, SMALL_WORDS
from .shapes import (
    begins_another,
    count_words,
    is_headline,
    remembered,
    tidy,
    unbulleted,
    undoubled,
)

_MIN_WORDS = 3
# Weights, in shares of "every word of the line comes back in the text". A line above all others
# stays the headline where the next one, a standfirst, tells hardly more.
_PRINTED_TWICE, _ON_DATE_LINE = 1.2, 0.35
_TAGS, _FOREIGN, _CAPTION, _SWITCHES, _TWICE_IN_LINE = 1.0, 1.5, 0.6, 0.8, 0.8
_HEAD_START = 0.45
# Where the text says nothing of any line, two are headline and standfirst, more are navigation.
_FEW = 2
# Letters of a word that stay the same in most of its cases.
_STEM = 5
_TEXT_CHARS, _LONG_CHARS = 4000, 200
_BORNE_OUT = 0.5
_BAR_CAPITALS, _BAR_SHARE, _BAR_TOLD = 5, 0.6, 0.3
# Cyrillic, and Azerbaijani: in English and Turkish headlines capitals are common.
_SMALL_LETTERED = re.compile(r"[а-яё]{3}|[əƏ]", re.IGNORECASE)
_SAID = re.compile(r"[«»“”\"„:,–—?!]|\s-\s")
_WORD = re.compile(r"[^\W\d_]+")
_LOWER_WORDS = frozenset(["of", "the", "and", "de", "la", "və", "ve", "и"])
_BARS = re.compile(r"\s[|»→›]\s|\s{3,}")
_SITE_TAIL = re.compile(r"\s[-–—|]\s(?:Sputnik|РИА Новости)\b.*$|\s\|\s.*$")


@dataclass(frozen=True)
class Candidate:
    """A line that can be the headline, the headline as it would be printed, and its score.

    `is_doubtful` where something speaks against it.
    """

    piece: Piece
    text: str
    score: float
    is_doubtful: bool = False


def candidates(draft: Draft, before: Sequence[Piece], body: Sequence[Piece]) -> list[Candidate]:
    """Return the lines of `before` that can be the headline of `body`, in order."""
    told = _Told(" ".join(piece.text for piece in body)[:_TEXT_CHARS])
    lines = [piece for piece in before if piece.is_open and is_candidate(piece)]
    lines = [piece for piece in lines if not _is_campaign_bar(piece.text, told)]
    texts = [headline_of(piece.text) for piece in lines]
    if len(lines) == 1:  # nothing to choose from
        return [Candidate(lines[0], texts[0], 0.0)]
    on_date_line = _numbers_of_date_lines(draft)
    return [
        _judged(piece, text, texts, told, piece.number in on_date_line)
        for piece, text in zip(lines, texts, strict=True)
    ]


def below_signature(draft: Draft, body: Sequence[Piece]) -> Candidate | None:
    """Return the headline that a page prints under the text, right below its own name; the text
    has to bear it out."""
    told = _Told(" ".join(piece.text for piece in body)[:_TEXT_CHARS])
    for name, piece in pairwise(draft.printed_pieces()):
        is_signed = name.rule == "signature" and piece.start > body[-1].start
        if is_signed and piece.is_open and is_candidate(piece):
            text = headline_of(piece.text)
            score = told.share(text)
            return Candidate(piece, text, score) if score > _BORNE_OUT else None
    return None


def best(found: Sequence[Candidate]) -> Candidate | None:
    """Return the first candidate that nothing below it clearly beats, or None."""
    if not found:
        return None
    highest = max(one.score for one in found)
    if highest <= 0 and len(found) > _FEW:  # a page's navigation
        return found[-1]
    return next(one for one in found if one.score >= highest - _head_start(one, highest))


def _head_start(one: Candidate, highest: float) -> float:
    """For lines that are half as well borne out as the best, and against which nothing speaks."""
    is_near = one.score > 0 and one.score >= highest / 2
    return _HEAD_START if is_near and not one.is_doubtful else 0.0


def is_candidate(piece: Piece) -> bool:
    """True for a line that can be a headline by its own form."""
    text = headline_of(piece.text)
    return is_headline(text) and len(_WORD.findall(text)) >= _MIN_WORDS and not begins_another(text)


@remembered
def headline_of(line: str) -> str:
    """Return the headline that `line` prints: once where twice, without the site's name.

    >>> headline_of("Ministers of Turkic states met | example.org | News")
    'Ministers of Turkic states met'
    """
    text = undoubled(tidy(unbulleted(line)))
    bare = MEDIA_MARK.sub("", _SITE_TAIL.sub("", text))
    return bare if count_words(bare) > _MIN_WORDS else text


def _numbers_of_date_lines(draft: Draft) -> set[int]:
    return {piece.number for piece in draft.pieces if piece.rule == "date_line"}


def _judged(
    piece: Piece, text: str, texts: Sequence[str], told: "_Told", is_on_date_line: bool
) -> Candidate:
    against = _against(piece.text.strip(), text, told)
    score = told.share(text) + _PRINTED_TWICE * _is_printed_again(text, texts)
    score += _ON_DATE_LINE * (is_on_date_line and not against)
    return Candidate(piece, text, score - against, against > 0)


def _against(line: str, text: str, told: "_Told") -> float:
    is_caption = "Sputnik" in line and bool(_SITE_TAIL.search(line))
    return (
        _TAGS * _is_tag_bar(text)
        + _SWITCHES * bool(_BARS.search(line) and not _SITE_TAIL.search(line))
        + _TWICE_IN_LINE * (undoubled(tidy(line)) != tidy(line))
        + _CAPTION * is_caption
        + _FOREIGN * told.is_foreign(text)
    )


def _is_printed_again(text: str, texts: Sequence[str]) -> bool:
    """Again as it is, or with something glued on behind ("… Фото пресс-службы", "… | Новости")."""
    key = fold(text)
    folded = [fold(other) for other in texts]
    return folded.count(key) > 1 or any(other.startswith(f"{key} ") for other in folded)


def _is_tag_bar(text: str) -> bool:
    """Names and nothing said of them: "Example Person Turkic World Gabala Summit-2025"."""
    words = text.split()
    small = [word for word in words if word[0].islower() and word not in _LOWER_WORDS]
    titled = [word for word in words if word.lower() in SMALL_WORDS]
    return len(words) >= _MIN_WORDS and not small and not titled and not text.isupper()


def _is_campaign_bar(text: str, told: "_Told") -> bool:
    """A site's bar of names and campaigns: capitals nearly everywhere, in a language that writes
    headlines in small letters, and hardly a word of it in the text."""
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    if text.isupper() or not _SMALL_LETTERED.search(text):
        return False
    capitals = sum(word[0].isupper() for word in words)
    is_said = bool(_SAID.search(text))
    is_bar = capitals >= max(_BAR_CAPITALS, _BAR_SHARE * len(words))
    return is_bar and not is_said and told.share(text) < _BAR_TOLD


class _Told:
    """What a text tells, to hold the lines above it against; looked at only where one asks."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _stems(self) -> set[str]:
        return set(_stems(self._text))

    @cached_property
    def _letters(self) -> set[str]:
        return set(self._text.lower())

    def share(self, line: str) -> float:
        """Return the share of the line's longer words that come back in the text."""
        stems = _stems(line, longer_than=3)
        return sum(stem in self._stems for stem in stems) / len(stems) if stems else 0.0

    def is_foreign(self, line: str) -> bool:
        """True where the line uses letters that the whole text does without."""
        foreign = [char for char in line.lower() if char.isalpha() and char not in self._letters]
        return len(self._text) > _LONG_CHARS and len(foreign) >= 3


def _stems(text: str, longer_than: int = 0) -> list[str]:
    words = _WORD.findall(fold(text))
    return [word[:_STEM] for word in words if len(word) > longer_than]
