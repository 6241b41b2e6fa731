"""One at a time: work that must not be done by two requests at once, whatever rows it touches."""

from collections.abc import Iterator
from contextlib import contextmanager
from zlib import crc32

from django.db import OperationalError, connection
from django.utils.translation import gettext


def hold(what: str) -> None:
    """Wait for whoever holds `what`, and hold it until the transaction ends.

    On SQLite a transaction that writes is alone already (`IMMEDIATE`).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [crc32(what.encode())])


@contextmanager
def refusing_collisions(refusal: type[Exception]) -> Iterator[None]:
    """Of two who wait for each other, or one who has waited too long, nobody sees the database's
    words: `refusal` says it in the desk's. Wrap it around the transaction."""
    try:
        yield
    except OperationalError as error:
        if not _is_collision(error):
            raise
        raise refusal(
            gettext("Somebody else is changing the same records just now. Try again.")
        ) from error


def _is_collision(error: OperationalError) -> bool:
    """PostgreSQL: deadlock, serialization, lock not available; SQLite says it in words."""
    state = getattr(error.__cause__, "sqlstate", None)
    return state in {"40P01", "40001", "55P03"} or "locked" in str(error)
