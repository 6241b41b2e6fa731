"""From the desk's rows to the items of the file. Pure; the rows come with all they point at.

The way back is `reading`.
"""

from collections.abc import Container
from typing import Any, TypeAlias

from ots_desk.text import script_of
from people.choices import EntityKind
from people.models import Entity, Membership, Name, Post
from people.popolo.dates import date_values
from people.popolo.formats import words_of
from people.reference.ids import id_of
from people.sources import public_sources

Values: TypeAlias = dict[str, Any]


def entity_values(entity: Entity) -> Values:
    began, ended, description = words_of(entity.kind)
    return {
        "id": id_of(entity),
        "name": entity.name,
        "other_names": [_name_values(name) for name in entity.names.all()],
        "classification": entity.classification or None,
        description: entity.description or None,
        "country": entity.country or None,
        "parent_id": id_of(entity.parent),
        "area_id": id_of(entity.location),
        **date_values(began, entity.began),
        **date_values(ended, entity.ended),
        "identifiers": entity.identifiers,
        "always_public": entity.is_public,
        "confidence": entity.confidence or None,
        "note": entity.note or None,
        "merged_into_id": id_of(entity.merged_into),
        "sources": _links(entity.sources),
    }


def _name_values(name: Name) -> Values:
    return {
        "name": name.text,
        "language": name.language,
        "script": script_of(name.text) or None,
        "kind": name.kind,
        "attested": name.attested,
        "needs_context": name.needs_context,
        "source": name.source or None,
        **date_values("start_date", name.valid_from),
        **date_values("end_date", name.valid_to),
    }


def post_values(post: Post) -> Values:
    return {
        "id": id_of(post),
        "label": post.label("en"),
        "labels": post.labels,
        **_place_values(post.organization),
        "for_one_person": post.is_for_one_person,
        "note": post.note or None,
    }


def membership_values(term: Membership) -> Values:
    is_person = term.member.kind == EntityKind.PERSON
    return {
        "id": id_of(term),
        "label": term.post.label("en") if term.post else term.role,
        "role": term.role or None,
        "person_id": id_of(term.member) if is_person else None,
        "member": None if is_person else {"id": id_of(term.member), "name": term.member.name},
        **_place_values(term.post.organization if term.post else term.organization),
        "post_id": id_of(term.post),
        **date_values("start_date", term.began),
        **date_values("end_date", term.ended),
        "known_until": _known_until(term),
        "acting": term.is_acting,
        "confidence": term.confidence or None,
        "note": term.note or None,
        "sources": _links(term.sources),
    }


def _known_until(term: Membership) -> str | None:
    """It says something of open terms only."""
    return term.known_until.isoformat() if term.known_until and not term.ended else None


def _place_values(entity: Entity) -> Values:
    """Popolo keeps bodies and states apart."""
    key = "area_id" if entity.kind == EntityKind.PLACE else "organization_id"
    return {"organization_id": None, "area_id": None, key: id_of(entity)}


def _links(addresses: list[str]) -> list[Values]:
    return [{"url": address} for address in addresses]


_FOR_EDITORS = {"always_public", "confidence", "note", "merged_into_id", "needs_context"}
_LINKS = {"parent_id", "area_id", "organization_id"}


def public_values(values: Values, seen: Container[str]) -> Values:
    """What readers may have of an item: without what is for editors and the desk's texts, and
    without links to records whose ids are not among `seen`."""
    public = {key: value for key, value in values.items() if key not in _FOR_EDITORS}
    if public.get("source"):
        public["source"] = "".join(public_sources([public["source"]])) or None
    if "sources" in public:
        public["sources"] = _links(public_sources(link["url"] for link in public["sources"]))
    for key in _LINKS & public.keys():
        public[key] = public[key] if public[key] in seen else None
    if "other_names" in public:
        public["other_names"] = [public_values(name, seen) for name in public["other_names"]]
    return public
