"""Keys by which texts of any date are found that may be the same, or share standing lines.

Pure: says which keys a text has. Storing them is `articles.fingerprinting`, asking for them
`gathering`.
"""

import numpy as np

from ots_desk.text import fold

from .evidence import lines_of
from .fingerprints import Fingerprint
from .wording import hash_of

# Of a text's runs of words those that this divides, so that of a text within another one the same
# runs are taken from both; of a long text the smallest.
EVERY_RUN = 8
MAX_RUNS = 32
# A sketch of what is rare in a text: the smallest of its names and figures, once mixed.
MAX_CLUES = 24
# Beginnings of names of four and five consonants; those of three are in every text.
_RARE_NAME = 22**3
_MIX = np.uint64(0x9E3779B97F4A7C15)

# Very long texts aren't read to their end for lines that other texts have.
MAX_LINES = 100
# Of a longer first line so much is looked at.
OPENING_CHARS = 2_000


def run_keys(text: Fingerprint) -> list[int]:
    """A stable sample of the text's runs of words."""
    runs = np.unique(text.runs)
    return runs[runs % EVERY_RUN == 0][:MAX_RUNS].tolist()


def clue_keys(text: Fingerprint) -> list[int]:
    """A stable sample of the text's names and figures, which other languages share."""
    names = text.names.ids[text.names.ids >= _RARE_NAME]
    clues = np.concatenate([names, text.figures.ids[~np.isin(text.figures.ids, _USUAL_FIGURES)]])
    order = np.argsort(clues * _MIX, kind="stable")
    return clues[order][:MAX_CLUES].tolist()


def line_keys(body: str) -> dict[int, str]:
    """The folded lines of a body by their keys, but for its first, with which no other text
    begins that isn't the same."""
    lines = (fold(line) for line in lines_of(body)[1 : MAX_LINES + 1])
    return {hash_of(line): line for line in lines}


def opening_of(body: str) -> str:
    """The folded line that a body, or its first `OPENING_CHARS`, begins with."""
    lines = lines_of(body[:OPENING_CHARS])
    return fold(lines[0]) if lines else ""


# Days, hours and years prove nothing.
_USUAL_FIGURES = np.array(
    [hash_of(str(figure)) for figure in (*range(61), *range(1990, 2041))], np.uint32
)
