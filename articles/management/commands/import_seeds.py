"""Import raw texts, and the reference data that lies beside them."""

import json
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from articles.importing import REASONS
from articles.importing.report import OUTCOMES, FileOutcome, ImportReport
from articles.importing.run import import_paths
from articles.reference import BrokenReference, ReferenceResult, load_reference

SEEDS = settings.BASE_DIR / "seeds"


class Command(BaseCommand):
    help = (
        "Import raw texts from files and folders (default: seeds/). A folder's reference/ "
        "subfolder is loaded first, as reference data. Running it again changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", default=[SEEDS])
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

    def handle(self, *, paths, dry_run, publish, user, json: bool, **options):
        self.as_json = json
        if publish and not user:
            raise CommandError("--publish needs --as USER: a text is published by somebody.")
        editor = self._user(user, publish)
        with transaction.atomic():
            reference = self._load_reference(paths)
            if dry_run:
                report = self._import(paths, editor, publish)
                transaction.set_rollback(True)
        if not dry_run:
            report = self._import(paths, editor, publish)
        report.dry_run = dry_run
        self._print(report, reference)
        if report.has_failed:
            sys.exit(1)

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

    def _import(self, paths: list[Path], user, publish: bool) -> ImportReport:
        return import_paths(paths, user=user, publish_texts=publish, progress=self._bar)

    def _bar(self, files, total: int):
        return tqdm(files, total=total, unit="file", disable=True if self.as_json else None)

    def _print(self, report: ImportReport, reference: list[ReferenceResult]) -> None:
        if self.as_json:
            self.stdout.write(json.dumps(report.as_dict(), ensure_ascii=False, indent=2))
            return
        for result in reference:
            self.stdout.write(_reference_line(result))
        for file in report.files:
            if file.reason or report.dry_run:
                self.stdout.write(_line(file))
        self.stdout.write(_summary(report))


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


def _summary(report: ImportReport) -> str:
    rows = [f"  {outcome:<12} {report.counts[outcome]:>7}" for outcome in OUTCOMES]
    extra = [
        f"  {'mentions':<12} {report.mentions:>7}",
        f"  {'open pairs':<12} {report.pairs:>7}",
        f"  {'published':<12} {report.published:>7}",
    ]
    title = "Nothing was written. This would happen:" if report.dry_run else "Imported:"
    return "\n".join([title, *rows, *extra])
