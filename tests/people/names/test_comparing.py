"""Whether two spellings are one person's name, across scripts. The names are public figures'."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.names import SAME_NAME, similarity

LETTERS = "abcçdeəfgğhiıjklmnoöpqrsştuüvwxyzžýİабвгдежзийкқлмнңоөпрстуүұфхцчшыэюяё"
NAMES = st.text(alphabet=LETTERS + " .-’")

ONE_PERSON = [
    ("Sadyr Japarov", "Садыр Жапаров"),
    ("Sadyr Zhaparov", "Sadır Caparov"),
    ("Sadyr Žaparow", "Садир Жапаров"),
    ("Szadir Dzsaparov", "Садыр Жапаров"),
    ("Ilham Aliyev", "İlham Əliyev"),
    ("Ylham Alyýew", "Ильхам Алиев"),
    ("Kassym-Jomart Tokayev", "Қасым-Жомарт Тоқаев"),
    ("Kassym Jomart Tokayev", "Касым-Жомарт Токаев"),
    ("Recep Tayyip Erdoğan", "Реджеп Тайип Эрдоган"),
    ("Rejep Tayyip Erdo‘g‘an", "Recep Tayyip Erdogan"),
    ("Shavkat Mirziyoyev", "Шавкат Мирзиёев"),
    ("Shavkat Mirziyoyev", "Шавкат Мирзиеев"),
    ("Kubanychbek Omuraliev", "Кубанычбек Өмүралиев"),
    ("Okay Memiş", "Окай Мемиш"),
    ("Baghdad Amreyev", "Багдад Амреев"),
    ("Olcas Bektenov", "Олжас Бектенов"),
    ("Qasym-Jomart Kemeluly Toqaev", "Касым-Жомарт Кемелевич Токаев"),
    ("O‘tkir Xoshimov", "Уткир Хашимов"),
    ("O‘tkir Xoshimov", "Ҳошимов Ўткир"),
    ("Zəkir Həsənov", "Закир Гасанов"),
    ("Xəzər İbrahim", "Хазар Ибрагим"),
    ("Raşit Meredow", "Рашид Мередов"),
    ("Cevdet Yılmaz", "Џевдет Јилмаз"),
    ("Áder János", "Янош Адер"),
    ("Navracsics Tibor", "Тибор Наврачич"),
    ("Charles Michel", "Шарль Мишель"),
    ("Ursula von der Leyen", "Урсула фон дер Ляйен"),
    ("Ursula Leyen", "Урсула фон дер Ляйен"),
]

OTHER_PEOPLE = [
    ("Sadyr Japarov", "Akylbek Japarov"),
    ("Садыр Жапаров", "Akylbek Zhaparov"),
    ("Ilham Aliyev", "Ельнур Алиев"),
    ("Ilham Aliyev", "Mehriban Əliyeva"),
    ("Recep Tayyip Erdoğan", "Билал Эрдоган"),
    ("Serdar Berdimuhamedow", "Гурбангулы Бердымухамедов"),
    ("Ali Asadov", "Шерзод Асадов"),
    ("Cevdet Yılmaz", "İsmet Yılmaz"),
    ("Erlan Karin", "Ерлан Кошанов"),
    ("Roza Otunbayeva", "Клара Отунбаева"),
    ("Gulnara Karimova", "Лола Каримова"),
]


@pytest.mark.parametrize(("a", "b"), ONE_PERSON)
def test_spellings_of_one_person_are_the_same_name(a, b):
    assert similarity(a, b) >= SAME_NAME


@pytest.mark.parametrize(("a", "b"), OTHER_PEOPLE)
def test_people_who_share_a_surname_have_different_names(a, b):
    assert similarity(a, b) < SAME_NAME


def test_a_spelling_is_like_itself_in_another_script():
    assert similarity("Sadyr Japarov", "Садыр Жапаров") == 1.0


def test_the_order_of_the_words_does_not_matter():
    assert similarity("Жапаров Садыр", "Sadyr Japarov") == 1.0
    assert similarity("Orbán Viktor", "Виктор Орбан") == 1.0


@pytest.mark.parametrize(
    ("initials", "full"),
    [
        ("B. Amreyev", "Багдад Амреев"),
        ("S.Japarov", "Садыр Жапаров"),
        ("Р.Т.Ердоған", "Recep Tayyip Erdoğan"),
        ("Ж. Асанов", "Zhakip Asanov"),
        ("Sh. Mirziyoyev", "Шавкат Мирзиёев"),
        ("Ch. Aitmatov", "Cengiz Aytmatov"),
        ("Г. Алиев", "Heydər Əliyev"),
        ("Д. Байрамов", "Ceyhun Bayramov"),
        ("K. Jeenbekov", "Х. Жээнбеков"),
    ],
)
def test_initials_agree_with_the_names_they_stand_for(initials, full):
    assert similarity(initials, full) >= SAME_NAME


@pytest.mark.parametrize(
    ("initials", "full"),
    [("A. Japarov", "Sadyr Japarov"), ("S. Japarov", "Акылбек Жапаров")],
)
def test_a_wrong_initial_is_somebody_else(initials, full):
    assert similarity(initials, full) < SAME_NAME


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ("Садыр Жапаров", "Sadyr Nurgozhoevich Zhaparov"),
        ("Ilham Aliyev", "İlham Heydər oğlu Əliyev"),
        ("Олжас Бектенов", "Bektenov Olzhas Abayevich"),
    ],
)
def test_a_missing_patronymic_costs_almost_nothing(shorter, longer):
    assert similarity(shorter, longer) >= 0.95


def test_a_missing_given_name_leaves_a_doubt():
    assert SAME_NAME <= similarity("Tayyip Erdoğan", "Recep Tayyip Erdoğan") < 0.9


def test_a_surname_may_end_like_a_patronymic():
    assert similarity("Viktor Davidovich", "Виктор Абрамович") < SAME_NAME


@pytest.mark.parametrize(
    ("apart", "joined"),
    [
        ("Nur Sultan Nazarbayev", "Нурсултан Назарбаев"),
        ("Kassym-Jomart Tokayev", "Касымжомарт Токаев"),
        ("Нурсултан Назарбаев", "Nur-Sultan Nazarbaev"),
    ],
)
def test_two_words_may_be_written_as_one(apart, joined):
    assert similarity(apart, joined) >= 0.95


@pytest.mark.parametrize(
    ("form", "other"),
    [
        ("Bob Example", "Роберт Экзампл"),
        ("Майкл Экзампл", "Mike Example"),
        ("Ioannes Example", "Hans Example"),
        ("Mehmet Example", "Мухаммед Экзампл"),
    ],
)
def test_forms_of_one_given_name_are_the_same(form, other):
    assert similarity(form, other) >= SAME_NAME


def test_forms_of_a_form_are_not_one_name():
    assert similarity("Hans Example", "Jean Example") < SAME_NAME


def test_courtesies_and_particles_tell_nobody_apart():
    assert similarity("Kemal Tahir Bey", "Kemal Tahir") == 1.0
    assert similarity("Kemal Bey", "Tahir Bey") < SAME_NAME


@pytest.mark.parametrize("word", ["Бектенов", "Bektenov", "Olzhas"])
def test_one_word_is_never_the_same_as_a_full_name(word):
    assert 0.6 < similarity(word, "Olzhas Bektenov") < SAME_NAME


def test_one_word_against_one_word_can_be_the_same():
    assert similarity("Japarov", "Жапаров") >= SAME_NAME


def test_one_word_is_capped_even_against_itself():
    assert similarity("Japarov", "Japarov") == 0.8


@pytest.mark.parametrize("nothing", ["", " ", "—", "..."])
def test_a_name_without_letters_is_like_none(nothing):
    assert similarity(nothing, "Sadyr Japarov") == 0.0
    assert similarity(nothing, nothing) == 0.0


@pytest.mark.parametrize("other", ["SADYR JAPAROV", "Sadyr  Japarov", " sadyr japarov "])
def test_letter_case_and_spaces_change_nothing(other):
    assert similarity(other, "Садыр Жапаров") == 1.0


def test_a_dot_lost_from_an_upper_case_i_changes_nothing():
    assert similarity("ILHAM ALIYEV", "İlham Aliyev") == similarity("İLHAM ALİYEV", "Ilham Aliyev")


@given(NAMES, NAMES)
def test_similarity_is_symmetric_and_between_0_and_1(a, b):
    assert similarity(a, b) == similarity(b, a)
    assert 0.0 <= similarity(a, b) <= 1.0


@given(st.lists(st.text(alphabet="abdefgklmnoprtuvz", min_size=3), min_size=2, max_size=4))
def test_a_name_of_several_words_is_the_same_as_itself(words):
    assert similarity(" ".join(words), " ".join(words)) == 1.0


def test_a_name_that_is_elsewhere_a_filial_word_stays():
    assert similarity("Uli Example", "Example") < SAME_NAME
    assert similarity("Uli Example", "Ули Экзампл") >= SAME_NAME


def test_names_in_a_script_nobody_here_reads_are_the_same_only_if_equal():
    assert similarity("習近平", "習近平") >= SAME_NAME
    assert similarity("習近平", "李強") < SAME_NAME


def test_a_pasted_paragraph_is_compared_as_quickly_as_a_name():
    paragraph = " ".join(f"{word} Example" for word in ["Sadyr", "Japarov"] * 500)
    started = time.process_time()
    assert similarity(paragraph, paragraph.swapcase()) == 1.0
    assert time.process_time() - started < 1
