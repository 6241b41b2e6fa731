"""Names in the cases of six languages; the words found are those of the text."""

import pytest

SADYR, OTS = "person/japarov-sadyr", "org/ots"


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("Садыра Жапарова", SADYR),
        ("Садыру Жапарову", SADYR),
        ("Садыром Жапаровым", SADYR),
        ("Садыре Жапарове", SADYR),
        ("Садыра Нургожоевича Жапарова", SADYR),
        ("Касым-Жомарта Токаева", "person/tokayev-kassym-jomart"),
        ("Рамилем Усубовым", "person/usubov-ramil"),
        ("Окая Мемиша", "person/memis-okay"),
        ("Реджеп Тайип Эрдогана", "person/erdogan-recep-tayyip"),
        ("Шавката Мирзиёева", "person/mirziyoyev-shavkat"),
        ("Организацией тюркских государств", OTS),
        ("Тюркского инвестиционного фонда", "org/tif"),
        ("Жогорку Кенеше", "org/jogorku-kenesh"),
        ("Видению тюркского мира — 2040", "document/twv-2040"),
        ("Кыргызской Республикой", "place/kyrgyzstan"),
        ("Чолпон-Ате", "place/cholpon-ata"),
        ("Нахичевани", "place/nakhchivan"),
        ("Северным Кипром", "place/northern-cyprus"),
        ("Соединенных Штатов", "place/united-states"),
        ("Баку", "place/baku"),
    ],
)
def test_russian_cases_lead_to_the_name(linked, words, entity):
    assert linked(f"О том сказано: {words}.", "ru") == [(words, entity)]


@pytest.mark.parametrize(
    ("language", "words", "entity"),
    [
        ("kk", "Садыр Жапаровтың", SADYR),
        ("kk", "Қасым-Жомарт Тоқаевпен", "person/tokayev-kassym-jomart"),
        ("kk", "Түркі мемлекеттері ұйымының", OTS),
        ("kk", "Қазақстанға", "place/kazakhstan"),
        ("kk", "ТМҰның", OTS),
        ("ky", "Садыр Жапаровдун", SADYR),
        ("ky", "Түрк мамлекеттер уюмунун", OTS),
        ("ky", "Кыргызстандагы", "place/kyrgyzstan"),
        ("ky", "АКШга", "place/united-states"),
        ("az", "Sadır Japarovla", SADYR),
        ("az", "Bakıda", "place/baku"),
        ("az", "Türkiyəyə", "place/turkiye"),
        ("uz", "Sadir Japarovning", SADYR),
        ("uz", "O‘zbekistonda", "place/uzbekistan"),
        ("uz", "Turkiy davlatlar tashkilotining", OTS),
        ("uz", "Шавкат Мирзиёевни", "person/mirziyoyev-shavkat"),
        ("tr", "Türk Devletleri Teşkilatının", OTS),
        ("tr", "Sadyr Japarovun", SADYR),
    ],
)
def test_turkic_endings_lead_to_the_name(linked, language, words, entity):
    assert linked(f"— {words}.", language) == [(words, entity)]


@pytest.mark.parametrize(
    ("language", "written", "words", "entity"),
    [
        ("tr", "Sadyr Japarov'un", "Sadyr Japarov", SADYR),
        ("tr", "Ankara’dakilerin", "Ankara", "place/ankara"),
        ("tr", "TDT'nin", "TDT", OTS),
        ("az", "TDT-nin", "TDT", OTS),
        ("kk", "ТМҰ-ның", "ТМҰ", OTS),
        ("en", "Kyrgyzstan’s", "Kyrgyzstan", "place/kyrgyzstan"),
    ],
)
def test_an_ending_set_apart_is_not_marked(linked, language, written, words, entity):
    assert linked(f"— {written}.", language) == [(words, entity)]


@pytest.mark.parametrize("words", ["O‘zbekiston", "O'zbekiston", "Oʻzbekiston", "Ozbekiston"])
def test_uzbek_apostrophes_may_be_any_or_missing(linked, words):
    assert linked(words, "uz") == [(words, "place/uzbekistan")]


def test_endings_of_another_language_are_not_taken_off(linked):
    assert linked("Bakıda", "en") == []


@pytest.mark.parametrize("words", ["Садыр Жапарова", "Айгуль Жапарова", "Садыровым Жапаров"])
def test_a_woman_or_a_broken_agreement_is_not_the_man(find, words):
    assert find(f"Пришла {words}.", "ru") == []


def test_azerbaijani_a_is_a_woman_or_a_dative_and_only_proposed(find):
    [span] = find("İlham Əliyeva sual verildi.", "az")
    assert (span.entity, span.status, span.rule) == (
        "person/aliyev-ilham",
        "suggested",
        "woman-or-case",
    )
    assert span.called == "İlham Əliyev"
