"""Write the desk as JSON Lines, to standard output or to a file."""

import json
from collections.abc import Iterable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.exporting import export_desk, export_public
from ots_desk.files import reader_may_leave, written_whole


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
            with reader_may_leave():
                _write(lines, self.stdout)
            return
        try:
            with written_whole(Path(file)) as out:
                count = _write(lines, out)
        except OSError as error:
            raise CommandError(f"Nothing was written to {file}: {error.strerror}.") from error
        self.stderr.write(f"{count} lines were written to {file}.")


def _write(lines: Iterable[dict], out) -> int:
    count = 0
    for line in lines:
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
        count += 1
    return count
