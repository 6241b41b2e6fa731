"""Load who's who from a file that `export_whoswho` wrote, or from standard input."""

import sys
from collections.abc import Iterable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from people.popolo import load_whoswho
from people.reference import BrokenReference
from people.reference.storing import BATCH


class Command(BaseCommand):
    help = (
        "Load who's who from a file of export_whoswho: what this desk lacks is added, what it has "
        "is left as it is. A file with anything wrong in it is refused whole."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="the file, or - for standard input")

    def handle(self, *, file: str, **options):
        name, raw = _read(file)
        try:
            result = load_whoswho(raw, name, _bar)
        except BrokenReference as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        kept = f", {len(result.kept)} kept as they are here" if result.kept else ""
        self.stdout.write(
            f"Who's who: {result.created} created, {result.updated} completed, "
            f"{result.unchanged} unchanged{kept}."
        )
        for words in result.left_out:
            self.stdout.write(f"  left out: {words}")


def _bar(batches: list) -> Iterable:
    return tqdm(batches, unit_scale=BATCH, unit=" records", disable=None, leave=False)


def _read(file: str) -> tuple[str, bytes]:
    if file == "-":
        return "standard input", sys.stdin.buffer.read()
    try:
        return Path(file).name, Path(file).read_bytes()
    except OSError as error:
        raise CommandError(f"{file} can't be read: {error.strerror}.") from error
