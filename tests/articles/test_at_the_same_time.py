"""An editor decides on a name while the machine, or somebody else, changes the same text."""

import threading
import time
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction

from articles.choices import MentionStatus
from articles.editing import save_text
from articles.looking_again import look_at_all
from articles.models import Mention, TaggingStep, Translation
from articles.tagging import confirm, decide_many, lock_mention
from people.models import Entity

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql",
        reason="SQLite lets one at a time write, and a test's database is one connection's own",
    ),
]

PATIENCE = 10


@pytest.fixture
def user() -> User:
    return User.objects.create_user("somebody")


@pytest.fixture
def mention(make_text) -> Mention:
    """A proposal that the machine would not find again."""
    person = Entity.objects.create(kind="person", name="Testbek Example")
    return Mention.objects.create(
        translation=make_text(body="Example spoke."), field="body", start=0, end=7, text="Example",
        entity=person, status="suggested", rule="surname",
    )  # fmt: skip


class Meanwhile:
    """Does something on a connection of its own, until it has to wait for this one."""

    def __init__(self, act: Callable) -> None:
        self._act, self._error = act, None
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        self._let_it_come_to_a_lock()

    def end(self) -> None:
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        if self._error:
            raise self._error

    def _run(self) -> None:
        try:
            self._act()
        except Exception as error:
            self._error = error
        finally:
            connection.close()

    def _let_it_come_to_a_lock(self) -> None:
        until = time.monotonic() + PATIENCE
        while self._thread.is_alive() and not _somebody_waits():
            assert time.monotonic() < until, "it neither ended nor waited"
            time.sleep(0.02)


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return cursor.fetchone()[0] > 0


def edit(pk: int, user: User) -> None:
    text = Translation.objects.get(pk=pk)
    text.body = f"Then {text.body}"
    save_text(text, user=user)


def test_a_decision_outlives_looking_for_names(mention, user):
    with transaction.atomic():
        mentions = Mention.objects.filter(pk=mention.pk)
        decide_many(mentions, MentionStatus.CONFIRMED, words="Example", user=user)
        looking = Meanwhile(look_at_all)
    looking.end()
    assert Mention.objects.get(pk=mention.pk).decided_by == user


def test_a_decision_outlives_an_edit_that_moves_its_words(mention, user):
    with transaction.atomic():
        mentions = Mention.objects.filter(pk=mention.pk)
        decide_many(mentions, MentionStatus.CONFIRMED, words="Example", user=user)
        editing = Meanwhile(lambda: edit(mention.translation_id, user))
    editing.end()
    moved = Mention.objects.get(pk=mention.pk)
    assert (moved.start, moved.status, moved.decided_by) == (5, "confirmed", user)


def test_an_editor_and_the_machine_do_not_wait_for_each_other(mention, user):
    with transaction.atomic():
        lock_mention(mention)
        looking = Meanwhile(look_at_all)
        confirm(mention, user=user)
    looking.end()
    assert Mention.objects.get(pk=mention.pk).status == "confirmed"
    assert TaggingStep.objects.count() == 1
