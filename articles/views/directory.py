"""The lists of persons, bodies, places, events and official documents that readers may see."""

from dataclasses import dataclass

from django.db.models import Count, F, Prefetch
from django.db.models.functions import Substr
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.views.paging import page_of
from articles.views.rolls import Named, named
from articles.visibility import public_entities
from ots_desk.asked import asked_of
from ots_desk.interface import country_name, date_words
from ots_desk.text import fold
from people.choices import EntityKind
from people.models import Entity, Membership
from people.querysets import EntityQuerySet

PAGE = 60

TITLES = {
    EntityKind.PERSON: _("People"),
    EntityKind.ORGANIZATION: _("Bodies"),
    EntityKind.PLACE: _("Places"),
    EntityKind.EVENT: _("Events"),
    EntityKind.DOCUMENT: _("Documents"),
}

# These are listed by date and looked up by year, the others by name and initial.
DATED = {EntityKind.EVENT, EntityKind.DOCUMENT}

# What stands for every initial that is no letter: 24.kg, 10th Summit.
NO_LETTER = "0"


@dataclass(frozen=True)
class Part:
    """A part of the list: the names with an initial, the events of a year."""

    label: str
    url: str
    is_this: bool


@dataclass(frozen=True)
class Asked:
    """What the address asks for: a name, a country, a part."""

    q: str
    country: str
    part: str

    def address(self, part: str) -> str:
        """Another part of the same list."""
        asked = {"q": self.q, "country": self.country, "part": part}
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"?{query}" if query else "?"


def directory(request, kind: EntityKind):
    """The entities of one kind: events and documents newest first, the others by name.

    `?q=` narrows the list to names like it, in any script; `?country=` to a country; `?part=` to
    an initial or a year.
    """
    asked = Asked(*(asked_of(request, name, 100) for name in ("q", "country", "part")))
    found = _like(public_entities(Entity.objects.of_kind(kind)), asked)
    in_country = found.filter(country=asked.country) if asked.country else found
    rows = _in_order(in_country, kind)
    parts = _parts(rows)
    shown = rows.filter(part__in=parts.get(asked.part, [])) if asked.part else rows
    page = page_of(shown.prefetch_related("names", _offices()), request, PAGE)
    context = {
        "title": TITLES[kind],
        "kinds": [(TITLES[k], f"people:{k.value}s", k == kind) for k in EntityKind],
        "asked": asked,
        "parts": [Part(_part_label(p), asked.address(p), p == asked.part) for p in parts],
        "all_url": asked.address(""),
        "countries": _countries(found),
        "page": page,
        "rows": [_row(entity) for entity in page.rows],
    }
    return render(request, "people/directory.html", context)


def _like(found: EntityQuerySet, asked: Asked) -> EntityQuerySet:
    return found.named_like(asked.q) if asked.q else found


def _in_order(found: EntityQuerySet, kind: EntityKind) -> EntityQuerySet:
    """`found` in the order of the list, each row with the `part` of the list that it is in."""
    if kind in DATED:
        newest = found.order_by(F("began_earliest").desc(nulls_last=True), "name", "pk")
        return newest.annotate(part=F("began_earliest__year"))
    return found.sorted_in(get_language()).annotate(part=Substr("sorts_as", 1, 1))


def _parts(rows: EntityQuerySet) -> dict[str, list]:
    """The parts that have rows, as addresses name them, with the values that are in each: years
    the latest first, initials as the alphabet has them, whatever is no letter before them."""
    values = set(rows.order_by().values_list("part", flat=True).distinct()) - {None, ""}
    numbers = sorted((value for value in values if isinstance(value, int)), reverse=True)
    letters = sorted(value for value in values if isinstance(value, str) and value.isalpha())
    signs = sorted(values - {*numbers, *letters})
    parts = {str(value): [value] for value in (*numbers, *letters)}
    return {NO_LETTER: signs, **parts} if signs else parts


def _part_label(part: str) -> str:
    """Initials are folded, so that of i, ı, İ and I there is one."""
    if part == NO_LETTER:
        return "0–9"
    return "I, İ" if part == "i" and get_language() in ("tr", "az") else part.upper()


def _countries(found: EntityQuerySet) -> list[tuple[str, str, int]]:
    """The countries of `found`: code, name, how many; by name."""
    counted = found.exclude(country="").order_by().values_list("country")
    counts = counted.annotate(count=Count("pk"))
    named_so = [(code, country_name(code), count) for code, count in counts]
    return sorted(named_so, key=lambda country: fold(country[1]))


def _offices() -> Prefetch:
    """The offices that readers may be told of, the latest first, as `told_offices`."""
    terms = Membership.objects.told().filter(post__isnull=False).newest_first()
    return Prefetch("memberships", terms.select_related("post"), to_attr="told_offices")


def _row(entity: Entity) -> Named:
    day = date_words(entity.began) if entity.kind in DATED else ""
    office = _office_words(entity.told_offices[0]) if entity.told_offices else ""
    country = country_name(entity.country)
    parts = [day, office, country if country not in office else ""]
    return named(entity, " · ".join(part for part in parts if part))


def _office_words(term: Membership) -> str:
    """“President of Kazakhstan, 2019 – …”: with years, because many have left office."""
    label = term.post.label(get_language())
    years = (str(end.earliest.year) if end else "…" for end in (term.began, term.ended))
    return f"{label}, {' – '.join(dict.fromkeys(years))}"
