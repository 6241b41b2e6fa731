"""`manage.py propose_pairs`: compare the desk's texts with each other."""

from django.core.management.base import BaseCommand
from tqdm import tqdm

from articles.matching.proposing import propose_all


class Command(BaseCommand):
    help = (
        "Compare the texts that were not compared by the rules as they are now, and propose the "
        "pairs that are found. What is decided stands. Needs fingerprints (`fingerprint`). Can be "
        "stopped at any time and goes on where it was."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--all", action="store_true", help="all texts, also those compared already"
        )

    def handle(self, *, all: bool, **options):
        count, pairs = propose_all(anew=all, progress=self._bar)
        self.stdout.write(f"Compared {count} texts, proposed {pairs} pairs.")

    def _bar(self, texts, total: int):
        return tqdm(texts, total=total, unit="text", disable=None)
