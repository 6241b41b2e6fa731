"""What two texts in one language are to each other, decided pair by pair.

What the shared words are and where they stand is `overlap`'s, and how much each fact weighs was
learned (`learning`); which pairs are looked at is `answers`.
"""

from typing import NamedTuple

import numpy as np

from .digests import digest_facts, may_be_digest
from .fingerprints import Fingerprint
from .overlap import OURS, Overlap, Side
from .rarity import Rarity
from .same_event import facts_of
from .versions import is_corrected, is_new_version
from .weights import CONTAINS_FILE, SAME_STORY_FILE, read_weights

DUPLICATE, CONTAINS, NEW_VERSION = "duplicate", "contains", "new_version"
TRANSLATION, SAME_STORY = "translation", "same_story"

HOLDS, ONE_EVENT = read_weights(CONTAINS_FILE), read_weights(SAME_STORY_FILE)

# Two texts are the same from this score on: the share of the shorter one's runs of words that
# stand in the longer, times that of its names and figures. docs/decisions/019 says how they lie.
DUPLICATE_THRESHOLD = 0.45
# A text of fewer runs than this can be contained in another by chance.
MIN_RUNS = 8
# "The President arrived in Baku today" is no news of the year before.
DAYS, MIN_RUNS_LATER = 4, 25
# Where so many names and figures and this share of them are others, more than the plain words
# are, a template was filled anew.
EXCHANGED, EXCHANGED_SHARE, MORE_THAN_WORDS = 2, 0.12, 2.5
# Parts of one text have so much of their names in common, or are likely of one event.
KIN, KIN_LIKELY = 0.2, 0.6
# Who shares so much with other names is a template, not another report.
TEMPLATE_RUNS = 0.3


class Found(NamedTuple):
    """A verdict with its score; `container` is 0 or 1 where one of the two is a digest."""

    verdict: str
    score: float
    container: int | None = None


class Pair(NamedTuple):
    """Two texts, each as the other one sees it, with what the collection finds rare, and how many
    texts came out in the days around (see `crowds`)."""

    prints: tuple[Fingerprint, Fingerprint]
    sides: tuple[Side, Side]
    overlap: Overlap
    rarity: Rarity
    crowd: float

    @property
    def of_one_event(self) -> dict[str, float]:
        """What speaks for and against the two reporting on one event."""
        return facts_of(self.overlap, self.rarity, self.crowd)


def same_text(pair: Pair) -> Found | None:
    """Return what two texts that share runs of words are to each other as texts."""
    score = likeness(pair.overlap)
    digest = _digest(pair, score)
    if digest:
        return digest
    if score >= DUPLICATE_THRESHOLD and not _is_apart(pair):
        is_version = is_new_version(pair.sides, pair.prints)
        return Found(NEW_VERSION if is_version else DUPLICATE, score)
    if _is_marked_version(pair):
        return Found(NEW_VERSION, max(score, DUPLICATE_THRESHOLD))
    return None


def same_story(pair: Pair) -> Found | None:
    """Return the verdict on two texts, near in time, that are not the same text."""
    if pair.overlap.containment >= TEMPLATE_RUNS and is_template(pair.overlap):
        return None
    probability = ONE_EVENT.probability(pair.of_one_event)
    return Found(SAME_STORY, probability) if probability >= ONE_EVENT.threshold else None


def holds_both(one: Pair, other: Pair) -> bool:
    """Does the first text of both pairs hold the second ones, each in lines of its own?"""
    whole, shares = one.sides[0].wording, [pair.sides[0].line_shares for pair in (one, other)]
    first, second = (share >= OURS for share in shares)
    return (
        bool(first.any() and second.any())
        and not (first & second).any()
        and all(pair.sides[1].share >= DUPLICATE_THRESHOLD for pair in (one, other))
        and len(whole.lines) > 1
    )


def are_kin(pair: Pair) -> bool:
    """Do two texts name the same, as two parts of one text would?"""
    facts = pair.of_one_event
    return facts["names"] >= KIN or ONE_EVENT.probability(facts) >= KIN_LIKELY


def likeness(overlap: Overlap) -> float:
    """Return how far the shorter text is contained in the longer one, names and figures
    agreeing."""
    shorter, longer = overlap.shorter.wording, overlap.longer.wording
    if len(shorter.runs) < MIN_RUNS:
        return float(np.array_equal(shorter.words, longer.words))
    return overlap.containment * overlap.agreement


def is_template(overlap: Overlap) -> bool:
    """Do the two exchange names and figures, and hardly a word besides?"""
    share = overlap.exchanged / max(1, overlap.fewest_particulars)
    return (
        overlap.exchanged >= EXCHANGED
        and share >= EXCHANGED_SHARE
        and share >= MORE_THAN_WORDS * overlap.reworded
    )


def _is_apart(pair: Pair) -> bool:
    """Do the two share their words and still not tell the same?"""
    days = [own.day for own in pair.prints]
    is_later = None not in days and abs(days[0] - days[1]) > DAYS
    if is_later and len(pair.overlap.shorter.wording.runs) < MIN_RUNS_LATER:
        return True
    return is_template(pair.overlap) and not is_corrected(pair.overlap, pair.prints)


def _is_marked_version(pair: Pair) -> bool:
    one, other = pair.prints
    return (
        one.is_update != other.is_update
        and is_new_version(pair.sides, pair.prints)
        and (pair.overlap.names >= 0.6 and not is_template(pair.overlap))
    )


def _digest(pair: Pair, score: float) -> Found | None:
    """The likelier one of the two being a digest that holds the other, if either may be."""
    found = []
    for container in (0, 1):
        whole, part = pair.sides[container], pair.sides[1 - container]
        if may_be_digest(whole, part, is_same_text=score >= DUPLICATE_THRESHOLD):
            prints = pair.prints[container], pair.prints[1 - container]
            facts = digest_facts(whole, part, prints, pair.rarity)
            probability = HOLDS.probability(facts)
            if probability >= HOLDS.threshold:
                found.append(Found(CONTAINS, max(score, probability), container))
    return max(found, key=lambda one: one.score, default=None)
