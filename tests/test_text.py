import pytest

from ots_desk.slugs import MAX_LENGTH, slug_of
from ots_desk.text import fold, nfc, script_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İstanbul", "ISTANBUL"),
        ("ıssık", "issik"),
        ("Семёнов", "семенов"),
        ("Oʻzbekiston", "O‘zbekiston"),
        ("Oʻzbekiston", "O'zbekiston"),
        ("Türkiye", "TURKIYE"),
        ("«Vision — 2040»", '"vision - 2040"'),
        ("two  words\n", "two words"),
        ("Cafe\u0301", "café"),
    ],
)
def test_spellings_that_differ_only_in_form_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("й", "и"), ("ў", "у"), ("ə", "e"), ("қ", "к")])
def test_letters_of_their_own_stay_apart(one, other):
    assert fold(one) != fold(other)


def test_folding_twice_changes_nothing():
    assert fold(fold("Ўзбекистон — «İŞ»")) == fold("Ўзбекистон — «İŞ»")


def test_nfc_joins_letters_and_their_accents():
    assert nfc("u\u0308") == "ü"


def test_a_slug_is_ascii_in_any_script():
    assert slug_of("Садыр Жапаров") == "sadyr-zhaparov"


def test_a_long_slug_ends_with_a_whole_word():
    slug = slug_of("word " * 40)
    assert len(slug) <= MAX_LENGTH
    assert slug.endswith("word")


def test_a_slug_of_nothing_but_signs_is_empty():
    assert slug_of("— …") == ""


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Садыр Жапаров", "Cyrl"),
        ("Sadır Caparov", "Latn"),
        ("Oʻzbekiston", "Latn"),
        ("صادير", "Arab"),
        ("Qosim-Жомарт Тоқаев", "Cyrl"),
        ("24", ""),
        ("習近平", ""),
        ("", ""),
    ],
)
def test_the_script_is_that_of_most_letters(text, script):
    assert script_of(text) == script
