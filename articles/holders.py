"""Which texts hold which keys: stored and asked for by the thousand, so not as objects.

What the keys are is `articles.matching.keys`'. Asking takes a statement for each database, since
"the first few of each key" is written differently.
"""

import json
from collections.abc import Iterable

from django.db import connection

from articles.choices import FingerprintKeyKind

_STORE = "INSERT INTO articles_fingerprintkey (fingerprint_id, kind, key) VALUES (%s, %s, %s)"
# A row for each key, its texts as JSON: a row for each of them takes five times as long to read.
_ASK = {
    "sqlite": """
        SELECT asked.value, (
            SELECT json_group_array(fingerprint_id) FROM (
                SELECT fingerprint_id FROM articles_fingerprintkey
                WHERE kind = %s AND key = asked.value ORDER BY fingerprint_id LIMIT %s
            )
        )
        FROM json_each(%s) AS asked
    """,
    "postgresql": """
        SELECT asked.value::bigint, (
            SELECT json_agg(fingerprint_id)::text FROM (
                SELECT fingerprint_id FROM articles_fingerprintkey
                WHERE kind = %s AND key = asked.value::bigint ORDER BY fingerprint_id LIMIT %s
            ) AS held
        )
        FROM json_array_elements_text(%s::json) AS asked
    """,
}


def store_keys(rows: Iterable[tuple[int, FingerprintKeyKind, int]]) -> None:
    """Store keys of texts, as (text's id, kind, key); the texts have none of these kinds yet."""
    with connection.cursor() as cursor:
        cursor.executemany(_STORE, [(text, kind.value, key) for text, kind, key in rows])


def find_holders(kind: FingerprintKeyKind, keys: Iterable[int], most: int) -> dict[int, list[int]]:
    """Return, for each key that any text holds, the ids of the texts, of very many the first
    `most`."""
    asked = sorted(set(keys))
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_ASK[connection.vendor], [kind.value, most, json.dumps(asked)])
        held = {key: json.loads(texts or "[]") for key, texts in cursor.fetchall()}
    return {key: texts for key, texts in held.items() if texts}
