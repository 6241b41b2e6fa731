"""Whom an office without a name stands for, on the day that the text tells of.

The words or the rest of the text say which office; the terms on record say who held it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from people.recognition.offices.reading import FOREIGN, NOW, SAID, Reading, years_gone
from people.recognition.offices.record import CERTAIN, Holders, Offices
from people.recognition.offices.rules import HELD, OF_NAMED, PERHAPS, SEVERAL
from people.recognition.spans import CONFIRMED, SUGGESTED, EntityId

PLAIN, LIKELY, CONTESTED = "plain", "likely", "contested"


@dataclass(frozen=True, slots=True)
class Evidence:
    """At a place of the text (field and offset) an office is told of. Without a post it is one of
    nobody known, or, if it is open, one that still asks whose it is."""

    order: tuple[int, int]
    paragraph: tuple[str, int]
    post: EntityId | None
    label: frozenset[EntityId]
    is_open: bool = False

    def fits(self, label: frozenset[EntityId]) -> bool:
        return self.post in label or bool(self.label & label)


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom an office stands for; without a person, the candidates, likeliest first."""

    person: EntityId | None
    status: str
    rule: str
    candidates: tuple[EntityId, ...] = ()
    post: EntityId | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the whole text tells: which offices where, in the order of reading; whom it names
    beyond doubt; the bodies and states that it speaks of; and the state of its language."""

    evidence: tuple[Evidence, ...]
    named: frozenset[EntityId]
    bodies: frozenset[EntityId]
    countries: frozenset[str]
    home: str | None
    _fitting: dict[frozenset[EntityId], "Fitting"] = field(default_factory=dict)

    def fitting(self, label: frozenset[EntityId]) -> "Fitting":
        """The evidence of offices that a label may mean, gathered once for all its places."""
        if label not in self._fitting:
            self._fitting[label] = Fitting([one for one in self.evidence if one.fits(label)])
        return self._fitting[label]


class Fitting:
    """Evidence in the order of reading, looked up by place: a text may leave an office open
    thousands of times, and each may ask for all that is told before and behind it."""

    def __init__(self, evidence: list[Evidence]):
        self.evidence = evidence
        self._orders = [one.order for one in evidence]
        self._places: dict[EntityId | None, list[int]] = {}
        self._first_of: dict[tuple[str, int], int] = {}
        for place, one in enumerate(evidence):
            self._first_of.setdefault(one.paragraph, place)
            if not one.is_open:
                self._places.setdefault(one.post, []).append(place)

    def around(self, order: tuple[int, int]) -> list[EntityId | None]:
        """The posts told of elsewhere: those before, the nearest first, then those behind."""
        first, end = bisect_left(self._orders, order), bisect_right(self._orders, order)
        nearest = []
        for post, places in self._places.items():
            if before := bisect_left(places, first):
                nearest.append((0, -places[before - 1], post))
            elif (behind := bisect_left(places, end)) < len(places):
                nearest.append((1, places[behind], post))
        return [post for *_, post in sorted(nearest, key=lambda one: one[:2])]

    def near(self, order: tuple[int, int], paragraph: tuple[str, int]) -> list[EntityId | None]:
        """The posts told of earlier in the paragraph. None is near where it begins with the same
        open words: "The President congratulated the President of ..." has two."""
        end = bisect_left(self._orders, order)
        first = self._first_of.get(paragraph, end)
        if first >= end or self.evidence[first].is_open:
            return []
        return [
            post
            for post, places in self._places.items()
            if bisect_left(places, first) < bisect_left(places, end)
        ]


def settle(
    reading: Reading, order: tuple[int, int], told: Told, offices: Offices, on: date | None
) -> Holder | None:
    """Return whom the words stand for, or None where they are left alone."""
    if reading.manner != NOW or reading.owner == FOREIGN:
        return None
    posts, surety = _posts(reading, order, told, offices)
    if len(posts) == 1 and surety != CONTESTED:
        holder = _holder(posts[0], told.named, offices, on, is_plain=surety == PLAIN)
        return _doubted(holder, reading, offices, on)
    return _several(posts, offices, on)


def _posts(
    reading: Reading, order: tuple[int, int], told: Told, offices: Offices
) -> tuple[list[EntityId], str]:
    """The offices that may be meant, the nearest first, and how sure that is."""
    if reading.owner == SAID:
        return sorted(reading.posts, key=str), PLAIN
    fitting = told.fitting(reading.posts)
    everywhere = fitting.around(order)
    if not everywhere:
        return _posts_of_bodies(reading.posts, told, offices), LIKELY
    if len(everywhere) == 1:
        return _known(everywhere), PLAIN
    near = fitting.near(order, reading.place.paragraph(reading.first))
    at_home = [post for post in _known(everywhere) if offices.known[post].country == told.home]
    return _likelier(near, at_home) or (_known(everywhere), CONTESTED)


def _likelier(
    near: list[EntityId | None], at_home: list[EntityId]
) -> tuple[list[EntityId], str] | None:
    """What speaks for one office among several, where nothing speaks for another."""
    if len(near) == 1 and at_home in ([], near):
        return _known(near), LIKELY
    if len(near) != 1 and len(at_home) == 1:
        return at_home, LIKELY
    return None


def _known(posts: Iterable[EntityId | None]) -> list[EntityId]:
    return [post for post in posts if post is not None]


def _posts_of_bodies(posts: frozenset[EntityId], told: Told, offices: Offices) -> list[EntityId]:
    """The offices of the bodies that the text speaks of, else of its states."""
    known = offices.known
    of_bodies = [post for post in posts if known[post].body in told.bodies]
    of_states = [post for post in posts if known[post].country in told.countries]
    return sorted(of_bodies or of_states, key=str)


def _several(posts: list[EntityId], offices: Offices, on: date | None) -> Holder | None:
    found = [offices.holders(post, on) for post in posts]
    who = [one for holders in found for one in (*holders.certain, *holders.possible)]
    if not who:
        return None
    return Holder(None, SUGGESTED, SEVERAL, tuple(dict.fromkeys(who)))


def _holder(
    post: EntityId, named: frozenset[EntityId], offices: Offices, on: date | None, *, is_plain: bool
) -> Holder | None:
    found = offices.holders(post, on)
    who = _who(found, named, is_for_one=offices.known[post].is_for_one)
    if len(who) != 1:
        return Holder(None, SUGGESTED, PERHAPS, who, post) if who else None
    [person] = who
    if person not in found.certain:
        return Holder(person, SUGGESTED, PERHAPS, (), post)
    if is_plain and person in named:
        return Holder(person, CONFIRMED, OF_NAMED, (), post)
    return Holder(person, SUGGESTED, HELD, (), post)


def _who(found: Holders, named: frozenset[EntityId], *, is_for_one: bool) -> tuple[EntityId, ...]:
    """Who may be meant, the likeliest first; one where that is settled."""
    everybody = (*found.certain, *found.possible)
    named_ones = tuple(one for one in everybody if one in named)
    if len(named_ones) == 1 and (not found.certain or named_ones[0] in found.certain):
        return named_ones
    if not is_for_one:
        return ()  # which of several deputies is meant, nothing tells
    if len(found.certain) == 1:
        # On the day of a handover, whoever leaves may be meant, if named.
        return found.certain if found.certain[0] in named else (*named_ones, *found.certain)
    return everybody


def _doubted(
    holder: Holder | None, reading: Reading, offices: Offices, on: date | None
) -> Holder | None:
    """A sentence that names a year gone by may tell of whoever held the office then."""
    if not holder or holder.person is None or on is None:
        return holder
    days = [date(year, month, 1) for year in years_gone(reading, on) for month in (1, 12)]
    if all(offices.standing(holder.person, holder.post, day) == CERTAIN for day in days):
        return holder
    return replace(
        holder,
        person=None,
        status=SUGGESTED,
        rule=PERHAPS,
        candidates=(holder.person,),
    )
