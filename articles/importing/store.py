"""Storing new documents with what was understood of them: articles, texts, flags, hints.

Understanding them is `understanding`'s; what a run came across is `journal`'s, and going through
many files is `run`'s.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from textwrap import shorten

from articles.choices import Outcome, ReadingStatus
from articles.importing import CleanedDocument
from articles.importing.inputs import RawFile
from articles.importing.known_outlets import KnownOutlets
from articles.importing.known_texts import Again, KnownTexts
from articles.importing.understanding import Understood, make_reading, value_of
from articles.models import Article, Attachment, Document, Reading, Translation, TranslationHint
from articles.models import Flag as FlagOfText
from ots_desk.text import key_of


@dataclass(frozen=True)
class TakenIn:
    """A new document's reading and what became of it; `text` where it brought a new one."""

    reading: Reading
    outcome: Outcome
    text: Translation | None = None


def take_in(
    files: Sequence[RawFile], understood: Mapping[str, Understood], known: KnownOutlets
) -> dict[str, TakenIn]:
    """Store documents that the desk doesn't have, each once; return what became of them, by hash.

    `understood` holds them by hash. One that brings a text which the desk has, or has in another
    version, is attached to that text. Call it inside a transaction.
    """
    documents = Document.objects.bulk_create(
        Document(sha256=file.sha256, content=file.content, size=len(file.content)) for file in files
    )
    results = [(document, understood[document.sha256]) for document in documents]
    taken = store_readings([(make_reading(*result), result[1]) for result in results], known)
    return {one.reading.document.sha256: one for one in taken}


def store_readings(
    results: Sequence[tuple[Reading, Understood]], known: KnownOutlets
) -> list[TakenIn]:
    """Store the first readings of documents that have no text yet, with the texts that they make;
    one result each, in order. Call it inside a transaction."""
    readings = [reading for reading, _understood in results]
    again = _find_again(readings)
    Reading.objects.bulk_create(readings)
    new = [
        (reading, result.cleaned)
        for reading, result in results
        if reading.status == ReadingStatus.READ and reading.document_id not in again
    ]
    texts = {text.reading_id: text for text in store_texts(new, known)}
    _attach(again, texts)
    store_hints(results)
    return [
        TakenIn(reading, _outcome(reading, again.get(reading.document_id)), texts.get(reading.pk))
        for reading in readings
    ]


def _find_again(readings: Sequence[Reading]) -> dict[int, Again]:
    """Which of the readings bring a text that the desk has; by document's id."""
    read = [reading for reading in readings if reading.status == ReadingStatus.READ]
    known_texts, again = KnownTexts(read), {}
    for reading in read:
        if found := known_texts.find(reading):
            again[reading.document_id] = found
        else:
            known_texts.add(reading)
    return again


def _outcome(reading: Reading, again: Again | None) -> Outcome:
    if reading.status != ReadingStatus.READ:
        return Outcome.QUARANTINED
    return Outcome(again.relation) if again else Outcome.CREATED


def _attach(again: Mapping[int, Again], texts: Mapping[int, Translation]) -> None:
    Attachment.objects.bulk_create(
        Attachment(
            document_id=document,
            translation_id=found.original.text or texts[found.original.reading.pk].pk,
            relation=found.relation,
            rule=found.rule,
        )
        for document, found in again.items()
    )


def store_hints(results: Iterable[tuple[Reading, Understood]]) -> None:
    """Store the headlines that pages print as those of their own text in another language."""
    longest = TranslationHint._meta.get_field("headline").max_length
    TranslationHint.objects.bulk_create(
        TranslationHint(
            reading=reading,
            language=hint.language or "",
            headline=hint.headline[:longest],
            headline_key=key_of(hint.headline),
        )
        for reading, result in results
        if reading.status == ReadingStatus.READ
        for hint in result.cleaned.hints
    )


def store_texts(
    read: Iterable[tuple[Reading, CleanedDocument]], known: KnownOutlets
) -> list[Translation]:
    """Store an article with one draft text, and its flags, for each stored reading of a text."""
    read = list(read)
    articles = Article.objects.bulk_create(
        Article(event_date=value_of(cleaned, "event_date")) for _reading, cleaned in read
    )
    texts = []
    for article, (reading, cleaned) in zip(articles, read, strict=True):
        text = Translation(article=article, reading=reading, **text_fields(cleaned, known))
        text.set_derived()
        texts.append(text)
    Translation.objects.bulk_create(texts)
    FlagOfText.objects.bulk_create(
        FlagOfText(translation=text, kind=flag.kind, values=flag.values)
        for text, (_reading, cleaned) in zip(texts, read, strict=True)
        for flag in cleaned.flags
    )
    return texts


def text_fields(cleaned: CleanedDocument, known: KnownOutlets) -> dict:
    """Return what a cleaned document says of each field of a text; unknown is empty or None."""

    def value(name: str):
        return value_of(cleaned, name)

    headline = value("headline") or value("headline_proposed") or ""
    clock = value("published_time")
    return {
        "language": value("language") or "",
        "headline": whole_words(headline, "headline"),
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


def _limit(field: str) -> int:
    return Translation._meta.get_field(field).max_length


def whole_words(value: str, field: str) -> str:
    """Cut to what the column holds, and show that something was cut."""
    limit = _limit(field)
    return value if len(value) <= limit else shorten(value, limit, placeholder=" …")


def _short(value: str | None, field: str) -> str:
    """Cut to what the column holds; the raw text keeps the whole."""
    return (value or "")[: _limit(field)]


def _address(value: str | None) -> str:
    """Addresses become links on public pages: only the web's own, and none cut short."""
    is_link = value and value.startswith(("https://", "http://")) and len(value) <= 500
    return value if is_link else ""
