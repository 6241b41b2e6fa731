"""Addresses of the screens of who's who."""

from django.urls import reverse

from ots_desk.undo_admin import preview_url
from people.merging import choose_survivor
from people.models import Entity, EntityMerge


def preview_address(one: Entity, other: Entity) -> str:
    """Where the two are merged, with a choice of values."""
    return preview_url(EntityMerge, *choose_survivor(one, other))


def entity_address(entity: Entity) -> str:
    """Its page, whatever its kind; that leads on to where it is corrected."""
    return reverse("admin:people_entity_change", args=[entity.pk])
