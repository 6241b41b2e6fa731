"""Finding published texts by their words."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import BooleanField, Case, Count, Value, When

from articles.models import Translation
from articles.search.backends import backend
from articles.search.queries import Query, parse


@dataclass(frozen=True)
class Hits:
    """One page of hits, best first, with how many there are in all and in each language."""

    ids: list[int]
    total: int
    by_language: dict[str, int]


NOTHING = Hits([], 0, {})


def search(
    query: Query | str, *, language: str | None = None, limit: int = 20, offset: int = 0
) -> Hits:
    """Return the published texts that `query` hits (in `language`, if one is given): those with
    a hit in the headline first, then the newest. `by_language` counts without `language`."""
    query = parse(query) if isinstance(query, str) else query
    if not query:
        return NOTHING
    texts = _hits(query)
    by_language = _count_by_language(texts)
    if language:
        texts = texts.filter(language=language)
    total = by_language.get(language, 0) if language else sum(by_language.values())
    return Hits(_page(texts, query, limit, offset), total, by_language)


def _hits(query: Query):
    found = backend(connection.vendor).matching(query)
    return Translation.objects.published().filter(pk__in=found)


def _count_by_language(texts) -> dict[str, int]:
    return dict(texts.order_by().values_list("language").annotate(count=Count("pk")))


def _page(texts, query: Query, limit: int, offset: int) -> list[int]:
    in_headline = backend(connection.vendor).matching(query, in_headline=True)
    ranked = texts.annotate(
        hits_headline=Case(
            When(pk__in=in_headline, then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        )
    ).order_by("-hits_headline", "-sorts_at", "-pk")
    return list(ranked.values_list("pk", flat=True)[offset : offset + limit])
