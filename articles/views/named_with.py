"""Who and what is named in the same articles as an entity."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from articles.bars import articles_words
from articles.models import Mention
from articles.views.rolls import Named, named
from people.choices import EntityKind
from people.models import Entity

# Whom thousands of articles name is compared over the latest of them only.
LATEST = 400

_MOST = 6


@dataclass(frozen=True)
class NamedWith:
    """The persons and the bodies that most of the articles name."""

    persons: list[Named]
    bodies: list[Named]

    def __bool__(self) -> bool:
        return bool(self.persons or self.bodies)


def named_with(found: Entity) -> NamedWith:
    """Those named in most of the latest articles that name `found`, with how many those are."""
    articles = _latest_articles(found)
    counted = (
        Mention.objects.published()
        .filter(translation__article__in=articles)
        .exclude(entity=found)
        .values_list("entity", "entity__kind")
        .annotate(articles=Count("translation__article", distinct=True))
        .order_by("-articles", "entity")
    )
    rows = list(counted)
    persons = _most(rows, EntityKind.PERSON)
    bodies = _most(rows, EntityKind.ORGANIZATION)
    ids = {**persons, **bodies}
    entities = Entity.objects.filter(pk__in=ids).prefetch_related("names").in_bulk()
    return NamedWith(_roll(persons, entities), _roll(bodies, entities))


def _latest_articles(found: Entity) -> list[int]:
    naming = Mention.objects.published().filter(entity=found)
    latest = naming.order_by("-translation__sorts_at", "-pk")
    return list(latest.values_list("translation__article", flat=True)[:LATEST])


def _most(rows: Iterable[tuple[int, str, int]], kind: EntityKind) -> dict[int, int]:
    of_kind = [(pk, count) for pk, row_kind, count in rows if row_kind == kind]
    return dict(of_kind[:_MOST])


def _roll(counts: dict[int, int], entities: dict[int, Entity]) -> list[Named]:
    return [named(entities[pk], articles_words(count)) for pk, count in counts.items()]
