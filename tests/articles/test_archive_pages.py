"""The archive by day, month and year, and what has no day."""

from datetime import time

import pytest

from articles.models import Source


def page(client, url, status=200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


@pytest.fixture
def day(client, published):
    """Three texts of one day, with and without a clock, and the days around it."""
    published(headline="The day before (invented)", published="2025-09-10")
    published(headline="Early (invented)", published="2025-09-12", published_time=time(9, 5))
    published(headline="Late (invented)", published="2025-09-12", published_time=time(16, 40))
    published(headline="No clock (invented)", published="2025-09-12")
    published(headline="After it (invented)", published="2025-10-01")
    return page(client, "/en/archive/2025/09/12/")


def test_a_day_lists_its_texts_by_the_clock_as_printed(day):
    late, early, none = (day.index(x) for x in ("Late (inv", "Early (inv", "No clock (inv"))
    assert late < early < none
    assert '<p class="clock">16:40</p>' in day
    assert '<p class="clock">09:05</p>' in day
    assert "No clock printed" in day


def test_a_clock_is_not_converted_to_the_readers_zone(client, published):
    outlet = Source.objects.create(name="Example Outlet (invented)", zone="Asia/Baku")
    published(source=outlet, published="2025-09-12", published_time=time(23, 50), zone="Asia/Baku")
    assert '<p class="clock">23:50</p>' in page(client, "/en/archive/2025/09/12/")


def test_the_neighbours_of_a_day_are_the_days_that_have_texts(day):
    assert 'href="/en/archive/2025/09/10/" rel="prev"' in day
    assert 'href="/en/archive/2025/10/01/" rel="next"' in day


def test_a_day_names_itself_in_words(client, day):
    assert "Friday, 12 September 2025</h1>" in day
    assert "Пятница, 12 сентября 2025\u202fг.</h1>" in page(client, "/ru/archive/2025/09/12/")


def test_the_calendar_links_only_days_with_texts(day):
    assert '<a href="/en/archive/2025/09/10/" aria-label="10 September, 1 text">10</a>' in day
    assert "<td>11</td>" in day
    assert 'aria-current="date" aria-label="12 September, 3 texts"' in day


def test_the_archive_begins_with_its_newest_month(client, day):
    assert client.get("/en/archive/")["Location"] == "/en/archive/2025/10/"


def test_a_month_lists_its_texts_and_leads_to_its_neighbours(client, day):
    html = page(client, "/en/archive/2025/09/")
    assert "September 2025</h1>" in html
    assert "Late (invented)" in html
    assert "After it (invented)" not in html
    assert 'href="/en/archive/2025/10/" rel="next"' in html


def test_a_year_counts_its_months(client, day):
    html = page(client, "/en/archive/2025/")
    assert "September 2025</a><p>4 texts</p>" in html
    assert "October 2025</a><p>1 text</p>" in html


def test_a_text_dated_by_month_stands_with_the_month_and_on_no_day(client, published):
    published(headline="Sometime (invented)", published="2025-09")
    assert "Sometime (invented)" in page(client, "/en/archive/2025/09/")
    assert "Sometime (invented)" not in page(client, "/en/archive/2025/09/01/")


def test_a_text_dated_by_year_stands_with_the_year(client, published):
    published(headline="That year (invented)", published="2025")
    assert "That year (invented)" in page(client, "/en/archive/2025/")
    assert "That year (invented)" not in page(client, "/en/archive/2025/01/")


def test_undated_texts_stand_apart(client, published):
    published(headline="When (invented)")
    published(headline="Dated (invented)", published="2025-09-12")
    html = page(client, "/en/archive/undated/")
    assert "When (invented)" in html
    assert "Dated (invented)" not in html
    assert "1 text without a date stands" in page(client, "/en/archive/2025/09/")


def test_an_empty_archive_says_so(client, db):
    assert "No dated texts yet" in page(client, "/en/archive/")


def test_a_day_without_texts_says_so(client, db):
    assert "No text of this day has been published here." in page(client, "/en/archive/2025/09/12/")


@pytest.mark.parametrize("path", ["2025/02/30", "2025/13", "0000", "0000/01", "2025/00/01"])
def test_a_date_that_is_none_is_not_found(client, db, path):
    page(client, f"/en/archive/{path}/", 404)


def test_a_day_costs_the_same_for_three_texts_as_for_thirteen(client, published, count_queries):
    for _ in range(3):
        published(published="2025-09-12")
    few = count_queries("/en/archive/2025/09/12/")
    for _ in range(10):
        published(published="2025-09-12")
    assert count_queries("/en/archive/2025/09/12/") == few
