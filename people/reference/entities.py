"""Persons, organizations, places, events and official documents in the reference data.

Their spellings are compared and stored by `spellings`.
"""

from collections.abc import Iterator

from people.choices import EntityKind
from people.models import Entity, Name
from people.reference.problems import Problem
from people.reference.reading import Item
from people.reference.rules import (
    confidence_problems,
    country_problems,
    field_problems,
    order_problems,
)
from people.reference.shapes import Shape
from people.reference.spellings import name_key, name_values, store_spellings
from people.reference.tables import ById, Data, Table, partial_date

KIND_OF_FILE = {
    "persons.json": EntityKind.PERSON,
    "organizations.json": EntityKind.ORGANIZATION,
    "places.json": EntityKind.PLACE,
    "events.json": EntityKind.EVENT,
    "documents.json": EntityKind.DOCUMENT,
}

_NAME = Shape(
    required=("language", "text", "kind"),
    texts=("source",),
    dates=("valid_from", "valid_to"),
    booleans=("attested", "needs_context"),
)


def _entity_values(data: Data) -> Data:
    return {
        "kind": data["kind"],
        "name": data["name"],
        "classification": data.get("classification") or "",
        "description": data.get("description") or "",
        "country": data.get("country") or "",
        "began": partial_date(data.get("began")),
        "ended": partial_date(data.get("ended")),
        "identifiers": data.get("identifiers") or [],
        "is_public": data.get("public") or False,
        "confidence": data.get("confidence") or "",
        "note": data.get("note") or "",
        "sources": data.get("sources") or [],
    }


def _problems_of_one(item: Item) -> Iterator[str]:
    data = item.data
    if data["kind"] != KIND_OF_FILE[item.file]:
        yield f"kind “{data['kind']}” doesn't belong in {item.file}"
    yield from confidence_problems(data)
    yield from country_problems(data)
    yield from order_problems(data, "began", "ended")
    yield from _problems_of_names(data.get("names") or [])


def _problems_of_names(names: list[Data]) -> Iterator[str]:
    seen = set()
    for name in names:
        key = language, text, kind = name_key(name)
        if key in seen:
            yield f"the name “{text}” ({language}, {kind}) is there twice"
        seen.add(key)
        values = {"language": language, "text": text, "kind": kind, **name_values(name)}
        found = [*field_problems(Name, values)]
        if not text.strip():
            found.append("the spelling is blank")
        found += order_problems(name, "valid_from", "valid_to")
        yield from (f"name “{text}”: {reason}" for reason in found)


def _problems_of_all(items: list[Item], by_id: ById) -> Iterator[Problem]:
    for item in items:
        location = by_id.get(item.data.get("location"))
        if location and location.data["kind"] != EntityKind.PLACE:
            yield item.problem(f"location {location.id} is not a place")


ENTITIES = Table(
    model=Entity,
    files=tuple(KIND_OF_FILE),
    shape=Shape(
        required=("id", "kind", "name"),
        texts=(
            "classification",
            "description",
            "country",
            "parent",
            "location",
            "merged_into",
            "confidence",
            "note",
        ),
        dates=("began", "ended"),
        booleans=("public",),
        lists=("sources",),
        objects={"names": _NAME, "identifiers": Shape(required=("scheme", "identifier"))},
    ),
    values=_entity_values,
    links={"parent": Entity, "location": Entity, "merged_into": Entity},
    identity=("kind", "name"),
    problems_of_one=_problems_of_one,
    problems_of_all=_problems_of_all,
    store_parts=store_spellings,
)
