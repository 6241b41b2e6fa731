"""Addresses of the screens of who's who."""

from django.urls import reverse

from people.merging import choose_survivor
from people.models import Entity


def preview_address(one: Entity, other: Entity) -> str:
    """Where the two are merged, with a choice of values."""
    survivor, duplicate = choose_survivor(one, other)
    return preview_of(survivor, duplicate)


def preview_of(survivor: Entity, duplicate: Entity) -> str:
    return reverse("admin:people_entitymerge_preview", args=[survivor.pk, duplicate.pk])


def entity_address(entity: Entity) -> str:
    """Its page, whatever its kind; that leads on to where it is corrected."""
    return reverse("admin:people_entity_change", args=[entity.pk])
