"""Which text of the desk a new document brings again, or in another version.

What makes two texts the same is `sameness`, which is pure; taking it back is
`articles.attaching`.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q

from articles.choices import AttachmentRule, Relation
from articles.importing.sameness import compare_at_address, has_same_lead
from articles.models import Attachment, Reading, Source, Translation
from ots_desk.partial_dates import PartialDate
from ots_desk.text import key_of

# An update of a text comes within two days of it.
UPDATE_DAYS = datetime.timedelta(days=2)


@dataclass(frozen=True)
class Original:
    """A text that the desk has, with a reading of one of its documents. `text` is its id, None
    for one that comes in with the same batch."""

    reading: Reading
    text: int | None = None


@dataclass(frozen=True)
class Again:
    """What a document is to a text that the desk has, and what showed it."""

    original: Original
    relation: Relation
    rule: AttachmentRule


class KnownTexts:
    """The texts that the documents of one batch can bring again: stored ones, and the batch's own
    as they are added."""

    def __init__(self, readings: Iterable[Reading]):
        """`readings` are those of the batch's new documents, not stored yet."""
        readings = list(readings)
        self._by_body = _stored_by("body_key", readings)
        self._by_address = _stored_by("address_key", readings)
        self._added: list[Original] = []

    def add(self, reading: Reading) -> None:
        """The reading becomes a new text, which later documents of the batch can bring again."""
        original = Original(reading)
        self._added.append(original)
        self._by_body.setdefault(reading.body_key, original)
        self._by_address.setdefault(reading.address_key, original)

    def find(self, reading: Reading) -> Again | None:
        """Return which text the reading brings again, the surest sign first; None for a new one."""
        return self._same_body(reading) or self._same_address(reading) or self._same_head(reading)

    def _same_body(self, reading: Reading) -> Again | None:
        original = self._by_body.get(reading.body_key) if reading.body_key else None
        return original and Again(original, Relation.COPY, AttachmentRule.EQUAL_BODY)

    def _same_address(self, reading: Reading) -> Again | None:
        original = self._by_address.get(reading.address_key) if reading.address_key else None
        if original is None or _value(original.reading, "language") != _value(reading, "language"):
            return None
        relation = compare_at_address(_told(original.reading), _told(reading))
        return relation and Again(original, Relation(relation), AttachmentRule.SAME_ADDRESS)

    def _same_head(self, reading: Reading) -> Again | None:
        if not _value(reading, "version_mark"):
            return None
        candidates = [*_stored_near(reading), *self._added]
        original = next((one for one in candidates if _is_updated_by(one.reading, reading)), None)
        return original and Again(original, Relation.VERSION, AttachmentRule.SAME_HEAD)


def _value(reading: Reading, field: str):
    return reading.fields.get(field, {}).get("value")


def _told(reading: Reading) -> list[str]:
    """The paragraphs that a comparison counts."""
    return [one["text"] for one in reading.body if not one["is_background"]]


def _stored_by(column: str, readings: list[Reading]) -> dict[str, Original]:
    """The stored texts by the key of any of their documents; of several, the one that came first.

    The condition on empty keys lets the database use its index of the others.
    """
    keys = {getattr(reading, column) for reading in readings} - {""}
    if not keys:
        return {}
    hits = Reading.objects.filter(~Q(**{column: ""}), **{f"{column}__in": keys}).order_by("pk")
    hits = list(hits.only("document_id", "body", "fields", "body_key", "address_key"))
    texts = _texts_of({reading.document_id for reading in hits})
    found: dict[str, Original] = {}
    for reading in hits:
        if text := texts.get(reading.document_id):
            found.setdefault(getattr(reading, column), Original(reading, text))
    return found


def _texts_of(documents: set[int]) -> dict[int, int]:
    """The standing text of each document: that which it made, else that to which it is attached."""
    if not documents:
        return {}
    attached = Attachment.objects.filter(document__in=documents, detached_at=None)
    texts = dict(attached.values_list("document_id", "translation_id"))
    made = Translation.objects.filter(reading__document__in=documents)
    texts |= dict(made.values_list("reading__document_id", "pk"))
    standing = Translation.objects.standing_for(texts.values())
    return {document: standing[text] for document, text in texts.items()}


def _stored_near(reading: Reading) -> Iterator[Original]:
    """Stored texts of the same outlet or agency from the days around."""
    day = _day(reading)
    if day is None:
        return
    outlets = Source.objects.filter(_called(_outlets(reading)))
    texts = (
        Translation.objects.filter(Q(source__in=outlets) | Q(agency__in=outlets))
        .filter(published_earliest__range=(day - UPDATE_DAYS, day + UPDATE_DAYS))
        .filter(reading__isnull=False, replaced_by__isnull=True)
        .select_related("reading")
        .order_by("pk")
    )
    for text in texts.iterator(200):
        yield Original(text.reading, text.pk)


def _called(keys: set[str]) -> Q:
    own = [key.removeprefix("source:") for key in keys if key.startswith("source:")]
    return Q(reference__in=keys) | Q(reference=None, pk__in=own)


def _is_updated_by(stored: Reading, marked: Reading) -> bool:
    """Is `marked`, which calls itself an update, one of the text `stored`?"""
    days = _day(stored), _day(marked)
    return (
        None not in days
        and abs(days[0] - days[1]) <= UPDATE_DAYS
        and bool(_outlets(stored) & _outlets(marked))
        and _value(stored, "language") == _value(marked, "language")
        and (_has_same_headline(stored, marked) or has_same_lead(_told(stored), _told(marked)))
    )


def _day(reading: Reading) -> datetime.date | None:
    printed = _value(reading, "published")
    return PartialDate.parse(printed).earliest if printed else None


def _outlets(reading: Reading) -> set[str]:
    return {_value(reading, "source"), _value(reading, "agency")} - {None}


def _has_same_headline(one: Reading, other: Reading) -> bool:
    keys = _headline_key(one), _headline_key(other)
    return bool(keys[0]) and keys[0] == keys[1]


def _headline_key(reading: Reading) -> str:
    """Of the headline without the mark, which can be printed in it."""
    headline = _value(reading, "headline") or ""
    return key_of(headline.replace(_value(reading, "version_mark") or "", ""))
