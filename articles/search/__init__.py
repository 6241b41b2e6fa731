"""Search over what readers may see of published texts, the same on both databases."""

from articles.search.finding import Hits, search
from articles.search.index import (
    expunge,
    index_texts,
    rebuild,
    refresh,
    refresh_source,
    remove,
)
from articles.search.queries import Query, hit_spans, parse

__all__ = [
    "Hits",
    "Query",
    "expunge",
    "hit_spans",
    "index_texts",
    "parse",
    "rebuild",
    "refresh",
    "refresh_source",
    "remove",
    "search",
]
