"""How fast the import is and how much of a corpus it gets right. For developers.

Imports into the database that is set, which has to be an empty one: `benchmark_import` makes one
for the purpose.
"""

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePath

from articles.importing.cleaning import clean
from articles.importing.known_outlets import load_outlets
from articles.importing.report import ImportReport
from articles.importing.run import import_paths
from articles.models import Document, Reading, Sighting

# The fields that a corpus's gold file gives for every text.
FIELDS = ("lang", "date", "title", "body")


def measure(corpus: Path, *, full: bool) -> dict:
    """Import the corpus twice; return documents, CPU seconds of both, peak memory in MB, and how
    many texts have each field as the gold file does.

    `full` looks for names and pairs too. A corpus is a folder of raw files, or one with such a
    folder `raw` and a `gold.json` beside it. Refuses a database that holds documents.
    """
    if Document.objects.exists():
        raise ValueError("The benchmark needs an empty database.")
    raw = corpus / "raw" if (corpus / "raw").is_dir() else corpus
    _warm_up()
    report, seconds = _timed_import(raw, full)
    _report, again = _timed_import(raw, full)
    gold = corpus / "gold.json"
    return {
        "documents": sum(report.counts.values()),
        "seconds": seconds,
        "again": again,
        "memory": _peak_memory(),
        "right": _count_right(json.loads(gold.read_text("utf-8"))["docs"]) if gold.exists() else {},
    }


def _warm_up() -> None:
    """A process loads the language model and the outlets' expressions once, which takes a second:
    not counted, since it would make small corpora look slow."""
    clean("Ministers met in Bishkek on Thursday.", outlets=load_outlets().outlets)


def _timed_import(raw: Path, full: bool) -> tuple[ImportReport, float]:
    start = time.process_time()
    report = import_paths([raw], names_and_pairs=full)
    return report, time.process_time() - start


def _peak_memory() -> float:
    """In MB; the system counts in kB, that of macOS in bytes."""
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _count_right(gold: dict[str, dict]) -> dict[str, list[int]]:
    """For each field, how many texts have it right, and of how many."""
    right: Counter[str] = Counter()
    total = 0
    for name, reading in _readings():
        if expected := gold.get(name):
            total += 1
            right.update(field for field in FIELDS if _read(reading, field) == expected[field])
    return {field: [right[field], total] for field in FIELDS}


def _readings() -> Iterator[tuple[str, Reading]]:
    """The name of each file of the first run with what was read of it."""
    first = Sighting.objects.order_by("run", "pk").values_list("run", flat=True).first()
    documents = Sighting.objects.filter(run=first).values_list("path", "document")
    for path, document in documents.iterator():
        yield PurePath(path).name, Reading.objects.get(document=document, is_current=True)


def _read(reading: Reading, field: str) -> str | None:
    if field == "body":
        return "\n\n".join(paragraph["text"] for paragraph in reading.body)
    names = {"lang": "language", "title": "headline", "date": "published"}
    return reading.fields.get(names[field], {}).get("value")
