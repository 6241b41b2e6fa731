"""From the file to items of the reference data, whose checks and loader then do the rest. Pure.

Only what makes an item unreadable is found here; the way there is `writing`.
"""

from collections.abc import Callable, Iterator
from typing import Any

from people.choices import EntityKind
from people.popolo.dates import date_keys, date_of
from people.popolo.formats import (
    FORMAT,
    MEMBERSHIPS,
    POSTS,
    REFERENCE,
    SECTION_OF_KIND,
    words_of,
)
from people.reference.ids import HIGHEST_NUMBER, has_too_high_number
from people.reference.problems import Problem
from people.reference.reading import (
    Item,
    Reference,
    Unreadable,
    half_sign_problems,
    is_day,
    parsed,
    printable,
)
from people.reference.shapes import Shape

Values = dict[str, Any]

_LINK = Shape(required=("url",))
_NAME = Shape(
    required=("name", "language", "kind"),
    texts=("source",),
    dates=date_keys("start_date", "end_date"),
    booleans=("attested", "needs_context"),
)
_POST = Shape(
    required=("id",),
    texts=("organization_id", "area_id", "note"),
    booleans=("for_one_person",),
    objects={"labels": Shape(required=("language", "text", "kind"))},
)
_MEMBERSHIP = Shape(
    required=("id",),
    texts=("role", "person_id", "organization_id", "area_id", "post_id", "confidence", "note"),
    dates=date_keys("start_date", "end_date"),
    booleans=("acting",),
    objects={"sources": _LINK},
)
# The files of the reference data, whose tables check and store the sections.
_FILES = {
    "persons": "persons.json",
    "organizations": "organizations.json",
    "areas": "places.json",
    "events": "events.json",
    "documents": "documents.json",
    POSTS: "posts.json",
    MEMBERSHIPS: "memberships.json",
}
# As long as a row of the memory can have it.
_LONGEST_ID = 160
SECTION_OF_FILE = {file: section for section, file in _FILES.items()}


def read_whoswho(raw: bytes) -> tuple[Reference, dict[str, Values]]:
    """Return the items of the file with what is wrong with them, and its memory of the reference
    data by id. Raises `Unreadable` where it is no such file at all."""
    content = _content(raw)
    reference = Reference()
    for section in _FILES:
        _collect(section, content[section], reference)
    memory = content[REFERENCE]
    if not all(_is_remembered(entry) for entry in memory):
        raise Unreadable(f"{REFERENCE} is not a list of objects with id and item")
    for reason in half_sign_problems(memory):
        raise Unreadable(f"{REFERENCE}: {reason}")
    return reference, {entry["id"]: entry["item"] for entry in memory}


def _content(raw: bytes) -> Values:
    content = parsed(raw)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Unreadable(f"the format is not {FORMAT}")
    for section in (*_FILES, REFERENCE):
        if not isinstance(content.get(section), list):
            raise Unreadable(f"{section} is not a list")
    return content


def _is_remembered(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("id"), str)
        and 0 < len(entry["id"]) <= _LONGEST_ID
        and isinstance(entry.get("item"), dict)
    )


def _collect(section: str, rows: list[Any], reference: Reference) -> None:
    file, values_of = _FILES[section], _values_of(section)
    for number, data in enumerate(rows, start=1):
        id = data.get("id") if isinstance(data, dict) else None
        if not isinstance(id, str) or not id:
            reference.problems.append(Problem(file, f"item {number}", "it has no id"))
        elif reasons := _problems(section, data):
            reference.problems.extend(
                Problem(file, printable(id), printable(why)) for why in reasons
            )
        else:
            reference.items.append(Item(file, id, {"id": id, **values_of(data)}))


def _problems(section: str, data: Values) -> list[str]:
    found = [*half_sign_problems(data), *_shape(section).problems(data), *_further(data)]
    if section in SECTION_OF_KIND.values():
        found += [f"{key} belongs to another kind" for key in _foreign_keys(section) & data.keys()]
    return found


