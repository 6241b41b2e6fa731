"""Articles over time as a drawing: steps, heights, words, and what can't be drawn."""

import datetime
from collections import Counter

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from articles.bars import Series, draw
from articles.timescale import stretch_words
from ots_desk.partial_dates import PartialDate


def drawn(counts: dict[str, int], *more: Series, language="en"):
    return draw([Series({date(day): n for day, n in counts.items()}), *more], language)


def date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def test_without_a_date_there_is_nothing_to_draw():
    assert draw([Series({})], "en") is None
    assert drawn({"": 3}) is None


def test_a_year_is_drawn_by_month_and_the_months_are_named():
    bars = drawn({"2025-09-12": 2, "2025-09-18": 1, "2025-12-18": 1})
    assert [word.text for word in bars.words][:2] == ["Jan", "Feb"]
    assert [(bar.x, bar.height) for bar in bars.bars] == [("67.33%", "80.0"), ("92.33%", "26.7")]
    assert [figure.text for figure in bars.figures] == ["3", "1"]


@pytest.mark.parametrize(
    ("last", "first_row", "asked"),
    [
        ("2023-02-01", "February 2023", "2023-02"),
        ("2024-02-01", "January 2024 – March 2024", "2024-01-01/2024-03-31"),
        ("2031-02-01", "2031", "2031"),
        ("2080-02-01", "2080 – 2089", "2080-01-01/2089-12-31"),
    ],
)
def test_the_longer_the_time_the_longer_the_steps(last, first_row, asked):
    line = drawn({"2021-05-05": 1, last: 1}).lines[0]
    assert (line.when, line.asked) == (first_row, asked)


def test_the_highest_bar_alone_has_its_figure_where_there_are_many():
    bars = drawn({"2021-05-05": 1, "2022-06-06": 4})
    assert [figure.text for figure in bars.figures] == ["4"]


def test_what_is_dated_too_vaguely_stands_in_the_table_only():
    bars = drawn({"2025-09-12": 2, "2025": 3, "": 1})
    assert len(bars.bars) == 1
    assert [(line.when, line.counts, line.asked) for line in bars.lines] == [
        ("September 2025", [2], "2025-09"),
        ("2025, not dated more exactly", [3], ""),
        ("Date not stated", [1], ""),
    ]
    assert bars.says == "2 articles, September 2025. 4 more have no date as exact as that."


def test_a_year_is_exact_enough_for_a_bar_of_a_year():
    bars = drawn({"2005-09-12": 2, "2025": 3})
    assert [line.counts for line in bars.lines] == [[3], [2]]


def test_vague_dates_alone_are_told_and_not_drawn():
    bars = drawn({"2025": 3})
    assert bars.bars == []
    assert bars.says.startswith("No date is exact enough to be drawn.")


def test_a_second_series_stands_on_the_first():
    drafts = Series({date("2025-09-30"): 1}, "off")
    below, above = drawn({"2025-09-12": 3}, drafts).bars
    assert (below.kind, below.y, below.height) == ("on", "40.0", "60.0")
    assert (above.kind, above.y, above.height) == ("off", "20.0", "20.0")


def test_per_cents_have_a_point_in_every_language():
    with override("ru"):
        assert drawn({"2025-09-12": 1}, language="ru").bars[0].x == "67.33%"


def test_a_span_within_months_is_told_by_its_days():
    assert stretch_words(date("2025-09-12/2025-09-13"), "en") == (
        "12 September 2025 – 13 September 2025"
    )


def test_the_first_and_the_last_day_of_all_have_their_bars():
    assert len(drawn({"0001-01-01": 1, "9999-12-31": 1}).bars) == 2


DAYS = st.dates(datetime.date(1890, 1, 1), datetime.date(2090, 1, 1))
DATES = st.builds(lambda *days: PartialDate(min(days), max(days)), DAYS, DAYS)


@given(st.dictionaries(st.none() | DATES, st.integers(1, 40_000), max_size=8))
def test_every_text_stands_in_the_table_once(counts):
    bars = draw([Series(counts)], "en")
    if bars is None:
        assert not any(counts)
        return
    assert sum(line.counts[0] for line in bars.lines) == sum(counts.values())
    assert all(0 <= float(reach.x[:-1]) <= 100 for reach in bars.reaches)


@given(st.dictionaries(DATES, st.integers(1, 9), min_size=1, max_size=8))
def test_a_row_of_the_table_asks_for_as_many_texts_as_it_counts(counts):
    for line in draw([Series(counts)], "en").lines:
        if line.asked:
            asked = PartialDate.parse(line.asked)
            within = Counter(
                {
                    day: count
                    for day, count in counts.items()
                    if asked.earliest <= day.earliest and day.latest <= asked.latest
                }
            )
            assert within.total() == line.counts[0]
