"""The journal of an import run: what it came across, what became of it, where it goes on.

Its pages are the run's sightings, written in the same transaction as what they tell of. Storing
the documents themselves is `store`.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from articles.choices import Outcome
from articles.importing.inputs import RawFile
from articles.importing.store import TakenIn
from articles.importing.understanding import Understood
from articles.models import ImportRun, Purge, Reading, Sighting, Source
from ots_desk.partial_dates import PartialDate

# An import of a hundred thousand documents takes hours, not days.
GOES_ON_WITHIN = datetime.timedelta(days=1)


@dataclass
class Entry:
    """One thing that a run came across, and what became of it; nothing (None) while it is new."""

    file: RawFile
    outcome: Outcome | None = None
    reason: str = ""
    document: int | None = None


def open_run(*, paths: list[str], options: dict, user, resumable: bool = True) -> ImportRun:
    """Return the run of the same person over the same paths with the same options that was
    stopped before its end, or a new one. What came from a pipe can't be gone on with, and what
    was stopped long ago is begun anew, since files may have changed: what the desk has already
    is known by its bytes in any case."""
    since = timezone.now() - GOES_ON_WITHIN
    stopped = ImportRun.objects.filter(finished_at=None, started_by=user, started_at__gte=since)
    for run in stopped if resumable else ():
        if (run.paths, run.options) == (paths, options):
            return run
    return ImportRun.objects.create(started_by=user, paths=paths, options=options)


def take_turn(run: ImportRun) -> ImportRun:
    """Wait until no other import stores a batch; return the run as it now stands.

    Two imports at once would otherwise not see each other's texts, and a text that both bring
    would become two articles. SQLite has one writer at a time by itself.
    """
    unfinished = ImportRun.objects.select_for_update().filter(finished_at=None).order_by("pk")
    list(unfinished)
    return ImportRun.objects.get(pk=run.pk)


def unwritten(run: ImportRun, files: Iterable[RawFile]) -> list[RawFile]:
    """Return the files that the journal doesn't have yet, each path once."""
    by_path: dict[str, RawFile] = {}
    for file in files:
        by_path.setdefault(file.path, file)
    written = Sighting.objects.filter(run=run, path__in=by_path)
    # In no order: asked for one, SQLite goes through all that the run has seen so far.
    for path in written.order_by().values_list("path", flat=True):
        del by_path[path]
    return list(by_path.values())


def look_up(
    files: Sequence[RawFile], understood: Mapping[str, Understood], since: datetime.date | None
) -> list[Entry]:
    """Tell what the desk knows of each file already; new documents are left without an outcome."""
    hashes = {file.sha256 for file in files if not file.problem}
    stored = _stored(hashes)
    purged = set(Purge.objects.filter(sha256__in=hashes).values_list("sha256", flat=True))
    return [_entry(file, stored, purged, understood, since) for file in files]


def _stored(hashes: set[str]) -> dict[str, tuple[int, str]]:
    """The document of each hash, and why it is in quarantine, if it is."""
    readings = Reading.objects.filter(document__sha256__in=hashes, is_current=True)
    rows = readings.values_list("document__sha256", "document_id", "reason")
    return {sha256: (document, reason) for sha256, document, reason in rows}


def _entry(file: RawFile, stored, purged, understood, since) -> Entry:
    if file.problem:
        return Entry(file, Outcome.FAILED, file.problem)
    if file.sha256 in purged:
        return Entry(file, Outcome.REFUSED)
    if file.sha256 in stored:
        document, reason = stored[file.sha256]
        return Entry(file, Outcome.UNCHANGED, reason, document)
    if since and (day := _day_before(understood[file.sha256], since)):
        return Entry(file, Outcome.SKIPPED, day)
    return Entry(file)


def _day_before(result: Understood, since: datetime.date) -> str:
    """The source date of a text that is older than asked for, else empty."""
    printed = result.value("published")
    return printed if printed and PartialDate.parse(printed).latest < since else ""


def settle(entries: Iterable[Entry], taken_in: Mapping[str, TakenIn]) -> None:
    """Tell what became of the new documents; the second of two with the same bytes is the same
    again."""
    settled = set()
    for entry in entries:
        if entry.outcome is None:
            taken = taken_in[entry.file.sha256]
            is_second = entry.file.sha256 in settled
            entry.outcome = Outcome.UNCHANGED if is_second else taken.outcome
            entry.reason, entry.document = taken.reading.reason, taken.reading.document_id
            settled.add(entry.file.sha256)


def write(run: ImportRun, entries: Sequence[Entry], named: Source | None = None, **more) -> None:
    """Write what the run came across, and count it; `more` are further counts of the run."""
    longest = Sighting._meta.get_field("reason").max_length
    Sighting.objects.bulk_create(
        Sighting(
            run=run,
            path=entry.file.path,
            outcome=entry.outcome,
            reason=entry.reason[:longest],
            document_id=entry.document,
            source=named,
        )
        for entry in entries
    )
    count(run, **Counter(entry.outcome.value for entry in entries), **more)


def count(run: ImportRun, **counts: int) -> None:
    """Add to the counts of a run."""
    run.counts = dict(Counter(run.counts) + Counter(counts))
    run.save(update_fields=["counts"])


def close(run: ImportRun) -> None:
    """The run has come to its end."""
    run.finished_at = timezone.now()
    run.save(update_fields=["finished_at"])
