"""Storing what was read: documents, readings, articles, texts and flags, a batch at a time.

The database half of importing; understanding a text is `clean`, which is pure, and going through
many files is `run`.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import time
from textwrap import shorten

from articles.choices import ReadingStatus, Status
from articles.importing import CleanedDocument, Outlet, Unreadable, clean, open_page
from articles.importing.inputs import RawFile
from articles.models import (
    Article,
    Document,
    Flag,
    ImportRun,
    Reading,
    Sighting,
    Source,
    Translation,
)

# Raise it whenever the rules understand a text differently; documents read by older rules are
# then read again when they next come in.
RULES_VERSION = 1


@dataclass(frozen=True)
class KnownOutlets:
    """The outlets of the desk, as the rules take them, and the way back to their rows."""

    outlets: tuple[Outlet, ...]
    rows: dict[str, int]


@dataclass(frozen=True)
class StoredFile:
    """What became of one file: its document, its current reading, its text if it has one."""

    file: RawFile
    outcome: str
    reading: Reading
    text: Translation | None


def load_outlets() -> KnownOutlets:
    """Read the outlets once for a whole run."""
    outlets, rows = [], {}
    for source in Source.objects.all():
        rows[source.key] = source.pk
        outlets.append(
            Outlet(
                id=source.key,
                name=source.name,
                domains=tuple(source.domains),
                zone=source.zone or None,
                self_phrases=tuple(source.self_phrases),
            )
        )
    return KnownOutlets(tuple(outlets), rows)


def store_batch(
    files: Sequence[RawFile], *, run: ImportRun, known: KnownOutlets
) -> list[StoredFile]:
    """Store files that were read; one result each, in order. Call it inside a transaction.

    The same bytes again are one more sighting and change nothing else, unless they were read by
    older rules.
    """
    received = {file.sha256: file for file in files}
    readings = _current_readings(received)
    stored = {sha: _read_again(received[sha], reading, known) for sha, reading in readings.items()}
    new = [file for sha, file in received.items() if sha not in readings]
    stored |= {result.file.sha256: result for result in _store_new(new, known)}
    Sighting.objects.bulk_create(
        Sighting(document=stored[file.sha256].reading.document, run=run, path=file.path)
        for file in files
    )
    return [_for_file(file, received, stored[file.sha256]) for file in files]


def _for_file(file: RawFile, received: dict[str, RawFile], result: StoredFile) -> StoredFile:
    """Of two files with the same bytes in one batch, the last one counts as the received one."""
    if received[file.sha256] is file:
        return result
    return StoredFile(file, "unchanged", result.reading, result.text)


def _current_readings(hashes) -> dict[str, Reading]:
    readings = (
        Reading.objects.filter(document__sha256__in=hashes, is_current=True)
        .select_related("document")
        .prefetch_related("translations")
        .defer("document__content")
    )
    return {reading.document.sha256: reading for reading in readings}


def _store_new(files: list[RawFile], known: KnownOutlets) -> list[StoredFile]:
    documents = Document.objects.bulk_create(
        Document(sha256=file.sha256, content=file.content, size=len(file.content)) for file in files
    )
    cleaned = [understand(file, known) for file in files]
    readings = Reading.objects.bulk_create(
        make_reading(document, result) for document, result in zip(documents, cleaned, strict=True)
    )
    texts = _store_texts(readings, cleaned, known)
    return [
        StoredFile(file, _outcome(reading), reading, texts.get(reading.pk))
        for file, reading in zip(files, readings, strict=True)
    ]


def _outcome(reading: Reading) -> str:
    return "created" if reading.status == ReadingStatus.READ else "quarantined"


def understand(file: RawFile, known: KnownOutlets) -> CleanedDocument | Unreadable:
    """Decode and clean; what is no text at all comes back as the refusal."""
    try:
        return clean(open_page(file.content), outlets=known.outlets, name=file.path)
    except Unreadable as refusal:
        return refusal


def make_reading(document: Document, cleaned: CleanedDocument | Unreadable) -> Reading:
    """Return the unsaved reading of a document."""
    reading = Reading(document=document, rules_version=RULES_VERSION)
    if isinstance(cleaned, Unreadable):
        reading.status, reading.reason = ReadingStatus.QUARANTINED, cleaned.reason
        return reading
    is_text = cleaned.quarantine is None
    reading.status = ReadingStatus.READ if is_text else ReadingStatus.QUARANTINED
    reading.reason = cleaned.quarantine or ""
    reading.fields = {name: asdict(found) for name, found in cleaned.fields.items()}
    reading.body = [asdict(paragraph) for paragraph in cleaned.body]
    reading.lines = [asdict(line) for line in cleaned.lines]
    reading.flags = [asdict(flag) for flag in cleaned.flags]
    return reading


def _store_texts(
    readings: list[Reading], cleaned: list[CleanedDocument | Unreadable], known: KnownOutlets
) -> dict[int, Translation]:
    """Store an article with one draft text for each document that was read; by reading's id."""
    read = [
        (reading, result)
        for reading, result in zip(readings, cleaned, strict=True)
        if reading.status == ReadingStatus.READ
    ]
    articles = Article.objects.bulk_create(
        Article(event_date=_value(result, "event_date")) for _reading, result in read
    )
    texts = []
    for article, (reading, result) in zip(articles, read, strict=True):
        text = Translation(article=article, reading=reading, **text_fields(result, known))
        text.set_derived()
        texts.append(text)
    Translation.objects.bulk_create(texts)
    Flag.objects.bulk_create(
        Flag(translation=text, kind=flag.kind, values=flag.values)
        for text, (_reading, result) in zip(texts, read, strict=True)
        for flag in result.flags
    )
    return {text.reading_id: text for text in texts}


