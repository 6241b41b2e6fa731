"""Other reports on one event: which texts of one language, near in time, are worth a look, and what
speaks for each pair, in one language or across two.

Says nothing about how much each fact weighs: that is learned, see `learning`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from .comparing import Facts
from .crowds import WINDOW_DAYS, Crowd
from .fingerprints import Fingerprint
from .overlap import Overlap
from .rarity import PLACES, Rarity, place_of
from .wording import FIGURE, NAME, PLAIN, Wording

# Each text is compared with so many others at most, those nearest in time; and of those so many,
# the likest, are looked at closely.
MAX_COMPARED = 1500
MAX_CLOSE = 25
# Unrelated news of one desk have a tenth of their words' weight in common.
MIN_LIKENESS = 0.1

# Other reports quote a sentence; who shares more runs of words than this shares a template.
MANY_RUNS = 0.2
# How long the texts are says nothing: reports to learn from are shorter than the stories.
OF_LENGTH = {"amount", "amount_squared", "order_amount"}


class Shelf:
    """The texts of one language, by day; the undated ones last."""

    def __init__(
        self, prints: Sequence[Fingerprint], texts: Mapping[int, Wording], own: Sequence[int]
    ):
        self.order = sorted(own, key=lambda i: (prints[i].day is None, prints[i].day or 0, i))
        days = [prints[i].day for i in self.order]
        self._days = np.array([day for day in days if day is not None], np.int64)
        self.rarity = Rarity([texts[i] for i in self.order], prints[self.order[0]].language)
        sizes = [len(texts[i].stems) for i in self.order]
        self._starts = np.concatenate([[0], np.cumsum(sizes)])
        stems = np.concatenate([texts[i].stems for i in self.order])
        self._places, weights = place_of(stems), self.rarity.of(stems)
        squares = np.add.reduceat(np.append(weights**2, 0), self._starts[:-1])
        self._weights = weights / np.repeat(np.sqrt(np.maximum(squares, 1e-9)), sizes)
        self._scratch = np.zeros(PLACES, np.float32)

    def near_pairs(self, wanted: Collection[int] | None) -> Iterator[tuple[int, int]]:
        """Yield the pairs of positions (lower first), each once, that are worth a look; with
        `wanted` only those with one of them."""
        is_wanted = set(self.order if wanted is None else wanted)
        for place, one in enumerate(self.order):
            if one in is_wanted:
                for other in self._likest(place, later_only=wanted is None):
                    if other not in is_wanted or wanted is None or one < other:
                        yield min(one, other), max(one, other)

    def _likest(self, place: int, *, later_only: bool) -> Iterator[int]:
        for start, end in self._windows(place):
            start = max(start, place + 1) if later_only else start
            likeness = self._likeness(place, start, end)
            best = np.argsort(-likeness, kind="stable")[: MAX_CLOSE + 1]
            for other in best[likeness[best] >= MIN_LIKENESS].tolist():
                if start + other != place:
                    yield self.order[start + other]

    def _windows(self, place: int) -> list[tuple[int, int]]:
        """Ranges of places to compare with: the days around and the undated, or all."""
        dated, count = len(self._days), len(self.order)
        if place >= dated:
            return [(max(0, count - MAX_COMPARED), count)]
        day = self._days[place]
        start = np.searchsorted(self._days, day - WINDOW_DAYS)
        end = np.searchsorted(self._days, day + WINDOW_DAYS, side="right")
        start, end = max(start, place - MAX_COMPARED), min(end, place + MAX_COMPARED)
        return [(int(start), int(end)), (dated, min(count, dated + MAX_COMPARED))]

    def _likeness(self, place: int, start: int, end: int) -> np.ndarray:
        """The cosines of the text at `place` with those from `start` to `end`."""
        if start >= end:
            return np.zeros(0)
        own = slice(self._starts[place], self._starts[place + 1])
        self._scratch[self._places[own]] = self._weights[own]
        part = slice(self._starts[start], self._starts[end])
        shared = self._scratch.take(self._places[part]) * self._weights[part]
        self._scratch[self._places[own]] = 0
        bounds = self._starts[start:end] - self._starts[start]
        sums = np.add.reduceat(np.append(shared, 0), bounds)
        return np.where(self._starts[start + 1 : end + 1] > self._starts[start:end], sums, 0)


def facts_of(overlap: Overlap, rarity: Rarity, crowd: float) -> dict[str, float]:
    """Return what speaks for and against two texts of one language reporting on one event;
    `crowd` says how many others are near in time (see `crowds`)."""
    ours, theirs = overlap.shorter.wording, overlap.longer.wording
    stems = ours.stems_by_kind, theirs.stems_by_kind
    named = np.union1d(stems[0][NAME], stems[1][NAME])
    names = [np.intersect1d(text.stems, named, assume_unique=True) for text in (ours, theirs)]
    figures = [own[FIGURE] for own in stems]
    words = [np.setdiff1d(own[PLAIN], named, assume_unique=True) for own in stems]
    return {
        "words": rarity.cosine(*words),
        "names": rarity.cosine(*names),
        "shared_names": float(np.log1p(rarity.shared(*names))),
        "figures": rarity.cosine(*figures),
        "no_figures": not (len(figures[0]) and len(figures[1])),
        "runs": min(MANY_RUNS, overlap.containment),
        "crowd": crowd,
    }


def facts_across(facts: Facts, prints: Sequence[Fingerprint]) -> dict[str, np.ndarray]:
    """Return what speaks for and against pairs in two languages reporting on one event; `prints`
    are all texts that were compared."""
    known = {name: values for name, values in facts.known.items() if name not in OF_LENGTH}
    days = np.array([text.day or 0 for text in prints])
    return {**known, "crowd": Crowd(days).around_all(days[facts.pairs])}


def shelves(prints: Sequence[Fingerprint], texts: Mapping[int, Wording]) -> dict[str, Shelf]:
    """Return the texts, given by their positions, that have words, by language."""
    own: dict[str, list[int]] = defaultdict(list)
    for place, text in texts.items():
        if len(text.words):
            own[prints[place].language].append(place)
    return {language: Shelf(prints, texts, places) for language, places in own.items()}
