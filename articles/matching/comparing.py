"""What speaks for and against two texts being one in two languages, as numbers.

Says nothing about how much each number weighs: that is learned, see `learning`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .fingerprints import Fingerprint
from .neighbourhoods import Calendar, Neighbourhood
from .views import BEST, KINDS, Sight, Texts, Views, joined

# What the best unrelated texts reach in a collection of a hundred, and the number of texts that
# this prior knowledge counts for: margins mean little with fewer than five candidates.
USUAL = np.array([0.12, 0.10, 0.10], dtype=np.float32)
USUAL_COUNTS = 2
# One text in another can't have sounds this many times richer and count wholly.
RICHER = 4.0
# The logarithm of the length that splits briefs from articles, some 650 characters.
BRIEF = 6.5
# Where not all texts are looked at, those are that a wanted text may match, and their own rivals:
# from these log-odds on, and so many for each wanted text.
WORTH = -4.0
ROUNDS = 2
LOOKS = 6
# Pairs below these log-odds are forgotten.
HOPELESS = -11.0

Judge = Callable[[Mapping[str, np.ndarray]], np.ndarray]


@dataclass(frozen=True)
class Facts:
    """Candidate pairs of positions, the lower first, and by name what is `known` about each:

    - `grams`, `figures`, `headline`: by how much the two are nearer to each other than to
      unrelated texts of their days
    - `grams_part`: how much of the shorter one's sounds the longer one holds
    - `names_short`, `figures_short`: how many of the shorter text's rare names and figures the
      longer one holds too, `…_long` the other way round: what one of them lacks speaks against
      the pair
    - `order`: how far what both hold stands in one order
    - `amount`: how long the shorter one is, against a brief; with `amount_squared`, and with
      `order_amount`, since the order of a long text says more
    - `days` between them; `undated`, `no_headline`, `no_figures`: evidence that lacks

    A fact that doesn't hold is 0.
    """

    pairs: np.ndarray
    known: Mapping[str, np.ndarray]


def compare(
    prints: Sequence[Fingerprint],
    wanted: np.ndarray,
    judge: Judge | None = None,
) -> Facts:
    """Return the facts about the candidate pairs of the wanted texts (a truth value for each).

    Where `judge` tells the log-odds of pairs, hopeless ones are left out; and where not all texts
    are wanted, the candidates of those that a wanted one may match are told too.

    `prints` stand in the order of their days, those without one first.
    """
    texts, looked = Texts(prints), wanted.copy()
    views = []
    for hood in Calendar(prints).neighbourhoods(wanted):
        views += _look_around(Sight(texts, hood), hood, looked, judge)
    return _facts(texts, joined(views))


def _look_around(
    sight: Sight, hood: Neighbourhood, looked: np.ndarray, judge: Judge | None
) -> list[Views]:
    """Look from the wanted texts, then from those that they may match. Sets `looked`."""
    views, rows = [], hood.looked_at
    for _ in range(1 + ROUNDS):
        seen = sight.look(rows)
        if judge is None:
            return [seen]
        facts = _facts(sight.texts, seen)
        odds = judge(facts.known)
        views.append(seen.among(facts.pairs[odds >= HOPELESS]))
        likely = np.argsort(-odds, kind="stable")[: LOOKS * len(hood.looked_at)]
        near = np.unique(facts.pairs[likely[odds[likely] >= WORTH]])
        new = near[~looked[near]]
        if not len(new):
            break
        looked[new] = True
        rows = np.searchsorted(hood.texts, new)
    return views


def _facts(texts: Texts, views: Views) -> Facts:
    """Put the two sides together of what the texts see of each other."""
    firsts, seconds = np.sort(np.column_stack([views.ones, views.others]), axis=1).T
    keys, places = np.unique(firsts * len(texts.prints) + seconds, return_inverse=True)
    pairs = np.column_stack(np.divmod(keys, len(texts.prints)))
    is_second = views.ones > views.others
    found = {
        **_margins(texts, views, pairs, places, is_second),
        **_parts(texts, views, pairs, places, is_second),
        **_circumstances(texts, pairs),
    }
    known = {name: values.astype(float) for name, values in found.items()}
    known["amount_squared"] = known["amount"] ** 2
    known["order_amount"] = known["order"] * known["amount"]
    return Facts(pairs, known)


def _margins(
    texts: Texts, views: Views, pairs: np.ndarray, places: np.ndarray, is_second: np.ndarray
) -> dict[str, np.ndarray]:
    """The cosines above what unrelated texts reach: the mean of what the two see, or what one
    does where the other one wasn't looked at from."""
    row_of = np.full(len(texts.prints), -1)
    row_of[views.rows] = np.arange(len(views.rows))
    cosines = np.full((2, len(pairs), len(KINDS)), np.nan, np.float32)
    cosines[is_second.astype(int), places] = views.cosines
    cosines = np.where(np.isnan(cosines), cosines[::-1], cosines)
    margins = np.full_like(cosines, np.nan)
    for side, (one, other) in enumerate((pairs.T, pairs.T[::-1])):
        has_looked = row_of[one] >= 0
        best = views.best[row_of[one[has_looked]], texts.language[other[has_looked]]]
        seen = cosines[side, has_looked]
        margins[side, has_looked] = seen - _unrelated(best, seen)
    margins = np.where(np.isnan(margins), margins[::-1], margins).mean(axis=0)
    return dict(zip(KINDS, margins.T, strict=True))


