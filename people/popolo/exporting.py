"""Who's who out of the database, section by section, in an order that depends on the ids alone.

What an item says is `writing`'s.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from people.models import Entity, Membership, Name, Post, ReferenceItem
from people.popolo.formats import MEMBERSHIPS, POSTS, REFERENCE, SECTION_OF_KIND
from people.popolo.writing import (
    Values,
    entity_values,
    membership_values,
    post_values,
    public_values,
)
from people.querysets import EntityQuerySet
from people.reference import is_of_whos_who
from people.reference.ids import id_of

# Rows that are in memory at a time.
CHUNK = 500


@dataclass(frozen=True)
class Section:
    name: str
    total: int
    items: Iterator[Values]


def export_whoswho(seen: EntityQuerySet | None = None) -> Iterator[Section]:
    """Yield the sections of the file: all that the desk knows, or, given the entities that readers
    may see, what they may see. Take each section's items before the next section."""
    if seen is None:
        yield from _sections(Entity.objects.all(), Post.objects.all(), Membership.objects.all())
        yield _reference()
        return
    terms = _told(seen)
    posts = Post.objects.filter(Q(organization__in=seen) | Q(pk__in=terms.values("post")))
    ids = {id_of(row) for row in seen.only("reference")}
    for section in _sections(seen, posts, terms):
        items = (public_values(values, ids) for values in section.items)
        yield Section(section.name, section.total, items)


def _told(seen: EntityQuerySet) -> QuerySet[Membership]:
    """Terms that readers may be told of; a role in a body only where they see the body."""
    is_told = Q(post__isnull=False) | Q(organization__in=seen)
    return Membership.objects.told().filter(is_told, member__in=seen)


def _sections(
    entities: QuerySet[Entity], posts: QuerySet[Post], terms: QuerySet[Membership]
) -> Iterator[Section]:
    names = Prefetch("names", Name.objects.order_by("pk"))
    whole = Entity.objects.select_related("parent", "location", "merged_into")
    for kind, name in SECTION_OF_KIND.items():
        rows = entities.filter(kind=kind)
        yield _section(name, rows, whole.prefetch_related(names), entity_values)
    yield _section(POSTS, posts, Post.objects.select_related("organization"), post_values)
    related = ("member", "post__organization", "organization")
    yield _section(
        MEMBERSHIPS, terms, Membership.objects.select_related(*related), membership_values
    )


def _section(
    name: str, rows: QuerySet, whole: QuerySet, values_of: Callable[..., Values]
) -> Section:
    """`rows` by id, each read from `whole`."""
    keys = [row.pk for row in sorted(rows.only("reference"), key=id_of)]
    return Section(name, len(keys), map(values_of, _in_order(whole, keys)))


def _in_order(whole: QuerySet, keys: list[int]) -> Iterator:
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        rows = whole.in_bulk(chunk)
        yield from (rows[key] for key in chunk)


def _reference() -> Section:
    """The reference data of who's who as it was last loaded; without outlets and topics."""
    rows = ReferenceItem.objects.order_by().iterator()
    items = [{"id": row.pk, "item": row.item} for row in rows if is_of_whos_who(row.item)]
    items.sort(key=lambda item: item["id"])
    return Section(REFERENCE, len(items), iter(items))
