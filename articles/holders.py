"""Which texts hold which keys: stored and asked for by the thousand, so not as objects.

What the keys are is `articles.matching.keys`'. Asking takes a statement for each database, since
"the first few of each key" is written differently.
"""

import json
from collections import defaultdict
from collections.abc import Iterable

from django.db import connection

from articles.choices import FingerprintKeyKind

_STORE = "INSERT INTO articles_fingerprintkey (fingerprint_id, kind, key) VALUES (%s, %s, %s)"
_ASK = {
    "sqlite": """
        SELECT asked.value, held.fingerprint_id
        FROM json_each(%s) AS asked CROSS JOIN articles_fingerprintkey AS held
        WHERE held.id IN (
            SELECT id FROM articles_fingerprintkey WHERE kind = %s AND key = asked.value
            ORDER BY fingerprint_id LIMIT %s
        )
    """,
    "postgresql": """
        SELECT asked.key, held.fingerprint_id
        FROM (SELECT value::bigint AS key FROM json_array_elements_text(%s::json)) AS asked
        CROSS JOIN LATERAL (
            SELECT fingerprint_id FROM articles_fingerprintkey WHERE kind = %s AND key = asked.key
            ORDER BY fingerprint_id LIMIT %s
        ) AS held
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
    found = defaultdict(list)
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_ASK[connection.vendor], [json.dumps(asked), kind.value, most])
        for key, text in cursor.fetchall():
            found[key].append(text)
    return dict(found)
