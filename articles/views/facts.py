"""The few facts at the head of an entity's page, and what belongs to it."""

from dataclasses import dataclass

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from articles.views.rolls import Named, named
from ots_desk.interface import date_words
from people.choices import EntityKind
from people.models import Entity
from people.querysets import EntityQuerySet

MOST = 60


@dataclass(frozen=True)
class Fact:
    label: str
    text: str
    url: str = ""


@dataclass(frozen=True)
class Group:
    """Things that belong to an entity in one way: its meetings, its documents."""

    label: str
    members: list[Named]


# What `began`, `ended`, `location` and `parent` mean for each kind.
_LABELS = {
    EntityKind.PERSON: {"began": _("Born"), "ended": _("Died")},
    EntityKind.ORGANIZATION: {
        "began": _("Founded"),
        "ended": _("Dissolved"),
        "location": _("Seat"),
        "parent": _("Part of"),
    },
    EntityKind.PLACE: {"parent": _("Country"), "location": _("Lies in")},
    EntityKind.EVENT: {"location": _("Place"), "parent": _("Who met")},
    EntityKind.DOCUMENT: {"began": _("Adopted"), "parent": _("Adopted at")},
}

# What it means that a thing of a kind has the entity as its parent, or lies there.
_PARTS = {
    EntityKind.ORGANIZATION: _("Parts of it"),
    EntityKind.EVENT: _("Meetings"),
    EntityKind.DOCUMENT: _("Documents"),
    EntityKind.PLACE: _("Places"),
}
_LOCATED = {
    EntityKind.ORGANIZATION: _("Seated here"),
    EntityKind.EVENT: _("What took place here"),
}


def facts_of(entity: Entity, visible: EntityQuerySet) -> list[Fact]:
    """What is known of `entity`, in a few lines. Entities that readers may not see are left out."""
    labels, found = _LABELS[EntityKind(entity.kind)], []
    if entity.kind == EntityKind.EVENT and entity.began:
        found.append(Fact(_("When"), _when(entity)))
    for end in ("began", "ended"):
        if end in labels and getattr(entity, end):
            found.append(Fact(labels[end], date_words(getattr(entity, end))))
    linked = {other.pk: other for other in _linked(entity, visible)}
    for relation in ("location", "parent"):
        other = linked.get(getattr(entity, f"{relation}_id"))
        if relation in labels and other:
            found.append(Fact(labels[relation], other.display_name, other.get_absolute_url()))
    return found


def _when(event: Entity) -> str:
    began = date_words(event.began)
    if not event.ended or event.ended == event.began:
        return began
    return f"{began} – {date_words(event.ended)}"


def _linked(entity: Entity, visible: EntityQuerySet) -> EntityQuerySet:
    ids = [entity.location_id, entity.parent_id]
    return visible.filter(pk__in=[pk for pk in ids if pk]).prefetch_related("names")


def related_to(entity: Entity, visible: EntityQuerySet) -> list[Group]:
    """Its parts and what lies or took place there, by kind; events and documents newest first.
    The bodies in a body stand in its tree."""
    parts = visible.filter(parent=entity)
    if entity.kind == EntityKind.ORGANIZATION:
        parts = parts.exclude(kind=EntityKind.ORGANIZATION)
    return [
        *_groups(parts, _PARTS),
        *_groups(visible.filter(location=entity).exclude(parent=entity), _LOCATED),
    ]


def _groups(found: EntityQuerySet, labels: dict) -> list[Group]:
    newest = found.order_by(F("began_earliest").desc(nulls_last=True), "name")
    rows = list(newest.prefetch_related("names")[:MOST])
    return [
        Group(label, [named(row, date_words(row.began)) for row in rows if row.kind == kind])
        for kind, label in labels.items()
        if any(row.kind == kind for row in rows)
    ]
