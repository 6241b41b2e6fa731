"""The keys under which a spelling is found by how it sounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.names import CANDIDATE_KEY_LENGTH, candidate_keys, matching_key
from people.names.keys import KEY_LENGTH


@pytest.mark.parametrize(
    "spelling", ["Japarov", "Zhaparov", "Жапаров", "Caparov", "Žaparow", "Dzsaparov", "JAPAROV"]
)
def test_every_spelling_of_japarov_has_one_key(spelling):
    assert matching_key(spelling) == "japarav"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sadır Caparov", "Садыр Жапаров"),
        ("Amreyev", "Амреев"),
        ("Bektenow", "Бектенов"),
        ("Omuraliyev", "Омуралиев"),
        ("Əliyev", "Алиев"),
        ("Mirziyoyev", "Мирзиёев"),
        ("Toqaev", "Tokayev"),
        ("Memiş", "Мемиш"),
        ("Erdo‘g‘an", "Эрдоган"),
    ],
)
def test_spellings_in_two_scripts_share_a_key(a, b):
    assert matching_key(a) == matching_key(b)


def test_a_surname_is_a_word_of_the_key_of_the_full_name():
    assert matching_key("Жапаров") in matching_key("Sadyr Japarov").split()


def test_the_words_keep_their_order():
    assert matching_key("Sadyr Japarov") == "sadar japarav"
    assert matching_key("Japarov Sadyr") == "japarav sadar"


def test_a_man_and_a_woman_of_one_surname_have_different_keys():
    assert matching_key("Əliyev") != matching_key("Əliyeva")


@pytest.mark.parametrize("nothing", ["", " ", "—", "2040"])
def test_a_text_without_letters_has_no_key(nothing):
    assert matching_key(nothing) == ""


def test_a_key_fits_its_column_though_some_letters_sound_as_two():
    assert len(matching_key("ц" * 300)) == KEY_LENGTH


@given(st.text(alphabet="abcçdeəfgğhiıjklmnopqrsştuüvwxyzžабвгдежзийклмнопрстуфхцчшыэюяё .-’İß"))
def test_a_key_is_plain_words_with_single_spaces(name):
    key = matching_key(name)
    assert key == " ".join(key.split())
    assert all(word.isascii() and word.isalpha() and word.islower() for word in key.split())


def test_every_word_brings_candidates():
    assert candidate_keys("Sadyr Japarov") >= {"str", "spr"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Zəkir Həsənov", "Закир Гасанов"),
        ("Жапаров Садыр", "S. Japarov"),
        ("Bakhyt Example", "Бақыт Экзампл"),
        ("Rashid Meredov", "Raşit Meredow"),
        ("Ağa Example", "Ага Пример"),
    ],
)
def test_spellings_of_one_name_share_a_candidate_key(a, b):
    assert candidate_keys(a) & candidate_keys(b)


def test_names_without_a_like_word_share_no_candidate_key():
    assert not candidate_keys("Sadyr Japarov") & candidate_keys("Олжас Бектенов")


@pytest.mark.parametrize("nothing", ["", "—", "S.", "2040"])
def test_initials_and_signs_have_no_candidate_keys(nothing):
    assert candidate_keys(nothing) == frozenset()


@given(st.text(alphabet="abcçdeəfgğhıijklmnopqrsştuüvwxyzžабвгдежзийклмнпрстуфхцчшыэюяё .-’İß"))
def test_candidate_keys_fit_their_column(name):
    assert all(1 <= len(key) <= CANDIDATE_KEY_LENGTH for key in candidate_keys(name))
