import pytest

from people.choices import EntityKind
from people.models import Entity, Name
from people.names import SAME_NAME
from people.nearest import nearest_people

pytestmark = pytest.mark.django_db


def known(*spellings: str, kind=EntityKind.PERSON, **fields) -> Entity:
    entity = Entity.objects.create(kind=kind, name=spellings[0], **fields)
    for text in spellings:
        Name.objects.create(entity=entity, text=text, language="en")
    return entity


@pytest.fixture
def sadyr():
    return known("Sadyr Japarov", "Sadyr Zhaparov", "Садыр Жапаров")


@pytest.mark.parametrize("called", ["Sadır Caparov", "Садыр Жапаров", "S. Japarov", "Sadyr Japaro"])
def test_the_same_name_in_any_spelling_is_near(sadyr, called):
    [(entity, _, score)] = nearest_people(called)
    assert entity == sadyr
    assert score >= SAME_NAME


def test_a_person_comes_once_under_the_spelling_that_is_likest(sadyr):
    assert [(near.entity, near.spelling) for near in nearest_people("Sadyr Zhaparov")] == [
        (sadyr, "Sadyr Zhaparov")
    ]


def test_the_likest_comes_first_and_no_more_than_asked_for(sadyr):
    others = [known(f"{given} Japarov") for given in ("Sadir", "Sadik", "Saadat")]
    near = nearest_people("Sadyr Japarov", limit=2)
    assert [one.entity for one in near] == [sadyr, others[0]]


@pytest.mark.parametrize("called", ["Okay Memiş", "S.", ""])
def test_somebody_of_another_name_is_not_near(sadyr, called):
    assert nearest_people(called) == []


def test_bodies_and_places_are_no_people():
    known("Sadyr Japarov Foundation", kind=EntityKind.ORGANIZATION)
    assert nearest_people("Sadyr Japarov") == []


def test_a_merged_person_is_shown_as_the_one_that_stayed(sadyr):
    known("Sadir Caparow", merged_into=sadyr)
    assert [near.entity for near in nearest_people("Sadir Caparow")] == [sadyr]


def test_it_takes_two_queries_however_many_are_near(sadyr, django_assert_num_queries):
    for number in range(13):
        known(f"Sady{'aeiou'[number % 5]}r Japarov", merged_into=sadyr if number % 2 else None)
    with django_assert_num_queries(2):
        assert len(nearest_people("Sadyr Japarov", limit=10)) == 8
