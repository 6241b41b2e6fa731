"""One run of the importer over files and folders: batches, names, pairs, a report.

Storing a batch is `store`; this goes through many, and no file that fails takes others with it.
"""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from django.db import DatabaseError, transaction
from django.utils import timezone

from articles.choices import Status
from articles.importing.inputs import RawFile, count, name_of, walk
from articles.importing.report import FileOutcome, ImportReport
from articles.importing.store import KnownOutlets, StoredFile, load_outlets, store_batch
from articles.matching.proposing import propose_pairs
from articles.models import ImportRun, Translation
from articles.publishing import publish
from articles.tagging import recognise
from people.known_names import load_gazetteer
from people.recognition import Gazetteer

logger = logging.getLogger(__name__)

BATCH_SIZE = 200


def import_paths(
    paths: Iterable[Path],
    *,
    user=None,
    publish_texts: bool = False,
    progress: Callable[[Iterable[RawFile], int], Iterable[RawFile]] = lambda files, _total: files,
) -> ImportReport:
    """Import the files that `paths` name; returns what became of each.

    `user` is who started the run, and in whose name texts are published if `publish_texts`:
    drafts that have a headline, a body and a language; what an editor withdrew or dismissed
    stays so. `progress` wraps the documents, given how many files
    hold them, for a progress bar.
    """
    paths = list(paths)
    run = ImportRun.objects.create(started_by=user, paths=[name_of(path) for path in paths])
    known, gazetteer = load_outlets(), load_gazetteer()
    report = ImportReport()
    batch: list[RawFile] = []
    for file in progress(walk(paths), count(paths)):
        batch.append(file)
        if len(batch) == BATCH_SIZE:
            _import_batch(batch, run, known, gazetteer, report)
            batch = []
    _import_batch(batch, run, known, gazetteer, report)
    if publish_texts:
        report.published = _publish(run, user)
    run.finished_at, run.counts = timezone.now(), report.counts
    run.save()
    return report


def _import_batch(
    batch: list[RawFile],
    run: ImportRun,
    known: KnownOutlets,
    gazetteer: Gazetteer,
    report: ImportReport,
) -> None:
    """Import a batch in one transaction; where that fails, each file in one of its own."""
    report.files += [_failed(file, file.problem) for file in batch if file.problem]
    readable = [file for file in batch if not file.problem]
    try:
        _import_together(readable, run, known, gazetteer, report)
    except DatabaseError:
        logger.exception("a batch failed in run %s; its files are tried one by one", run.pk)
        for file in readable:
            _import_alone(file, run, known, gazetteer, report)


def _import_alone(file: RawFile, run, known, gazetteer, report: ImportReport) -> None:
    try:
        _import_together([file], run, known, gazetteer, report)
    except DatabaseError as error:
        logger.exception("run %s could not store %s", run.pk, file.path)
        report.files.append(_failed(file, f"not stored: {error}"))


def _import_together(files: list[RawFile], run, known, gazetteer, report: ImportReport) -> None:
    with transaction.atomic():
        stored = store_batch(files, run=run, known=known)
        fresh = [r.text for r in stored if r.text and r.outcome in ("created", "updated")]
        mentions = recognise(fresh, gazetteer)
        pairs = propose_pairs(fresh)
    report.files += [_outcome(result) for result in stored]
    report.mentions += mentions
    report.pairs += pairs


def _failed(file: RawFile, reason: str) -> FileOutcome:
    return FileOutcome(file.path, "failed", reason)


def _outcome(result: StoredFile) -> FileOutcome:
    text = result.text
    return FileOutcome(
        path=result.file.path,
        outcome=result.outcome,
        reason=result.reading.reason,
        sha256=result.file.sha256,
        headline=text.headline if text else "",
        language=text.language if text else "",
        flags=tuple(flag["kind"] for flag in result.reading.flags),
    )


def _publish(run: ImportRun, user) -> int:
    """Publish the complete drafts that this run saw; returns how many."""
    texts = (
        Translation.objects.standing()
        .filter(status=Status.DRAFT, reading__document__sightings__run=run)
        .exclude(headline="")
        .exclude(body="")
        .exclude(language="")
        .distinct()
    )
    for text in texts:
        publish(text, user=user, note="published by import")
    return len(texts)