def _unrelated(best: np.ndarray, cosines: np.ndarray) -> np.ndarray:
    """The mean of the five best cosines without this one, as far as there are five."""
    counts = (~np.isnan(best)).sum(axis=1)
    least, whole = np.nanmin(best, axis=1), np.nansum(best, axis=1)
    is_among = cosines >= least
    total = whole - np.where(is_among, cosines, np.where(counts == BEST, least, 0))
    counts = counts - (is_among | (counts == BEST))
    return (total + USUAL_COUNTS * USUAL) / (counts + USUAL_COUNTS)


def _parts(
    texts: Texts, views: Views, pairs: np.ndarray, places: np.ndarray, is_second: np.ndarray
) -> dict[str, np.ndarray]:
    """How much of each text the other one holds, the shorter text first."""
    first, second = pairs.T
    is_second_short = texts.length[second] < texts.length[first]
    shares = np.empty((len(pairs), 4), np.float32)
    shares[places] = np.where(is_second[:, None], views.shares[:, [1, 0, 3, 2]], views.shares)
    shares = np.where(is_second_short[:, None], shares[:, [1, 0, 3, 2]], shares)
    norms, order = np.empty((len(pairs), 2)), np.empty(len(pairs))
    norms[places], order[places] = views.norms, views.order
    grams = np.empty(len(pairs))
    grams[places] = views.cosines[:, KINDS.index("grams")]
    richer = norms.max(axis=1) / np.maximum(norms.min(axis=1), 1e-6)
    names = ("names_short", "names_long", "figures_short", "figures_long")
    return {
        **dict(zip(names, shares.T, strict=True)),
        "grams_part": np.minimum(1, grams * np.minimum(richer, RICHER)),
        "order": order,
    }


def _circumstances(texts: Texts, pairs: np.ndarray) -> dict[str, np.ndarray]:
    """A text without headline or figures lacks evidence, which is allowed for, and a long one has
    more than a brief; `undated` is the price of comparing with all dates."""
    days = texts.day[pairs]
    is_dated = days.all(axis=1)
    return {
        "amount": texts.length[pairs].min(axis=1) - BRIEF,
        "days": np.abs(days[:, 0] - days[:, 1]) * is_dated,
        "undated": ~is_dated,
        "no_headline": ~texts.has_headline[pairs].all(axis=1),
        "no_figures": ~texts.has_figures[pairs].all(axis=1),
    }
