"""What an import run did: the counts that people read first, its problems, and every file.

Reads the run's journal; writes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.choices import Outcome
from articles.models import ImportRun, Reading, Sighting

OUTCOMES = tuple(Outcome.values)
# What people have to look at; what was left out on purpose is no problem.
PROBLEMS = (Outcome.QUARANTINED, Outcome.REFUSED, Outcome.FAILED)
ROWS_AT_ONCE = 500


@dataclass(frozen=True)
class FileOutcome:
    """One file: where it came from, what became of it, and why where that needs a reason."""

    path: str
    outcome: str
    reason: str = ""
    sha256: str = ""
    headline: str = ""
    language: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportReport:
    """A run and what followed from it. `went_on` is true where it had been stopped before."""

    run: ImportRun
    went_on: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """How many files came to which outcome, all outcomes named."""
        return {outcome: self.run.counts.get(outcome, 0) for outcome in OUTCOMES}

    def count_of(self, what: str) -> int:
        """How many "mentions", "pairs" or "published" the run has."""
        return self.run.counts.get(what, 0)

    @property
    def has_failed(self) -> bool:
        """Did a file fail? Quarantined ones did not: they are kept, with their reason."""
        return bool(self.counts[Outcome.FAILED])

    def problems(self) -> Iterator[FileOutcome]:
        """The files that somebody has to look at, those in quarantine since an earlier run too."""
        rows = self.run.sightings.filter(outcome__in=PROBLEMS)
        known = self.run.sightings.filter(outcome=Outcome.UNCHANGED).exclude(reason="")
        return _outcomes(rows | known)

    def files(self) -> Iterator[FileOutcome]:
        """Every file of the run, in the order in which they came."""
        return _outcomes(self.run.sightings.all())


def _outcomes(sightings) -> Iterator[FileOutcome]:
    """A few hundred at a time, so that a run of any size can be told."""
    last = 0
    rows = sightings.order_by("pk").select_related("document").defer("document__content")
    while some := list(rows.filter(pk__gt=last)[:ROWS_AT_ONCE]):
        readings = _readings({row.document_id for row in some})
        yield from (_outcome(row, readings.get(row.document_id)) for row in some)
        last = some[-1].pk


def _readings(documents: set[int | None]) -> dict[int, Reading]:
    readings = Reading.objects.filter(document__in=documents - {None}, is_current=True)
    return {reading.document_id: reading for reading in readings.defer("lines", "body", "text")}


def _outcome(sighting: Sighting, reading: Reading | None) -> FileOutcome:
    fields = {name: found["value"] for name, found in (reading.fields if reading else {}).items()}
    return FileOutcome(
        path=sighting.path,
        outcome=sighting.outcome,
        reason=sighting.reason,
        sha256=sighting.document.sha256 if sighting.document else "",
        headline=fields.get("headline") or fields.get("headline_proposed") or "",
        language=fields.get("language") or "",
        flags=tuple(flag["kind"] for flag in reading.flags) if reading else (),
    )
