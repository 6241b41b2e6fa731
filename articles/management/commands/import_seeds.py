"""Import raw texts, and the reference data that lies beside them."""

import datetime
import json
import sys
from argparse import ArgumentTypeError
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from tqdm import tqdm

from articles.importing import REASONS
from articles.importing.known_outlets import UnknownOutlet, find_outlet
from articles.importing.report import FileOutcome, ImportReport
from articles.importing.run import import_paths
from articles.models import Source
from articles.reference import BrokenReference, ReferenceResult, load_reference

SEEDS = settings.BASE_DIR / "seeds"

# The exit status of a command that Ctrl-C stopped, as shells have it.
INTERRUPTED = 130

# What follows from the files of a run, beside what became of them.
FOLLOWING = ("mentions", "pairs", "published")
LABELS = {"pairs": "open pairs"}


class Command(BaseCommand):
    help = (
        "Import raw texts from files, folders, archives and standard input (default: seeds/). A "
        "folder's reference/ subfolder is loaded first, as reference data. Running it again "
        "changes nothing; the same command goes on with a run that was stopped."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "paths",
            nargs="*",
            type=Path,
            metavar="PATH",
            default=[SEEDS],
            help="a file, a folder, an archive, or - for standard input",
        )
        parser.add_argument(
            "--source",
            metavar="OUTLET",
            help="the outlet of texts that name none: its id, a domain or its name",
        )
        parser.add_argument(
            "--since",
            type=_day,
            metavar="YYYY-MM-DD",
            help="leave out texts with an earlier source date; undated ones come in",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="show what would happen; write nothing"
        )
        parser.add_argument(
            "--publish",
            action="store_true",
            help="publish drafts that have a headline, a body and a language",
        )
        parser.add_argument("--as", dest="user", metavar="USER", help="who imports and publishes")
        parser.add_argument("--json", action="store_true", help="print the report for machines")

    def handle(self, *, dry_run: bool, **options):
        try:
            with transaction.atomic() if dry_run else nullcontext():
                report = self._import(dry_run=dry_run, **options)
                if dry_run:
                    transaction.set_rollback(True)
        except KeyboardInterrupt:
            self.stderr.write(_how_to_go_on(dry_run))
            sys.exit(INTERRUPTED)
        if report.has_failed:
            sys.exit(1)

    def _import(
        self, *, paths, source, since, publish, user, json: bool, dry_run: bool, **options
    ) -> ImportReport:
        self.as_json = json
        if publish and not user:
            raise CommandError("--publish needs --as USER: a text is published by somebody.")
        editor = self._user(user, publish)
        reference = self._load_reference(paths)
        report = import_paths(
            paths,
            user=editor,
            publish_texts=publish,
            source=_outlet(source) if source else None,
            since=since,
            progress=self._bar,
        )
        if json:
            self._print_json(report, dry_run)
        else:
            self._print(report, reference, dry_run)
        return report

    def _user(self, name: str | None, publishes: bool):
        if name is None:
            return None
        user = get_user_model().objects.filter(username=name, is_active=True).first()
        if user is None:
            raise CommandError(f"There is no active account “{name}”.")
        if publishes and not user.has_perm("articles.publish_translation"):
            raise CommandError(f"“{name}” may not publish; make them an editor in the admin.")
        return user

    def _load_reference(self, paths: list[Path]) -> list[ReferenceResult]:
        folders = [path / "reference" for path in paths if (path / "reference").is_dir()]
        try:
            return [load_reference(folder) for folder in folders]
        except BrokenReference as error:
            raise CommandError(f"The reference data was not loaded.\n{error}") from error

    def _bar(self, files, total: int):
        return tqdm(files, total=total, unit="file", disable=True if self.as_json else None)

    def _print_json(self, report: ImportReport, dry_run: bool) -> None:
        """One JSON object, written file by file: a run can have any number of them."""
        head = {
            "counts": report.counts,
            **{what: report.count_of(what) for what in FOLLOWING},
            "went_on": report.went_on,
            "dry_run": dry_run,
            "problems": [asdict(file) for file in report.problems()],
        }
        self.stdout.write(json.dumps(head, ensure_ascii=False, indent=2)[:-2] + ',\n  "files": [')
        between = ""
        for file in report.files():
            self.stdout.write(f"{between}    {json.dumps(asdict(file), ensure_ascii=False)}", "")
            between = ",\n"
        self.stdout.write("\n  ]\n}")

    def _print(self, report: ImportReport, reference: list[ReferenceResult], dry_run: bool) -> None:
        for result in reference:
            self.stdout.write(_reference_line(result))
            for words in result.left_out:
                self.stdout.write(f"  left out: {words}")
        if report.went_on:
            started = timezone.localtime(report.run.started_at)
            self.stdout.write(f"Went on with the run of {started:%Y-%m-%d %H:%M}.")
        for file in report.files() if dry_run else report.problems():
            self.stdout.write(_line(file))
        self.stdout.write(_summary(report, dry_run))


def _day(word: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(word)
    except ValueError:
        raise ArgumentTypeError(f"“{word}” is no day such as 2025-09-12") from None


def _outlet(word: str) -> Source:
    try:
        return find_outlet(word)
    except UnknownOutlet as unknown:
        near = f" Do you mean {' or '.join(unknown.near)}?" if unknown.near else ""
        raise CommandError(f"No one outlet is called “{word}”.{near}") from unknown


def _how_to_go_on(dry_run: bool) -> str:
    if dry_run:
        return "Stopped; nothing was written."
    return "Stopped; the same command goes on where it was."


def _reference_line(result: ReferenceResult) -> str:
    kept = f", {len(result.kept)} kept as edited here" if result.kept else ""
    return (
        f"Reference data: {result.created} created, {result.updated} updated, "
        f"{result.unchanged} unchanged{kept}."
    )


def _line(file: FileOutcome) -> str:
    what = REASONS.get(file.reason, file.reason) or file.headline or "no headline"
    flags = f" [{', '.join(file.flags)}]" if file.flags else ""
    return f"  {file.outcome:<12} {Path(file.path).name}: {what}{flags}"


def _summary(report: ImportReport, dry_run: bool) -> str:
    counts = [*report.counts.items(), *((what, report.count_of(what)) for what in FOLLOWING)]
    rows = [f"  {LABELS.get(what, what):<12} {count:>7}" for what, count in counts]
    title = "Nothing was written. This would happen:" if dry_run else "Imported:"
    return "\n".join([title, *rows])
