"""Write the desk as JSON Lines, to standard output or to a file."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from django.core.management.base import BaseCommand, CommandError

from articles.exporting import export_desk, export_public


class Command(BaseCommand):
    help = (
        "Write the desk as JSON Lines: one line for each document (see docs/export.md), with "
        "--public one for each text that readers may see, as far as they may see it."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file",
            nargs="?",
            default="-",
            metavar="FILE",
            help="where to; replaced only once all is written. Default: - (standard output)",
        )
        parser.add_argument(
            "--public", action="store_true", help="only what readers may see of published texts"
        )

    def handle(self, *, file: str, public: bool, **options):
        lines = export_public() if public else export_desk()
        if file == "-":
            self._print(lines)
            return
        try:
            with _written_whole(Path(file)) as out:
                count = _write(lines, out)
        except OSError as error:
            raise CommandError(f"Nothing was written to {file}: {error.strerror}.") from error
        self.stderr.write(f"{count} lines were written to {file}.")

    def _print(self, lines: Iterable[dict]) -> None:
        try:
            _write(lines, self.stdout)
        except BrokenPipeError:  # whoever read it has seen enough (… | head)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(lines: Iterable[dict], out) -> int:
    count = 0
    for line in lines:
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
        count += 1
    return count


@contextmanager
def _written_whole(path: Path) -> Iterator[TextIO]:
    """A file that takes the place of `path` when all went well, and leaves nothing otherwise."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8") as out:
            yield out
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
