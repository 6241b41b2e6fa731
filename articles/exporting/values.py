"""The values that both exports share, as JSON has them: what is not known is None.

Which of them stand in which export is `desk`'s and `public`'s.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from articles.choices import MentionField
from articles.models import Mention, Source, Translation
from ots_desk.partial_dates import PartialDate

# Raise the number whenever a key goes or comes to mean something else; new keys don't count.
FORMAT = "ots-desk-export/1"

# Rows that are in memory at a time, and bytes of documents with them: whichever comes first.
CHUNK, CHUNK_BYTES = 200, 20_000_000

_FIELD_ORDER = list(MentionField)


def in_chunks(rows: Iterable, weight: Callable = lambda row: 0) -> Iterator[list]:
    """Cut rows into lists that fit into memory; `weight` says how many bytes come with a row."""
    chunk: list = []
    total = 0
    for row in rows:
        if len(chunk) == CHUNK or (chunk and total + weight(row) > CHUNK_BYTES):
            yield chunk
            chunk, total = [], 0
        chunk.append(row)
        total += weight(row)
    if chunk:
        yield chunk


def headline_values(headline: str, is_proposed: bool) -> dict[str, str | None]:
    return {
        "headline": None if is_proposed else headline or None,
        "headline_proposed": headline or None if is_proposed else None,
    }


def date_values(date: PartialDate | None, clock: str | None, zone: str | None) -> dict:
    return {
        "published": str(date) if date else None,
        "published_precision": str(date.precision) if date else None,
        "published_time": clock or None,
        "zone": zone or None,
    }


def date_of(text: Translation) -> dict:
    clock = text.published_time
    return date_values(text.published, clock and clock.isoformat("minutes"), text.zone)


def outlet_values(source: Source | None, agency: Source | None) -> dict[str, str | None]:
    return {
        "source": source.key if source else None,
        "source_name": source.name if source else None,
        "agency": agency.key if agency else None,
        "agency_name": agency.name if agency else None,
    }


def mention_values(mentions: Iterable[Mention]) -> list[dict[str, Any]]:
    """The mentions in the order in which a reader comes upon them."""
    placed = sorted(mentions, key=lambda m: (_FIELD_ORDER.index(m.field), m.start, m.pk))
    return [_mention(mention) for mention in placed]


def _mention(mention: Mention) -> dict[str, Any]:
    entity = mention.entity and mention.entity.survivor()
    return {
        "text": mention.text,
        "field": mention.field,
        "start": mention.start,
        "end": mention.end,
        "entity": entity.reference if entity else None,
        "name": entity.name if entity else None,
        "status": mention.status,
    }
