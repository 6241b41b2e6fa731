"""Measure how well names are compared and found by key, on pairs that somebody has judged."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from people.names import SAME_NAME
from people.names.benchmark import (
    FULL_NAMES,
    NamePair,
    candidates,
    key_recall,
    quality,
    read_pairs,
    score,
)


class Command(BaseCommand):
    help = (
        "Compare judged pairs of names; print F1 by set at the one threshold, recall at precision "
        ".99, speed, how often the keys bring the true partner, and with how many others."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "pairs", type=Path, help="tab-separated, with the columns set, label, name_a, name_b"
        )
        parser.add_argument(
            "--names", type=int, default=50_000, help="among how many names candidates are counted"
        )

    def handle(self, *, pairs: Path, names: int, **options):
        try:
            judged = read_pairs(pairs)
        except (OSError, UnicodeDecodeError, KeyError) as error:
            raise CommandError(f"{pairs} can't be read: {error!r}") from error
        if not judged:
            raise CommandError(f"{pairs} holds no pairs.")
        self._print_scores(judged)
        self._print_keys(judged, names)

    def _print_scores(self, pairs: list[NamePair]) -> None:
        by_set, speed = score(pairs)
        self.stdout.write(f"At the threshold {SAME_NAME}:")
        self.stdout.write(f"{'set':24}{'pairs':>7}{'P':>7}{'R':>7}{'F1':>7}{'R at P .99':>12}")
        for name in sorted(by_set, key=lambda name: (name == FULL_NAMES, name)):
            found = quality(by_set[name])
            self.stdout.write(
                f"{name:24}{found.pairs:>7}{found.precision:>7.3f}{found.recall:>7.3f}"
                f"{found.f1:>7.3f}{found.sure_recall:>12.3f}"
            )
        self.stdout.write(f"{speed:,.0f} pairs per processor second")

    def _print_keys(self, pairs: list[NamePair], names: int) -> None:
        self.stdout.write("The keys bring the true partner:")
        for name, recall in sorted(key_recall(pairs).items()):
            self.stdout.write(f"{name:24}{recall:>7.3f}")
        found = candidates(pairs, names)
        self.stdout.write(
            f"Candidates among {found.names:,} names: {found.mean:,.0f} in the mean, "
            f"at most {found.most:,} for 95 in 100"
        )
