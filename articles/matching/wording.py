"""What a text says word for word, and what a template filled anew would exchange in it."""

import re
from zlib import crc32

import numpy as np

from ots_desk.text import fold

from .figures import figures_in
from .sounds import MAX_WORD

# Runs of three words: an editor who changes every tenth word leaves three quarters of them, and
# of runs of five only three fifths.
RUN = 3

_WORD = re.compile(r"\w+(?:['’‘ʻʼ`-]\w+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s*[\"'«“‘(]*|[\"«“(])\s*$")
# Odd numbers that spread the words of a run over 64 bits, of which the upper half is kept.
_SPREAD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)


def hash_of(term: str) -> int:
    """Return a number of 32 bits, the same on every machine."""
    return crc32(term.encode(errors="surrogatepass"))


def runs_in(text: str) -> np.ndarray:
    """Return the hashes of all runs of three words in their order, blind to case, accents and
    punctuation."""
    words = [hash_of(word) for word in _WORD.findall(fold(text)) if len(word) <= MAX_WORD]
    if len(words) < RUN:
        return np.zeros(0, "<u4")
    hashes = np.array(words, np.uint64)
    mixed = sum(
        hashes[place : len(words) - RUN + 1 + place] * np.uint64(_SPREAD[place])
        for place in range(RUN)
    )
    return (mixed >> np.uint64(32)).astype("<u4")


def particulars_in(text: str) -> frozenset[str]:
    """Return the folded names and the figures of a text: capitalised words that start no
    sentence, and numbers."""
    names = (
        fold(match.group())
        for match in _WORD.finditer(text)
        if match.group()[0].isupper()
        and 2 < len(match.group()) <= MAX_WORD
        and not _SENTENCE_START.search(text[max(0, match.start() - 4) : match.start()])
    )
    return frozenset(names) | frozenset(figures_in(text))
