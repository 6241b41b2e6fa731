"""Which articles are the same text in the same language: also trimmed, reordered or reworded.

Two reports on one event share few runs of words and are no duplicates; a template filled with
other names and figures shares many, and is none either.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from ots_desk.text import fold

from .candidates import find_candidates
from .evidence import evidence_of, find_standing
from .figures import figures_in
from .fingerprints import MAX_CHARS, by_date, day_of
from .sounds import MAX_WORD

# A pair is accepted from this score on. Measured on 61 news stories in seven languages, copied
# with changes: copies score .63 and more (those with every tenth word changed the least),
# templates with other names and figures .24 at most, strangers .28.
DUPLICATE_THRESHOLD = 0.45

# Runs of three words: an editor who changes every tenth word leaves three quarters of them, and
# of runs of five only three fifths.
RUN = 3
# A text of fewer runs than this can be contained in another by chance.
MIN_RUNS = 8

_WORD = re.compile(r"\w+(?:['’‘ʻʼ`-]\w+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s*[\"'«“‘(]*|[\"«“(])\s*$")


@dataclass(frozen=True)
class Fingerprint:
    """A text as the matcher of duplicates sees it: its runs of words, hashed, and what a
    template would exchange, its names and figures."""

    id: object
    language: str
    day: int | None
    runs: frozenset[int]
    particulars: frozenset[str]


def find_duplicates(articles: Iterable[Mapping]) -> list[tuple[object, object, float]]:
    """Return `(id1, id2, score)` for the pairs of one language that are accepted as duplicates.

    `articles` are dicts `{id, language, title, body, published}`; `published` is an ISO date or
    None. Scores lie between `DUPLICATE_THRESHOLD` and 1; the best pair comes first. The order of
    the articles changes nothing.
    """
    articles = sorted(articles, key=by_date)
    standing = find_standing(article.get("body") or "" for article in articles)
    prints = [fingerprint_of(article, standing) for article in articles]
    scored = (
        (prints[one], prints[other], duplication(prints[one], prints[other]))
        for one, other in _candidates(prints)
    )
    accepted = [
        (one.id, other.id, round(score, 4))
        for one, other, score in scored
        if score >= DUPLICATE_THRESHOLD
    ]
    return sorted(accepted, key=lambda pair: (-pair[2], str(pair[0]), str(pair[1])))


def fingerprint_of(article: Mapping, standing: frozenset[str] = frozenset()) -> Fingerprint:
    """Return the fingerprint of an article `{id, language, title, body, published}`."""
    headline, running_text = evidence_of(article, standing)
    text = (running_text or headline)[:MAX_CHARS]
    return Fingerprint(
        id=article["id"],
        language=article.get("language") or "",
        day=day_of(article.get("published")),
        runs=runs_in(text),
        particulars=particulars_in(text),
    )


def runs_in(text: str) -> frozenset[int]:
    """Return the hashes of all runs of three words, blind to case, accents and punctuation."""
    words = [word for word in _WORD.findall(fold(text)) if len(word) <= MAX_WORD]
    return frozenset(_hash(" ".join(words[i : i + RUN])) for i in range(len(words) - RUN + 1))


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big")


def particulars_in(text: str) -> frozenset[str]:
    """Return the folded names and the figures of a text: capitalised words that start no
    sentence, and numbers."""
    names = (
        fold(match.group())
        for match in _WORD.finditer(text)
        if match.group()[0].isupper()
        and len(match.group()) > 2
        and not _SENTENCE_START.search(text[max(0, match.start() - 4) : match.start()])
    )
    return frozenset(names) | frozenset(figures_in(text))


def duplication(one: Fingerprint, other: Fingerprint) -> float:
    """Return how far the shorter text is contained in the other one: its share of runs of words
    that stand there too, times its share of names and figures."""
    shorter, longer = sorted((one, other), key=lambda text: len(text.runs))
    if len(shorter.runs) < MIN_RUNS:
        return float(shorter.runs == longer.runs != frozenset()) * _agreement(shorter, longer)
    return len(shorter.runs & longer.runs) / len(shorter.runs) * _agreement(shorter, longer)


def _agreement(shorter: Fingerprint, longer: Fingerprint) -> float:
    if not shorter.particulars:
        return 1.0
    return len(shorter.particulars & longer.particulars) / len(shorter.particulars)


def _candidates(prints: Sequence[Fingerprint]) -> list[tuple[int, int]]:
    counts = Counter(run for text in prints for run in text.runs)
    weights = [{run: 1 / counts[run] for run in text.runs} for text in prints]
    pairs = find_candidates(
        [text.day for text in prints],
        weights,
        [text.language for text in prints],
        same_group=True,
    )
    return sorted(pairs)
