"""What a page tells of an entity out of who's who: its spellings, offices, holders, members.

Knows nothing of articles: which entities readers may see is passed in as a queryset.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from ots_desk.languages import TEXTS, own_name
from people.choices import EntityKind, NameKind, Role
from people.models import Entity, Membership, Name
from people.querysets import EntityQuerySet, MembershipQuerySet
from people.timelines import (
    Row,
    Timeline,
    draw,
    finding,
    from_words,
    until_words,
)

# A state may have had hundreds of holders of offices; the page tells of the latest.
MOST_TERMS = 60

_KINDS = list(NameKind)


@dataclass(frozen=True)
class Spellings:
    """Spellings of which the same is to be said: nothing, that they are former, or derived."""

    texts: list[str]
    remark: str


@dataclass(frozen=True)
class SpellingsInLanguage:
    language: str
    language_name: str
    groups: list[Spellings]


def spellings_by_language(entity: Entity) -> list[SpellingsInLanguage]:
    """The spellings by language in the desk's order, the preferred one first. Misprints are left
    out, and so are forms with initials that nobody has seen. Looks at `names.all()`."""
    found: dict[str, list[Name]] = {}
    for name in sorted(entity.names.all(), key=lambda n: _in_print_order(n, entity)):
        if name.kind != NameKind.ERROR and (name.attested or name.kind != NameKind.INITIALS):
            found.setdefault(name.language, []).append(name)
    return [
        SpellingsInLanguage(language, own_name(language), _grouped(found[language]))
        for language in sorted(found, key=_in_desk_order)
    ]


def _in_desk_order(language: str) -> tuple[int, str]:
    codes = list(TEXTS)
    return (codes.index(language) if language in codes else len(codes)), language


def _in_print_order(name: Name, entity: Entity) -> tuple:
    return name.text != entity.name, _KINDS.index(name.kind), name.pk


def _grouped(names: list[Name]) -> list[Spellings]:
    by_remark: dict[str, list[str]] = {"": [], _("former name"): [], _("not yet seen in print"): []}
    once = {name.text: name for name in reversed(names)}
    for name in reversed(once.values()):
        by_remark[_remark(name)].append(name.text)
    return [Spellings(texts, remark) for remark, texts in by_remark.items() if texts]


def _remark(name: Name) -> str:
    if not name.attested:
        return _("not yet seen in print")
    return _("former name") if name.kind == NameKind.FORMER else ""


@dataclass(frozen=True)
class TermLine:
    """A term in words: which office or role, who, from when, until when."""

    office: str
    who: str
    url: str  # of who; empty where readers may not see a page of it
    began: str
    ended: str
    is_end_known: bool


@dataclass(frozen=True)
class Terms:
    """Terms as a drawing (None where no start is known), in words and as a table."""

    timeline: Timeline | None
    latest: str  # the latest term as a sentence
    finding: str  # all that the drawing shows
    lines: list[TermLine]


def _told_terms() -> MembershipQuerySet:
    """Terms that readers may be told of, the latest first, with all that a line says."""
    terms = Membership.objects.told().newest_first()
    return terms.select_related("post", "member").prefetch_related("member__names")


def offices_of(person: Entity, language: str, today: date) -> Terms | None:
    """The offices that `person` held, the latest first; None where none is known."""
    terms = list(_told_terms().filter(member=person, post__isnull=False))
    if not terms:
        return None
    lines = [_line(term, language, set()) for term in terms]
    rows = [Row(line.office, [term]) for line, term in zip(lines, terms, strict=True)]
    findings = [finding(row.label, row.terms[0], language) for row in rows]
    return Terms(draw(rows, today, are_stacked=False), findings[0], " ".join(findings), lines)


def chairs_of(
    organization: Entity, visible: EntityQuerySet, language: str, today: date
) -> Terms | None:
    """Who chaired a body: a lane for each, in the order of the alphabet; None where nobody did.

    A state's name is no secret: it stands here even while no text names it, but without a link.
    """
    terms = list(_tellable(visible).filter(organization=organization, role=Role.CHAIR))
    if not terms:
        return None
    lanes: dict[str, list[Membership]] = {}
    for term in terms:
        lanes.setdefault(term.member.name_in(language), []).append(term)
    muted = frozenset(term.pk for term in terms[1:])
    rows = [Row(name, own, muted) for name, own in sorted(lanes.items())]
    lines = _lines(terms, visible, language)
    findings = [finding(line.who, term, language) for line, term in zip(lines, terms, strict=True)]
    return Terms(draw(rows, today), _last_chair(lines[0]), " ".join(findings), lines)


def _last_chair(line: TermLine) -> str:
    words = {"who": line.who, "began": line.began, "ended": line.ended}
    if line.is_end_known:
        return _("%(who)s had the chair from %(began)s until %(ended)s.") % words
    return _("%(who)s has had the chair since %(began)s.") % words


def holders_of(body: Entity, visible: EntityQuerySet, language: str) -> list[TermLine]:
    """Who held the offices of a state or body, office by office, the latest first; only persons
    whom readers may see."""
    terms = _told_terms().filter(post__organization=body, member__in=visible)[:MOST_TERMS]
    lines = _lines(terms, visible, language)
    offices = list(dict.fromkeys(line.office for line in lines))
    return sorted(lines, key=lambda line: offices.index(line.office))


def members_of(body: Entity, visible: EntityQuerySet, language: str) -> list[TermLine]:
    """Members, observers and participants of a body, in that order, by name."""
    roles = [Role.MEMBER, Role.OBSERVER, Role.PARTICIPANT]
    terms = list(_tellable(visible).filter(organization=body, role__in=roles))
    terms.sort(key=lambda term: (roles.index(term.role), term.member.name_in(language)))
    return _lines(terms, visible, language)


def _tellable(visible: EntityQuerySet) -> MembershipQuerySet:
    """Told terms of bodies and states, and of persons whom readers may see."""
    return _told_terms().filter(~Q(member__kind=EntityKind.PERSON) | Q(member__in=visible))


def roles_of(member: Entity, visible: EntityQuerySet, language: str) -> list[TermLine]:
    """The bodies of which `member` is or was chair, member or observer; `who` is the body."""
    terms = _told_terms().filter(member=member, organization__in=visible)
    terms = terms.select_related("organization").prefetch_related("organization__names")
    return [
        TermLine(
            str(term.get_role_display()),
            term.organization.name_in(language),
            term.organization.get_absolute_url(),
            *_dates(term, language),
        )
        for term in terms
    ]


def _lines(terms: Iterable[Membership], visible: EntityQuerySet, language: str) -> list[TermLine]:
    terms = list(terms)
    members = visible.filter(pk__in={term.member_id for term in terms})
    linked = set(members.values_list("pk", flat=True))
    return [_line(term, language, linked) for term in terms]


def _line(term: Membership, language: str, linked: set[int]) -> TermLine:
    member = term.member
    url = member.get_absolute_url() if member.pk in linked else ""
    return TermLine(_office(term, language), member.name_in(language), url, *_dates(term, language))


def _office(term: Membership, language: str) -> str:
    label = term.post.label(language) if term.post else str(term.get_role_display())
    return _("%(office)s (acting)") % {"office": label} if term.is_acting else label


def _dates(term: Membership, language: str) -> tuple[str, str, bool]:
    return from_words(term, language), until_words(term, language), bool(term.ended)
