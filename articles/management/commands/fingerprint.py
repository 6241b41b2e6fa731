"""`manage.py fingerprint`: make the fingerprints by which texts are compared."""

from django.core.management.base import BaseCommand
from tqdm import tqdm

from articles.fingerprinting import fingerprint_all


class Command(BaseCommand):
    help = (
        "Make the fingerprints that are missing, or older than the rules. Can be stopped at any "
        "time and goes on where it was."
    )

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="make all of them anew")

    def handle(self, *, all: bool, **options):
        count = fingerprint_all(anew=all, progress=self._bar)
        self.stdout.write(f"Made the fingerprints of {count} texts.")

    def _bar(self, texts, total: int):
        return tqdm(texts, total=total, unit="text", disable=None)
