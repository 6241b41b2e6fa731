"""What a line looks like: a sentence, a headline, a clock, one text printed twice.

Judges single lines by their form alone; knows no outlet and no place in the document.
"""

import re
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from ots_desk.text import fold, nfc

# Measured on flat text: word count and sentence ending do nearly all the work of telling an
# article's paragraphs from a page's furniture.
PARAGRAPH_WORDS = 10
# Turkic languages say in six words what English says in ten; then the length in letters counts.
PARAGRAPH_CHARS, PARAGRAPH_CHARS_WORDS = 60, 5
HEADLINE_WORDS = range(3, 26)
HEADLINE_CHARS = 300
_LINE_CHARS, _DOUBLED_CHARS = 400, 8
_USUAL_CHARS = 2000
_Judgement = TypeVar("_Judgement")
# A line this long is running text even when the scrape lost its last full stop.
UNFINISHED_WORDS = 26

CLOSERS = "\"'»”’“)]"
# Word-less scripts: Chinese and Japanese signs, two to a word.
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_ENDS = ".!?…。！？؟۔।"

# Control and formatting characters that carry no text: C0, C1, soft hyphen, zero-width space,
# byte order mark, and the bidirectional controls that can reverse what a reader sees.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"'»”’)\]]*(?:\s|$)")
# Running text whose end was cut off: a long sentence and the beginning of another.
_BEGINS_ANOTHER = re.compile(r"(?:\S+\s+){8,}[^\W\d_]{4,}[.!?]\s+(?:\S+\s+){2,}\S+")
_BULLET = re.compile(r"^\s*[•·▪◦*]\s*")
_CLOCK = re.compile(r"^\W*([01]?\d|2[0-3]):([0-5]\d)\W*$")


def remembered(judge: Callable[[str], _Judgement]) -> Callable[[str], _Judgement]:
    """Work out once what a line of usual length looks like: a dozen rules ask for the same."""
    remembered = lru_cache(maxsize=1024)(judge)

    @wraps(judge)
    def look(text: str) -> _Judgement:
        return remembered(text) if len(text) <= _USUAL_CHARS else judge(text)

    return look


@remembered
def tidy(text: str) -> str:
    """Return `text` as the desk stores it: NFC, single spaces, nothing invisible."""
    return nfc(" ".join(_INVISIBLE.sub("", text).split()))


def unbulleted(text: str) -> str:
    """Return `text` without a leading list sign."""
    return _BULLET.sub("", text)


@remembered
def count_words(text: str) -> int:
    """Return how many words `text` has; scripts without spaces count two signs as one."""
    words = len(text.split())
    return words if text.isascii() else words + len(_IDEOGRAPH.findall(text)) // 2


def ends_sentence(text: str) -> bool:
    """True where `text` ends as a finished sentence does; a headline cut with "..." doesn't."""
    bare = text.rstrip().rstrip(CLOSERS)
    return bare.endswith(tuple(_SENTENCE_ENDS)) and not bare.endswith(("...", "…"))


@remembered
def is_sentence(text: str) -> bool:
    """True for a line that is running text: finished sentences or a very long line.

    A single question or exclamation is none: headlines ask and exclaim, paragraphs go on.
    """
    is_text = count_words(text) >= UNFINISHED_WORDS or _is_finished_paragraph(text)
    return (is_text or begins_another(text)) and undoubled(text) == text


def begins_another(text: str) -> bool:
    """True for a long sentence with the beginning of another behind it."""
    return bool(_BEGINS_ANOTHER.match(text))


def _is_finished_paragraph(text: str) -> bool:
    words = count_words(text)
    is_long = words >= PARAGRAPH_WORDS or (
        words >= PARAGRAPH_CHARS_WORDS and len(text) >= PARAGRAPH_CHARS
    )
    return is_long and ends_sentence(text) and not _is_single_cry(text)


def _is_single_cry(text: str) -> bool:
    bare = text.rstrip(CLOSERS)
    return bare.endswith(("?", "!")) and len(_SENTENCE_END.findall(bare)) == 1


@remembered
def is_headline(text: str) -> bool:
    """True for a line that can be a headline: a few words, no full stop, comma or colon."""
    bare = tidy(text)
    return (
        count_words(bare) in HEADLINE_WORDS
        and len(bare) <= HEADLINE_CHARS
        and not bare.rstrip(CLOSERS).endswith((".", ",", ";", ":", "。"))
        and any(char.isalpha() for char in bare)
    )


def clock(text: str) -> str | None:
    """Return "HH:MM" when the line is a bare clock time, else None."""
    match = _CLOCK.match(text)
    return f"{int(match[1]):02}:{match[2]}" if match else None


@remembered
def undoubled(text: str) -> str:
    """Return X for "XX", "X X" and "X X…" with the second copy cut short, else `text`."""
    half = len(text) // 2
    if half >= _DOUBLED_CHARS + 2 and text[:half] == text[half:]:
        return text[:half]
    if len(text) > _LINE_CHARS:  # no headline is that long
        return text
    # The second copy begins as the first does, so only such places are looked at.
    beginning, cut = text[:_DOUBLED_CHARS], half
    while (cut := text.find(beginning, cut + 1, -1)) > 0:
        if text[cut - 1].isspace() and _repeats(text[:cut].rstrip(), text[cut:].strip()):
            return text[:cut].rstrip()
    return text


def _repeats(first: str, second: str) -> bool:
    if second == first:
        return True
    stem = second.rstrip(".…")
    return stem != second and len(stem) >= _DOUBLED_CHARS and first.startswith(stem.rstrip())


def same_line(line: str, headline: str) -> bool:
    """True when `line` prints `headline`: once, twice, or cut short with dots."""
    mine, other = _line_key(line), _line_key(headline)
    return mine == other or _repeats(other, mine)


@lru_cache(maxsize=512)
def _line_key(line: str) -> str:
    return fold(undoubled(tidy(line[: 2 * _LINE_CHARS])))
