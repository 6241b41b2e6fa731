"""Two editors merge overlapping pairs at once: one wins, the other is told why. Everybody in it is
invented."""

import threading

import pytest
from django.contrib.auth.models import User
from django.db import connection

from ots_desk.reversing import Refused
from people.merging import merge
from people.models import Entity, EntityMerge, Name
from people.splitting import split

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql",
        reason="SQLite lets one at a time write, and a test's database is one connection's own",
    ),
]

PATIENCE = 30


@pytest.fixture
def user() -> User:
    return User.objects.create_user("somebody")


@pytest.fixture
def people(user) -> list[Entity]:
    people = [Entity.objects.create(kind="person", name=f"Testbek Example{n}") for n in "abc"]
    for person in people:
        for text in ("Testbek Example", person.name):
            Name.objects.create(entity=person, text=text, language="en")
    return people


def at_once(*acts) -> list[str]:
    """Do all of them at the same moment; what each was refused for, "" where it wasn't."""
    start, answers = threading.Barrier(len(acts)), [""] * len(acts)

    def run(number: int) -> None:
        try:
            start.wait(PATIENCE)
            acts[number]()
        except Refused as refusal:
            answers[number] = str(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return answers


def test_of_two_merges_of_one_pair_either_way_round_one_is_refused(people, user):
    one, other, _third = people
    answers = at_once(lambda: merge(one, other, user=user), lambda: merge(other, one, user=user))
    assert sorted(map(bool, answers)) == [False, True]
    assert "already merged" in "".join(answers)
    assert EntityMerge.objects.count() == 1


def test_a_chain_that_is_made_at_once_has_no_circle(people, user):
    one, other, third = people
    at_once(
        lambda: merge(one, other, user=user),
        lambda: merge(other, third, user=user),
        lambda: merge(third, one, user=user),
    )
    assert len({person.survivor() for person in Entity.objects.all()}) == (
        3 - EntityMerge.objects.count()
    )
    assert Name.objects.filter(entity__merged_into__isnull=False).count() == 0


def test_a_split_and_a_merge_of_one_record_leave_every_spelling_once(people, user):
    one, other, _third = people
    names = list(other.names.filter(text=other.name))
    at_once(lambda: merge(one, other, user=user), lambda: split(other, names, user=user))
    assert Name.objects.filter(text=other.name).count() == 1
    assert not Name.objects.filter(entity__merged_into__isnull=False).exists()
