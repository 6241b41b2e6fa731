"""Understanding documents, and what was understood as a row: a reading, and back again.

Understanding a text is `clean`, which is pure. What is made of readings is `store`'s.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from articles.choices import ReadingStatus
from articles.importing import (
    CleanedDocument,
    Flag,
    Found,
    Hint,
    Line,
    Page,
    Paragraph,
    Unreadable,
    clean,
    open_page,
)
from articles.importing.inputs import RawFile
from articles.importing.known_outlets import KnownOutlets, as_outlet, name_outlet
from articles.importing.sameness import address_key, body_key
from articles.models import Document, Reading, Source

# Raise it whenever the rules understand a text differently; `reparse` then shows what they win.
RULES_VERSION = 2


@dataclass(frozen=True)
class Understood:
    """A document as it was opened and cleaned, or the refusal of what is no text at all."""

    page: Page | None = None
    cleaned: CleanedDocument | None = None
    refusal: Unreadable | None = None

    @property
    def quarantine(self) -> str:
        """The code of the reason why it isn't a text; empty where it is one."""
        return self.refusal.reason if self.refusal else self.cleaned.quarantine or ""

    def value(self, name: str):
        """Return the value of a field, None where it was not found."""
        return value_of(self.cleaned, name) if self.cleaned else None


def understand(file: RawFile, known: KnownOutlets, named: Source | None = None) -> Understood:
    """Open and clean a document. `named` is the outlet that was named at its import: it counts
    where neither the text nor its address names one."""
    try:
        page = open_page(file.content)
    except Unreadable as refusal:
        return Understood(refusal=refusal)
    today = timezone.localdate()
    cleaned = clean(page, outlets=known.outlets, name=file.path, received=today)
    return Understood(page, name_outlet(cleaned, as_outlet(named)) if named else cleaned)


def understand_new(
    files: Iterable[RawFile], known: KnownOutlets, named: Source | None = None
) -> dict[str, Understood]:
    """Understand the documents that the desk doesn't have, by hash."""
    received = {file.sha256: file for file in files if not file.problem}
    stored = set(Document.objects.filter(sha256__in=received).values_list("sha256", flat=True))
    return {
        sha256: understand(file, known, named)
        for sha256, file in received.items()
        if sha256 not in stored
    }


def make_reading(document: Document, understood: Understood) -> Reading:
    """Return the unsaved reading of a document."""
    reading = Reading(document=document, rules_version=RULES_VERSION)
    reading.reason = understood.quarantine
    reading.status = ReadingStatus.QUARANTINED if reading.reason else ReadingStatus.READ
    if understood.page:
        _describe_page(reading, understood.page)
    if understood.cleaned:
        _describe_text(reading, understood.cleaned)
    return reading


def _describe_page(reading: Reading, page: Page) -> None:
    reading.format, reading.encoding = page.format, page.encoding
    if page.text != _plainly_decoded(reading.document.content, page.encoding):
        reading.text = page.text


def _plainly_decoded(content: bytes, encoding: str) -> str | None:
    try:
        return bytes(content).decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def page_of(reading: Reading) -> Page:
    """Return the text in which the offsets of a reading count, whatever the rules of today would
    make of its document's bytes. Raises Unreadable where they hold none."""
    text = reading.text
    if not text:
        content = bytes(reading.document.content)
        if not reading.encoding:  # refused, or read before encodings were kept
            return open_page(content)
        text = content.decode(reading.encoding)
    return Page(text, format=reading.format, encoding=reading.encoding)


def _describe_text(reading: Reading, cleaned: CleanedDocument) -> None:
    reading.fields = {name: vars(found) for name, found in cleaned.fields.items()}
    reading.body = [vars(paragraph) for paragraph in cleaned.body]
    reading.lines = [vars(line) for line in cleaned.lines]
    reading.flags = [vars(flag) for flag in cleaned.flags]
    reading.body_key = body_key(cleaned.body)
    reading.address_key = address_key(value_of(cleaned, "url"))


def as_cleaned(reading: Reading) -> CleanedDocument:
    """Return what a stored reading holds, as the rules had given it."""
    return CleanedDocument(
        fields={name: Found(**found) for name, found in reading.fields.items()},
        body=tuple(Paragraph(**one) for one in reading.body),
        lines=tuple(Line(**one) for one in reading.lines),
        flags=tuple(Flag(one["kind"], one.get("values", {})) for one in reading.flags),
        hints=tuple(
            Hint(hint.headline, hint.language or None, 0, 0) for hint in reading.hints.all()
        ),
        quarantine=reading.reason or None,
    )


def value_of(cleaned: CleanedDocument, name: str):
    """The value of a field, None where it was not found."""
    found = cleaned.fields.get(name)
    return found.value if found else None
