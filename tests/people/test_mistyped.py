"""Whom somebody meant who typed a name with a wrong letter. Strangers are invented."""

import pytest

from people.mistyped import nearly_named
from people.models import Entity, Name

pytestmark = pytest.mark.django_db

SPELLINGS = {
    "Sadyr Japarov": ["Sadyr Japarov", "Садыр Жапаров", "Sadır Caparov"],
    "Akylbek Japarov": ["Akylbek Japarov", "Акылбек Жапаров"],
    "Kubanychbek Omuraliev": ["Kubanychbek Omuraliev", "Кубанычбек Өмүралиев"],
    "Kassym-Jomart Tokayev": ["Kassym-Jomart Tokayev", "Касым-Жомарт Токаев"],
    "Testbek Exampleuly": ["Testbek Exampleuly"],
    "OTS": ["OTS", "ОТГ"],
}


@pytest.fixture(autouse=True)
def known(db):
    for name, spellings in SPELLINGS.items():
        person = Entity.objects.create(kind="person", name=name)
        for spelling in spellings:
            Name.objects.create(entity=person, text=spelling, language="en")


def found(typed, **options):
    names = Entity.objects.in_bulk(nearly_named(typed, **options))
    return [names[pk].name for pk in nearly_named(typed, **options)]


@pytest.mark.parametrize("typed", ["Japrov", "Japarvo", "Jparov", "Zaparov", "жапров", "Жапоорв"])
def test_a_wrong_letter_in_one_word_brings_all_namesakes(typed):
    assert set(found(typed)) == {"Sadyr Japarov", "Akylbek Japarov"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Omuralive", "Kubanychbek Omuraliev"),
        ("Омуралев", "Kubanychbek Omuraliev"),
        ("Kubanchbek", "Kubanychbek Omuraliev"),
        ("Tokaev Kasim", "Kassym-Jomart Tokayev"),
        ("Sadry Japrov", "Sadyr Japarov"),
        ("Exampelu", "Testbek Exampleuly"),
    ],
)
def test_whoever_is_meant_comes_first(typed, meant):
    assert found(typed)[0] == meant


def test_every_typed_word_counts():
    assert found("Akylbke Japrov") == ["Akylbek Japarov"]
    assert found("Japrov Tokaev") == []


@pytest.mark.parametrize("typed", ["", "  ", "1234", "xyz", "OTT"])
def test_too_little_or_something_else_brings_nobody(typed):
    assert found(typed) == []


def test_no_more_come_than_were_asked_for():
    assert len(found("Japrov", limit=1)) == 1


def test_it_takes_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        nearly_named("Japrov")
