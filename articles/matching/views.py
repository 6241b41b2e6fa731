"""What texts see of the others in their neighbourhood: who is near, and what both hold.

Raw sightings; `comparing` puts the two sides of a pair together.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise

import numpy as np

from .fingerprints import Fingerprint
from .holding import Holding
from .neighbourhoods import WINDOW_DAYS, Neighbourhood
from .order import Once
from .vectors import Vectors

# The kinds whose cosines are compared with what unrelated texts reach, and what each counts where
# candidates are chosen; and the kinds of which is asked how many the other text holds.
KINDS = ("grams", "figures", "headline")
CHOICE = np.array([1.0, 0.2, 0.2], dtype=np.float32)
SHARED = ("names", "figures")
# So many of the best cosines with each language are remembered, and so many of its texts chosen.
BEST = 6
CANDIDATES = 3


class Texts:
    """What is asked of all texts again and again, as arrays."""

    def __init__(self, prints: Sequence[Fingerprint]):
        self.prints = prints
        self.languages = sorted({text.language for text in prints})
        places = {language: place for place, language in enumerate(self.languages)}
        self.language = np.array([places[text.language] for text in prints])
        self.day = np.array([text.day or 0 for text in prints])
        self.length = np.array([text.length for text in prints])
        self.has_headline = np.array([len(text.headline.ids) > 0 for text in prints])
        self.has_figures = np.array([len(text.figures.ids) > 0 for text in prints])

    def may_match(self, ones: np.ndarray, others: np.ndarray) -> np.ndarray:
        """Tell which of `ones` (rows) may be translations of which of `others` (columns)."""
        ours, theirs = self.day[ones][:, None], self.day[others]
        is_near = (np.abs(ours - theirs) <= WINDOW_DAYS) | (ours == 0) | (theirs == 0)
        return is_near & (self.language[ones][:, None] != self.language[others])


@dataclass(frozen=True)
class Views:
    """`rows` are texts that look; `best` their best cosines by language, highest first, NaN where
    there are fewer texts. `ones` see `others`: by pair the `cosines` of each kind; the `shares`
    of their names and figures that the other holds; the lengths of their vectors (`norms`); and
    how far what they share stands in one `order`."""

    rows: np.ndarray
    best: np.ndarray
    ones: np.ndarray
    others: np.ndarray
    cosines: np.ndarray
    shares: np.ndarray
    norms: np.ndarray
    order: np.ndarray

    def among(self, pairs: np.ndarray) -> "Views":
        """Leave out what is seen of other pairs than these."""
        known = {tuple(sorted(pair)) for pair in pairs.tolist()}
        seen = zip(self.ones.tolist(), self.others.tolist(), strict=True)
        stay = np.array([(min(pair), max(pair)) in known for pair in seen], bool)
        by_pair = ("ones", "others", "cosines", "shares", "norms", "order")
        return replace(self, **{name: getattr(self, name)[stay] for name in by_pair})


def joined(views: Iterable[Views]) -> Views:
    views = list(views)
    return Views(
        **{
            field.name: np.concatenate([getattr(view, field.name) for view in views])
            for field in fields(Views)
        }
    )


class Sight:
    """A neighbourhood, ready to be looked at from any of its texts."""

    def __init__(self, texts: Texts, hood: Neighbourhood):
        self.texts, self.places = texts, hood.texts
        prints = [texts.prints[place] for place in hood.texts.tolist()]
        self._vectors = {kind: Vectors(prints, kind) for kind in (*KINDS, "names")}
        self._once = Once(self._vectors["grams"])
        self._held = [Holding(self._vectors[kind]) for kind in SHARED]
        languages = texts.language[hood.texts]
        self._by_language = {
            code: np.flatnonzero(languages == code) for code in np.unique(languages).tolist()
        }

    def look(self, rows: np.ndarray) -> Views:
        """Return what the texts at these places of the neighbourhood see."""
        cosines = np.stack([self._vectors[kind].cosines(rows) for kind in KINDS], axis=-1)
        ones, others = self._candidates(rows, cosines @ CHOICE)
        seeing = rows[ones]
        return Views(
            rows=self.places[rows],
            best=self._best(cosines),
            ones=self.places[seeing],
            others=self.places[others],
            cosines=cosines[ones, others],
            shares=np.hstack(
                [_by_one(held.shares, seeing, others, width=2) for held in self._held]
            ),
            norms=self._vectors["grams"].norms[np.column_stack([seeing, others])],
            order=_by_one(self._once.agreement, seeing, others),
        )

    def _best(self, cosines: np.ndarray) -> np.ndarray:
        """The best cosines of each row with each language."""
        shape = len(cosines), len(self.texts.languages), BEST, len(KINDS)
        best = np.full(shape, np.nan, np.float32)
        for code, columns in self._by_language.items():
            own = cosines[:, columns]
            if len(columns) > BEST:
                own = np.partition(own, len(columns) - BEST, axis=1)[:, -BEST:]
            best[:, code, : own.shape[1]] = own
        return best

    def _candidates(self, rows: np.ndarray, likely: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The likeliest texts of each language: (place in `rows`, place of the other text)."""
        may_match = self.texts.may_match(self.places[rows], self.places)
        likely = np.where(may_match & (likely > 0), likely, -1)
        ones, others = [], []
        for columns in self._by_language.values():
            chosen = columns[_highest(likely[:, columns], CANDIDATES)]
            ones.append(np.repeat(np.arange(len(rows)), chosen.shape[1]))
            others.append(chosen.ravel())
        ones, others = np.concatenate(ones), np.concatenate(others)
        is_candidate = likely[ones, others] > 0
        order = np.argsort(ones[is_candidate], kind="stable")
        return ones[is_candidate][order], others[is_candidate][order]


def _by_one(
    look: Callable[[int, np.ndarray], np.ndarray],
    ones: np.ndarray,
    others: np.ndarray,
    *,
    width: int | None = None,
) -> np.ndarray:
    """What each of the ones, which are sorted, finds in its others."""
    turns = np.flatnonzero(np.diff(ones, prepend=-1, append=-1))
    found = [look(ones[start], others[start:end]) for start, end in pairwise(turns)]
    return np.concatenate(found) if found else np.zeros((0, width) if width else 0)


def _highest(values: np.ndarray, count: int) -> np.ndarray:
    """Return the columns of the highest values in each row."""
    if values.shape[1] <= count:
        return np.tile(np.arange(values.shape[1]), (len(values), 1))
    return np.argpartition(values, -count, axis=1)[:, -count:]
