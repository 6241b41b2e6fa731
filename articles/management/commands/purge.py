"""Delete documents by order of the law; shows first what will go."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from articles.models import Document, Translation
from articles.purge_plans import PurgeNotAllowed, PurgePlan, plan_purge
from articles.purging import purge


class Command(BaseCommand):
    help = (
        "Delete documents for good, with the texts made of them and every word taken from them. "
        "Their hashes and the reason are kept, and the same bytes are refused from then on."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "targets",
            nargs="+",
            metavar="SHA256|TEXT-ID",
            help="a document's hash, or the id of a text, with which all its documents go",
        )
        parser.add_argument("--reason", required=True, help="whose order it is; quote no words")
        parser.add_argument("--as", dest="user", metavar="USER", required=True, help="who does it")
        parser.add_argument(
            "--dry-run", action="store_true", help="show what would go; delete nothing"
        )
        parser.add_argument("--yes", action="store_true", help="don't ask; for scripts")

    def handle(self, *, targets, reason, user, dry_run, yes, **options):
        editor = get_user_model().objects.filter(username=user, is_active=True).first()
        if editor is None:
            raise CommandError(f"There is no active account “{user}”.")
        try:
            plan = plan_purge(targets)
            self._show(plan)
            if dry_run:
                self.stdout.write("Nothing was deleted.")
                return
            if not yes:
                _ask()
            purge(targets, user=editor, reason=reason, shown=plan)
        except PurgeNotAllowed as refusal:
            raise CommandError(f"Nothing was deleted: {refusal}") from refusal
        self.stdout.write("Deleted. What backups and logs outside the desk hold is not.")

    def _show(self, plan: PurgePlan) -> None:
        self.stdout.write("This goes for good:")
        for document in Document.objects.filter(pk__in=plan.documents).defer("content"):
            self.stdout.write(f"  document {document.sha256}")
            for path in document.sightings.values_list("path", flat=True).distinct():
                self.stdout.write(f"    seen as {path}")
        for text in Translation.objects.filter(pk__in=plan.texts):
            self.stdout.write(f"  text {text.pk} ({text.get_status_display()}): {text}")
        counts = (f"{count} {name}" for name, count in plan.counts().items())
        self.stdout.write(f"In all: {', '.join(counts)}.")
        for text in Translation.objects.filter(pk__in=plan.staying):
            self.stdout.write(
                f"Text {text.pk} stays, since another document is its own: {text}\n"
                f"  Name {text.pk} too if it must go."
            )


def _ask() -> None:
    if input("Write “purge” to go on: ").strip() != "purge":
        raise PurgeNotAllowed("you did not confirm it.")
