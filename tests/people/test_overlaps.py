"""Two editors at once, and the reference data against the desk: overlapping terms find each other.

What the forms refuse, one editor at a time, is in `test_admin`.
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from people.models import Entity, Membership, Post
from people.overlaps import find_overlap

LABELS = [{"language": "en", "text": "Example office (invented)", "kind": "full"}]


def office(**fields):
    body = Entity.objects.create(kind="organization", name="Example Body (invented)")
    return Post.objects.create(organization=body, labels=LABELS, **fields)


def persons(count):
    return [
        Entity.objects.create(kind="person", name=f"Example Person {number} (invented)")
        for number in range(count)
    ]


def term(member, post, began, ended=None, **fields):
    row = Membership(member=member, post=post, **fields)
    row.began, row.ended = began, ended
    return row


@pytest.mark.django_db
def test_the_stored_row_of_a_term_is_not_held_against_it():
    post, (one, other) = office(), persons(2)
    stored = Membership.objects.create(member=one, post=post, began="2020", ended="2024")
    new = term(other, post, "2022", "2025")
    assert find_overlap([new]) == (new, stored)
    assert find_overlap([new], without=[stored.pk]) is None
    stored.ended = "2022"
    assert find_overlap([new, stored]) is None
    assert find_overlap([stored]) is None


@pytest.mark.django_db
def test_several_may_hold_an_office_that_is_for_several():
    post, (one, other) = office(is_for_one_person=False), persons(2)
    assert (
        find_overlap([term(one, post, "2020", "2024"), term(other, post, "2020", "2024")]) is None
    )


@pytest.mark.django_db
def test_roles_in_a_body_may_overlap():
    body = Entity.objects.create(kind="organization", name="Example Body (invented)")
    roles = [
        Membership(member=member, organization=body, role="member", began="2020", ended="2024")
        for member in persons(2)
    ]
    assert find_overlap(roles) is None


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_who_asks_while_somebody_stores_an_overlapping_term_waits_and_finds_it():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one transaction write at a time, and here none in a thread.")
    post, (one, other) = office(), persons(2)
    has_looked, has_answer = Event(), Event()

    @in_a_transaction
    def store():
        first = term(one, post, "2020", "2024")
        assert find_overlap([first]) is None
        has_looked.set()
        has_answer.wait(0.5)  # in vain, as the other waits for this transaction to end
        first.save()

    @in_a_transaction
    def ask():
        has_looked.wait()
        found = find_overlap([term(other, post, "2020", "2024")])
        has_answer.set()
        return found

    with ThreadPoolExecutor(2) as pool:
        storing = pool.submit(store)
        (_new, stored) = pool.submit(ask).result()
        storing.result()
    assert stored.member == one


def in_a_transaction(step):
    """For a thread, which has a connection of its own."""

    def wrapped():
        try:
            with transaction.atomic():
                return step()
        finally:
            connection.close()

    return wrapped
