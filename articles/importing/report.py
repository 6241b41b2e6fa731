"""What an import run did, file by file, and the counts that people read first."""

from collections import Counter
from dataclasses import asdict, dataclass, field

# What can become of a file. "failed": it could not even be read, and nothing was stored.
OUTCOMES = ("created", "updated", "unchanged", "quarantined", "failed")


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


@dataclass
class ImportReport:
    """All files of a run, and what followed from them."""

    files: list[FileOutcome] = field(default_factory=list)
    mentions: int = 0
    pairs: int = 0
    published: int = 0
    dry_run: bool = False

    @property
    def counts(self) -> dict[str, int]:
        counted = Counter(file.outcome for file in self.files)
        return {outcome: counted[outcome] for outcome in OUTCOMES}

    @property
    def has_failed(self) -> bool:
        """Did a file fail? Quarantined ones did not: they are kept, with their reason."""
        return any(file.outcome == "failed" for file in self.files)

    def as_dict(self) -> dict:
        """The report for machines, as JSON values."""
        return {
            "counts": self.counts,
            "mentions": self.mentions,
            "pairs": self.pairs,
            "published": self.published,
            "dry_run": self.dry_run,
            "files": [asdict(file) for file in self.files],
        }
