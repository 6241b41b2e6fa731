"""One run of the importer over files, folders and archives: batches, names, pairs.

Storing a batch is `store`, the run's journal is `journal`; this goes through many batches, and no
file that fails takes others with it.
"""

import datetime
import gc
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.db import reset_queries, transaction
from django.db.models import QuerySet

from articles.choices import Outcome, Status
from articles.equal_texts import decide_equal_texts
from articles.importing import journal
from articles.importing.inputs import STANDARD_INPUT, RawFile, count, name_of, walk
from articles.importing.known_outlets import KnownOutlets, load_outlets
from articles.importing.raw_files import printable
from articles.importing.report import ImportReport
from articles.importing.store import take_in
from articles.importing.understanding import understand_new
from articles.matching.proposing import propose_pairs
from articles.models import ImportRun, Reading, Source, Translation
from articles.publishing import publish
from articles.recognising import recognise
from people.known_names import KnownNames, known_names

logger = logging.getLogger(__name__)

# A batch is one transaction, and what is held in memory. It ends with whichever comes first.
BATCH_FILES, BATCH_BYTES = 200, 20_000_000
PUBLISHED_AT_ONCE = 100


@dataclass(frozen=True)
class Job:
    """What the batches of one run have in common. `names` is None where names and pairs are not
    to be looked for."""

    run: ImportRun
    named: Source | None
    since: datetime.date | None
    known: KnownOutlets = field(default_factory=load_outlets)
    names: KnownNames | None = None


def import_paths(
    paths: Iterable[Path],
    *,
    user=None,
    publish_texts: bool = False,
    source: Source | None = None,
    since: datetime.date | None = None,
    names_and_pairs: bool = True,
    progress: Callable[[Iterable[RawFile], int], Iterable[RawFile]] = lambda files, _total: files,
) -> ImportReport:
    """Import what `paths` name; returns the run, whose journal says what became of each thing.

    A run over the same paths with the same options that was stopped before its end goes on where
    it was. `user` is who started it, and in whose name texts are published if `publish_texts`:
    drafts that have a headline, a body and a language; what an editor withdrew or dismissed
    stays so. `source` is the outlet of texts that name none, and texts dated before `since` are
    left out. `progress` wraps the documents, given how many files hold them, for a progress bar.
    """
    paths = list(paths)
    run = _open(paths, user, publish=publish_texts, source=source, since=since)
    report = ImportReport(run, went_on=run.sightings.exists())
    job = Job(run, source, since, names=known_names() if names_and_pairs else None)
    with _collecting_seldom():
        for batch in _batches(progress(walk(paths), run.total)):
            _import_batch(batch, job)
            reset_queries()  # with DEBUG, Django keeps every query
    if publish_texts:
        _publish(run, user)
    journal.close(run)
    run.refresh_from_db()
    return report


def import_files(files: Sequence[RawFile], *, user, source: Source | None = None) -> ImportRun:
    """Import documents that somebody has handed over; returns the run, whose journal says what
    became of each. `source` is the outlet of texts that name none."""
    paths = [file.path for file in files]
    run = ImportRun.objects.create(started_by=user, paths=paths, total=len(files))
    job = Job(run, source, None, names=known_names())
    for batch in _batches(files):
        _import_batch(batch, job)
    journal.close(run)
    run.refresh_from_db()
    return run


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Look for garbage in cycles less often: reading makes millions of small objects that die
    without it, and looking takes about a fifteenth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _open(paths: list[Path], user, *, publish: bool, source, since) -> ImportRun:
    """The options are all that decides which files are read, and how; so is the working folder,
    from which paths are named."""
    options = {
        "publish": publish,
        "source": source.key if source else "",
        "since": since.isoformat() if since else "",
        "folder": os.getcwd(),
    }
    names = [name_of(path) for path in paths]
    run = journal.open_run(
        paths=names, options=options, user=user, resumable=STANDARD_INPUT not in paths
    )
    run.total = count(paths)
    run.save(update_fields=["total"])
    return run


def _batches(files: Iterable[RawFile]) -> Iterator[list[RawFile]]:
    """Cut by position, also where a run goes on: so its batches are those of one that was never
    stopped, and the same texts are compared with each other."""
    batch: list[RawFile] = []
    size = 0
    for file in files:
        batch.append(file)
        size += len(file.content)
        if len(batch) == BATCH_FILES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _import_batch(batch: list[RawFile], job: Job) -> None:
    """Import a batch in one transaction. One that fails is tried again, since another import may
    have brought the same bytes in the meantime, and then each file in a transaction of its own.

    Whatever the error is: a text that no rule was ready for would otherwise stop the run, and stop
    it again at the same place whenever it is gone on with."""
    for _attempt in range(2):
        try:
            return _import_together(batch, job)
        except Exception:
            logger.exception("a batch failed in run %s", job.run.pk)
    for file in batch:
        _import_alone(file, job)


def _import_alone(file: RawFile, job: Job) -> None:
    try:
        _import_together([file], job)
    except Exception as error:
        logger.exception("run %s could not take in %s", job.run.pk, file.path)
        with transaction.atomic():
            run = journal.take_turn(job.run)
            failed = journal.Entry(file, Outcome.FAILED, printable(f"not taken in: {error!r}"))
            journal.write(run, [failed], job.named)


def _import_together(files: list[RawFile], job: Job) -> None:
    """Understanding takes the time and comes before the transaction, so that editors who save
    meanwhile don't wait for it."""
    files = journal.unwritten(job.run, files)
    if not files:
        return
    understood = understand_new(files, job.known, job.named)
    with transaction.atomic():
        run = journal.take_turn(job.run)
        entries = journal.look_up(journal.unwritten(run, files), understood, job.since)
        new = {entry.file.sha256: entry.file for entry in entries if entry.outcome is None}
        taken = take_in(list(new.values()), understood, job.known)
        journal.settle(entries, taken)
        texts = [result.text for result in taken.values() if result.text]
        texts += _with_new_hints(result.reading for result in taken.values() if not result.text)
        journal.write(run, entries, job.named, **_name_and_pair(texts, job.names))


def _with_new_hints(readings: Iterable[Reading]) -> QuerySet[Translation]:
    """Texts that were there before, and of which further documents name other languages' texts."""
    documents = {reading.document_id for reading in readings}
    hinting = Reading.objects.filter(document__in=documents, hints__isnull=False)
    return Translation.objects.filter(attachments__document__readings__in=hinting).distinct()


def _name_and_pair(texts: list[Translation], names: KnownNames | None) -> dict[str, int]:
    """Look for names and pairs in new texts, and make one article of equal ones; returns how many
    were found."""
    if names is None or not texts:
        return {}
    found = {"mentions": recognise(texts, names), "pairs": propose_pairs(texts)}
    decide_equal_texts(text.article_id for text in texts)
    return found


def _publish(run: ImportRun, user) -> None:
    """Publish the complete drafts that this run saw, some at a time."""
    texts = (
        Translation.objects.standing()
        .filter(status=Status.DRAFT, reading__document__sightings__run=run)
        .exclude(headline="")
        .exclude(body="")
        .exclude(language="")
        .distinct()
    )
    while _publish_some(texts.order_by("pk")[:PUBLISHED_AT_ONCE], run, user):
        pass


@transaction.atomic
def _publish_some(texts: QuerySet, run: ImportRun, user) -> int:
    run = journal.take_turn(run)
    for text in texts:
        publish(text, user=user, note="published by import")
    journal.count(run, published=len(texts))
    return len(texts)
