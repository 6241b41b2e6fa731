"""How sure it is that two records are one. Everybody in it but the presidents is invented."""

import pytest

from ots_desk.partial_dates import PartialDate
from people.doubles.pairing import pairs_among
from people.doubles.records import Record, Spelling, numbers_in
from people.doubles.weighing import weigh


def record(pk: int, *spellings: str, kind: str = "person", **known) -> Record:
    return Record(pk, kind, spellings=tuple(map(Spelling, spellings)), **known)


def score(one: Record, other: Record) -> float:
    """What the pair is worth; 0 where it isn't even compared."""
    return next((weigh(*pair).score for pair in pairs_among([one, other])), 0.0)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Sadyr Japarov", "Садыр Жапаров"),
        ("Sadyr Japarov", "Zhaparov Sadyr"),
        ("Nur Sultan Testbekov", "Nursultan Testbekov"),
        ("S. Japarov", "Sadyr Japarov"),
        ("Testbek Example", "Testbek Exemple"),
    ],
)
def test_spellings_of_one_name_are_proposed(mine, theirs):
    assert score(record(1, mine), record(2, theirs)) >= 0.75


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Sadyr Japarov", "Akylbek Japarov"),
        ("Japarov", "Japarov"),
        ("Testbek Example", "Sampul Invented"),
    ],
)
def test_other_people_and_bare_surnames_are_not(mine, theirs):
    assert score(record(1, mine), record(2, theirs)) < 0.75


def test_an_initial_says_nothing_beside_a_full_name():
    one = record(1, "Akylbek Example", "A. Example")
    other = record(2, "Azamat Example", "A. Example")
    assert score(one, other) < 0.75


def test_two_wikidata_ids_are_never_proposed():
    one, other = record(1, "Testbek Example", wikidata="Q1"), record(2, "Testbek Example")
    assert score(one, other) > 0.75
    assert score(one, record(2, "Testbek Example", wikidata="Q2")) == 0


def test_one_wikidata_id_is_proposed_whatever_the_names():
    one, other = record(1, "Testbek", wikidata="Q1"), record(2, "Sampul Invented", wikidata="Q1")
    assert score(one, other) > 0.99


def test_records_of_two_kinds_are_not_compared():
    body = record(2, "Testbek Example", kind="organization")
    assert score(record(1, "Testbek Example"), body) == 0


def test_another_country_and_another_day_of_birth_speak_against():
    one = record(1, "Testbek Example", country="KG", began=PartialDate.parse("1970-01-02"))
    other = record(2, "Testbek Exemple", country="KZ", began=PartialDate.parse("1981"))
    weighed = weigh(*next(pairs_among([one, other])))
    assert not weighed.is_proposed
    assert (weighed.evidence["country"], weighed.evidence["began"]) == ("other", "other")


def test_an_office_a_country_and_a_day_in_common_speak_for_it():
    born = PartialDate.parse("1970-01-02")
    known = {"country": "KG", "posts": frozenset([7]), "began": born}
    one, other = record(1, "Testbek Example", **known), record(2, "Testbek Exemple", **known)
    evidence = weigh(*next(pairs_among([one, other]))).evidence
    assert (evidence["country"], evidence["offices"], evidence["began"]) == ("same", [7], "same")
    assert score(one, other) > score(record(1, "Testbek Example"), record(2, "Testbek Exemple"))


def test_texts_that_name_both_speak_against_it():
    one, other, spellings = next(
        pairs_among([record(1, "Testbek Example"), record(2, "Testbek Exemple")])
    )
    assert weigh(one, other, spellings, 3).score < weigh(one, other, spellings).score


@pytest.mark.parametrize("theirs", ["12th Summit of Examples", "XII Summit of Examples"])
def test_summits_with_another_number_are_two(theirs):
    one = record(1, "11th Summit of Examples", kind="event")
    assert score(one, record(2, theirs, kind="event")) < 0.75


def test_events_of_one_day_and_country_are_proposed_whatever_their_names():
    known = {"kind": "event", "country": "KG", "began": PartialDate.parse("2024-11-06")}
    one, other = record(1, "11th Summit", **known), record(2, "Одиннадцатая встреча", **known)
    assert score(one, other) >= 0.75


def test_numbers_are_read_in_both_kinds_of_figures():
    assert numbers_in("XIV Summit in 2025") == {14, 2025}


def test_each_pair_stands_once_with_the_lower_id_first():
    names = ("Testbek Example", "Example Testbek", "Тестбек Экзампл")
    pairs = [
        (one.pk, other.pk) for one, other, _ in pairs_among([record(5, *names), record(2, *names)])
    ]
    assert pairs == [(2, 5)]
