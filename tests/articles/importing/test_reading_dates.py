"""Dates in figures and words, in the case endings that outlets print; and what is no date."""

from datetime import date

import pytest
from babel import Locale

from articles.importing import find_dates
from articles.importing.dates import MONTHS, is_date_heading


def only(text: str, as_of: date | None = None):
    (found,) = find_dates(text, as_of)
    return found


@pytest.mark.parametrize("language", MONTHS)
@pytest.mark.parametrize("context", ["format", "stand-alone"])
def test_every_month_name_of_cldr_is_read(language, context):
    for month, name in Locale(language).months[context]["wide"].items():
        assert only(f"5 {name} 2025").value == f"2025-{month:02}-05"
        assert only(f"5 {name.upper()} 2025").value == f"2025-{month:02}-05"


@pytest.mark.parametrize(
    "text",
    [
        "2025-09-12",
        "12.09.2025 16:40",
        "2025. 09. 12. 16:41",
        "12 September 2025",
        "12th of September 2025",
        "September 12, 2025",
        "Sept. 12, 2025",
        "12 сентября 2025 года",
        "16:59, 12 Сентябрь 2025 | GMT +5",
        "2025 жылғы 12 қыркүйекте",
        "12 қыркүйегінде 2025",
        "2025-жылдын 12-сентябры",
        "2025-жылдын 12-сентябрында",
        "12 Eylül 2025'te",
        "12 EYLÜL 2025",
        "2025-ci il sentyabrın 12-də",
        "2025-ci il 12 sentyabr",
        "2025-yil 12-sentyabr kuni",
        "2025 йил 12 сентябрь куни",
        "2025. szeptember 12-én",
        "2025-nji ýylyň 12-nji sentýabrynda",
    ],
)
def test_full_date_is_read_in_every_language(text):
    assert only(text).value == "2025-09-12"


@pytest.mark.parametrize(
    "text", ["12 сентября", "12-сентябрда", "sentyabrın 12-də", "12 Eylül'de", "September 12"]
)
def test_date_without_year_has_no_value_of_its_own(text):
    found = only(text)
    assert (found.year, found.month, found.day, found.value) == (None, 9, 12, None)


def test_missing_year_is_the_latest_not_in_the_future_and_marked():
    assert only("12 сентября", date(2025, 9, 12)).value == "2025-09-12"
    assert only("12 сентября", date(2025, 9, 11)).value == "2024-09-12"
    assert only("12 сентября", date(2025, 9, 11)).inferred
    assert only("29 February", date(2026, 1, 1)).value == "2024-02-29"


def test_printed_year_is_not_inferred():
    assert not only("12 September 2025", date(2020, 1, 1)).inferred


@pytest.mark.parametrize(
    "text",
    [
        "USD 87.45",
        "10:42",
        "Turkic World Vision 2040",
        "2022–2026",
        "31 February 2022",
        "2025-13-40",
        "maybe 5 2025",
        "5 мартышек",
        "C5+1",
        "16:40",
        "99 September 2025",
    ],
)
def test_what_looks_like_a_date_and_is_none(text):
    assert find_dates(text) == []


def test_all_dates_are_found_in_order_with_their_place():
    text = "From 31 January 2022 to November 12, 2022 in Baku"
    found = find_dates(text)
    assert [text[one.start : one.end] for one in found] == ["31 January 2022", "November 12, 2022"]
    assert [one.value for one in found] == ["2022-01-31", "2022-11-12"]


@pytest.mark.parametrize(
    "text", ["18 December, Thursday", "18-декабрь, бейшемби", "Четверг, 18 декабря"]
)
def test_day_with_weekday_is_a_heading(text):
    assert is_date_heading(text)


@pytest.mark.parametrize(
    "text", ["18 December summit", "Thursday", "18 December, Thursday in Baku"]
)
def test_other_lines_are_no_day_heading(text):
    assert not is_date_heading(text)
