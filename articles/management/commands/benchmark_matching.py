"""Measure the matching of texts on invented ones: how well, how fast, how much memory.

Every size has a database of its own that is thrown away; the desk's is never touched.
"""

import json
import os
import secrets
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.matching.benchmark import measure

# Set in the processes that this command starts, and nowhere else.
MEASURED_HERE = "DESK_BENCHMARK_DATABASE"


class Command(BaseCommand):
    help = (
        "Match invented texts in a database that is thrown away; print how many pairs are found "
        "and right, the processor time of fingerprints, of one new text and of a run over all, "
        "and the memory."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--texts",
            type=int,
            nargs="+",
            default=[1_000, 20_000, 100_000],
            help="how many stored texts; 55 a day",
        )
        parser.add_argument(
            "--keep", type=Path, metavar="FOLDER", help="keep the databases there, to look at them"
        )

    def handle(self, *, texts: list[int], keep: Path | None, **options):
        if os.environ.get(MEASURED_HERE):
            call_command("migrate", verbosity=0)
            self.stdout.write(json.dumps(measure(texts[0], self._bar)))
            return
        for count in texts:
            self.stdout.write(_table(_measure_apart(count, keep)))

    def _bar(self, things, total: int):
        return tqdm(things, total=total, disable=None)


def _measure_apart(count: int, keep: Path | None) -> dict:
    """Measure in a process of its own, with an empty database of its own."""
    with _folder(keep) as folder:
        environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{folder}/matching-{count}.sqlite3",
            "DEBUG": "0",  # with DEBUG, Django keeps every query in memory
            "SECRET_KEY": secrets.token_urlsafe(50),
            MEASURED_HERE: "1",
        }
        manage = settings.BASE_DIR / "manage.py"
        done = subprocess.run(  # noqa: S603
            [sys.executable, manage, "benchmark_matching", "--texts", str(count)],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
    if done.returncode:
        raise CommandError("The matching failed; its own words stand above.")
    return json.loads(done.stdout)


@contextmanager
def _folder(keep: Path | None):
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep.resolve()
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield folder


def _table(measured: dict) -> str:
    count = measured["texts"]
    rows = [
        ("texts", f"{count:,}"),
        ("fingerprints, CPU-ms a text", f"{measured['fingerprinting'] / count * 1000:,.2f}"),
        ("run over all, CPU-ms a text", f"{measured['bulk'] / count * 1000:,.2f}"),
        ("both for all, CPU-minutes", f"{_both(measured) / 60:,.1f}"),
        ("a new text, CPU-ms", f"{measured['new']:,.1f}"),
        ("the slowest of them", f"{measured['slowest']:,.1f}"),
        ("the first of its days", f"{measured['first']:,.1f}"),
        ("peak memory", f"{measured['memory']:,.0f} MB"),
        ("pairs in the queue", f"{measured['pairs']:,}"),
    ]
    lines = [f"{name:<32}{value:>12}" for name, value in rows]
    lines.append(f"{'':<16}{'pairs':>9}{'precision':>11}{'recall':>8}{'in the queue':>14}")
    lines += [_line(verdict, **found) for verdict, found in measured["quality"].items()]
    return "\n".join([*lines, ""])


def _both(measured: dict) -> float:
    return measured["fingerprinting"] + measured["bulk"]


def _line(verdict: str, *, true: int, proposed: int, right: int, queued: int) -> str:
    return (
        f"{verdict:<16}{true:>9,}{_share(right, proposed):>11}{_share(right, true):>8}"
        f"{_share(queued, true):>14}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"
