"""Cutting stored texts into paragraphs."""

from ots_desk.paragraphs import paragraphs_of, placed_paragraphs


def test_empty_lines_part_paragraphs_and_single_ones_do_not():
    assert paragraphs_of("One\nline.\n\nTwo.") == ["One\nline.", "Two."]


def test_paragraphs_of_nothing_are_left_out_and_places_still_fit():
    text = "\n\nOne 👍.\n\n \n\nTwo."
    assert placed_paragraphs(text) == [(2, "One 👍."), (13, "Two.")]
    assert [text[start : start + len(words)] for start, words in placed_paragraphs(text)] == [
        "One 👍.",
        "Two.",
    ]


def test_an_empty_text_has_no_paragraphs():
    assert paragraphs_of("") == []
