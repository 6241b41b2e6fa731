"""Reading by hand: an editor's lines and words become fields, paragraphs and the lines' fates."""

import pytest

from articles.importing import Outlet, clean
from articles.importing.by_hand import CannotMend, Choices, mend

RAW = """Menu
Visitors by appointment only

Office hours: closed on Monday
Desk of the Example Daily (invented)

Share
views: 12
"""
OUTLET = Outlet("source/example", "Example Daily (invented)", zone="Asia/Bishkek")


def read(raw: str = RAW, **choices):
    choices = {"first_line": 4, "last_line": 5, **choices}
    before = clean(raw, outlets=[OUTLET])
    return mend(raw, before, Choices(**choices), [OUTLET])


def fates(cleaned) -> dict[int, tuple[str, str]]:
    return {line.number: (line.fate, line.rule) for line in cleaned.lines}


def kinds(cleaned) -> list[str]:
    return [flag.kind for flag in cleaned.flags]


def test_the_lines_between_first_and_last_are_the_body():
    body = read().body
    assert [one.text for one in body] == [
        "Office hours: closed on Monday",
        "Desk of the Example Daily (invented)",
    ]
    assert RAW[body[0].start : body[0].end] == body[0].text


def test_a_line_can_be_the_headline_wherever_it_stands():
    cleaned = read(headline_line=2)
    headline = cleaned.fields["headline"]
    assert (headline.value, headline.rule) == ("Visitors by appointment only", "mended_by_hand")
    assert RAW[headline.start : headline.end] == headline.value
    assert fates(cleaned)[2] == ("kept", "headline")


def test_words_of_the_editor_outrank_the_line():
    cleaned = read(headline_line=2, stated={"headline": "Closed on Monday"})
    assert cleaned.fields["headline"].value == "Closed on Monday"


def test_without_a_headline_one_is_proposed_and_doubted():
    cleaned = read()
    assert "headline" not in cleaned.fields
    assert cleaned.fields["headline_proposed"].value.startswith("Office hours")
    assert "no_headline" in kinds(cleaned)


def test_a_headline_inside_the_body_is_no_part_of_it():
    assert [one.text for one in read(headline_line=4).body] == [
        "Desk of the Example Daily (invented)"
    ]


def test_lines_that_are_left_out_are_cut():
    cleaned = read(left_out=frozenset({5}))
    assert len(cleaned.body) == 1
    assert fates(cleaned)[5][0] == "cut"


def test_every_line_has_one_fate_and_what_the_rules_cut_keeps_their_rule():
    cleaned = read(headline_line=2)
    assert [fates(cleaned)[number] for number in range(1, 9)] == [
        ("cut", "site_furniture"),
        ("kept", "headline"),
        ("blank", ""),
        ("kept", "body"),
        ("kept", "body"),
        ("blank", ""),
        ("cut", "site_furniture"),
        ("cut", "views"),
    ]


def test_what_the_rules_had_taken_for_the_text_is_none_any_more():
    raw = (
        "The ministers met in Bishkek on Friday and signed two agreements on trade.\n\n"
        "They will meet again in the autumn, the ministry said in a statement on Friday.\n"
    )
    cleaned = read(raw, first_line=3, last_line=3)
    assert fates(cleaned)[1] == ("cut", "mended_by_hand")


def test_a_field_stated_as_the_rules_had_found_it_keeps_their_evidence():
    raw = f"date 2025-05-05 10:30\n{RAW}"
    stated = {"published": "2025-05-05", "published_time": "11:00"}
    fields = read(raw, first_line=5, last_line=6, stated=stated).fields
    assert (fields["published"].rule, fields["published"].start) == ("date_line", 5)
    assert (fields["published_time"].rule, fields["published_time"].start) == (
        "mended_by_hand",
        None,
    )


def test_a_field_that_is_not_stated_is_unknown():
    raw = f"date 2025-05-05\n{RAW}"
    cleaned = read(raw, first_line=5, last_line=6)
    assert "published" not in cleaned.fields
    assert "no_date" in kinds(cleaned)


def test_what_an_editor_is_not_asked_for_stays_as_found():
    assert read().fields["views"].value == 12


def test_a_clock_has_the_zone_of_the_outlet_that_was_stated():
    stated = {"published": "2025-05-05", "published_time": "11:00", "source": OUTLET.id}
    cleaned = read(stated=stated)
    assert cleaned.fields["zone"].value == "Asia/Bishkek"
    assert not {"clock_without_zone", "no_outlet", "no_date"} & set(kinds(cleaned))


def test_the_language_is_told_by_the_text_where_nobody_says_it():
    sentence = "The ministers met in Bishkek on Friday and signed two agreements on trade."
    assert read(f"Menu\n{sentence}\n", first_line=2, last_line=2).fields["language"].value == "en"
    assert read(stated={"language": "tk"}).fields["language"].value == "tk"


@pytest.mark.parametrize(
    ("choices", "code"),
    [
        ({"first_line": 5, "last_line": 4}, "order"),
        ({"last_line": 99}, "no such line"),
        ({"headline_line": 99}, "no such line"),
        ({"first_line": 3, "last_line": 3}, "no body"),
        ({"first_line": 4, "last_line": 4, "headline_line": 4}, "no body"),
        ({"left_out": frozenset({4, 5})}, "no body"),
    ],
)
def test_choices_that_give_no_text_are_refused(choices, code):
    with pytest.raises(CannotMend) as refusal:
        read(**choices)
    assert refusal.value.code == code
