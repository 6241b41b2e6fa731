"""Posts and memberships in the reference data.

What a term says of a day, and which terms overlap, is `people.offices`.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from people.choices import LABEL_KINDS
from people.models import Entity, Membership, Post
from people.offices import overlap
from people.overlaps import overlap_words, stored_overlaps
from people.reference.problems import BrokenReference, Problem
from people.reference.reading import Item
from people.reference.rules import confidence_problems, language_problems, order_problems
from people.reference.shapes import Shape
from people.reference.storing import Load
from people.reference.tables import ById, Data, Table, partial_date


def _post_values(data: Data) -> Data:
    return {
        "labels": data["labels"],
        "is_for_one_person": _is_for_one_person(data),
        "note": data.get("note") or "",
    }


def _is_for_one_person(post: Data) -> bool:
    return post.get("one_person") is not False


def _membership_values(data: Data) -> Data:
    return {
        "role": data.get("role") or "",
        "began": partial_date(data.get("from")),
        "ended": partial_date(data.get("to")),
        "known_until": _known_until(data),
        "is_acting": data.get("acting") or False,
        "confidence": data.get("confidence") or "",
        "note": data.get("note") or "",
        "sources": data.get("sources") or [],
    }


def _known_until(data: Data) -> date | None:
    """What a term says of itself, else what its file says: "null to: no end known by as_of"."""
    if "known_until" in data:
        day = data["known_until"]
    else:
        day = None if data.get("to") else data["as_of"]
    return date.fromisoformat(day) if day else None


def _problems_of_post(item: Item) -> Iterator[str]:
    labels = item.data.get("labels") or []
    if not labels:
        yield "labels is missing"
    yield from language_problems(label["language"] for label in labels)
    kinds = {label["kind"] for label in labels} - set(LABEL_KINDS)
    yield from (f"label kind “{kind}” is neither full nor short" for kind in sorted(kinds))


def _problems_of_membership(item: Item) -> Iterator[str]:
    post, organization, role = (item.data.get(key) for key in ("post", "organization", "role"))
    if bool(post) == bool(organization):
        yield "it needs either a post or an organization"
    elif bool(organization) != bool(role):
        yield "a role belongs to an organization, and to nothing else"
    yield from confidence_problems(item.data)
    yield from order_problems(item.data, "from", "to")
    if item.data.get("known_until") and item.data.get("to"):
        yield "known_until belongs to a term without an end"


def _overlaps(items: list[Item], by_id: ById) -> Iterator[Problem]:
    """Two terms that certainly include one day, in a post for one person at a time."""
    held = defaultdict(list)
    for item in items:
        post = by_id.get(item.data.get("post"))
        if post and _is_for_one_person(post.data):
            held[post.id].append((item, Membership(**_membership_values(item.data))))
    for post, terms in held.items():
        for (first, one), (second, other) in combinations(terms, 2):
            if overlap(one, other):
                yield second.problem(
                    f"the term {_span(second)} overlaps {first.id} ({_span(first)}) in {post}, "
                    "which one person holds at a time"
                )


def _make_way(items: list[Item], load: Load) -> None:
    """Take out new terms that overlap one of the desk's own: an editor's word stands.

    Raises `BrokenReference` where a term that was there before is stretched over another one.
    """
    by_id = {item.id: item for item in items}
    touched = Membership.objects.filter(reference__in=by_id.keys() & load.touched)
    for pair in stored_overlaps(touched.values("post")):
        words = overlap_words(*pair)
        if new := [term for term in pair if term.reference in load.created]:
            load.leave_out(new[0].reference, words)
            new[0].delete()
        elif stretched := [term for term in pair if term.reference in load.updated]:
            raise BrokenReference([by_id[stretched[0].reference].problem(words)])


def _span(item: Item) -> str:
    return f"{item.data.get('from') or '?'} to {item.data.get('to') or '?'}"


POSTS = Table(
    model=Post,
    files=("posts.json",),
    shape=Shape(
        required=("id", "organization"),
        texts=("note",),
        booleans=("one_person",),
        objects={"labels": Shape(required=("language", "text", "kind"))},
    ),
    values=_post_values,
    links={"organization": Entity},
    identity=("organization_id",),
    needs_links=True,
    problems_of_one=_problems_of_post,
)

MEMBERSHIPS = Table(
    model=Membership,
    files=("memberships.json",),
    shape=Shape(
        required=("id", "member"),
        texts=("post", "organization", "role", "confidence", "note"),
        dates=("from", "to"),
        booleans=("acting",),
        lists=("sources",),
    ),
    values=_membership_values,
    links={"member": Entity, "post": Post, "organization": Entity},
    identity=("member_id", "post_id", "organization_id"),
    needs_links=True,
    problems_of_one=_problems_of_membership,
    problems_of_all=_overlaps,
    store_parts=_make_way,
)
