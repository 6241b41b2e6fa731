"""The matchers' answers among fingerprints: translations, and the same text in one language."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from articles.choices import Verdict

from .duplicates import DUPLICATE_THRESHOLD, MIN_RUNS
from .fingerprints import Fingerprint
from .translations import translations_among


class Answer(NamedTuple):
    """What two texts are to each other, by their positions, the lower first."""

    one: int
    other: int
    verdict: str
    score: float
    container: int | None = None


def answers_among(prints: Sequence[Fingerprint], wanted: Sequence[int]) -> list[Answer]:
    """Return what the matchers hold pairs of the texts to be, by positions, one being wanted."""
    found = [
        Answer(one, other, Verdict.TRANSLATION, score)
        for one, other, score in translations_among(prints, wanted)
    ]
    for language in sorted({prints[place].language for place in wanted}):
        found += _duplicates(prints, wanted, language)
    return found


def _duplicates(
    prints: Sequence[Fingerprint], wanted: Sequence[int], language: str
) -> Iterator[Answer]:
    places = [place for place, text in enumerate(prints) if text.language == language]
    rows = [row for row, place in enumerate(places) if place in set(wanted)]
    held = _matrix([prints[place].runs for place in places])
    shared = (held[rows] @ held.T).tocoo()
    pairs = {
        tuple(sorted((places[rows[row]], places[column])))
        for row, column, count in zip(*shared.coords, shared.data, strict=True)
        if rows[row] != column and count >= MIN_RUNS
    }
    for one, other in sorted(pairs):
        score = _duplication(prints[one], prints[other])
        if score >= DUPLICATE_THRESHOLD:
            yield Answer(one, other, Verdict.DUPLICATE, score)


def _matrix(terms: Sequence[np.ndarray]) -> csr_array:
    known, columns = np.unique(np.concatenate(terms), return_inverse=True)
    starts = np.cumsum([0, *map(len, terms)])
    return csr_array((np.ones(len(columns), np.int32), columns, starts), (len(terms), len(known)))


def _duplication(one: Fingerprint, other: Fingerprint) -> float:
    """The share of the shorter text's runs that the other has, times that of its particulars."""
    shorter, longer = sorted((one, other), key=lambda text: len(text.runs))
    same_words = np.isin(shorter.runs, longer.runs).mean()
    agreement = np.isin(shorter.particulars, longer.particulars)
    return round(float(same_words * (agreement.mean() if len(agreement) else 1)), 4)
