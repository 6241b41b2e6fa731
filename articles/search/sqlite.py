"""The search index on SQLite: an FTS5 table of stems, one row a text."""

from collections.abc import Iterable

from django.db import connection
from django.db.models.expressions import RawSQL

from articles.search.queries import Phrase, Query

# Stems come folded and cut from the analyser; й must stay й.
CREATE = (
    "CREATE VIRTUAL TABLE articles_search USING fts5("
    "headline, words, tokenize = 'unicode61 remove_diacritics 0')"
)
DROP = "DROP TABLE articles_search"


def store(rows: Iterable[tuple[int, str, str]]) -> None:
    """Store (id of a text, stems of its headline, all its stems); the ids must be new."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO articles_search (rowid, headline, words) VALUES (%s, %s, %s)", list(rows)
        )


def delete(ids: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM articles_search WHERE rowid = %s", [(pk,) for pk in ids])


def clear() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_search")


def compact() -> None:
    """FTS5 marks words as deleted and keeps them until its segments are merged: merge them."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO articles_search (articles_search) VALUES ('optimize')")


def matching(query: Query, in_headline: bool = False) -> RawSQL:
    """The ids of the texts that `query` hits, for `filter(pk__in=…)`."""
    column = "headline" if in_headline else "words"
    return RawSQL(
        "SELECT rowid FROM articles_search WHERE articles_search MATCH %s",
        [f"{column} : ({_expression(query)})"],
    )


def _expression(query: Query) -> str:
    return " OR ".join(
        "(" + " AND ".join(_quoted(phrase) for phrase in alternative) + ")"
        for alternative in query.alternatives
    )


def _quoted(phrase: Phrase) -> str:
    """Stems hold letters and digits only, and stand in quotes so that none is an operator."""
    words = " ".join(phrase.stems).replace('"', "")
    return f'"{words}" *' if phrase.is_beginning else f'"{words}"'
