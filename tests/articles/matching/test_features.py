"""Features: what of a text survives translation, and what never counts."""

import pytest

from articles.matching.evidence import counting_lines, find_standing
from articles.matching.features import day_of, names_in
from articles.matching.figures import figures_in, printed_figures
from articles.matching.phonetics import skeleton, sound


@pytest.mark.parametrize(
    "spellings",
    [
        [("Japarov", "en"), ("Zhaparov", "en"), ("Жапаров", "ru"), ("Жапаров", "ky")],
        [("Memiş", "tr"), ("Мемиш", "ru"), ("Memish", "en")],
        [("Bişkek", "tr"), ("Бишкек", "ru"), ("Bishkek", "en"), ("Biskek", "hu")],
        [("Cəfər", "az"), ("Джафар", "ru"), ("Jafar", "en")],
        [("OʻZBEK", "uz"), ("Oʼzbek", "uz"), ("O‘zbek", "uz"), ("Ўзбек", "uz")],
        [("İstanbul", "tr"), ("ISTANBUL", "en"), ("Истанбул", "ky")],
        [("Mahmudov", "az"), ("Махмудов", "ru"), ("Makhmudov", "en"), ("Maxmudov", "uz")],
    ],
)
def test_one_name_sounds_the_same_in_every_script(spellings):
    assert len({sound(word, language) for word, language in spellings}) == 1


def test_different_names_sound_different():
    assert sound("Japarov", "en") != sound("Жээнбеков", "ru")


@pytest.mark.parametrize("word", ["", "'", "北京", "١٢"])
def test_a_word_without_known_letters_has_no_sound(word):
    assert sound(word, "en") == ""


def test_a_skeleton_keeps_the_first_vowel_and_the_consonants():
    assert skeleton(sound("Омуралиев", "ru")) == skeleton(sound("Omuraliev", "en")) == "omrlv"


def test_an_ending_leaves_the_beginning_of_a_name():
    assert names_in("Бекболотову", "ru").keys() >= {"bkb", "bkbl"}
    assert names_in("Bekbolotov", "en").keys() >= {"bkb", "bkbl"}


def test_a_word_in_small_letters_is_no_name():
    assert not names_in("meeting встреча", "en")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("12 500 людей", ["12500"]),
        ("12\u00a0500", ["12500"]),
        ("12,500 people", ["12500"]),
        ("12.500 kişi", ["12500"]),
        ("1,250,000.5", ["1250000.5"]),
        ("36,5 процента", ["36.5"]),
        ("36.5 percent", ["36.5"]),
        ("07 September", ["7"]),
        ("in 2022–2026", ["2022", "2026"]),
        ("no figure", []),
    ],
)
def test_figures_are_read_as_every_language_writes_them(text, figures):
    assert figures_in(text) == figures


def test_a_span_of_years_is_shown_in_one_piece_whatever_its_dash():
    assert printed_figures("Strategy for 2022-2026 and Vision 2040, 2040") == ["2022–2026", "2040"]
    assert printed_figures("«Стратегия на 2022 – 2026 годы»") == ["2022–2026"]


@pytest.mark.parametrize("published", [None, "", "2025", "2025-09", "2025-13-01", "soon"])
def test_what_is_no_full_date_is_no_day(published):
    assert day_of(published) is None


@pytest.mark.parametrize("published", ["2025-09-12T16:40:00+06:00", "2025-09-12 16:40"])
def test_a_clock_after_the_date_is_ignored(published):
    assert day_of(published) == day_of("2025-09-12")


def test_a_span_of_days_is_no_day():
    assert day_of("2025-09-12/2025-09-14") is None


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("ASTANA, Kazakhstan, September 18. Prime Minister spoke.", "Prime Minister spoke."),
        ("БИШКЕК, 12 сентября /ПРИМЕР/ – Президент принял гостей.", "Президент принял гостей."),
        ("NATO leaders met in Paris. They talked.", "NATO leaders met in Paris. They talked."),
        ("On Friday - at last - it rained.", "On Friday - at last - it rained."),
    ],
)
def test_only_a_dateline_is_cut_from_the_head_of_a_text(line, rest):
    assert counting_lines(line) == [rest]


def test_a_text_of_headings_only_keeps_them():
    assert counting_lines("One heading\nAnother heading") == ["One heading", "Another heading"]


def test_short_lines_without_an_end_of_sentence_are_no_prose():
    body = "USD 87.45\nThe text itself.\nviews: 155\nPrint\nHeading of another text"
    assert counting_lines(body) == ["The text itself."]


@pytest.mark.parametrize(
    "line",
    ["Two sentences stand here. The last one has no stop", " ".join(["word"] * 26)],
    ids=["several sentences", "many words"],
)
def test_a_paragraph_without_its_last_stop_is_prose(line):
    assert counting_lines(f"The text itself.\n{line}") == ["The text itself.", line]


def test_a_line_in_three_texts_that_open_differently_is_standing():
    bodies = [f"Opening {number}.\n\nStanding words." for number in range(3)]
    assert find_standing(bodies) == {"standing words."}
    assert find_standing(bodies[:2]) == frozenset()
    assert find_standing(["Opening.\n\nThe text."] * 5) == frozenset()
