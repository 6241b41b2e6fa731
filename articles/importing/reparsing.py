"""Reading stored documents again by the rules as they are now, and what may follow from that.

The rules' second look at what is on record; taking in new documents is `run`.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from django.db import DatabaseError, transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from articles.directing import review
from articles.importing.inputs import RawFile
from articles.importing.known_outlets import KnownOutlets, load_outlets
from articles.importing.renewing import carry_out
from articles.importing.second_look import Case, ReadAgain, look_again
from articles.importing.understanding import RULES_VERSION, Understood, understand
from articles.matching.proposing import propose_pairs
from articles.models import Attachment, Document, Reading, Sighting, Source, Translation
from articles.recognising import recognise
from articles.search import refresh

logger = logging.getLogger(__name__)

# Documents that are in memory, and in one transaction: whichever comes first.
CHUNK, CHUNK_BYTES = 200, 20_000_000

# Changes of these fields ask for another look at the names in a text, and at its pairs.
NAMING = frozenset(
    {"headline", "headline_proposed", "deck", "body", "caption", "language"}
    | {"published", "event_date"}
)
PAIRING = frozenset(
    {"headline", "headline_proposed", "body", "credit", "caption", "language", "published"}
    | {"hints"}
)


def find_documents(*, only: Iterable[str] = (), outdated: bool = False) -> QuerySet[Document]:
    """Return the documents to read again: all, or those that `only` names by hash, path or file
    name, or those that an older version of the rules has read.

    Raises LookupError with a name that fits no document.
    """
    documents = Document.objects.filter(readings__is_current=True).order_by("pk")
    if outdated:
        documents = documents.filter(
            readings__is_current=True, readings__rules_version__lt=RULES_VERSION
        )
    if only := list(only):
        documents = documents.filter(pk__in=[pk for name in only for pk in _called(name)])
    return documents.distinct()


def _called(name: str) -> list[int]:
    seen = Sighting.objects.filter(Q(path=name) | Q(path__endswith=f"/{name}"))
    found = Document.objects.filter(Q(sha256=name.lower()) | Q(pk__in=seen.values("document")))
    if not found:
        raise LookupError(name)
    return list(found.values_list("pk", flat=True))


def reparse(
    documents: QuerySet[Document], *, apply: bool = False, limit: int | None = None
) -> Iterator[ReadAgain]:
    """Read documents again, some at a time; yield what that changes, or with `apply` has changed.

    Only drafts change, and only where no editor has touched the field. Other texts keep what they
    have, and the newer reading is on record beside them. What is done is done: a run that was
    stopped is simply started again.
    """
    known, named = load_outlets(), Source.objects.in_bulk()
    for chunk in _chunks(documents, limit):
        understood, stored = {}, []
        for document in _documents(chunk):
            file = RawFile(document.path or "", bytes(document.content))
            try:
                understood[document.pk] = understand(file, known, named.get(document.named))
            except Exception as error:  # no rule was ready for it: the others are read all the same
                logger.exception("document %s could not be read again", document.pk)
                yield ReadAgain(document.sha256, file.path, "failed", reason=repr(error))
            else:
                stored.append(document)
        if apply:
            yield from _apply(stored, understood, known)
        else:
            yield from (look_again(case, understood[case.document.pk]) for case in _cases(stored))


def _chunks(documents: QuerySet[Document], limit: int | None) -> Iterator[list[int]]:
    """Ids, by the last one instead of one long query, since the rows change meanwhile."""
    last, left = 0, limit
    while left is None or left > 0:
        size = CHUNK if left is None else min(CHUNK, left)
        rows = documents.filter(pk__gt=last).values_list("pk", "size")[:size]
        chunk = list(_as_many_as_fit(rows))
        if not chunk:
            return
        yield chunk
        last, left = chunk[-1], None if left is None else left - len(chunk)


def _as_many_as_fit(rows: Iterable[tuple[int, int]]) -> Iterator[int]:
    """At least one."""
    total = 0
    for pk, size in rows:
        if total and total + size > CHUNK_BYTES:
            return
        total += size
        yield pk


def _documents(ids: Sequence[int]) -> list[Document]:
    """With the path under which each came in first, and the outlet that was named with it."""
    seen = Sighting.objects.filter(document=OuterRef("pk")).order_by("pk")
    return list(
        Document.objects.filter(pk__in=ids)
        .annotate(
            path=Subquery(seen.values("path")[:1]),
            named=Subquery(seen.filter(source__isnull=False).values("source")[:1]),
        )
        .order_by("pk")
    )


def _cases(documents: Sequence[Document], *, hold: bool = False) -> list[Case]:
    """With `hold`, nobody else changes the texts until the transaction ends."""
    ids = [document.pk for document in documents]
    current = Reading.objects.filter(document__in=ids, is_current=True).prefetch_related("hints")
    readings = {reading.document_id: reading for reading in current}
    attached = Attachment.objects.filter(document__in=ids, detached_at__isnull=True)
    attached = set(attached.values_list("document", flat=True))
    rows = _texts(ids).select_for_update(of=("self",)) if hold else _texts(ids)
    texts = {text.reading.document_id: text for text in rows}
    return [
        Case(document, readings[document.pk], texts.get(document.pk), document.pk in attached)
        for document in documents
        if document.pk in readings
    ]


def _texts(documents: Sequence[int]) -> QuerySet[Translation]:
    """Of two texts of one document, the one that stands comes last."""
    return (
        Translation.objects.filter(reading__document__in=documents)
        .select_related("reading", "article")
        .prefetch_related("reading__hints", "flags")
        .order_by(F("replaced_by").asc(nulls_last=True), "-pk")
    )


def _apply(
    documents: Sequence[Document], understood: dict[int, Understood], known: KnownOutlets
) -> list[ReadAgain]:
    """All of it in one transaction; what fails is left out of it and said to have failed."""
    results, changed = [], []
    with transaction.atomic():
        for case in _cases(documents, hold=True):
            given = understood[case.document.pk]
            result = look_again(case, given)
            try:
                with transaction.atomic():
                    text = carry_out(case, result, given, known)
            except DatabaseError as error:
                logger.exception("document %s could not be read again", case.document.pk)
                result, text = replace(result, outcome="failed", reason=str(error)), None
            results.append(result)
            if text:
                changed.append((text, _fields_changed(result)))
        _follow_up(changed)
    return results


def _fields_changed(result: ReadAgain) -> set[str]:
    return {change.field for change in result.changes if not change.kept}


def _follow_up(changed: Sequence[tuple[Translation, set[str]]]) -> None:
    named = [text for text, fields in changed if fields & NAMING]
    paired = [text for text, fields in changed if fields & PAIRING]
    if named:
        recognise(named)
    if paired:
        propose_pairs(paired)
    refresh([text.pk for text, _fields in changed])
    review([text.article_id for text, _fields in changed])
