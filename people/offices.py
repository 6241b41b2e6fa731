"""Who held what on a day: certain, possible, or no. Pure judgement over one term at a time.

An open end is no proof: a term without an end is certain only up to the day by which its source
knew of none.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from ots_desk.partial_dates import Precision
from people.choices import LOW_CONFIDENCE, Certainty
from people.models import Entity, Membership, Post


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
    # Whatever else is unknown of an open term, it included the day on which it began.
    return day <= (term.known_until or term.began.earliest)


def offices_on(person: Entity, day: date) -> list[tuple[Membership, Certainty]]:
    """The terms of `person` that included `day`, certain ones first, the latest begun first.

    Looks at `memberships.all()`; prefetch them with their posts for lists.
    """
    return terms_on(person.memberships.all(), day)


def holders_on(post: Post, day: date) -> list[tuple[Membership, Certainty]]:
    """Who held `post` on `day`, certain holders first, the latest begun first; none where nobody
    is known to have held it then.

    Looks at `memberships.all()`; prefetch them with their members for lists.
    """
    return terms_on(post.memberships.all(), day)


def terms_on(terms: Iterable[Membership], day: date) -> list[tuple[Membership, Certainty]]:
    """Those of `terms` that included `day`, certain ones first, the latest begun first."""
    found = [(term, standing_on(term, day)) for term in terms]
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
    (first_start, first_end), (other_start, other_end) = _held(one), _held(other)
    return max(first_start, other_start) < min(first_end, other_end)


def _held(term: Membership) -> tuple[date, date]:
    """As `core`; of an open term at least the day on which it began."""
    start, end = core(term)
    if term.began and not term.ended and term.began.precision == Precision.DAY:
        end = max(end, start + timedelta(days=1)) if start < date.max else end
    return start, end


def core(term: Membership) -> tuple[date, date]:
    """The days that a term certainly included if its sources are right, from the first up to but
    without the last; an empty range (latest day, earliest day) where its start is unknown."""
    if not term.began:
        return date.max, date.min
    if term.ended:
        return term.began.latest, term.ended.earliest
    return term.began.latest, term.known_until or term.began.latest
