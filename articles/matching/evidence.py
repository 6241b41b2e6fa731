"""What of a text may count as evidence: its own sentences, and nothing that stands in many texts.

Datelines, an agency's standing background, headings and lists of links never count.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from articles.importing.phrases import BACKGROUND
from ots_desk.text import fold, nfc

# "ASTANA, Kazakhstan, September 18." or "БИШКЕК, 12 сентября /КАБАР/ -": a place in capitals at
# the head of the text, then either a comma and all up to the stop, or all up to the dash.
_DATELINE = re.compile(r"^([^\W\d_]{3,})(?:,[^.!?\n]{0,60}\.|[^.!?\n]{0,50}?\s[-–—]+)\s+")
_SENTENCE_END = re.compile(r"[.!?…:;。](?:[\"'»”’)\]]|\s)*$|[\"'»”’)\]]\s*$")
_NEXT_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?…][\"'»”’)]*\s+[\"'«“(]*[^\W\d_]")
MAX_HEADING_WORDS = 25

# The same line in this many texts that open differently is an outlet's standing text.
STANDING_IN = 3


def lines_of(body: str) -> list[str]:
    """Return the lines of a body in NFC, without empty ones: of a text that nobody cleaned,
    furniture stands on lines of its own."""
    return [line.strip() for line in nfc(body).splitlines() if line.strip()]


def find_standing(bodies: Iterable[str]) -> frozenset[str]:
    """Return the folded lines that stand in three or more texts which open differently.

    Reprints of one text open alike, so what they share isn't taken for standing text.
    """
    openings = defaultdict(set)
    for lines in map(lines_of, bodies):
        for line in lines[1:]:
            openings[fold(line)].add(lines[0])
    return frozenset(line for line, heads in openings.items() if len(heads) >= STANDING_IN)


def counting_lines(body: str, standing: Collection[str] = ()) -> list[str]:
    """Return the lines of a body that count as evidence.

    Where no sentence is left (a text of headings only) all that is no background counts, since
    a short text must still be comparable with its copy.
    """
    lines = lines_of(body)
    if lines:
        lines[0] = _without_dateline(lines[0])
    own = [line for line in lines if not BACKGROUND.match(line) and fold(line) not in standing]
    return [line for line in own if _is_prose(line)] or own


def _is_prose(line: str) -> bool:
    """Headings, links and tickers are short and neither end nor hold the end of a sentence."""
    return (
        _SENTENCE_END.search(line) is not None
        or _NEXT_SENTENCE.search(line) is not None
        or len(line.split()) > MAX_HEADING_WORDS
    )


def _without_dateline(text: str) -> str:
    match = _DATELINE.match(text)
    return text[match.end() :] if match and match[1].isupper() else text


def evidence_of(article: Mapping, standing: Collection[str] = ()) -> tuple[str, str]:
    """Return (headline, running text) of an article as far as they count; a headline that the
    text repeats counts once."""
    headline = nfc(article.get("title") or "").strip()
    counting = counting_lines(article.get("body") or "", standing)
    own = [line for line in counting if fold(line) != fold(headline)]
    return headline, "\n".join(own or counting)
