"""Who held what on one day, as a page tells it."""

from datetime import date

from django.utils.translation import override

from people.days import standings_in, standings_of
from people.models import Membership


def told(standings) -> list[tuple]:
    return [(s.office, [(h.name, h.certainty) for h in s.holders]) for s in standings]


def test_an_office_has_its_holder_of_the_day(make_entity, make_office, readers):
    body = make_entity("organization", "Example Body (invented)")
    first, second = (make_entity("person", f"Example {n}", is_public=True) for n in "AB")
    terms = [(first, "2018-09-03", "2022-11-11"), (second, "2022-11-11", None)]
    make_office(body, "Head of Example", *terms)
    assert told(standings_in(body, date(2022, 1, 31), readers)) == [
        ("Head of Example", [("Example A", "certain")])
    ]
    assert told(standings_in(body, date(2022, 11, 11), readers)) == [
        ("Head of Example", [("Example B", "certain"), ("Example A", "possible")])
    ]
    assert told(standings_in(body, date(2025, 1, 1), readers)) == [
        ("Head of Example", [("Example B", "possible")])
    ]
    assert told(standings_in(body, date(2001, 1, 1), readers)) == [("Head of Example", [])]


def test_a_line_says_from_when_to_when(make_entity, make_office, readers):
    body = make_entity("organization", "Example Body (invented)")
    person = make_entity("person", "Example A", is_public=True)
    post = make_office(body, "Head", (person, "2022-11-11", None))
    Membership.objects.filter(post=post).update(known_until=date(2026, 3, 31), is_acting=True)
    holder = standings_in(body, date(2023, 1, 1), readers)[0].holders[0]
    assert holder.name == "Example A (acting)"
    assert holder.dates == "since 11 November 2022; no end known by 31 March 2026"


def test_whom_readers_may_not_see_is_not_told(make_entity, make_office, readers, desk):
    body, hidden = make_entity("place", "Exampleland"), make_entity("person", "Example A")
    make_office(body, "Head", (hidden, "2020-01-01", "2024-01-01"))
    assert told(standings_in(body, date(2022, 1, 1), readers)) == [("Head", [])]
    assert told(standings_in(body, date(2022, 1, 1), desk)) == [
        ("Head", [("Example A", "certain")])
    ]


def test_weak_sources_are_for_the_desk_only(make_entity, make_office, readers, desk):
    body = make_entity("place", "Exampleland")
    person = make_entity("person", "Example A", is_public=True)
    make_office(body, "Head", (person, "2020-01-01", "2024-01-01"), confidence="low")
    assert told(standings_in(body, date(2022, 1, 1), readers)) == [("Head", [])]
    assert told(standings_in(body, date(2022, 1, 1), desk)) == [
        ("Head", [("Example A (weak sources)", "possible")])
    ]


def test_chair_members_and_observers_of_the_day_stand_by_name(make_entity, readers):
    body = make_entity("organization", "Example Body (invented)")
    for name, role, began in [
        ("Exampleland", "member", "2009-10-03"),
        ("Anotherland", "member", "2009-10-03"),
        ("Laterland", "member", "2019-10-15"),
        ("Watchland", "observer", "2010-01-01"),
        ("Exampleland", "chair", "2009-10-03"),
    ]:
        Membership.objects.create(
            organization=body, member=make_entity("place", name), role=role, began=began
        )
    assert told(standings_in(body, date(2012, 1, 1), readers)) == [
        ("chair", [("Exampleland", "possible")]),
        ("member", [("Anotherland", "possible"), ("Exampleland", "possible")]),
        ("observer", [("Watchland", "possible")]),
    ]


def test_a_person_is_told_what_they_were(make_entity, make_office, readers):
    state = make_entity("place", "Exampleland")
    person = make_entity("person", "Example A", is_public=True)
    body = make_entity("organization", "Example Body (invented)", is_public=True)
    make_office(state, "Minister of Exampleland", (person, "2020-01-01", "2024-01-01"))
    Membership.objects.create(organization=body, member=person, role="member", began="2021-01-01")
    standings = standings_of(person, date(2022, 1, 1), readers)
    assert told(standings) == [
        ("Minister of Exampleland", [("", "certain")]),
        ("member", [("Example Body (invented)", "possible")]),
    ]
    assert standings[1].holders[0].url == body.get_absolute_url()
    assert standings_of(person, date(2001, 1, 1), readers) == []


def test_a_role_in_a_body_that_readers_may_not_see_is_not_told(make_entity, readers):
    member, hidden = make_entity("place", "Exampleland"), make_entity("organization", "Hidden")
    Membership.objects.create(organization=hidden, member=member, role="member", began="2021")
    assert standings_of(member, date(2022, 1, 1), readers) == []


def test_words_are_in_the_readers_language(make_entity, make_office, readers):
    body = make_entity("place", "Exampleland")
    make_office(body, "Head", (make_entity("person", "Example A", is_public=True), "2020", "2024"))
    with override("ru"):
        certainty = standings_in(body, date(2022, 1, 1), readers)[0].holders[0].certainty
    assert certainty != "certain"
