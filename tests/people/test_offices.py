from datetime import date

import pytest

from people.choices import Certainty
from people.models import Entity, Membership
from people.offices import offices_on, overlap, standing_on

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
