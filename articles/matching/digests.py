"""What tells a digest, which holds a text beside others, from the text of which another is a
trimmed copy.

Says nothing about how much each fact weighs: that is learned, see `learning`.
"""

import numpy as np

from .fingerprints import Fingerprint
from .overlap import FOREIGN, OURS, Side
from .rarity import Rarity
from .wording import FIGURE, NAME

# A digest has at least this share of its words, and so many, about something else.
MIN_FOREIGN = 0.25
MIN_FOREIGN_WORDS = 20
# Digests that hold a text's beginning only hold so many of its words at least, its first line
# nearly whole: a line of a list of headlines is less.
MIN_LEAD_WORDS, LEAD = 25, 0.9
# News in brief has so many items; one of them sums up a text where most of its words are the
# text's, among them some of its first line's, and the other items are foreign. Longer texts quote.
MIN_ITEMS, MAX_ITEMS = 4, 10
# It names and counts what the text does; a template filled anew names others.
ALIKE = 0.7
# A name of this weight stands in a twelfth of the texts at most.
RARE = 2.0


def may_be_digest(whole: Side, part: Side, *, is_same_text: bool) -> bool:
    """Does `whole` hold the part, its beginning or what sums it up, and enough besides?"""
    foreign = int(whole.is_foreign.sum())
    has_more = foreign >= max(MIN_FOREIGN_WORDS, MIN_FOREIGN * len(whole.is_foreign))
    return has_more and (is_same_text or _holds_lead(whole, part) or _sums_up(whole, part))


def _holds_lead(whole: Side, part: Side) -> bool:
    is_held = np.logical_and.accumulate(part.line_shares >= LEAD)
    held = int(part.wording.line_sizes[is_held].sum())
    return min(held, int(whole.is_covered.sum())) >= MIN_LEAD_WORDS


def _sums_up(whole: Side, part: Side) -> bool:
    shares = whole.line_shares
    return (
        MIN_ITEMS <= len(shares) <= MAX_ITEMS
        and int((shares >= OURS).sum()) == 1
        and int((shares < FOREIGN).sum()) == len(shares) - 1
        and int(whole.is_covered.sum()) >= MIN_LEAD_WORDS
        and part.line_shares[0] >= FOREIGN
        and _tell_alike(whole, int(shares.argmax()), part)
    )


def _tell_alike(whole: Side, item: int, part: Side) -> bool:
    """Does the part have most of the item's names and of its figures, of which there are some?"""
    text, start = whole.wording, whole.wording.lines[item]
    own = slice(start, start + text.line_sizes[item])
    for kind in (NAME, FIGURE):
        stems = text.stems[np.unique(text.places[own][text.kinds[own] == kind])]
        if not len(stems) or np.isin(stems, part.wording.stems).mean() < ALIKE:
            return False
    return True


def digest_facts(
    whole: Side, part: Side, prints: tuple[Fingerprint, Fingerprint], rarity: Rarity
) -> dict[str, float]:
    """Return what speaks for and against `whole` being a digest that holds the part; `prints`
    are the fingerprints of the two."""
    is_foreign, text = whole.is_foreign, whole.wording
    stems = text.stems[text.places]
    named = np.unique(stems[text.kinds == NAME])
    words = [np.unique(stems[mask]) for mask in (~is_foreign, is_foreign)]
    own, foreign = (np.intersect1d(some, named) for some in words)
    plain = [np.setdiff1d(some, named) for some in words]
    rare = own[rarity.of(own) >= RARE]
    ours, theirs = (some[rarity.of(some) >= RARE] for some in plain)
    both = len(np.intersect1d(ours, theirs, assume_unique=True))
    return {
        "foreign": float(is_foreign.mean()),
        "before": float(is_foreign[: int(np.argmin(is_foreign))].sum() / len(is_foreign)),
        "kin": rarity.cosine(own, foreign),
        "words": both / max(1, len(ours) * len(theirs)) ** 0.5,
        "shared_words": float(np.log1p(both)),
        "shared": float(np.log1p(rarity.shared(own, foreign))),
        "tied": _tied(whole, stems, rare),
        "whole": part.share,
        "headline": _found(prints[0].headline.ids, prints[1].grams.ids),
    }


def _tied(whole: Side, stems: np.ndarray, rare: np.ndarray) -> float:
    """The share of the foreign lines that name somebody rare whom the part names too."""
    lines = np.flatnonzero(whole.line_shares < FOREIGN)
    starts, sizes = whole.wording.lines, whole.wording.line_sizes
    held = [np.isin(stems[starts[i] : starts[i] + sizes[i]], rare).any() for i in lines]
    return float(np.mean(held)) if held else 0.0


def _found(ours: np.ndarray, theirs: np.ndarray) -> float:
    return float(np.isin(ours, theirs).mean()) if len(ours) else 0.5