def _foreign_keys(section: str) -> set[str]:
    """By its words a record in the wrong section is known: nobody but a person has a birth."""
    own = set(date_keys(*words_of(_kind(section))))
    return {key for kind in SECTION_OF_KIND for key in date_keys(*words_of(kind))} - own


def _further(data: Values) -> Iterator[str]:
    """What shapes don't know: `member` is the one object that is no list of them, `known_until`
    the one date that is never partial, and ids have numbers."""
    if has_too_high_number(data["id"]):
        yield f"the number is higher than {HIGHEST_NUMBER}"
    member = data.get("member")
    if member is not None and not (isinstance(member, dict) and isinstance(member.get("id"), str)):
        yield "member is not an object with an id"
    known_until = data.get("known_until")
    if known_until is not None and not is_day(known_until):
        yield "known_until is not a day such as 2026-03-31"


def _shape(section: str) -> Shape:
    if section == POSTS:
        return _POST
    return _MEMBERSHIP if section == MEMBERSHIPS else _entity_shape(_kind(section))


def _values_of(section: str) -> Callable[[Values], Values]:
    if section == POSTS:
        return _post
    if section == MEMBERSHIPS:
        return _membership
    kind = _kind(section)
    return lambda data: _entity(data, kind)


def _kind(section: str) -> EntityKind:
    return next(kind for kind, name in SECTION_OF_KIND.items() if name == section)


def _entity_shape(kind: EntityKind) -> Shape:
    began, ended, description = words_of(kind)
    links = ("parent_id", "area_id", "merged_into_id")
    return Shape(
        required=("id", "name"),
        texts=("classification", description, "country", *links, "confidence", "note"),
        dates=date_keys(began, ended),
        booleans=("always_public",),
        objects={
            "other_names": _NAME,
            "identifiers": Shape(required=("scheme", "identifier")),
            "sources": _LINK,
        },
    )


def _entity(data: Values, kind: EntityKind) -> Values:
    began, ended, description = words_of(kind)
    return {
        "kind": str(kind),
        "name": data["name"],
        "classification": data.get("classification"),
        "description": data.get(description),
        "country": data.get("country"),
        "parent": data.get("parent_id"),
        "location": data.get("area_id"),
        "merged_into": data.get("merged_into_id"),
        "began": date_of(began, data),
        "ended": date_of(ended, data),
        "identifiers": data.get("identifiers"),
        "public": data.get("always_public"),
        "confidence": data.get("confidence"),
        "note": data.get("note"),
        "sources": _addresses(data),
        "names": [_name(name) for name in data.get("other_names") or []],
    }


def _name(data: Values) -> Values:
    return {
        "text": data["name"],
        "language": data["language"],
        "kind": data["kind"],
        "attested": data.get("attested"),
        "needs_context": data.get("needs_context"),
        "source": data.get("source"),
        "valid_from": date_of("start_date", data),
        "valid_to": date_of("end_date", data),
    }


def _post(data: Values) -> Values:
    return {
        "organization": _body(data),
        "labels": data.get("labels"),
        "one_person": data.get("for_one_person"),
        "note": data.get("note"),
    }


def _membership(data: Values) -> Values:
    is_office = bool(data.get("post_id"))
    return {
        "member": data.get("person_id") or (data.get("member") or {}).get("id"),
        "post": data.get("post_id"),
        # That of an office says it of itself.
        "organization": None if is_office else _body(data),
        "role": data.get("role"),
        "from": date_of("start_date", data),
        "to": date_of("end_date", data),
        "known_until": data.get("known_until"),
        "acting": data.get("acting"),
        "confidence": data.get("confidence"),
        "note": data.get("note"),
        "sources": _addresses(data),
    }


def _body(data: Values) -> str | None:
    return data.get("organization_id") or data.get("area_id")


def _addresses(data: Values) -> list[str]:
    return [link["url"] for link in data.get("sources") or []]
