"""The terms of two records that become one: equal ones are united, contradicting ones named.

Whether terms overlap is `people.offices`; moving them is `people.merging`.
"""

from collections.abc import Iterable, Iterator
from itertools import product

from ots_desk.partial_dates import PartialDate
from ots_desk.row_log import RowLog
from people.models import Entity, Membership
from people.offices import overlap

Terms = Iterable[Membership]
Pair = tuple[Membership, Membership]

# Two terms with these the same, by the same person in the same office, are one entered twice.
TERM_COLUMNS = (
    "role",
    "is_acting",
    "began_earliest",
    "began_latest",
    "ended_earliest",
    "ended_latest",
)


def rank_of_term(term: Membership) -> tuple:
    """Of two that say the same the one stays that the reference data knows."""
    return bool(term.reference), not term.confidence, bool(term.sources)


def terms_in_conflict(survivor: Entity, duplicate: Entity) -> Iterator[Pair]:
    """Terms of one person in one office that overlap, and can't be one and the same."""
    for mine, theirs in _beside(survivor, duplicate):
        is_for_one = mine.post_id and mine.post.is_for_one_person
        if is_for_one and overlap(mine, theirs) and not _are_one(mine, theirs):
            yield mine, theirs


def unite_terms(survivor: Entity, duplicate: Entity, log: RowLog) -> None:
    """Give two terms that are one the same dates and sources, so that one of them can go; the
    more exact date wins."""
    for mine, theirs in _beside(survivor, duplicate):
        if _are_one(mine, theirs):
            log.touching(mine, theirs)
            _unite(mine, theirs)


def _beside(survivor: Entity, duplicate: Entity) -> Iterator[Pair]:
    """A term of the one and a term of the other, of the same office or in the same role."""
    for name in ("member", "organization"):
        of_both = Membership.objects.filter(**{f"{name}__in": [survivor, duplicate]})
        found = list(of_both.select_related("member", "post").order_by("pk"))
        own = [term for term in found if getattr(term, f"{name}_id") == survivor.pk]
        others = [term for term in found if getattr(term, f"{name}_id") == duplicate.pk]
        yield from (pair for pair in product(own, others) if _same_place(*pair, without=name))


def _same_place(mine: Membership, theirs: Membership, without: str) -> bool:
    names = {"member_id", "post_id", "organization_id"} - {f"{without}_id"}
    return mine.role == theirs.role and all(
        getattr(mine, name) == getattr(theirs, name) for name in names
    )


def _are_one(mine: Membership, theirs: Membership) -> bool:
    """Equal, or overlapping with dates of which one is only less exact: 2021 and 28 January
    2021."""
    if mine.is_acting != theirs.is_acting:
        return False
    if (mine.began, mine.ended) == (theirs.began, theirs.ended):
        return True
    agree = _agree(mine.began, theirs.began) and _agree(mine.ended, theirs.ended)
    return agree and overlap(mine, theirs)


def _agree(mine: PartialDate | None, theirs: PartialDate | None) -> bool:
    if not (mine and theirs):
        return True
    return mine.earliest <= theirs.latest and theirs.earliest <= mine.latest


def _unite(mine: Membership, theirs: Membership) -> None:
    values = {
        "began": _more_exact(mine.began, theirs.began),
        "ended": _more_exact(mine.ended, theirs.ended),
        "known_until": max(filter(None, [mine.known_until, theirs.known_until]), default=None),
        "sources": mine.sources + [one for one in theirs.sources if one not in mine.sources],
        "note": "\n".join(dict.fromkeys(filter(None, [mine.note, theirs.note]))),
        "confidence": min(mine.confidence, theirs.confidence),
    }
    for term in (mine, theirs):
        for name, value in values.items():
            setattr(term, name, value)
        term.save()


def _more_exact(mine: PartialDate | None, theirs: PartialDate | None) -> PartialDate | None:
    dates = [date for date in (mine, theirs) if date]
    return min(dates, key=lambda date: (date.latest - date.earliest, date.earliest), default=None)
