"""Measure how well and how fast known names are found in texts."""

from django.conf import settings
from django.core.management.base import BaseCommand

from people.recognition import Gazetteer
from people.recognition.benchmark import (
    Speed,
    made_names,
    news_texts,
    quality,
    read_gold,
    reference_names,
    speed,
)


class Command(BaseCommand):
    help = (
        "Look for the names of the reference data in texts invented for it; print precision and "
        "recall by kind, and with more and more made names how many texts a second of processor "
        "time are done, how long the names take to load and how much memory."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--names", type=int, nargs="*", default=[2_000, 50_000], help="how many names to know"
        )
        parser.add_argument("--times", type=int, default=5, help="rounds, of which the best counts")

    def handle(self, *, names: list[int], times: int, **options):
        seeds = settings.BASE_DIR / "seeds"
        known, gold = reference_names(seeds / "reference"), read_gold()
        self._print_quality(quality(gold, Gazetteer(known)))
        texts = news_texts(sorted(seeds.glob("*.txt")))
        self.stdout.write("  names  loaded in  memory  mentions a text  known names  all steps")
        for count in names:
            made = list(made_names(known, max(0, count - len(known))))
            self._print_speed(speed(known + made, texts, times))

    def _print_quality(self, found) -> None:
        self.stdout.write("                mentions  precision  recall")
        for kind, count in found.items():
            self.stdout.write(
                f"{kind:14}{count.marked:>10}{count.precision:>11.3f}{count.recall:>8.3f}"
            )

    def _print_speed(self, measured: Speed) -> None:
        self.stdout.write(
            f"{measured.names:>7,}{measured.build_seconds:>9.2f} s{measured.megabytes:>5.0f} MB"
            f"{measured.mentions:>17.0f}{measured.known:>10,.0f} /s{measured.whole:>8,.0f} /s"
        )
