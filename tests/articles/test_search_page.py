"""The search page: names in any spelling, words with their hits marked, and help for nothing."""

import pytest

from people.models import Entity, Name


def page(client, query) -> str:
    response = client.get("/en/search/", {"q": query})
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("spelling", ["Japarov", "жапаров", "САДЫР ЖАПАРОВ", "sadyr japarov"])
def test_a_person_is_found_by_any_spelling(client, published, japarov, spelling):
    published(names=[japarov])
    html = page(client, spelling)
    assert f'<a class="big" href="{japarov.get_absolute_url()}">Sadyr Japarov</a>' in html


def test_a_spelling_also_finds_the_texts_that_have_another(client, published, japarov):
    published(names=[japarov])
    html = page(client, "жапаров")
    assert "<mark>Sadyr Japarov</mark> spoke in Bishkek." in html


def test_a_person_whom_no_public_text_names_is_not_found(client, make_text, japarov):
    make_text()
    assert "Sadyr Japarov" not in page(client, "жапаров")


def test_hits_are_marked_in_headline_and_words(client, published):
    published(headline="The guests (invented)")
    html = page(client, "guest")
    assert "The <mark>guests</mark> (invented)" in html
    assert "He thanked the <mark>guests</mark>." in html


def test_markup_in_query_and_text_stays_text(client, published):
    published(headline="<b>guests</b> (invented)")
    html = page(client, "<b>guests")
    assert "&lt;<mark>b</mark>&gt;<mark>guests</mark>&lt;" in html
    assert "<b>" not in html


def test_a_language_narrows_the_hits(client, published):
    published(headline="Sammit one (invented)")
    published(headline="Sammit iki (uydurma)", language="tr")
    html = client.get("/en/search/", {"q": "sammit", "language": "tr"}).content.decode()
    assert "iki (uydurma)" in html
    assert "one (invented)" not in html


def test_without_a_query_the_page_asks_for_one(client, db):
    assert "A name in any spelling and script" in page(client, "")


def test_nothing_found_helps_on(client, db):
    html = page(client, "xyzzy")
    assert "Nothing has «xyzzy» in it" in html
    assert "/en/archive/" in html


def test_nothing_found_names_who_is_spelled_nearly_so(client, db):
    person = Entity.objects.create(kind="person", name="Kubanychbek Omuraliev", is_public=True)
    Name.objects.create(entity=person, text="Kubanychbek Omuraliev", language="en")
    assert person.get_absolute_url() in page(client, "Kubanychbek Omuralief")


@pytest.mark.parametrize("typed", ["Омуралиев", "Omuralev", "Kubanichbek"])
def test_nearly_so_goes_by_sound_in_any_script(client, db, typed):
    for number in range(5):
        other = Entity.objects.create(kind="person", name=f"Example {number}", is_public=True)
        Name.objects.create(entity=other, text=f"Testbek Example{number}", language="en")
    person = Entity.objects.create(kind="person", name="Kubanychbek Omuraliev", is_public=True)
    Name.objects.create(entity=person, text="Kubanychbek Omuraliev", language="en")
    html = page(client, typed)
    assert person.get_absolute_url() in html
    assert "Testbek" not in html


def test_a_person_nearly_spelled_so_who_is_not_public_is_not_named(client, db):
    person = Entity.objects.create(kind="person", name="Kubanychbek Omuraliev")
    Name.objects.create(entity=person, text="Kubanychbek Omuraliev", language="en")
    assert "Omuraliev" not in page(client, "Kubanychbek Omuralief")


def test_search_results_are_not_for_search_engines(client, db):
    assert '<meta name="robots" content="noindex">' in page(client, "x")


def test_a_second_page_that_is_not_there_shows_no_hits(client, published):
    published(headline="Guests (invented)")
    assert "Guests (invented)" not in client.get("/en/search/?q=guests&page=2").content.decode()
