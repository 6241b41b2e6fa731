"""The search index on PostgreSQL: a tsvector of stems with a GIN index, one row a text."""

from collections.abc import Iterable

from django.db import connection
from django.db.models.expressions import RawSQL

from articles.search.queries import Phrase, Query

CREATE = (
    "CREATE TABLE articles_search (translation_id bigint PRIMARY KEY, words tsvector NOT NULL);"
    "CREATE INDEX articles_search_words ON articles_search USING gin (words)"
)
DROP = "DROP TABLE articles_search"

# Words of the headline have the weight A, the others D.
_INSERT = (
    "INSERT INTO articles_search (translation_id, words) VALUES"
    " (%s, setweight(to_tsvector('simple', %s), 'A') || to_tsvector('simple', %s))"
)


def store(rows: Iterable[tuple[int, str, str]]) -> None:
    """Store (id of a text, stems of its headline, all its stems); the ids must be new."""
    with connection.cursor() as cursor:
        cursor.executemany(_INSERT, list(rows))


def delete(ids: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_search WHERE translation_id = ANY(%s)", [list(ids)])


def clear() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_search")


def compact() -> None:
    """Deleted rows are gone with the next vacuum, as in every other table."""


def matching(query: Query, in_headline: bool = False) -> RawSQL:
    """The ids of the texts that `query` hits, for `filter(pk__in=…)`."""
    return RawSQL(
        "SELECT translation_id FROM articles_search WHERE words @@ to_tsquery('simple', %s)",
        [_expression(query, "A" if in_headline else "")],
    )


def _expression(query: Query, weight: str) -> str:
    return " | ".join(
        "(" + " & ".join(_quoted(phrase, weight) for phrase in alternative) + ")"
        for alternative in query.alternatives
    )


def _quoted(phrase: Phrase, weight: str) -> str:
    """Stems hold letters and digits only, and stand in quotes so that none is an operator."""
    signs = [weight] * len(phrase.stems)
    signs[-1] += "*" if phrase.is_beginning else ""
    terms = (
        "'" + stem.replace("'", "").replace("\\", "") + "'" + (f":{sign}" if sign else "")
        for stem, sign in zip(phrase.stems, signs, strict=True)
    )
    return "(" + " <-> ".join(terms) + ")"
