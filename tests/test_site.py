"""The way in, the masthead, errors, what machines are told of the site."""

from datetime import datetime

import pytest
from django.utils.formats import date_format
from django.utils.translation import override


@pytest.mark.parametrize(
    ("asked", "home"),
    [("ru-RU,ru;q=0.9", "/ru/"), ("kk", "/kk/"), ("fr", "/en/"), ("", "/en/"), ("tr,en", "/tr/")],
)
def test_the_root_leads_to_the_language_that_the_browser_asks_for(client, asked, home):
    response = client.get("/", headers={"accept-language": asked})
    assert (response.status_code, response["Location"]) == (302, home)
    assert "Accept-Language" in response["Vary"]


def test_the_address_decides_the_language_not_the_browser(client, db):
    response = client.get("/ru/", headers={"accept-language": "tr"})
    assert '<html lang="ru">' in response.content.decode()


def test_the_masthead_leads_to_the_same_page_in_every_language(client, db):
    html = client.get("/en/archive/undated/").content.decode()
    for code in ("ru", "kk", "ky", "tr", "az", "uz"):
        assert f'<a href="/{code}/archive/undated/" lang="{code}" hreflang="{code}">' in html


def test_the_masthead_keeps_what_was_searched_for(client, db):
    assert (
        'href="/ru/search/?q=xyzzy" lang="ru"' in client.get("/en/search/?q=xyzzy").content.decode()
    )


def test_the_section_that_is_open_is_marked(client, db):
    html = client.get("/en/people/").content.decode()
    assert '<a href="/en/people/" aria-current="page">People</a>' in html
    assert html.count('aria-current="page"') == 2  # and in the list of kinds


def test_an_address_that_leads_nowhere_helps_on(client, db):
    response = client.get("/en/nothing/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "Nothing at this address" in html
    assert 'action="/en/search/"' in html


def test_an_error_page_needs_nothing_that_may_be_broken(client, db, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("articles.views.home.page_of", None)
    response = client.get("/en/")
    assert response.status_code == 500
    assert "This page could not be made" in response.content.decode()


def test_every_page_names_its_canonical_address_and_its_other_languages(client, db):
    html = client.get("/en/archive/undated/?page=1").content.decode()
    assert '<link rel="canonical" href="http://testserver/en/archive/undated/">' in html
    assert '<link rel="alternate" hreflang="ru" href="http://testserver/ru/archive' in html


def test_robots_are_told_of_the_sitemap(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_whoever_asks_for_an_icon_without_reading_a_page_finds_it(client):
    assert client.get("/favicon.ico").headers["Location"].endswith("icon.svg")


def test_the_sitemap_is_an_index_of_texts_stories_and_entities(client, db):
    xml = client.get("/sitemap.xml").content.decode()
    assert "/sitemap-texts.xml" in xml
    assert "/sitemap-stories.xml" in xml
    assert "/sitemap-entities.xml" in xml
    assert client.get("/sitemap-entities.xml").status_code == 200


def test_public_pages_need_no_script(client, db):
    assert "<script" not in client.get("/en/").content.decode()


def test_english_dates_are_written_day_first():
    with override("en"):
        assert date_format(datetime(2026, 11, 22, 13, 38), "DATETIME_FORMAT") == (
            "22 November 2026, 13:38"
        )
