"""`manage.py rebuild_search`: empty the search index and fill it from the published texts."""

from django.core.management.base import BaseCommand

from articles.search import rebuild


class Command(BaseCommand):
    help = "Empties the search index and fills it again from the published texts."

    def handle(self, **options):
        self.stdout.write(f"{rebuild()} texts are in the search index.")
