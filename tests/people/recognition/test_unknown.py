"""Persons whom nobody knows, proposed from cues. All persons named here are invented."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.recognition import find_mentions
from people.recognition.reading import ReadText
from people.recognition.spans import Span
from people.recognition.unknown import find_unknown, lexicon
from people.recognition.unknown.rules import RULES

from .conftest import SEEDS

LANGUAGES = ["en", "ru", "kk", "ky", "tr", "az", "uz", "hu", "tk", ""]


def proposed(text: str, language: str, *spans: Span, **fields: str) -> list[Span]:
    found = find_unknown(ReadText({"body": text, **fields}, language), spans)
    return sorted(found, key=lambda span: (span.field, span.start))


def words(text: str, language: str, **fields: str) -> list[str]:
    return [span.text for span in proposed(text, language, **fields)]


def only(text: str, language: str) -> Span:
    [span] = proposed(text, language)
    return span


# Cues


@pytest.mark.parametrize(
    ("language", "text", "name", "rule"),
    [
        ("en", "The talks with Mr. Qwelby ended.", "Qwelby", "courtesy"),
        ("ru", "Переговоры г-на Квелби завершены.", "Квелби", "courtesy"),
        ("tr", "Dün Qwelby Bey konuştu.", "Qwelby", "courtesy"),
        ("kk", "Кеше Квелби мырза келді.", "Квелби", "courtesy"),
        ("en", "The plan of director Zorb Qwelby failed.", "Zorb Qwelby", "office-beside"),
        ("ru", "Вчера министр обороны Зорб Квелби уехал.", "Зорб Квелби", None),
        ("kk", "Кеше министр Зорб Квелби келді.", "Зорб Квелби", "office-beside"),
        ("az", "Dünən nazir Zorb Qvelbi gəldi.", "Zorb Qvelbi", "office-beside"),
        ("uz", "Kecha vazir Zorb Kvelbi keldi.", "Zorb Kvelbi", "office-beside"),
        ("ky", "Кечээ министр Зорб Квелби келди.", "Зорб Квелби", "office-beside"),
        ("en", "It is late, Qwelby said in the hall.", "Qwelby", "said-so"),
        ("ru", "Уже поздно, сказал Квелби в зале.", "Квелби", "said-so"),
        ("ru", "По словам Квелби, уже поздно.", "Квелби", "said-so"),
        ("en", "Beside her Zorb Qwelby, 68, was singing.", "Zorb Qwelby", "age-beside"),
        ("ru", "Там пел 68-летний Зорб Квелби.", "Зорб Квелби", "age-beside"),
        ("en", "They heard B. Qwelbyev sing.", "B. Qwelbyev", "initials-of-unknown"),
        ("ru", "Они слушали Квелбиева Б. А. вчера.", None, "initials-of-unknown"),
        ("ru", "Там были А. С. Квелбиев и другие.", "А. С. Квелбиев", "initials-of-unknown"),
        ("en", "They heard Aigul Qwelby sing.", "Aigul Qwelby", "given-name"),
        ("tr", "Dün Aygül Kvelbi geldi.", "Aygül Kvelbi", "given-name"),
        ("ky", "Кечээ Зорбубек Квелби келди.", "Зорбубек Квелби", "given-name"),
        ("en", "They heard Zorbo Qwelbyoglu sing.", "Zorbo Qwelbyoglu", "surname-shape"),
        ("ru", "Они слушали Зорба Квелбишвили.", "Зорба Квелбишвили", "surname-shape"),
    ],
)
def test_a_cue_proposes_a_person(language, text, name, rule):
    span = proposed(text, language)[0]
    assert name in (span.text, None)
    assert rule in (span.rule, None)
    assert (span.entity, span.status, span.candidates) == (None, "suggested", ())


def test_a_list_of_guests_gives_their_countries():
    text = "There were Zorb Qwelby (Kazakhstan), Plim Vant (Hungary) and Azerbaijan – Drob Zant."
    assert [(span.text, span.clue.country) for span in proposed(text, "en")][:2] == [
        ("Zorb Qwelby", "KZ"),
        ("Plim Vant", "HU"),
    ]


def test_the_clue_holds_the_office_as_printed():
    clue = only(
        "Yesterday the deputy minister of energy of Kazakhstan Aigul Qwelby left.", "en"
    ).clue
    assert clue.words == "deputy minister of energy of Kazakhstan"
    assert only("Aigul Qwelby, director of the mill, left.", "en").clue.words == "director"


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("kk", "Кеше Қазақстанның энергетика министрі Зорб Квелби келді.",
         "Қазақстанның энергетика министрі"),
        ("az", "Dünən Milli Məclisin deputatı Zorb Qvelbi gəldi.", "Milli Məclisin deputatı"),
        ("uz", "Kecha Qozog‘iston vaziri Zorb Kvelbi keldi.", "Qozog‘iston vaziri"),
    ],
)  # fmt: skip
def test_in_turkic_languages_whose_the_office_is_stands_before_it(language, text, words):
    assert proposed(text, language)[-1].clue.words == words


def test_the_country_of_the_office_is_told():
    text = "Yesterday minister of energy of Kazakhstan Aigul Qwelby left."
    assert only(text, "en").clue.country == "KZ"


@pytest.mark.parametrize(
    "text", ["He was the manager of the Qwelby.", "They met the leaders of Qwelby."]
)
def test_what_somebody_is_the_head_of_is_no_person(text):
    assert words(text, "en") == []


# Names


@pytest.mark.parametrize(
    ("language", "text", "called"),
    [
        ("ru", "Вчера говорили с Айгуль Квелбиевой.", "Айгуль Квелбиева"),
        ("ru", "Вчера видели Тимура Квелбиева.", "Тимур Квелбиев"),
        ("ru", "Вчера встретились с Тимуром Квелбиевым.", "Тимур Квелбиев"),
        ("ru", "Вчера писали Ивану Квелбинскому.", "Иван Квелбинский"),
        ("kk", "Кеше Тимур Квелбиевтің үйінде болды.", "Тимур Квелбиев"),
        ("tr", "Dün Mehmet Kvelbi'nin evinde kaldı.", "Mehmet Kvelbi"),
        ("az", "Dünən Elçin Kvelbiyevin evində idi.", "Elçin Kvelbiyev"),
        ("uz", "Kecha Otabek Kvelbiyevning uyida edi.", "Otabek Kvelbiyev"),
        ("en", "They went to Aigul Qwelby's house.", "Aigul Qwelby"),
    ],
)
def test_the_case_ending_is_taken_off_what_somebody_is_called(language, text, called):
    assert only(text, language).called == called


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "They heard Khalid bin Qwelby sing.", "Khalid bin Qwelby"),
        ("en", "They heard Ludwig van Qwelby sing.", "Ludwig van Qwelby"),
        ("en", "They heard Bashar al-Qwelby sing.", "Bashar al-Qwelby"),
        ("ky", "Кечээ Нурлан Квелби уулу келди.", "Нурлан Квелби уулу"),
        ("az", "Dünən Elçin Kvelbi oğlu gəldi.", "Elçin Kvelbi oğlu"),
        ("kk", "Кеше Касым-Жомарт Квелбиев келді.", "Касым-Жомарт Квелбиев"),
        ("en", "They heard John F. Qwelby sing.", "John F. Qwelby"),
    ],
)
def test_small_words_hyphens_and_initials_belong_to_a_name(language, text, name):
    assert words(text, language) == [name]


def test_a_bare_surname_is_called_as_the_full_name_in_the_text():
    spans = proposed("Aigul Qwelby came. Later they saw Qwelby leave.", "en")
    assert [(span.text, span.called, span.rule) for span in spans] == [
        ("Aigul Qwelby", "Aigul Qwelby", "given-name"),
        ("Qwelby", "Aigul Qwelby", "same-unknown"),
    ]


def test_a_bare_surname_is_found_in_another_field_and_case():
    text = "Вчера приехал Тимур Квелбиев."
    assert words(text, "ru", headline="Речь Квелбиева") == ["Тимур Квелбиев", "Квелбиева"]


def test_a_bare_surname_alone_is_nobody():
    assert words("Later they saw Qwelby leave.", "en") == []


# What is no person


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They went to New York, San Diego and South Carolina."),
        ("en", "The Supreme Court and the Green Forum met at Qwelby University."),
        ("en", "They studied at Nelson Qwelby University in May."),
        ("en", "President of the United States"),
        ("en", "On Monday the U.S. Drought Monitor and St. Louis were named."),
        ("en", "Bars and Churches Close as Qwelby Street Is Widened by Qwelby Council"),
        ("ru", "Бишкек Сити строится. В Москве и Казахстане холодно."),
        ("ru", "Матч выиграл «Манчестер», а «Квелбиев» проиграл."),
        ("ru", "Он приехал. Она уехала. Вчера и сегодня. Президент сказал."),
        ("kk", "Назарбаев университеті мен Қазақстан Республикасы. Ол келді."),
        ("kk", "Театр Абай атындағы даңғылда, Айгүл Квелби көшесінде тұр."),
        ("ky", "Театр Чыңгыз Айтматов көчөсүндө турат."),
        ("ru", "Театр стоит на улице Айгуль Квелбиевой, в центре Тимура Квелбиева."),
        ("tr", "Dün Ankara'da Türk Devletleri Teşkilatı toplandı. Başkan konuştu."),
        ("az", "Bakıda Azərbaycan Respublikası. O dedi."),
        ("uz", "Toshkentda O‘zbekiston Respublikasi. U aytdi."),
        ("en", ""),
    ],
)
def test_places_bodies_and_ordinary_words_are_no_persons(language, text):
    assert words(text, language) == []


def test_a_headline_in_capitals_shows_nothing_by_shape():
    assert words("Zorbo Qwelbyoglu Opens New Bridge Near Village", "en") == []
    text = "The bridge was opened by Zorbo Qwelbyoglu."
    assert words(text, "en", headline="Zorbo Qwelbyoglu Opens New Bridge") == [
        "Zorbo Qwelbyoglu",
        "Zorbo Qwelbyoglu",
    ]


@pytest.mark.parametrize(
    ("language", "opening"), [("ru", "Пришла"), ("kk", "Кеше"), ("ky", "Жыйында")]
)
def test_a_word_that_opens_the_sentence_is_no_part_of_the_name(language, opening):
    assert words(f"{opening} Айгүл Квелбиева.", language) == ["Айгүл Квелбиева"]


def test_a_word_that_the_text_writes_small_begins_no_name():
    assert words("Zorbs fly low, said all. The zorbs are late. Zorbs said no.", "en") == []


def test_known_names_are_not_proposed_and_hide_what_is_beside_them():
    text = "Aigul Qwelby and Organization of Qwelby Elders met."
    known = Span("body", 0, 12, "Aigul Qwelby", 1, "confirmed", "full-name")
    assert [span.text for span in proposed(text, "en", known)] == []


@pytest.mark.parametrize(
    ("number", "language", "on", "end"),
    [
        ("000", "en", date(2025, 9, 12), "\0"),
        ("001", "ru", date(2025, 9, 12), "\0"),
        ("002", "en", date(2025, 9, 18), "\0"),
        ("003", "en", date(2025, 12, 18), "\nlink:"),
        ("004", "en", date(2022, 1, 31), "\0"),
    ],
)
def test_the_seeds_name_nobody_unknown(gazetteer, number, language, on, end):
    [path] = SEEDS.glob(f"{number}_*.txt")
    body = path.read_text().partition(end)[0]
    spans = find_mentions({"body": body}, language=language, gazetteer=gazetteer, on=on)
    assert [span.text for span in spans if span.rule in RULES] == []


def test_without_the_reference_the_seeds_seven_are_proposed():
    [path] = SEEDS.glob("000_*.txt")
    assert {span.called for span in proposed(path.read_text(), "en")} == {
        "Sadyr Japarov",
        "Baktybek Bekbolotov",
        "Ramil Usubov",
        "Gizat Nurdauletov",
        "Okay Memiş",
        "Viktor Makhmudov",
        "Kubanychbek Omuraliev",
    }


# Any text

WORDS = (
    "Mr. Mr Aigul Тимур Qwelby Квелбиева Kvelbi'nin A. Дж. U.S. al - ’ « » ( ) , uulu van said "
    "президент министр Kazakhstan Қазақстан 68 \n . İ Nurlan-bek O‘zbek"
)
PIECES = st.lists(st.sampled_from(WORDS.split(" ")) | st.text(max_size=6), max_size=14)


@given(pieces=PIECES, glue=st.sampled_from([" ", ""]), language=st.sampled_from(LANGUAGES))
def test_offsets_cut_out_the_words_and_never_overlap(pieces, glue, language):
    text = glue.join(pieces)
    spans = proposed(text, language)
    end = 0
    for span in spans:
        assert span.text == text[span.start : span.end]
        assert end <= span.start < span.end
        assert span.called
        end = span.end
    assert spans == proposed(text, language)


def test_no_listed_word_mixes_scripts():
    for file in Path(lexicon.__file__).parent.glob("*.txt"):
        words = [
            word
            for line in file.read_text("utf-8").splitlines()
            if not line.startswith("#")
            for word in line.split()
        ]
        assert words
        assert [
            word
            for word in words
            if re.search("[a-z]", word, re.I) and re.search("[а-яё]", word, re.I)
        ] == []
