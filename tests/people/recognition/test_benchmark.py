"""The benchmark of known names: what it reads, what it counts, what it prints."""

from datetime import date
from io import StringIO

from django.core.management import call_command

from people.recognition import Gazetteer, KnownName
from people.recognition.benchmark import GoldText, Marked, made_names, quality, read_gold, speed

TESTBEK = KnownName("person/testbek", "Testbek Example", "en", "full", True, False, "person")


def test_marks_are_places_in_the_plain_text(tmp_path):
    path = tmp_path / "gold.txt"
    path.write_text("# no text\n== en 2025-07-01\n[person/testbek|Testbek] met [-|Nobody].\n")
    [text] = read_gold(path)
    assert text.text == "Testbek met Nobody."
    assert text.marked == (Marked(0, 7, "person/testbek"), Marked(12, 18, "-"))


def test_links_are_right_wrong_or_missed():
    def gold(text, *marked):
        return GoldText("en", date(2025, 7, 1), text, marked)

    texts = [
        gold("Testbek Example spoke.", Marked(0, 15, "person/testbek")),
        gold("Testbek Example spoke."),
        gold("The man spoke.", Marked(4, 7, "person/testbek")),
    ]
    found = quality(texts, Gazetteer([TESTBEK]))["person"]
    assert found == (2, 1, 1)
    assert (found.precision, found.recall) == (0.5, 0.5)


def test_made_names_are_the_same_each_time_and_nobody_known():
    once, again = (list(made_names([TESTBEK], 20)) for _ in range(2))
    assert once == again
    assert {name.entity for name in once} == {f"made/{number}" for number in range(20)}


def test_speed_tells_how_many_names_were_known():
    measured = speed([TESTBEK], [GoldText("en", date(2025, 7, 1), "Testbek Example.", ())], times=1)
    assert measured.names == 1
    assert measured.known > 0


def test_the_texts_of_the_project_are_found_without_a_wrong_link():
    out = StringIO()
    call_command("benchmark_mentions", "--names", "100", "--times", "1", stdout=out)
    lines = [line.split() for line in out.getvalue().splitlines()]
    assert {line[0]: line[2:] for line in lines[1:4]} == {
        "person": ["1.000", "1.000"],
        "org": ["1.000", "1.000"],
        "place": ["1.000", "1.000"],
    }
