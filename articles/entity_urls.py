"""Addresses of persons, bodies, places, events and official documents, as `people:…`.

Their pages tell which articles name them, so they are served from here.
"""

from django.urls import path

from articles.views.directory import directory
from articles.views.entities import entity
from people.choices import EntityKind

app_name = "people"

# The first part of each kind's addresses.
PARTS = {
    EntityKind.PERSON: "people",
    EntityKind.ORGANIZATION: "organizations",
    EntityKind.PLACE: "places",
    EntityKind.EVENT: "events",
    EntityKind.DOCUMENT: "documents",
}


def _of_kind(kind: EntityKind, part: str) -> list:
    page = {"kind": kind}
    return [
        path(f"{part}/", directory, page, name=f"{kind.value}s"),
        path(f"{part}/<int:pk>-<desk-slug:slug>/", entity, page, name=kind.value),
        path(f"{part}/<int:pk>/", entity, page),
    ]


urlpatterns = [route for kind, part in PARTS.items() for route in _of_kind(kind, part)]
