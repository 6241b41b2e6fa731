"""Who held what on one day: the heads, chairs and members of a body, the offices of a person.

Whether a term included a day is `people.offices`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from people.audience import Audience
from people.choices import Certainty, Role
from people.models import Entity, Membership, Post
from people.offices import terms_on
from people.profiles import MEMBER_ROLES, MOST_MEMBERS, marked, office_words
from people.timelines import since_words


@dataclass(frozen=True)
class Holder:
    """Somebody who held an office or role on the day, for certain or possibly."""

    name: str
    url: str
    is_certain: bool
    certainty: str
    dates: str


@dataclass(frozen=True)
class Standing:
    """An office or role and who held it on the day; nobody where that isn't told."""

    office: str
    holders: list[Holder]


def standings_in(body: Entity, day: date, audience: Audience) -> list[Standing]:
    """Who had the chair of `body` on `day`, who held its offices, and who was in it."""
    roles = list(audience.terms_of_others().filter(organization=body)[:MOST_MEMBERS])
    held = list(audience.terms().filter(post__organization=body, member__in=audience.visible))
    groups = _by_role(roles, [Role.CHAIR]) + _by_office(body, held, audience.language)
    urls = audience.addresses(term.member for term in (*roles, *held))
    found = [_standing(*group, day, urls, audience.language) for group in groups]
    rolls = [
        _standing(*group, day, urls, audience.language) for group in _by_role(roles, MEMBER_ROLES)
    ]
    return [*found, *(_by_name(roll) for roll in rolls)]


def standing_in(post: Post, day: date, audience: Audience) -> Standing:
    """Who held `post` on `day`."""
    terms = list(audience.terms().filter(post=post, member__in=audience.visible))
    urls = audience.addresses(term.member for term in terms)
    return _standing(post.label(audience.language), terms, day, urls, audience.language)


def _standing(
    label: str, terms: list[Membership], day: date, urls: dict[int, str], language: str
) -> Standing:
    on_day = terms_on(terms, day)
    return Standing(label, [_holder(*pair, urls, language) for pair in on_day])


def _by_name(roll: Standing) -> Standing:
    """Members stand by name, the certain ones first."""
    in_order = sorted(roll.holders, key=lambda holder: (not holder.is_certain, holder.name))
    return Standing(roll.office, in_order)


def _by_role(terms: list[Membership], roles: Iterable[Role]) -> list[tuple[str, list[Membership]]]:
    """The terms in each role that somebody ever had."""
    found = [(str(role.label), [term for term in terms if term.role == role]) for role in roles]
    return [(label, terms) for label, terms in found if terms]


def _by_office(
    body: Entity, held: list[Membership], language: str
) -> list[tuple[str, list[Membership]]]:
    """The terms in each office of `body`, also in one of which nobody is told."""
    return [
        (post.label(language), [term for term in held if term.post_id == post.pk])
        for post in body.posts.order_by("pk")
    ]


def _holder(term: Membership, certainty: Certainty, urls: dict[int, str], language: str) -> Holder:
    name = marked(term.member.name_in(language), term)
    url = urls.get(term.member_id, "")
    return Holder(name, url, certainty == Certainty.CERTAIN, *_words(term, certainty, language))


def _words(term: Membership, certainty: Certainty, language: str) -> tuple[str, str]:
    return str(certainty.label), since_words(term, language)


def standings_of(member: Entity, day: date, audience: Audience) -> list[Standing]:
    """What `member` was on `day`: offices, and roles in bodies that the audience may see."""
    terms = audience.terms().filter(member=member).select_related("post", "organization")
    terms = terms.filter(Q(post__isnull=False) | Q(organization__in=audience.visible))
    on_day = terms_on(terms.prefetch_related("organization__names"), day)
    return [
        Standing(office_words(term, audience.language), [_body_of(term, certainty, audience)])
        for term, certainty in on_day
    ]


def _body_of(term: Membership, certainty: Certainty, audience: Audience) -> Holder:
    """The body in which it had the role; of an office the label says it."""
    body, words = term.organization, _words(term, certainty, audience.language)
    name = body.name_in(audience.language) if body else ""
    url = audience.url_of(body) if body else ""
    return Holder(name, url, certainty == Certainty.CERTAIN, *words)
