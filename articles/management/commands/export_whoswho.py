"""Write who's who as one Popolo file, to standard output or to a file."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.visibility import public_entities
from ots_desk.files import reader_may_leave, written_whole
from people.popolo import FORMAT, PUBLIC_FORMAT, Section, export_whoswho


class Command(BaseCommand):
    help = (
        "Write who's who as one JSON file in the words of Popolo (see docs/export.md): all of it, "
        "for import_whoswho, or with --public what readers may see."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file",
            nargs="?",
            default="-",
            metavar="FILE",
            help="where to; replaced only once all is written. Default: - (standard output)",
        )
        parser.add_argument("--public", action="store_true", help="only what readers may see")

    def handle(self, *, file: str, public: bool, **options):
        sections = export_whoswho(public_entities() if public else None)
        name = PUBLIC_FORMAT if public else FORMAT
        if file == "-":
            with reader_may_leave():
                _write(name, sections, self.stdout)
            return
        try:
            with written_whole(Path(file)) as out:
                count = _write(name, sections, out)
        except OSError as error:
            raise CommandError(f"Nothing was written to {file}: {error.strerror}.") from error
        self.stderr.write(f"{count} records were written to {file}.")


def _write(name: str, sections: Iterable[Section], out: TextIO) -> int:
    """One record a line, so that two files can be compared line by line."""
    count = 0
    out.write(f'{{"format": "{name}"\n')
    for section in sections:
        out.write(f',"{section.name}": [\n')
        bar = tqdm(section.items, section.name, section.total, disable=None, leave=False)
        for number, item in enumerate(bar, start=1):
            comma = "," if number < section.total else ""
            out.write(f"{json.dumps(item, ensure_ascii=False)}{comma}\n")
        out.write("]\n")
        count += section.total
    out.write("}\n")
    return count
