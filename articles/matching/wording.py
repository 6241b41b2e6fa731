"""What a text says word for word, line by line, and what a template filled anew would exchange in
it: names and figures.

The numbers stand in databases. Whoever changes them raises `fingerprints.RULES_VERSION`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple
from zlib import crc32

import numpy as np

from ots_desk.text import fold

from .sounds import MAX_WORD

# Runs of three words: an editor who changes every tenth word leaves three quarters of them, and
# of runs of five only three fifths.
RUN = 3
# Kazakh, Turkish or Russian words keep their first letters under most endings.
STEM = 6

# What a word is: `NAME` is capitalised and starts no sentence.
PLAIN, NAME, FIGURE = 0, 1, 2

_WORD = re.compile(r"\w+(?:['’‘ʻʼ`-]\w+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s*[\"'«“‘(]*|[\"«“(])\s*$")
# Odd numbers that spread the words of a run over 64 bits, of which the upper half is kept.
_SPREAD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)


@dataclass(frozen=True, eq=False)
class Wording:
    """The words of a text in their order, hashed blind to case, accents and punctuation.

    `kinds` says of each word what it is, `places` where its stem stands among the rising `stems`;
    `lines` are the words with which the lines begin. Only lines that count as evidence are here.
    """

    words: np.ndarray
    kinds: np.ndarray
    places: np.ndarray
    stems: np.ndarray
    lines: np.ndarray

    @cached_property
    def runs(self) -> np.ndarray:
        """The hashes of all runs of three words, in their order, the last two of the text being
        in no run of their own."""
        return runs_of(self.words)

    @cached_property
    def known_runs(self) -> np.ndarray:
        """The runs, rising, to look others up in."""
        return np.sort(self.runs)

    @cached_property
    def line_keys(self) -> np.ndarray:
        """A number for each line, equal where two lines have the same words."""
        if not len(self.lines):
            return np.zeros(0, np.uint64)
        place = np.arange(len(self.words)) - np.repeat(self.lines, self.line_sizes)
        spread = (place.astype(np.uint64) * np.uint64(2) + np.uint64(1)) * np.uint64(_SPREAD[0])
        return np.add.reduceat(self.words.astype(np.uint64) * spread, self.lines)

    @cached_property
    def line_sizes(self) -> np.ndarray:
        return np.diff(np.append(self.lines, len(self.words)))

    @cached_property
    def names(self) -> np.ndarray:
        return np.unique(self.words[self.kinds == NAME])

    @cached_property
    def figures(self) -> np.ndarray:
        return np.unique(self.words[self.kinds == FIGURE])

    @cached_property
    def particulars(self) -> np.ndarray:
        """Its names and figures."""
        return np.unique(self.words[self.kinds != PLAIN])

    @cached_property
    def stems_by_kind(self) -> dict[int, np.ndarray]:
        """The stems of its words of each kind, rising."""
        return {
            kind: self.stems[np.unique(self.places[self.kinds == kind])]
            for kind in (PLAIN, NAME, FIGURE)
        }

    def without_lines(self, is_out: np.ndarray) -> "Wording":
        """Return the wording without the lines for which `is_out` holds."""
        sizes = self.line_sizes
        stay = np.repeat(~is_out, sizes)
        lines = np.cumsum(np.append(0, sizes[~is_out]))[:-1]
        used, places = np.unique(self.places[stay], return_inverse=True)
        return Wording(
            self.words[stay],
            self.kinds[stay],
            places.astype("<u2"),
            self.stems[used],
            lines.astype("<u2"),
        )


class _Word(NamedTuple):
    hash: int
    stem: int
    is_figure: bool


def wording_of(text: str) -> Wording:
    """Return the wording of a text whose lines all count."""
    words, kinds, sizes = [], [], []
    for line in text.split("\n"):
        before = len(words)
        for match in _WORD.finditer(line):
            word = _read(match.group())
            if word is not None:
                words.append(word)
                kinds.append(_kind(word, line, match))
        if len(words) > before:
            sizes.append(len(words) - before)
    stems, places = np.unique(np.array([word.stem for word in words], "<u4"), return_inverse=True)
    return Wording(
        np.array([word.hash for word in words], "<u4"),
        np.array(kinds, np.uint8),
        places.astype("<u2"),
        stems,
        np.array(list(accumulate(sizes[:-1], initial=0)) if sizes else [], "<u2"),
    )


@lru_cache(maxsize=200_000)
def _read(word: str) -> _Word | None:
    folded = fold(word)
    if not folded or len(word) > MAX_WORD:
        return None
    if folded.isdecimal():
        folded = folded.lstrip("0") or "0"
    return _Word(hash_of(folded), hash_of(stem_of(folded)), folded[0].isdecimal())


def _kind(word: _Word, line: str, match: re.Match) -> int:
    if word.is_figure:
        return FIGURE
    printed = match.group()
    is_name = (
        printed[0].isupper()
        and len(printed) > 2
        and not _SENTENCE_START.search(line[max(0, match.start() - 4) : match.start()])
    )
    return NAME if is_name else PLAIN


def hash_of(term: str) -> int:
    """Return a number of 32 bits, the same on every machine."""
    return crc32(term.encode(errors="surrogatepass"))


def runs_of(words: np.ndarray) -> np.ndarray:
    """Return the hashes of all runs of three words."""
    if len(words) < RUN:
        return np.zeros(0, "<u4")
    hashes = words.astype(np.uint64)
    mixed = sum(
        hashes[place : len(words) - RUN + 1 + place] * np.uint64(_SPREAD[place])
        for place in range(RUN)
    )
    return (mixed >> np.uint64(32)).astype("<u4")


def stem_of(word: str) -> str:
    return fold(word)[:STEM]


def stems_of(words: Sequence[str]) -> np.ndarray:
    """Return the stems of words given in print."""
    read = (_read(word) for word in words)
    return np.unique(np.array([word.stem for word in read if word], "<u4"))
