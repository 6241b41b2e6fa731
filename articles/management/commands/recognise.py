"""`manage.py recognise`: look for names again in the texts that wait for it."""

from django.core.management.base import BaseCommand
from tqdm import tqdm

from articles.looking_again import look_at_all, texts_to_look_at


class Command(BaseCommand):
    help = (
        "Look for names in every text that was last looked at before who's who changed. What "
        "editors decided stands, and published texts get proposals only. Can be stopped at any "
        "time and goes on where it was."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--all", action="store_true", help="all texts, also those looked at already"
        )
        parser.add_argument("--limit", type=int, metavar="N", help="stop after N texts")

    def handle(self, *, all: bool, limit, **options):
        count = look_at_all(anew=all, limit=limit, progress=self._bar)
        waiting = texts_to_look_at().count()
        self.stdout.write(f"Looked at {count} texts; {waiting} wait.")

    def _bar(self, texts, total: int):
        return tqdm(texts, total=total, unit="text", disable=None)
