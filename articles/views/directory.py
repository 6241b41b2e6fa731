"""The lists of persons, bodies, places, events and official documents that readers may see."""

from django.db.models import F
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from articles.views.asked import asked_of
from articles.views.paging import page_of
from articles.views.rolls import Named, named
from articles.visibility import public_entities
from ots_desk.interface import country_name, date_words
from people.choices import EntityKind
from people.models import Entity

PAGE = 60

TITLES = {
    EntityKind.PERSON: _("People"),
    EntityKind.ORGANIZATION: _("Bodies"),
    EntityKind.PLACE: _("Places"),
    EntityKind.EVENT: _("Events"),
    EntityKind.DOCUMENT: _("Documents"),
}


def directory(request, kind: EntityKind):
    """The entities of one kind: events and documents newest first, the others by name.

    `?q=` narrows the list to names like it, in any script.
    """
    asked = asked_of(request, "q", 100)
    found = public_entities(Entity.objects.of_kind(kind))
    if asked:
        found = found.named_like(asked)
    page = page_of(_ordered(found, kind).prefetch_related("names"), request, PAGE)
    context = {
        "title": TITLES[kind],
        "kinds": [(TITLES[k], f"people:{k.value}s", k == kind) for k in EntityKind],
        "asked": asked,
        "page": page,
        "rows": [_row(entity) for entity in page.rows],
    }
    return render(request, "people/directory.html", context)


def _ordered(found, kind: EntityKind):
    if kind in (EntityKind.EVENT, EntityKind.DOCUMENT):
        return found.order_by(F("began_earliest").desc(nulls_last=True), "name", "pk")
    return found.order_by("name", "pk")


def _row(entity: Entity) -> Named:
    day = date_words(entity.began) if _is_dated(entity) else ""
    remark = " · ".join(part for part in (day, country_name(entity.country)) if part)
    return named(entity, remark)


def _is_dated(entity: Entity) -> bool:
    return entity.kind in (EntityKind.EVENT, EntityKind.DOCUMENT)
