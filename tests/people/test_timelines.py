"""Terms as a drawing: solid where certain, dashed where possible."""

from datetime import date

import pytest
from django.utils.translation import override

from people.models import Membership
from people.timelines import Row, Span, draw_lanes, draw_rows, finding, spans_of

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
    drawing = draw_rows([Row("one", [first]), Row("other", [second])], TODAY)
    assert [(bar.kind, bar.x, bar.width) for bar in drawing.bars] == [
        ("on", "0.00%", "50.07%"),
        ("on", "50.07%", "49.93%"),
    ]


def test_the_label_of_a_late_bar_ends_where_the_bar_does():
    rows = [Row("early", [term("2010", "2011")]), Row("late", [term("2021", "2022")])]
    assert [label.anchor for label in draw_rows(rows, TODAY).labels] == ["start", "end"]


def test_muted_terms_are_drawn_as_context():
    past = term()
    past.pk = 7
    assert draw_lanes([Row("x", [past], frozenset({7}))], TODAY).bars[0].kind == "off"


def test_without_any_start_there_is_nothing_to_draw():
    assert draw_rows([Row("x", [term(began=None)])], TODAY) is None
    assert draw_rows([], TODAY) is None


def test_per_cents_have_a_point_in_every_language():
    with override("ru"):
        bar = draw_rows([Row("x", [term()])], TODAY).bars[0]
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
