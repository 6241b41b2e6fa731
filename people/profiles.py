"""What a page tells of the terms of an entity: offices held, holders of its offices, chairs,
members; each as a drawing, in words and as a table.

For whom it tells them is `people.audience`; who held what on one day is `people.days`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from people.audience import Audience
from people.choices import LOW_CONFIDENCE, Role
from people.models import Entity, Membership
from people.sources import SourceLink, source_links
from people.timelines import Row, Timeline, draw, finding, from_words, until_words

# A state may have had hundreds of holders of offices; the page tells of the latest.
MOST_TERMS = 60

# The body with the most members has two hundred.
MOST_MEMBERS = 300

# Members, observers and participants stand in this order.
MEMBER_ROLES = [Role.MEMBER, Role.OBSERVER, Role.PARTICIPANT]


@dataclass(frozen=True)
class TermLine:
    """A term in words: which office or role, who, from when, until when, and who says so."""

    office: str
    who: str
    url: str  # of who; empty where the audience may not see a page of it
    began: str
    ended: str
    is_end_known: bool
    sources: list[SourceLink]


@dataclass(frozen=True)
class Terms:
    """Terms as a drawing (None where no start is known), in words and as a table."""

    timeline: Timeline | None
    latest: str  # the latest term as a sentence
    finding: str  # all that the drawing shows
    lines: list[TermLine]


def offices_of(person: Entity, audience: Audience) -> Terms | None:
    """The offices that `person` held, the latest first; None where none is known."""
    terms = list(audience.terms().filter(member=person, post__isnull=False))
    if not terms:
        return None
    lines = [line_of(term, audience, {}) for term in terms]
    rows = [Row(line.office, [term]) for line, term in zip(lines, terms, strict=True)]
    findings = [finding(row.label, row.terms[0], audience.language) for row in rows]
    return Terms(draw(rows, audience.today), findings[0], " ".join(findings), lines)


def chairs_of(organization: Entity, audience: Audience) -> Terms | None:
    """Who chaired a body: a lane for each, in the order of the alphabet; None where nobody did."""
    found = audience.terms_of_others().filter(organization=organization, role=Role.CHAIR)
    terms = list(found[:MOST_TERMS])
    if not terms:
        return None
    lanes: dict[str, list[Membership]] = {}
    for term in terms:
        lanes.setdefault(term.member.name_in(audience.language), []).append(term)
    muted = frozenset(term.pk for term in terms[1:])
    rows = [Row(name, own, muted) for name, own in sorted(lanes.items())]
    lines = lines_of(terms, audience)
    findings = _findings(lines, terms, audience.language)
    return Terms(draw(rows, audience.today), _last_chair(lines[0]), " ".join(findings), lines)


def _findings(lines: list[TermLine], terms: list[Membership], language: str) -> list[str]:
    return [finding(line.who, term, language) for line, term in zip(lines, terms, strict=True)]


def _last_chair(line: TermLine) -> str:
    words = {"who": line.who, "began": line.began, "ended": line.ended}
    if line.is_end_known:
        return _("%(who)s had the chair from %(began)s until %(ended)s.") % words
    return _("%(who)s has had the chair since %(began)s.") % words


def holders_of(body: Entity, audience: Audience) -> Terms | None:
    """Who held the offices of a state or body, office by office in the order in which they were
    entered, the latest holder first; only persons whom the audience may see."""
    found = audience.terms().filter(post__organization=body, member__in=audience.visible)
    terms = list(found[:MOST_TERMS])
    if not terms:
        return None
    terms.sort(key=lambda term: term.post_id)
    lines = [
        replace(line, office=term.post.label(audience.language), who=marked(line.who, term))
        for line, term in zip(lines_of(terms, audience), terms, strict=True)
    ]
    rows = [
        Row(line.who, [term], heading=line.office) for line, term in zip(lines, terms, strict=True)
    ]
    findings = [
        f"{row.heading}: {finding(row.label, row.terms[0], audience.language)}" for row in rows
    ]
    return Terms(draw(rows, audience.today), findings[0], " ".join(findings), lines)


def members_of(body: Entity, audience: Audience) -> list[TermLine]:
    """Members, observers and participants of a body, in that order, by name."""
    found = audience.terms_of_others().filter(organization=body, role__in=MEMBER_ROLES)
    terms = list(found[:MOST_MEMBERS])
    terms.sort(key=lambda t: (MEMBER_ROLES.index(t.role), t.member.name_in(audience.language)))
    return lines_of(terms, audience)


def roles_of(member: Entity, audience: Audience) -> list[TermLine]:
    """The bodies of which `member` is or was chair, member or observer, role by role; `who` is
    the body."""
    terms = audience.terms().filter(member=member, organization__in=audience.visible)
    terms = terms.select_related("organization").prefetch_related("organization__names")
    in_order = sorted(terms[:MOST_TERMS], key=lambda term: list(Role).index(term.role))
    return [
        _line(term, term.organization, audience.url_of(term.organization), audience)
        for term in in_order
    ]


def lines_of(terms: Iterable[Membership], audience: Audience) -> list[TermLine]:
    terms = list(terms)
    urls = audience.addresses(term.member for term in terms)
    return [line_of(term, audience, urls) for term in terms]


def line_of(term: Membership, audience: Audience, urls: dict[int, str]) -> TermLine:
    return _line(term, term.member, urls.get(term.member_id, ""), audience)


def _line(term: Membership, who: Entity, url: str, audience: Audience) -> TermLine:
    language = audience.language
    return TermLine(
        office_words(term, language),
        who.name_in(language),
        url,
        from_words(term, language),
        until_words(term, language),
        bool(term.ended),
        source_links(term.sources, audience.url_of_text),
    )


def office_words(term: Membership, language: str) -> str:
    """The office or role, with what is special about this term of it."""
    label = term.post.label(language) if term.post else str(term.get_role_display())
    return marked(label, term)


def marked(words: str, term: Membership) -> str:
    """“President of Kazakhstan (acting)”."""
    if term.is_acting:
        words = _("%(office)s (acting)") % {"office": words}
    if term.confidence == LOW_CONFIDENCE:
        words = _("%(office)s (weak sources)") % {"office": words}
    return words
