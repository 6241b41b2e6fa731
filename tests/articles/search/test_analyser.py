"""Words as search compares them."""

import pytest

from articles.search.analyser import PREFIX, Token, analyse, family_of, stems


@pytest.mark.parametrize(
    ("language", "family"),
    [("en", "en"), ("ru", "ru"), ("tr", "tr"), ("kk", PREFIX), ("uz-Cyrl", PREFIX), ("", PREFIX)],
)
def test_each_language_has_its_way_of_cutting_words(language, family):
    assert family_of(language) == family


@pytest.mark.parametrize(
    ("family", "one", "other"),
    [
        ("en", "meetings", "Meeting"),
        ("ru", "секретарей", "секретари"),
        ("ru", "Жапарова", "Жапаров"),
        ("tr", "devletleri", "DEVLETLER"),
        ("tr", "toplantısında", "toplantı"),
        (PREFIX, "мемлекеттерінің", "мемлекет"),
        (PREFIX, "davlatlar", "davlatlari"),
    ],
)
def test_forms_of_a_word_have_one_stem(family, one, other):
    assert stems(one, family) == stems(other, family)


def test_different_words_keep_different_stems():
    assert stems("Жапаров", "ru") != stems("Омуралиев", "ru")


def test_a_token_says_where_it_stands_in_the_text():
    assert analyse("В Бишкеке — встреча", "ru")[1:] == [
        Token("бишкек", 2, 9),
        Token("встреч", 12, 19),
    ]


def test_dotted_and_dotless_i_are_one_letter():
    assert stems("İSTANBUL", "tr") == stems("ıstanbul", "tr")


def test_what_follows_an_apostrophe_is_a_suffix():
    assert stems("Bişkek’te", "tr") == ["biskek", "te"]


def test_an_uzbek_apostrophe_belongs_to_the_word():
    assert stems("Oʻzbek O'zbek", PREFIX) == ["ozbek", "ozbek"]


def test_signs_are_no_words():
    assert stems("— «…» * ( ) _ \x00", "en") == []
