"""Recalling: stored fingerprints, of which a process reads none twice that nobody has changed.

Each is known by its stamp, which is another one for another content: whichever process stored a
text, or transaction that came to nothing, none is ever given out as it was before.
"""

import datetime
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from threading import Lock
from typing import NamedTuple

from django.db.models import QuerySet

from articles.models import Fingerprint as Stored

from .fingerprints import Fingerprint, stamp_of, unpack

# Those of two months at 55 a day; each takes some 12 KB.
MOST_KEPT = 3_000
AT_ONCE = 500


class Row(NamedTuple):
    """What tells a fingerprint, and is read of each."""

    pk: int
    language: str
    day: datetime.date | None
    stamp: int


class Memory:
    """The fingerprints that were asked for last, for all threads of a process."""

    def __init__(self):
        self._prints: OrderedDict[Row, Fingerprint] = OrderedDict()
        self._lock = Lock()

    def among(self, rows: Iterable[Row]) -> dict[Row, Fingerprint]:
        """Return those of the rows that are known."""
        with self._lock:
            found = {row: self._prints[row] for row in rows if row in self._prints}
            for row in found:
                self._prints.move_to_end(row)
        return found

    def keep(self, prints: Mapping[Row, Fingerprint]) -> None:
        with self._lock:
            self._prints.update(prints)
            while len(self._prints) > MOST_KEPT:
                self._prints.popitem(last=False)


_memory = Memory()


def recall(rows: QuerySet[Stored]) -> Iterator[Fingerprint]:
    """Yield the fingerprints in the order of the rows."""
    asked = map(Row._make, rows.values_list(*Row._fields).iterator())
    while some := list(islice(asked, AT_ONCE)):
        found = _memory.among(some)
        if unknown := {row.pk: row for row in some if row not in found}:
            found |= _read(unknown)
        yield from (found[row] for row in some if row in found)


def _read(rows: Mapping[int, Row]) -> dict[Row, Fingerprint]:
    """Read and keep them. One that was changed since its row was asked for is given out and not
    kept; one that is gone is left out."""
    contents = dict(Stored.objects.filter(pk__in=rows).values_list("pk", "content"))
    found = {rows[pk]: _unpacked(rows[pk], content) for pk, content in contents.items()}
    _memory.keep({row: found[row] for row in found if stamp_of(contents[row.pk]) == row.stamp})
    return found


def _unpacked(row: Row, content: bytes) -> Fingerprint:
    return unpack(row.pk, row.language, row.day and row.day.toordinal(), content)
