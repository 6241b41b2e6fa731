"""One at a time: work that must not be done by two requests at once, whatever rows it touches."""

from zlib import crc32

from django.db import connection


def hold(what: str) -> None:
    """Wait for whoever holds `what`, and hold it until the transaction ends.

    On SQLite a transaction that writes is alone already (`IMMEDIATE`).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [crc32(what.encode())])