def text_fields(cleaned: CleanedDocument, known: KnownOutlets) -> dict:
    """Return what a cleaned document says of each field of a text; unknown is empty or None."""

    def value(name: str):
        return _value(cleaned, name)

    headline = value("headline") or value("headline_proposed") or ""
    clock = value("published_time")
    return {
        "language": value("language") or "",
        "headline": shorten(headline, _limit("headline"), placeholder=" …"),
        "headline_is_proposed": bool(headline) and not value("headline"),
        "deck": value("deck") or "",
        "dateline": _short(value("dateline"), "dateline"),
        "byline": _short(value("author"), "byline"),
        "body": "\n\n".join(paragraph.text for paragraph in cleaned.body),
        "credit": _short(value("credit"), "credit"),
        "caption": value("caption") or "",
        "source_id": known.rows.get(value("source")),
        "agency_id": known.rows.get(value("agency")),
        "via": _short(value("via"), "via"),
        "source_url": _address(value("url")),
        "published": value("published"),
        "published_time": time.fromisoformat(clock) if clock else None,
        "zone": value("zone") or "",
        "views": value("views"),
    }


def _value(cleaned: CleanedDocument, name: str):
    found = cleaned.fields.get(name)
    return found.value if found else None


def _limit(field: str) -> int:
    return Translation._meta.get_field(field).max_length


def _short(value: str | None, field: str) -> str:
    """Cut to what the column holds; the raw text keeps the whole."""
    return (value or "")[: _limit(field)]


def _address(value: str | None) -> str:
    """Addresses become links on public pages: only the web's own, and none cut short."""
    is_link = value and value.startswith(("https://", "http://")) and len(value) <= 500
    return value if is_link else ""


def _read_again(file: RawFile, reading: Reading, known: KnownOutlets) -> StoredFile:
    """Bytes that the desk has: nothing changes, unless newer rules understand them otherwise."""
    text = next(iter(reading.translations.all()), None)
    if reading.rules_version >= RULES_VERSION:
        return StoredFile(file, "unchanged", reading, text)
    cleaned = understand(file, known)
    newer = make_reading(reading.document, cleaned)
    Reading.objects.filter(pk=reading.pk).update(is_current=False)
    newer.save()
    if newer.status != ReadingStatus.READ:
        return StoredFile(file, "updated", newer, text)
    if text is None:
        text = _store_texts([newer], [cleaned], known)[newer.pk]
    else:
        _renew(text, newer, text_fields(cleaned, known))
    return StoredFile(file, "updated", newer, text)


def _renew(text: Translation, reading: Reading, fields: dict) -> None:
    """Take over what newer rules understood, in drafts and where no editor has touched it."""
    if text.status != Status.DRAFT:
        return
    for name, value in fields.items():
        if name.removesuffix("_id") not in text.edited_fields:
            setattr(text, name, value)
    text.reading = reading
    text.save()
