"""Offices and terms as the recogniser takes them: the same days as the record gives."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ots_desk.partial_dates import PartialDate
from people.known_offices import known_term, load_offices
from people.models import Entity, Membership, Post
from people.offices import standing_on

DAYS = st.dates(date(2019, 1, 1), date(2024, 12, 31))
PARTIAL = st.builds(lambda day, length: str(day)[:length], DAYS, st.sampled_from([4, 7, 10])).map(
    PartialDate.parse
)


@settings(deadline=None)
@given(
    began=st.none() | PARTIAL,
    ended=st.none() | PARTIAL,
    known_until=st.none() | DAYS,
    confidence=st.sampled_from(["", "low"]),
    day=DAYS,
)
def test_a_term_says_of_a_day_what_the_record_says(began, ended, known_until, confidence, day):
    member = Entity(kind="person", name="Testbek Example (invented)", pk=1)
    term = Membership(member=member, known_until=known_until, confidence=confidence)
    term.began, term.ended = began, ended
    assert known_term(term).on(day) == standing_on(term, day)


def test_a_term_that_ends_on_the_first_day_of_all_is_read():
    term = Membership(member=Entity(kind="person", name="Testbek Example (invented)", pk=1))
    term.began = term.ended = PartialDate.parse("0001-01-01")
    assert known_term(term).on(date.min) == standing_on(term, date.min) == "possible"


@pytest.mark.django_db
def test_offices_of_a_merged_person_are_the_survivors():
    survivor = Entity.objects.create(kind="person", name="Testbek Example (invented)")
    duplicate = Entity.objects.create(
        kind="person", name="Testbek Exemple (invented)", merged_into=survivor
    )
    body = Entity.objects.create(kind="organization", name="Invented League", country="KG")
    labels = [{"language": "en", "text": "Head of the Invented League", "kind": "full"}]
    post = Post.objects.create(organization=body, labels=labels)
    Membership.objects.create(member=duplicate, post=post, began="2020", ended="2022")
    offices = load_offices()
    assert offices.holders(post.pk, date(2021, 1, 1)).certain == (survivor.pk,)
    assert offices.known[post.pk].country == "KG"


@pytest.mark.django_db
def test_offices_are_loaded_with_two_queries(django_assert_num_queries):
    body = Entity.objects.create(kind="organization", name="Invented League")
    for number in range(5):
        person = Entity.objects.create(kind="person", name=f"Testbek {number} (invented)")
        post = Post.objects.create(organization=body, labels=[])
        began = date(2020, 1, 1) + timedelta(days=number)
        Membership.objects.create(member=person, post=post, began=str(began))
    with django_assert_num_queries(2):
        load_offices()
