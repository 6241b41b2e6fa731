"""Evidence: what of a text counts, and what never does."""

import pytest

from articles.matching.evidence import counting_lines, find_standing


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
