"""Spellings by language and script, each with where it comes from."""

import pytest

from people.models import Name
from people.spellings import spellings_of


@pytest.fixture
def person(make_entity):
    entity = make_entity("person", "Testbek Example")
    for text, language, fields in [
        ("Тестбек Үлгү", "ky", {}),
        ("Testbek Ülgü", "ky", {"attested": False}),
        ("T. Example", "en", {"kind": "initials", "attested": False}),
        ("Tsetbek Example", "en", {"kind": "error"}),
        ("Old Example", "en", {"kind": "former", "valid_to": "2019"}),
        ("Beispiel", "de", {"source": "https://www.news.example/1"}),
    ]:
        Name.objects.create(entity=entity, text=text, language=language, **fields)
    return entity


def test_rows_are_told_apart_by_language_and_script(person):
    rows = spellings_of(person, "en").rows
    assert [(row.language_name, row.script_name) for row in rows] == [
        ("English", "Latin"),
        ("Кыргызча", "Cyrillic"),
        ("Кыргызча", "Latin"),
        ("Deutsch", "Latin"),
    ]


def test_misprints_and_unseen_initials_are_for_the_desk_only(person):
    def english(**options):
        return [line.text for line in spellings_of(person, "en", **options).rows[0].lines]

    assert english() == ["Testbek Example", "Old Example"]
    assert {"Tsetbek Example", "T. Example"} <= set(english(with_errors=True))


def test_each_spelling_says_what_is_known_of_it(person):
    rows = spellings_of(person, "en").rows
    assert rows[0].lines[1].valid == "… – 2019"
    assert [line.is_attested for row in rows for line in row.lines] == [
        True,
        True,
        True,
        False,
        True,
    ]
    source = rows[3].lines[0].source
    assert (source.url, source.words) == ("https://www.news.example/1", "news.example")


def test_groups_say_once_what_holds_for_all_their_spellings(person):
    groups = spellings_of(person, "en").rows[0].groups
    assert [(group.texts, group.remark) for group in groups] == [
        (["Testbek Example"], ""),
        (["Old Example"], "former name"),
    ]


def test_a_spelling_that_is_entered_twice_stands_in_a_line_once(person):
    Name.objects.create(entity=person, text="Testbek Example", language="en", kind="short")
    assert spellings_of(person, "en").rows[0].groups[0].texts == ["Testbek Example"]


def test_an_unknown_language_stands_under_its_code(make_entity):
    entity = make_entity("place", "Exampleland")
    Name.objects.create(entity=entity, text="Qqq", language="qqq")
    assert spellings_of(entity, "en").rows[1].language_name == "qqq"
