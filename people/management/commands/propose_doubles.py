"""Look through all of who's who for records that may be one, and propose the pairs to editors."""

from django.core.management.base import BaseCommand
from tqdm import tqdm

from people.doubles import propose_all


class Command(BaseCommand):
    help = (
        "Compare the names of all persons, bodies, places, events and official documents, in all "
        "scripts, and put pairs that may be one into the queue. Pairs that are decided stay so."
    )

    def add_arguments(self, parser):
        parser.add_argument("--no-progress", action="store_true", help="show no progress bar")

    def handle(self, *, no_progress: bool, **options):
        def progress(pairs, total):
            return tqdm(pairs, total=total, unit=" pairs", disable=no_progress, leave=False)

        found = propose_all(progress)
        self.stdout.write(f"{found.compared:,} pairs compared, {found.new:,} new in the queue.")
