"""Who held what on a day: certain, possible, or no. Pure judgement over one term at a time.

An open end is no proof: a term without an end is certain only up to the day by which its source
knew of none.
"""

from datetime import date

from people.choices import LOW_CONFIDENCE, Certainty
from people.models import Entity, Membership


def standing_on(term: Membership, day: date) -> Certainty:
    """Did `term` include `day`? Days on which it began or ended for certain include the first and
    leave the last possible, because a successor may have begun on it."""
    if _is_outside(term, day):
        return Certainty.NO
    return Certainty.CERTAIN if _is_certain(term, day) else Certainty.POSSIBLE


def _is_outside(term: Membership, day: date) -> bool:
    began, ended = term.began, term.ended
    return bool((began and day < began.earliest) or (ended and day > ended.latest))


def _is_certain(term: Membership, day: date) -> bool:
    if term.confidence == LOW_CONFIDENCE or not term.began or day < term.began.latest:
        return False
    if term.ended:
        return day < term.ended.earliest
    return bool(term.known_until and day <= term.known_until)


def offices_on(person: Entity, day: date) -> list[tuple[Membership, Certainty]]:
    """The terms of `person` that included `day`, certain ones first, the latest begun first.

    Looks at `memberships.all()`; prefetch them with their posts for lists.
    """
    found = [(term, standing_on(term, day)) for term in person.memberships.all()]
    found = [(term, certainty) for term, certainty in found if certainty != Certainty.NO]
    found.sort(key=lambda pair: pair[0].began_earliest or date.min, reverse=True)
    return sorted(found, key=lambda pair: pair[1] != Certainty.CERTAIN)


def certain_offices_on(person: Entity, day: date) -> list[Membership]:
    """What the public may be told: the offices that `person` certainly held on `day`."""
    return [
        term
        for term, certainty in offices_on(person, day)
        if certainty == Certainty.CERTAIN and term.post_id
    ]


def overlap(one: Membership, other: Membership) -> bool:
    """Is there a day that both terms included for certain? A last day may be the successor's
    first, and an acting holder may stand in while the office is held."""
    if one.is_acting or other.is_acting:
        return False
    (first_start, first_end), (other_start, other_end) = core(one), core(other)
    return max(first_start, other_start) < min(first_end, other_end)


def core(term: Membership) -> tuple[date, date]:
    """The days that a term certainly included if its sources are right, from the first up to but
    without the last; an empty range (latest day, earliest day) where its start is unknown."""
    if not term.began:
        return date.max, date.min
    if term.ended:
        return term.began.latest, term.ended.earliest
    return term.began.latest, term.known_until or term.began.latest
