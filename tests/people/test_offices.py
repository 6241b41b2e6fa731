from datetime import date

import pytest

from people.choices import Certainty
from people.models import Entity, Membership, Post
from people.offices import holders_on, offices_on, overlap, standing_on

CERTAIN, POSSIBLE, NO = Certainty.CERTAIN, Certainty.POSSIBLE, Certainty.NO


def term(began=None, ended=None, **fields):
    row = Membership(**fields)
    row.began, row.ended = began, ended
    return row


@pytest.mark.parametrize(
    ("day", "certainty"),
    [
        (date(2018, 8, 31), NO),
        (date(2018, 9, 3), CERTAIN),
        (date(2022, 11, 10), CERTAIN),
        (date(2022, 11, 11), POSSIBLE),
        (date(2022, 11, 12), NO),
    ],
)
def test_a_term_between_two_days_is_certain_but_for_its_last_day(day, certainty):
    assert standing_on(term("2018-09-03", "2022-11-11"), day) == certainty


@pytest.mark.parametrize(
    ("day", "certainty"),
    [(date(2021, 12, 31), NO), (date(2022, 6, 1), POSSIBLE), (date(2023, 1, 1), CERTAIN)],
)
def test_within_the_year_of_its_start_a_term_is_only_possible(day, certainty):
    assert standing_on(term("2022", "2024"), day) == certainty


def test_an_open_end_is_certain_only_as_far_as_the_source_knew_of_none():
    open_term = term("2022-11-11", known_until=date(2026, 3, 31))
    assert standing_on(open_term, date(2026, 3, 31)) == CERTAIN
    assert standing_on(open_term, date(2026, 4, 1)) == POSSIBLE


def test_an_open_term_that_nobody_checked_is_certain_on_its_first_day_only():
    open_term = term("2022-11-11")
    assert standing_on(open_term, date(2022, 11, 11)) == CERTAIN
    assert standing_on(open_term, date(2022, 11, 12)) == POSSIBLE
    assert standing_on(term("2022-11"), date(2022, 11, 30)) == POSSIBLE


def test_an_unknown_start_is_never_certain():
    assert standing_on(term(None, "2022"), date(2021, 1, 1)) == POSSIBLE


def test_a_term_from_weak_sources_is_never_certain():
    assert standing_on(term("2020", "2024", confidence="low"), date(2022, 1, 1)) == POSSIBLE


def test_a_successor_may_begin_on_the_day_the_term_ends():
    assert not overlap(term("2018", "2022-11-11"), term("2022-11-11", "2024"))


def test_terms_that_share_a_certain_day_overlap_whichever_way_round():
    one, other = term("2018-01-01", "2022-11-11"), term("2022-01-01", "2024")
    assert overlap(one, other)
    assert overlap(other, one)


def test_an_open_term_overlaps_one_that_began_before_its_end_was_looked_for():
    open_term = term("2018-01-01", known_until=date(2026, 3, 31))
    assert overlap(open_term, term("2022-01-01", "2023-01-01"))


def test_a_term_that_began_within_an_open_one_overlaps_though_nothing_else_is_known_of_it():
    open_term = term("2018-01-01", known_until=date(2026, 3, 31))
    assert overlap(open_term, term("2022-01-01"))
    assert overlap(term("2022-01-01"), open_term)
    assert not overlap(open_term, term("2026-03-31"))


def test_terms_that_began_on_one_day_overlap():
    assert overlap(term("2022-01-01"), term("2022-01-01", "2024"))


@pytest.mark.parametrize("began", ["2022", "2022-01", None])
def test_a_term_of_which_no_day_is_certain_overlaps_none(began):
    assert not overlap(term("2018-01-01", "2024"), term(began))


def test_an_open_end_is_no_proof_that_a_term_met_a_later_one():
    assert not overlap(term("2018-01-01"), term("2022-01-01"))


def test_an_acting_holder_does_not_overlap():
    assert not overlap(term("2018", "2022"), term("2020", "2021", is_acting=True))


@pytest.mark.django_db
def test_offices_are_listed_certain_ones_first_then_the_latest():
    person = Entity.objects.create(kind="person", name="Example person (invented)")
    body = Entity.objects.create(kind="organization", name="Example body (invented)")
    for began, ended in [("2010", None), ("2018-01-01", "2024"), ("2020-01-01", "2024")]:
        Membership.objects.create(
            member=person, organization=body, role="member", began=began, ended=ended
        )
    found = [(str(t.began), certainty) for t, certainty in offices_on(person, date(2022, 1, 1))]
    assert found == [("2020-01-01", CERTAIN), ("2018-01-01", CERTAIN), ("2010", POSSIBLE)]


# Who held the office: the terms of the Secretaries General of the OTS, as the reference has them.


@pytest.fixture
def secretary_general(db):
    body = Entity.objects.create(kind="organization", name="Organization of Turkic States")
    labels = [{"language": "en", "text": "Secretary General", "kind": "full"}]
    post = Post.objects.create(organization=body, labels=labels)
    amreyev = Entity.objects.create(kind="person", name="Baghdad Amreyev")
    omuraliev = Entity.objects.create(kind="person", name="Kubanychbek Omuraliev")
    terms = post.memberships
    terms.create(member=amreyev, began="2018-09-03", ended="2022-11-11")
    terms.create(member=omuraliev, began="2022-11-11", known_until=date(2026, 3, 31))
    return post


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        (date(2018, 9, 2), []),
        (date(2022, 1, 31), [("Baghdad Amreyev", CERTAIN)]),
        (
            date(2022, 11, 11),
            [("Kubanychbek Omuraliev", CERTAIN), ("Baghdad Amreyev", POSSIBLE)],
        ),
        (date(2025, 9, 12), [("Kubanychbek Omuraliev", CERTAIN)]),
        (date(2030, 1, 1), [("Kubanychbek Omuraliev", POSSIBLE)]),
    ],
)
def test_who_held_an_office_on_a_day(secretary_general, day, holders):
    found = [
        (term.member.name, certainty) for term, certainty in holders_on(secretary_general, day)
    ]
    assert found == holders


def test_a_term_that_begins_on_the_last_day_of_all_is_compared():
    term = Membership(began="9999-12-31")
    assert not overlap(term, Membership(began="9999-12-31"))
