from datetime import date

import pytest

from ots_desk.partial_dates import PartialDate, Precision


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31), Precision.YEAR),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2022-11-11", date(2022, 11, 11), date(2022, 11, 11), Precision.DAY),
        ("2022-11-11/2022-12", date(2022, 11, 11), date(2022, 12, 31), Precision.SPAN),
    ],
)
def test_a_partial_date_knows_its_days_and_its_precision(text, earliest, latest, precision):
    value = PartialDate.parse(text)
    assert (value.earliest, value.latest, value.precision) == (earliest, latest, precision)


@pytest.mark.parametrize("text", ["2022", "2022-11", "2022-11-11", "2022-11-11/2022-12-05"])
def test_a_partial_date_prints_as_it_was_written(text):
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize("text", ["", "22", "2022-13", "2022-02-30", "11.11.2022", "2022-1-1"])
def test_what_is_no_date_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match="is not a"):
        PartialDate.parse(text)


def test_a_span_can_not_end_before_it_begins():
    with pytest.raises(ValueError, match="is before"):
        PartialDate.parse("2022-12/2022-11")


def test_partial_dates_sort_by_their_first_day_and_the_more_precise_first():
    dates = [PartialDate.parse(text) for text in ("2023", "2022", "2022-01-01", "2022-01")]
    assert [str(value) for value in sorted(dates)] == ["2022-01-01", "2022-01", "2022", "2023"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "11 November 2022"),
        ("ru", "11 ноября 2022 года"),
        ("tr", "11 Kasım 2022"),
        ("az", "11 noyabr 2022"),
        ("uz", "11-noyabr, 2022"),
        ("tk", "11 noýabr 2022"),
        ("unknown-language", "11 November 2022"),
    ],
)
def test_a_day_is_written_in_the_words_of_each_language(language, words):
    assert PartialDate.parse("2022-11-11").words(language) == words


def test_a_month_and_a_year_are_written_no_more_precisely_than_known():
    assert PartialDate.parse("2022-11").words("en") == "November 2022"
    assert PartialDate.parse("2022").words("ru") == "2022"


def test_a_span_is_written_with_both_ends():
    assert PartialDate.parse("2022-11-11/2022-11-12").words("en") == (
        "11 November 2022 – 12 November 2022"
    )
