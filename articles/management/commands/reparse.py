"""Read stored documents again by the rules as they are now: shows what changes, or changes it."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from textwrap import shorten

from django.core.management.base import BaseCommand, CommandError

from articles.choices import Status
from articles.importing.differences import Change, changed_paragraphs, diff_of
from articles.importing.reparsing import find_documents, reparse
from articles.importing.second_look import EDITED, LANGUAGE_TAKEN, OUTCOMES, ReadAgain

KEPT = {
    EDITED: "kept: an editor wrote it",
    LANGUAGE_TAKEN: "kept: the article has a text in that language",
    Status.PUBLISHED: "kept: it is published",
    Status.WITHDRAWN: "kept: it was published",
    Status.NOT_FOR_US: "kept: it was set aside",
}
# What the outcomes are, in words for the summary.
WORDS = {
    "unchanged": "understood as before",
    "changed": "understood otherwise",
    "readable": "leave quarantine",
    "unreadable": "can't be read any more, and keep what they have",
    "mended": "read by hand, and left alone",
    "failed": "failed",
}


class Command(BaseCommand):
    help = (
        "Read stored documents again by the rules as they are now, and show what would change, by "
        "field. With --apply, drafts follow the rules where no editor has touched the field; "
        "texts that are or were published keep every word."
    )

    def add_arguments(self, parser):
        parser.add_argument("--apply", action="store_true", help="do it; default: only show it")
        parser.add_argument(
            "--only",
            nargs="+",
            default=[],
            metavar="SHA256|PATH",
            help="these documents: by hash, path or file name",
        )
        parser.add_argument(
            "--outdated", action="store_true", help="only what older rules have read"
        )
        parser.add_argument("--limit", type=int, metavar="N", help="stop after N documents")
        parser.add_argument(
            "--json", action="store_true", help="JSON Lines: one a document, then the summary"
        )

    def handle(self, *, apply, only, outdated, limit, json: bool, **options):
        try:
            documents = find_documents(only=only, outdated=outdated)
        except LookupError as error:
            raise CommandError(f"No document is called “{error}”.") from error
        outcomes, taken, kept = Counter(), Counter(), Counter()
        for result in reparse(documents, apply=apply, limit=limit):
            outcomes[result.outcome] += 1
            for change in result.changes:
                (kept if change.kept else taken)[change.field] += 1
            if result.outcome not in ("unchanged", "mended"):
                self._show(result, json)
        self._sum_up(outcomes, taken, kept, apply, json)

    def _show(self, result: ReadAgain, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(asdict(result), ensure_ascii=False))
            return
        self.stdout.write(_title(result))
        for change in result.changes:
            for line in _lines(change):
                self.stdout.write(line)

    def _sum_up(self, outcomes, taken, kept, apply: bool, as_json: bool) -> None:
        if as_json:
            summary = {"documents": outcomes, "fields": taken, "kept": kept, "applied": apply}
            self.stdout.write(json.dumps({"summary": summary}))
            return
        self.stdout.write("Read again:" if apply else "Nothing was written. Read again:")
        for outcome in OUTCOMES:
            if outcomes[outcome]:
                self.stdout.write(f"  {outcomes[outcome]:>7} {WORDS[outcome]}")
        if fields := sorted({*taken, *kept}):
            self.stdout.write(f"  {'field':<18} {'changed':>8} {'kept':>8}")
        for field in fields:
            self.stdout.write(f"  {field:<18} {taken[field]:>8} {kept[field]:>8}")


def _title(result: ReadAgain) -> str:
    of_text = f", text {result.text}" if result.text else ""
    said = {
        "readable": ": leaves quarantine",
        "unreadable": f": would be quarantined ({result.reason}); it keeps what it has",
        "failed": f": failed ({result.reason})",
    }
    return f"{result.path or result.sha256}{of_text}{said.get(result.outcome, '')}"


def _lines(change: Change) -> Iterator[str]:
    why = f" ({KEPT.get(change.kept, change.kept)})" if change.kept else ""
    if change.field == "body":
        count = changed_paragraphs(change.old, change.new)
        yield f"  body: {count} of {max(len(change.old), len(change.new))} paragraphs{why}"
        yield from (f"    {_short(line)}" for line in diff_of(change.old, change.new))
    else:
        yield f"  {change.field}: {_words(change.old)} → {_words(change.new)}{why}"


def _words(value) -> str:
    if value is None:
        return "none"
    if isinstance(value, dict):  # flags
        return ", ".join(value) or "none"
    if isinstance(value, list):  # hints
        return "; ".join(": ".join(hint) for hint in value) or "none"
    return _short(str(value))


def _short(words: str) -> str:
    return shorten(words, 110, placeholder=" …")
