"""Which texts are compared with which: those near in time, and those that share something rare.

A neighbourhood also says what unrelated texts of these days are like. None grows without bound,
so that no collection makes the work grow with its square.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .fingerprints import Fingerprint

# Reports on one event come out within days; the kit's and the seeds' lie 0 to 2 days apart.
WINDOW_DAYS = 4
# What is usual is learned from at least so many texts; fewer than these are one neighbourhood.
USUAL_TEXTS = 500
# More texts than these in one window are compared only where they share something rare.
CROWD = 2_000
# A term that stands in more texts than this is not rare; of each text so many are compared.
MAX_SHARING = 50
MAX_SHARERS = 40
# So many texts are looked at in one go.
CHUNK = 128


@dataclass(frozen=True)
class Neighbourhood:
    """Positions of texts, and which of them are looked at (places in `texts`)."""

    texts: np.ndarray
    looked_at: np.ndarray


class Calendar:
    """Texts in the order of their days, those without one first."""

    def __init__(self, prints: Sequence[Fingerprint]):
        self.prints = prints
        days = np.array([text.day or 0 for text in prints], dtype=np.int64)
        self._undated, self._dated = np.flatnonzero(days == 0), np.flatnonzero(days)
        self._days = days[self._dated]

    def neighbourhoods(self, wanted: np.ndarray) -> Iterator[Neighbourhood]:
        """Yield the neighbourhoods in which all of the wanted texts are looked at, each once."""
        if len(self.prints) <= USUAL_TEXTS:
            for rows in _chunks(np.flatnonzero(wanted)):
                yield Neighbourhood(np.arange(len(self.prints)), rows)
            return
        for day in np.unique(self._days[wanted[self._dated]]).tolist():
            start, end = np.searchsorted(self._days, [day, day + 1])
            own = self._dated[start:end]
            for rows in _chunks(own[wanted[own]]):
                yield _neighbourhood(rows, self._near(day, rows))
        for rows in _chunks(self._undated[wanted[self._undated]]):
            yield _neighbourhood(rows, self._anywhere(rows))

    def _near(self, day: int, rows: np.ndarray) -> list[np.ndarray]:
        start, end = np.searchsorted(self._days, [day - WINDOW_DAYS, day + WINDOW_DAYS + 1])
        if end - start > CROWD:
            near = self._sharing(rows)
            return [near, self._nearest(day)]
        undated = self._undated
        if len(undated) > USUAL_TEXTS:
            undated = np.intersect1d(self._sharing(rows), undated)
        return [self._dated[start:end], self._nearest(day), undated]

    def _nearest(self, day: int) -> np.ndarray:
        """The texts nearest in time that show what is usual."""
        middle = np.searchsorted(self._days, day)
        start, end = max(0, middle - USUAL_TEXTS), middle + USUAL_TEXTS
        distance = np.abs(self._days[start:end] - day)
        return self._dated[start:end][np.argsort(distance, kind="stable")[:USUAL_TEXTS]]

    def _anywhere(self, rows: np.ndarray) -> list[np.ndarray]:
        step = -(-len(self.prints) // USUAL_TEXTS)
        return [self._sharing(rows), np.arange(0, len(self.prints), step)]

    def _sharing(self, rows: np.ndarray) -> np.ndarray:
        return self._rare.sharing(rows)

    @cached_property
    def _rare(self) -> "RareTerms":
        return RareTerms(self.prints)


class RareTerms:
    """Names and figures that stand in few texts, and where."""

    def __init__(self, prints: Sequence[Fingerprint]):
        terms = [np.concatenate([text.names.ids, text.figures.ids]) for text in prints]
        texts = np.repeat(np.arange(len(prints)), [len(own) for own in terms])
        known, places, counts = np.unique(
            np.concatenate(terms), return_inverse=True, return_counts=True
        )
        is_rare = (counts[places] > 1) & (counts[places] <= MAX_SHARING)
        self._counts = counts
        self._terms, self._texts = places[is_rare], texts[is_rare]
        self._starts = np.searchsorted(self._texts, np.arange(len(prints) + 1))
        by_term = np.argsort(self._terms, kind="stable")
        self._holders = self._texts[by_term]
        self._first = np.searchsorted(self._terms[by_term], np.arange(len(known) + 1))

    def sharing(self, rows: np.ndarray) -> np.ndarray:
        """Return the texts that share most with each of the rows."""
        return np.unique(np.concatenate([self._sharers(row) for row in rows.tolist()]))

    def _sharers(self, row: int) -> np.ndarray:
        terms = self._terms[self._starts[row] : self._starts[row + 1]]
        found = [self._holders[self._first[term] : self._first[term + 1]] for term in terms]
        if not found:
            return np.zeros(0, np.int64)
        proofs = np.repeat(1 / self._counts[terms], [len(own) for own in found])
        texts, places = np.unique(np.concatenate(found), return_inverse=True)
        votes = np.bincount(places, proofs)
        return texts[np.argsort(-votes, kind="stable")[: MAX_SHARERS + 1]]


def _neighbourhood(rows: np.ndarray, others: Sequence[np.ndarray]) -> Neighbourhood:
    texts = np.unique(np.concatenate([rows, *others]))
    return Neighbourhood(texts, np.searchsorted(texts, rows))


def _chunks(rows: np.ndarray) -> Iterator[np.ndarray]:
    for start in range(0, len(rows), CHUNK):
        yield rows[start : start + CHUNK]
