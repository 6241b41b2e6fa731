"""Which of two like texts is an outlet's later version of the other.

A reprint with cuts is none, nor is what another outlet made of the text.
"""

import numpy as np

from .fingerprints import Fingerprint
from .overlap import Overlap, Side

# An update comes within two days; without a mark most of the first version is still in it.
DAYS = 2
MOSTLY = 0.5
# A marked update may have been written anew for the greater part.
MARKED = 0.3
# A name or two may be mended as well.
ALL_NAMES = 0.9

MINUTES_A_DAY = 24 * 60


def is_new_version(sides: tuple[Side, Side], prints: tuple[Fingerprint, Fingerprint]) -> bool:
    """Is one of two texts, given with their fingerprints, a new version of the other?"""
    one, other = prints
    if one.outlet and other.outlet and one.outlet != other.outlet:
        return False
    if one.is_update != other.is_update:
        return max(side.share for side in sides) >= MARKED and _days_apart(one, other) <= DAYS
    minutes = _minutes_between(one, other)
    if minutes is None or not 0 < abs(minutes) <= DAYS * MINUTES_A_DAY:
        return False
    earlier, later = sides if minutes > 0 else sides[::-1]
    return earlier.share >= MOSTLY and _has_news(earlier, later, bool(one.outlet and other.outlet))


def _has_news(earlier: Side, later: Side, is_one_outlet: bool) -> bool:
    """Of one outlet a new sentence or figure is enough; where the outlet is unknown, the later
    text must have both, since other outlets add to what they reprint and cut it."""
    new_figure = exchanged_figures(earlier, later)
    if is_one_outlet:
        return later.has_new_sentence or new_figure
    return later.has_new_sentence and new_figure


def exchanged_figures(one: Side, other: Side) -> bool:
    """Does each text print a figure that the other lacks?"""
    ours, theirs = (set(side.wording.figures.tolist()) for side in (one, other))
    return bool(ours - theirs) and bool(theirs - ours)


def is_corrected(overlap: Overlap, prints: tuple[Fingerprint, Fingerprint]) -> bool:
    """Do all names agree, and only figures differ, in texts that one outlet may have printed on
    one day, or of which one is marked?

    Rates of exchange and weather come daily, with other figures for the most part.
    """
    one, other = prints
    may_be_one_outlet = not (one.outlet and other.outlet and one.outlet != other.outlet)
    is_marked = one.is_update != other.is_update
    is_one_day = one.day is not None and one.day == other.day
    has_one_headline = np.array_equal(one.headline.ids, other.headline.ids)
    return (
        may_be_one_outlet
        and (is_marked or is_one_day)
        and overlap.names >= ALL_NAMES
        and (is_marked or has_one_headline or overlap.figures >= MOSTLY)
    )


def _days_apart(one: Fingerprint, other: Fingerprint) -> int:
    return 0 if one.day is None or other.day is None else abs(one.day - other.day)


def _minutes_between(one: Fingerprint, other: Fingerprint) -> int | None:
    """By how much the other came out later, None where that is unknown."""
    if one.day is None or other.day is None:
        return None
    days = other.day - one.day
    if one.clock is None or other.clock is None:
        return days * MINUTES_A_DAY or None
    return days * MINUTES_A_DAY + other.clock - one.clock
