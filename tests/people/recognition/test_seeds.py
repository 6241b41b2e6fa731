"""The five seeds: exactly the persons that they name, and the bodies and places they turn on."""

from datetime import date

import pytest

from people.recognition import find_mentions

from .conftest import SEEDS

OF_THE_MEETING = {
    "person/japarov-sadyr",
    "person/bekbolotov-baktybek",
    "person/usubov-ramil",
    "person/nurdauletov-gizat",
    "person/memis-okay",
    "person/makhmudov-viktor",
    "person/omuraliev-kubanychbek",
}


@pytest.fixture
def seed(gazetteer):
    """Spans of a seed up to `end`, where the site's own lists begin; its first line is no text."""

    def seed(number: str, language: str, on: date, end: str = "\0"):
        [path] = SEEDS.glob(f"{number}_*.txt")
        body = path.read_text().partition(end)[0]
        return find_mentions({"body": body}, language=language, gazetteer=gazetteer, on=on)

    return seed


def persons(spans) -> set[str]:
    names = [span.entity for span in spans if span.kind == "name" and span.entity]
    return {entity for entity in names if entity.startswith("person/")}


def words_for(spans, entity: str) -> set[str]:
    return {
        span.text
        for span in spans
        if span.kind == "name" and span.entity == entity and span.status == "confirmed"
    }


@pytest.mark.parametrize(("number", "language"), [("000", "en"), ("001", "ru")])
def test_the_meeting_names_seven_persons_in_both_languages(seed, number, language):
    spans = seed(number, language, date(2025, 9, 12))
    assert persons(spans) == OF_THE_MEETING
    assert all(span.status == "confirmed" for span in spans if span.entity in OF_THE_MEETING)


def test_the_russian_text_inflects_its_bodies_and_places(seed):
    spans = seed("001", "ru", date(2025, 9, 12))
    assert words_for(spans, "org/ots") == {
        "ОТГ",
        "Организации тюркских государств",
        "Организация тюркских государств",
    }
    assert words_for(spans, "place/bishkek") == {"Бишкеке"}
    assert words_for(spans, "place/turkiye") == {"Турции"}
    assert words_for(spans, "document/twv-2040") == {"Видение тюркского мира — 2040"}


def test_bektenov_and_both_spellings_of_japarov_are_found(seed):
    spans = seed("002", "en", date(2025, 9, 18))
    assert persons(spans) == {
        "person/bektenov-olzhas",
        "person/japarov-sadyr",
        "person/tokayev-kassym-jomart",
    }
    assert words_for(spans, "person/bektenov-olzhas") == {"Olzhas Bektenov", "Bektenov"}
    assert words_for(spans, "person/japarov-sadyr") == {"Sadyr Japarov", "Sadyr Zhaparov"}
    assert words_for(spans, "org/utcci")
    assert words_for(spans, "org/tif") == {"Turkic Investment Fund"}


def test_the_meeting_in_washington_names_omuraliev_and_kapur(seed):
    spans = seed("003", "en", date(2025, 12, 18), end="\nlink:")
    assert persons(spans) == {"person/omuraliev-kubanychbek", "person/kapur-paul"}


def test_amreyev_is_known_by_his_initial_and_astana_by_its_name_of_2022(seed):
    spans = seed("004", "en", date(2022, 1, 31))
    assert persons(spans) == {"person/amreyev-baghdad", "person/karin-erlan"}
    assert words_for(spans, "person/amreyev-baghdad") == {"Baghdad Amreyev", "B. Amreyev"}
    assert words_for(spans, "place/astana") == {"Nur-Sultan"}
