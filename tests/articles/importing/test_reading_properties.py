"""What holds for every text, however damaged: full evidence, no traceback, the same twice."""

import random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.importing import FATES, FIELD_RULES, FIELDS, FLAG_KINDS, LINE_RULES, clean

LINES = st.sampled_from(
    [
        " date 2025-09-12 16:40",
        " date 2025-99-99 Photo: Example Agency (invented)",
        "USD 87.45",
        "Related",
        "18 December, Thursday",
        "10:23",
        "link: https://24.kg/english/1/",
        "Example headline of this text",
        "Фото Примера. Подпись под снимком",
        "ASTANA, Kazakhstan, September 18. The ministers held an example meeting in the city.",
        "The ministers of the Turkic states held an example meeting and signed a protocol.",
        "",
        "   ",
    ]
)
TEXTS = st.lists(LINES | st.text(max_size=60), max_size=25).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]).map(
        lambda end: end.join(lines)
    )
)


def assert_evidence_is_complete(raw, document):
    covered, last, number = set(), 0, 1
    for line in document.lines:
        assert last <= line.start <= line.end <= len(raw)
        assert line.number >= number
        assert line.fate in FATES
        assert (line.rule == "") == (line.fate == "blank")
        assert line.rule in (*LINE_RULES, "")
        covered.update(range(line.start, line.end))
        last, number = line.end, line.number
    assert all(at in covered for at, char in enumerate(raw) if not char.isspace())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("")
@example("\ufeff\x00\x1c")
def test_every_printed_character_lies_in_exactly_one_range(outlets_of_hypothesis, raw):
    document = clean(raw, outlets=outlets_of_hypothesis)
    assert_evidence_is_complete(raw, document)
    assert set(document.fields) <= set(FIELDS)
    assert {found.rule for found in document.fields.values()} <= {*FIELD_RULES, *LINE_RULES}
    assert {flag.kind for flag in document.flags} <= set(FLAG_KINDS)
    assert (document.quarantine is None) == bool(document.body)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_reading_twice_gives_the_same(outlets_of_hypothesis, raw):
    assert clean(raw, outlets=outlets_of_hypothesis) == clean(raw, outlets=outlets_of_hypothesis)


@pytest.fixture(scope="session")
def outlets_of_hypothesis(outlets):
    """A name that hypothesis doesn't take for an argument of its own."""
    return outlets


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_cleaning_what_was_cleaned_changes_nothing(seeds, read, number):
    document = seeds[number]
    headline = document.fields.get("headline")
    body = [paragraph.text for paragraph in document.body]
    again = read("\n\n".join([*([str(headline.value)] if headline else []), *body]))
    assert [paragraph.text for paragraph in again.body] == body
    assert (again.fields.get("headline") is None) == (headline is None)
    assert all(line.fate in ("kept", "blank") for line in again.lines)


@pytest.mark.parametrize("seed", range(10))
def test_shuffled_lines_never_break_reading(raw_seeds, read, seed):
    for raw in raw_seeds.values():
        lines = raw.split("\n")
        random.Random(seed).shuffle(lines)  # noqa: S311
        shuffled = "\n".join(lines)
        document = read(shuffled)
        assert_evidence_is_complete(shuffled, document)
        assert document.quarantine is None


@pytest.mark.parametrize("share", [0.1, 0.35, 0.6, 0.85])
def test_text_cut_off_anywhere_is_still_read(raw_seeds, read, share):
    for raw in raw_seeds.values():
        cut = raw[: int(len(raw) * share)]
        assert_evidence_is_complete(cut, read(cut))


@pytest.mark.parametrize("number", ["000", "001", "002", "003"])
def test_text_without_its_date_line_keeps_its_body(raw_seeds, seeds, read, number):
    raw = raw_seeds[number].replace(" date ", "", 1).lstrip("0123456789-: ")
    document = read(raw)
    assert document.fields.get("published") is None
    assert [one.text for one in document.body] == [one.text for one in seeds[number].body]
    assert "no_date" in [flag.kind for flag in document.flags]


def test_very_long_line_is_one_paragraph(read):
    raw = "A long line of words without an end " * 20_000
    document = read(raw)
    assert len(document.body) == 1
    assert_evidence_is_complete(raw, document)
