"""The five seeds as readers see them, in full and as an excerpt."""

import re

import pytest
from django.utils.translation import override

from articles.judging import decide
from articles.models import ArticleJudgement, Translation
from articles.publishing import publish

PERSONS = {
    "Sadyr Japarov",
    "Baktybek Bekbolotov",
    "Ramil Usubov",
    "Gizat Nurdauletov",
    "Okay Memiş",
    "Viktor Makhmudov",
    "Kubanychbek Omuraliev",
}


@pytest.fixture
def desk(seeds, editor):
    """The seeds published in full, their pair accepted; texts by the seed's number."""
    texts = {}
    for text in Translation.objects.order_by("pk"):
        text.public_use = "full"
        publish(text, user=editor)
        path = text.reading.document.sightings.first().path
        texts[path.rsplit("/", 1)[-1][:3]] = text
    decide(ArticleJudgement.objects.get(), "translation", user=editor)
    return {number: Translation.objects.get(pk=text.pk) for number, text in texts.items()}


def page(client, text, language="en") -> str:
    with override(language):
        url = text.get_absolute_url()
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def persons_named(html: str) -> set[str]:
    roll = re.search(r'id="named".*?</ul>', html, re.DOTALL)[0]
    return set(re.findall(r'<a href="[^"]+">([^<]+)</a>', roll))


def test_the_meeting_of_secretaries_links_and_lists_seven_persons(client, desk):
    html = page(client, desk["000"])
    assert persons_named(html) == PERSONS
    assert "President of Kyrgyzstan" in html or "President of the Kyrgyz Republic" in html


def test_both_languages_of_the_meeting_are_one_article(client, desk):
    assert desk["000"].article_id == desk["001"].article_id
    html = page(client, desk["001"], "ru")
    assert "Заголовка в тексте нет: предложена первая фраза" in html
    assert "«Секретари ОТГ». Фото пресс-службы АП КР. Здесь не воспроизводится." in html
    assert len(persons_named(html)) == 7


def test_cut_lines_are_on_no_page(client, desk):
    html = page(client, desk["003"])
    assert re.search(r">24\.kg", html)
    assert "11:26" in html
    for cut in ("USD", "Popular", "views:", "Related"):
        assert cut not in html


def test_the_date_of_an_event_is_not_a_date_of_publication(client, desk):
    html = page(client, desk["004"])
    assert '<dd class="unknown">date not stated</dd>' in html
    assert "<dt>Tells of</dt><dd>31 January 2022</dd>" in html


def test_the_secretary_general_of_then_is_named_with_the_office_of_then(client, desk):
    office = re.search(r"Baghdad Amreyev</a><p>([^<]+)</p>", page(client, desk["004"]))[1]
    assert office == "Secretary General of the Organization of Turkic States"


def test_the_home_page_lists_four_articles(client, desk):
    html = client.get("/en/").content.decode()
    assert html.count('<article class="entry') == 4
    assert client.get("/ru/").content.decode().count('<article class="entry') == 4


@pytest.mark.parametrize("spelling", ["жапаров", "Zhaparov", "Caparov", "japarov"])
def test_the_president_is_found_by_every_spelling(client, desk, spelling):
    html = client.get("/en/search/", {"q": spelling}).content.decode()
    assert '<a class="big"' in html
    assert "Sadyr Japarov</a>" in html
    assert html.count("entry hit") == 3
