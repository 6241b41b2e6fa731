"""Measure the import on a corpus: how fast, how much memory, how much of it right.

Every run has a database of its own that is thrown away; the desk's is never touched.
"""

import json
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from articles.importing.benchmark import measure
from articles.reference import load_reference

# Set in the processes that this command starts, and nowhere else.
MEASURED_HERE = "DESK_BENCHMARK_DATABASE"


class Command(BaseCommand):
    help = (
        "Import a corpus into a database that is thrown away, several times; print speed, memory "
        "and, where the corpus has a gold.json, how many fields are right."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "corpus", type=Path, help="a folder of raw files, or of raw/ and gold.json"
        )
        parser.add_argument("--times", type=int, default=3, help="how often; the median counts")
        parser.add_argument("--full", action="store_true", help="look for names and pairs too")

    def handle(self, *, corpus: Path, times: int, full: bool, **options):
        if os.environ.get(MEASURED_HERE):
            self.stdout.write(json.dumps(_measure(corpus, full)))
            return
        if not corpus.is_dir():
            raise CommandError(f"There is no folder {corpus}.")
        self.stdout.write(_table([_measure_apart(corpus, full) for _time in range(times)]))


def _measure_apart(corpus: Path, full: bool) -> dict:
    """Measure in a process of its own, with an empty database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{folder}/benchmark.sqlite3",
            "DEBUG": "0",  # with DEBUG, Django keeps every query in memory
            "SECRET_KEY": secrets.token_urlsafe(50),
            MEASURED_HERE: "1",
        }
        command = [sys.executable, settings.BASE_DIR / "manage.py", "benchmark_import", corpus]
        done = subprocess.run(  # noqa: S603
            [*command, "--full"] if full else command,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
    if done.returncode:
        raise CommandError("The import failed; its own words stand above.")
    return json.loads(done.stdout)


def _measure(corpus: Path, full: bool) -> dict:
    call_command("migrate", verbosity=0)
    load_reference(settings.BASE_DIR / "seeds" / "reference")
    return measure(corpus, full=full)


def _table(results: list[dict]) -> str:
    documents = results[0]["documents"]
    seconds, again, memory = (
        statistics.median(result[what] for result in results)
        for what in ("seconds", "again", "memory")
    )
    rows = [
        ("documents", f"{documents:,}"),
        ("CPU seconds", f"{seconds:,.1f}"),
        ("documents per CPU-second", f"{documents / seconds:,.0f}"),
        ("the same again, per CPU-second", f"{documents / again:,.0f}"),
        ("peak memory", f"{memory:,.0f} MB"),
        *(
            (f"{field} right", f"{right / total:.2%} ({right:,} of {total:,})")
            for field, (right, total) in results[0]["right"].items()
            if total
        ),
    ]
    return "\n".join(f"{name:<32}{value:>12}" for name, value in rows)
