"""Fill a desk with the five seeds, published and curated, and with accounts to try it.

With `--story` also with invented reports of one event, since no two seeds tell one.

For a developer's or a visitor's own machine: it refuses to run without DEBUG.
"""

import json
import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.choices import PublicUse, Status, Verdict
from articles.demo.story import invented_texts, tell_invented_story
from articles.editing import save_text
from articles.importing.inputs import walk
from articles.importing.run import import_paths
from articles.judging import decide
from articles.management.commands.import_seeds import SEEDS
from articles.models import ArticleJudgement, Topic, Translation
from articles.publishing import publish
from articles.reference import load_reference
from articles.tagging import confirm
from ots_desk.roles import CHIEF_EDITOR, EDITOR, REPORTER
from people.choices import EntityKind

ACCOUNTS = {"chief": CHIEF_EDITOR, "editor": EDITOR, "reporter": REPORTER}

# Passwords are made on this machine, kept readable for its owner alone, and never committed.
PASSWORD_FILE = settings.BASE_DIR / ".demo-accounts"

PUBLIC_USE_BASIS = "Demo: shown in full on this machine only; no outlet has agreed to it."

# What an editor would file each seed under, by the beginning of its file name.
TOPICS = {
    "000": ["topic/security", "topic/diplomacy"],
    "001": ["topic/security", "topic/diplomacy"],
    "002": ["topic/transport", "topic/diplomacy"],
    "003": ["topic/diplomacy"],
    "004": ["topic/diplomacy"],
}


FILLED = """The demo desk is filled: five real texts, two of them made one article
(see Merges of articles; it can be undone).
To try stories: manage.py demo --story adds four reports of one event, marked as invented."""

STORY_TOLD = """Four reports are added, marked as invented: they tell one story, and two of them
wait for your verdict."""


class Command(BaseCommand):
    help = "Fill this desk with the five seeds, published and curated, and with demo accounts."

    def add_arguments(self, parser):
        parser.add_argument(
            "--story",
            action="store_true",
            help="add four reports of one event, marked as invented, to try stories with",
        )

    def handle(self, **options):
        if not settings.DEBUG:
            raise CommandError("The demo runs only with DEBUG=1, on your own machine.")
        passwords = self._accounts()
        load_reference(SEEDS / "reference")
        chief = get_user_model().objects.get(username="chief")
        if self._is_filled():
            self.stdout.write("The demo desk stands as you left it.")
        else:
            with transaction.atomic():
                self._fill(chief)
            self.stdout.write(FILLED)
        if options["story"] and not invented_texts().exists():
            with transaction.atomic():
                tell_invented_story(chief)
            self.stdout.write(STORY_TOLD)
        self._print(passwords)

    def _is_filled(self) -> bool:
        return Translation.objects.filter(public_use_basis=PUBLIC_USE_BASIS).exists()

    def _fill(self, chief) -> None:
        import_paths([SEEDS], user=chief)
        hashes = [file.sha256 for file in walk([SEEDS])]
        drafts = Translation.objects.filter(
            status=Status.DRAFT, reading__document__sha256__in=hashes
        )
        for text in drafts.order_by("pk"):
            self._curate(text, chief)
        for pair in ArticleJudgement.objects.open().filter(proposed_verdict=Verdict.TRANSLATION):
            decide(pair, Verdict.TRANSLATION, user=chief, reason="Demo: accepted as proposed.")

    def _curate(self, text: Translation, chief) -> None:
        seed = text.reading.document.sightings.first().path.rsplit("/", 1)[-1]
        text.article.topics.add(*Topic.objects.filter(reference__in=TOPICS.get(seed[:3], [])))
        text.public_use = PublicUse.FULL
        text.public_use_basis = PUBLIC_USE_BASIS
        save_text(text, user=chief, note="demo")
        for mention in text.mentions.open().filter(entity__kind=EntityKind.EVENT):
            confirm(mention, user=chief)
        publish(text, user=chief, note="demo")

    def _accounts(self) -> dict[str, str]:
        """Make the accounts that are missing; return the password of each demo account whose
        password is still the one that was made here."""
        passwords = json.loads(PASSWORD_FILE.read_text()) if PASSWORD_FILE.exists() else {}
        for name, role in ACCOUNTS.items():
            user, is_new = get_user_model().objects.get_or_create(
                username=name, defaults={"is_staff": True, "first_name": f"Demo {name}"}
            )
            if is_new:
                passwords.setdefault(name, secrets.token_urlsafe(9))
                user.set_password(passwords[name])
                user.save()
                user.groups.add(Group.objects.get(name=role))
            elif not user.check_password(passwords.get(name, "")):
                passwords.pop(name, None)
        PASSWORD_FILE.touch(mode=0o600)
        PASSWORD_FILE.write_text(json.dumps(passwords))
        return passwords

    def _print(self, passwords: dict[str, str]) -> None:
        self.stdout.write("\nAccounts for /admin/ (this machine only):")
        for name, role in ACCOUNTS.items():
            password = passwords.get(name, "(changed; set a new one: manage.py changepassword)")
            self.stdout.write(f"  {name:<10} {password:<16} {role}")
