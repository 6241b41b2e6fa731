"""Terms as a drawing: solid where certain, dashed where possible."""

from datetime import date

import pytest
from django.utils.translation import override

from people.models import Membership
from people.timelines import Row, Span, draw, finding, since_words, spans_of

SINCE, TODAY = date(2010, 1, 1), date(2026, 6, 30)


def term(began="2020-01-01", ended="2022-01-01", **fields):
    return Membership(began=began, ended=ended, **fields)


def spans(a_term):
    return spans_of(a_term, SINCE, TODAY)


def test_exact_days_are_certain_from_the_first_to_the_last():
    assert spans(term()) == [Span(date(2020, 1, 1), date(2022, 1, 1), True)]


def test_a_year_is_possible_until_it_is_over():
    assert spans(term(began="2020")) == [
        Span(date(2020, 1, 1), date(2020, 12, 31), False),
        Span(date(2020, 12, 31), date(2022, 1, 1), True),
    ]


def test_an_open_end_is_certain_only_up_to_the_day_it_was_seen():
    assert spans(term(ended=None, known_until=date(2026, 3, 31))) == [
        Span(date(2020, 1, 1), date(2026, 3, 31), True),
        Span(date(2026, 3, 31), TODAY, False),
    ]


def test_an_open_end_that_nobody_checked_is_only_possible():
    assert spans(term(ended=None)) == [Span(date(2020, 1, 1), TODAY, False)]


def test_a_term_without_a_start_is_only_possible():
    assert spans(term(began=None)) == [Span(SINCE, date(2022, 1, 1), False)]


def test_weak_sources_make_a_term_only_possible():
    assert [s.is_certain for s in spans(term(confidence="low"))] == [False]


def test_terms_that_follow_each_other_share_the_axis():
    first, second = term("2020-01-01", "2021-01-01"), term("2021-01-01", "2022-01-01")
    drawing = draw([Row("one", [first]), Row("other", [second])], TODAY)
    assert [(bar.x, bar.width) for lane in drawing.lanes for bar in lane.bars] == [
        ("0.00%", "50.07%"),
        ("50.07%", "49.93%"),
    ]


def test_a_term_of_two_days_is_still_to_be_seen():
    short = term("2020-01-01", "2020-01-03")
    drawing = draw([Row("one", [short]), Row("other", [term("2000", "2022")])], TODAY)
    assert drawing.lanes[0].bars[0].width == "0.40%"


def test_a_heading_stands_above_the_first_lane_under_it():
    rows = [Row(label, [term()], heading=h) for label, h in [("a", "x"), ("b", "x"), ("c", "y")]]
    assert [lane.heading for lane in draw(rows, TODAY).lanes] == ["x", "", "y"]


def test_years_stand_where_they_begin():
    years = draw([Row("x", [term("2020-01-01", "2022-01-01")])], TODAY).years
    assert [(year.text, year.x) for year in years] == [("2021", "50.07%")]


def test_muted_terms_are_drawn_as_context():
    past = term()
    past.pk = 7
    assert draw([Row("x", [past], frozenset({7}))], TODAY).lanes[0].bars[0].kind == "off"


def test_without_any_start_there_is_nothing_to_draw():
    assert draw([Row("x", [term(began=None)])], TODAY) is None
    assert draw([], TODAY) is None


def test_per_cents_have_a_point_in_every_language():
    with override("ru"):
        bar = draw([Row("x", [term()])], TODAY).lanes[0].bars[0]
    assert bar.width == "100.00%"


@pytest.mark.parametrize(
    ("a_term", "words"),
    [
        (term(), "Chair from 1 January 2020 until 1 January 2022."),
        (term(began=None), "Chair until 1 January 2022; the start is not known."),
        (term(ended=None), "Chair since 1 January 2020; the end is not known."),
        (term(None, None), "Chair; neither start nor end is known."),
        (
            term(ended=None, known_until=date(2026, 3, 31)),
            "Chair since 1 January 2020; no end known by 31 March 2026.",
        ),
    ],
)
def test_a_bar_is_also_told_in_words(a_term, words):
    assert finding("Chair", a_term, "en") == words


@pytest.mark.parametrize(
    ("a_term", "words"),
    [
        (term(), "from 1 January 2020 until 1 January 2022"),
        (term(began=None), "until 1 January 2022"),
        (term(ended=None), "since 1 January 2020; the end is not known"),
        (term(None, None), "dates not known"),
        (term(None, None, known_until=date(2026, 3, 31)), "no end known by 31 March 2026"),
    ],
)
def test_dates_are_also_told_as_a_phrase(a_term, words):
    assert since_words(a_term, "en") == words
