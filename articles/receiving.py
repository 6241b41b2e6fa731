"""New from text: what an editor hands over is looked at first, then taken in as an import would.

Understanding and storing are `articles.importing`; nothing is stored by looking.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.choices import Relation
from articles.doubts import reason_in_words
from articles.importing.inputs import RawFile, documents_in
from articles.importing.known_outlets import KnownOutlets, load_outlets
from articles.importing.known_texts import KnownTexts
from articles.importing.run import import_files
from articles.importing.store import text_fields
from articles.importing.understanding import make_reading, understand
from articles.models import (
    Article,
    Attachment,
    Document,
    ImportRun,
    Purge,
    Reading,
    Source,
    Translation,
)
from articles.recognising import find_names
from people.known_names import current_gazetteer

# So many documents of one file are looked at; what becomes of the rest is in the run's journal.
MOST_LOOKED_AT = 20
# Nobody waits for more in front of a page, and a small archive can unpack to anything.
MOST_DOCUMENTS, MOST_BYTES = 200, 20_000_000


class TooMuch(Exception):
    """What was handed over holds more than one page takes in; the command does."""


@dataclass(frozen=True)
class Handed:
    """What an editor hands over: bytes, the name of the file (empty: pasted), and what is known
    of it besides."""

    content: bytes
    name: str = ""
    url: str = ""
    source: Source | None = None


@dataclass(frozen=True)
class Look:
    """What the desk would understand of a document. `reading` isn't stored, None where nothing
    was read; `known` is the text that brings the same already, as `relation` says."""

    file: RawFile
    problem: str = ""
    reading: Reading | None = None
    names: int = 0
    known: Translation | None = None
    relation: str = ""
    document: Document | None = None


def documents_of(handed: Handed, *, user) -> list[RawFile]:
    """The documents in what was handed over, under the path by which the journal calls them.

    Raises TooMuch for more than 200, or more than 20 MB of them.
    """
    pasted = _("pasted by %(user)s") % {"user": user.get_username()}
    files, size = [], 0
    for file in documents_in(handed.url or handed.name or pasted, handed.content):
        files.append(file)
        size += len(file.content)
        if len(files) > MOST_DOCUMENTS or size > MOST_BYTES:
            raise TooMuch
    return files


def look_at(files: Iterable[RawFile], source: Source | None) -> list[Look]:
    """What the desk would make of each document; stores nothing."""
    known, gazetteer = load_outlets(), current_gazetteer()
    return [_look(file, known, gazetteer, source) for file in files]


def _look(file: RawFile, known: KnownOutlets, gazetteer, source: Source | None) -> Look:
    if file.problem:
        return Look(file, reason_in_words(file.problem))
    if Purge.objects.filter(sha256=file.sha256).exists():
        return Look(file, _("It was deleted by order and is not taken in again."))
    stored = Document.objects.filter(sha256=file.sha256).defer("content").first()
    if stored:
        return Look(file, known=text_of(stored), relation=Relation.COPY, document=stored)
    understood = understand(file, known, source)
    document = Document(sha256=file.sha256, content=file.content, size=len(file.content))
    reading = make_reading(document, understood)
    if reading.reason:
        return Look(file, reason_in_words(reading.reason), reading)
    fields = text_fields(understood.cleaned, known)
    names = find_names(Translation(article=Article(), **fields), gazetteer)
    return Look(file, "", reading, len(names), *_again(reading))


def _again(reading: Reading) -> tuple[Translation | None, str]:
    again = KnownTexts([reading]).find(reading)
    if again is None:
        return None, ""
    return Translation.objects.filter(pk=again.original.text).first(), again.relation


def text_of(document: Document) -> Translation | None:
    """The text that the document was made into, or belongs to."""
    own = Translation.objects.filter(reading__document=document).order_by("-pk").first()
    attached = Attachment.objects.filter(document=document).select_related("translation").first()
    return own or (attached and attached.translation)


def take_in_handed(handed: Handed, *, user) -> ImportRun:
    """Import what was handed over; the run's journal says what became of it. Raises TooMuch, and
    nothing is stored then."""
    return import_files(documents_of(handed, user=user), user=user, source=handed.source)
