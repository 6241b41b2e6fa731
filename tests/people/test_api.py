"""Who's who in the API: spellings, terms and offices, and who may see whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Translation
from people.models import Entity, Membership, Post

pytestmark = pytest.mark.django_db

LABELS = [{"language": "en", "text": "President of Kyrgyzstan", "kind": "full"}]


@pytest.fixture
def get(client):
    def get(path, status=200, **query):
        response = client.get(f"/api/v1/{path}", query)
        assert response.status_code == status, response.content
        return response.json()

    return get


@pytest.fixture
def sadyr():
    person = Entity.objects.create(
        kind="person",
        name="Sadyr Japarov",
        country="KG",
        is_public=True,
        confidence="low",
        note="For editors only.",
        identifiers=[{"scheme": "example", "identifier": "7"}],
        sources=["https://example.org/japarov"],
    )
    person.names.create(text="Садыр Жапаров", language="ru", kind="full")
    person.names.create(text="Zhaparov", language="en", kind="short", attested=False)
    return person


@pytest.fixture
def kyrgyzstan():
    return Entity.objects.create(
        kind="place", name="Kyrgyzstan", classification="country", country="KG", is_public=True
    )


@pytest.fixture
def president(kyrgyzstan):
    return Post.objects.create(organization=kyrgyzstan, labels=LABELS)


def ref(entity, collection):
    url = f"http://testserver/api/v1/{collection}/{entity.pk}/"
    return {"id": entity.pk, "kind": entity.kind, "name": entity.name, "url": url}


def test_a_person_comes_with_every_spelling_and_every_term(get, sadyr, kyrgyzstan, president):
    Membership.objects.create(
        member=sadyr,
        post=president,
        began="2021-01-28",
        known_until="2026-03-31",
        note="For editors only.",
        sources=["https://example.org/term"],
    )
    assert get(f"persons/{sadyr.pk}/") == {
        **ref(sadyr, "persons"),
        "html_url": f"http://testserver/en/people/{sadyr.pk}-sadyr-japarov/",
        "names": [
            {
                "text": "Zhaparov",
                "language": "en",
                "kind": "short",
                "attested": False,
                "valid_from": None,
                "valid_to": None,
            },
            {
                "text": "Садыр Жапаров",
                "language": "ru",
                "kind": "full",
                "attested": True,
                "valid_from": None,
                "valid_to": None,
            },
        ],
        "classification": None,
        "description": None,
        "country": "KG",
        "parent": None,
        "location": None,
        "began": None,
        "ended": None,
        "identifiers": [{"scheme": "example", "identifier": "7"}],
        "sources": ["https://example.org/japarov"],
        "memberships": [
            {
                "post": {
                    "id": president.pk,
                    "url": f"http://testserver/api/v1/posts/{president.pk}/",
                    "labels": LABELS,
                    "organization": ref(kyrgyzstan, "places"),
                },
                "organization": None,
                "role": None,
                "began": {
                    "date": "2021-01-28",
                    "precision": "day",
                    "earliest": "2021-01-28",
                    "latest": "2021-01-28",
                },
                "ended": None,
                "known_until": "2026-03-31",
                "acting": False,
                "sources": ["https://example.org/term"],
            }
        ],
        "members": [],
        "posts": [],
    }


def test_a_state_comes_with_its_offices_and_their_holders(get, sadyr, kyrgyzstan, president):
    Membership.objects.create(member=sadyr, post=president, began="2021")
    (post,) = get(f"places/{kyrgyzstan.pk}/")["posts"]
    assert (post["id"], post["labels"]) == (president.pk, LABELS)
    (holder,) = post["holders"]
    assert holder["member"] == ref(sadyr, "persons")
    assert holder["began"]["precision"] == "year"


def test_a_body_comes_with_its_members_and_chairs(get, kyrgyzstan):
    body = Entity.objects.create(kind="organization", name="OTS", is_public=True)
    Membership.objects.create(
        member=kyrgyzstan, organization=body, role="chair", began="2024-11-06", ended="2025-10-07"
    )
    (member,) = get(f"organizations/{body.pk}/")["members"]
    assert (member["role"], member["member"]) == ("chair", ref(kyrgyzstan, "places"))
    assert (member["began"]["date"], member["ended"]["date"]) == ("2024-11-06", "2025-10-07")
    (term,) = get(f"places/{kyrgyzstan.pk}/")["memberships"]
    assert (term["role"], term["organization"]) == ("chair", ref(body, "organizations"))


def test_a_term_with_weak_sources_is_not_told(get, sadyr, president):
    Membership.objects.create(member=sadyr, post=president, began="2021", confidence="low")
    assert get(f"persons/{sadyr.pk}/")["memberships"] == []


def test_nothing_hidden_is_named_in_anothers_record(get, sadyr, kyrgyzstan, president):
    Membership.objects.create(member=sadyr, post=president, began="2021")
    bishkek = Entity.objects.create(
        kind="place", name="Bishkek", is_public=True, parent=kyrgyzstan, location=kyrgyzstan
    )
    Entity.objects.exclude(pk=bishkek.pk).update(is_public=False)
    answer = get(f"places/{bishkek.pk}/")
    assert (answer["parent"], answer["location"]) == (None, None)
    Entity.objects.filter(pk=sadyr.pk).update(is_public=True)
    (term,) = get(f"persons/{sadyr.pk}/")["memberships"]
    assert term["post"]["organization"] is None
    Entity.objects.update(is_public=True)
    Entity.objects.filter(pk=sadyr.pk).update(is_public=False)
    (post,) = get(f"places/{kyrgyzstan.pk}/")["posts"]
    assert post["holders"] == []


def test_each_kind_has_a_list_of_its_own(get, sadyr, kyrgyzstan):
    assert [row["id"] for row in get("persons/")["results"]] == [sadyr.pk]
    assert [row["id"] for row in get("places/")["results"]] == [kyrgyzstan.pk]
    for empty in ("organizations/", "events/", "documents/"):
        assert get(empty)["results"] == []
    get(f"persons/{kyrgyzstan.pk}/", status=404)


@pytest.mark.parametrize("text", ["japarov", "ЖАПАРОВ", "zhaparov", "Садыр"])
def test_a_person_is_found_by_any_spelling(get, sadyr, text):
    sadyr.names.create(text="Sadyr Japarov", language="en", kind="full")
    Entity.objects.create(kind="person", name="Olzhas Bektenov", is_public=True)
    assert [row["id"] for row in get("persons/", q=text)["results"]] == [sadyr.pk]


def test_entities_are_found_by_country_and_classification(get, sadyr, kyrgyzstan):
    Entity.objects.create(kind="place", name="Baku", country="AZ", is_public=True)
    assert [row["id"] for row in get("places/", country="kg")["results"]] == [kyrgyzstan.pk]
    found = get("places/", classification="country")["results"]
    assert [row["id"] for row in found] == [kyrgyzstan.pk]


# Who may see whom


@pytest.fixture
def text():
    return Translation.objects.create(
        article=Article.objects.create(), language="en", headline="H", body="Japarov spoke."
    )


def publish(text):
    Translation.objects.update(status="published", first_published_at=text.created_at)


def name_in(text, entity):
    text.mentions.create(
        field="body", start=0, end=7, text="Japarov", entity=entity, status="confirmed"
    )


def test_a_person_is_public_once_a_published_text_names_them(get, sadyr, text):
    Entity.objects.update(is_public=False)
    name_in(text, sadyr)
    get(f"persons/{sadyr.pk}/", status=404)
    assert get("persons/")["results"] == []
    publish(text)
    assert get(f"persons/{sadyr.pk}/")["name"] == "Sadyr Japarov"


def test_entities_of_one_article_can_be_asked_for(get, sadyr, kyrgyzstan, text):
    name_in(text, sadyr)
    text.article.about.add(kyrgyzstan)
    assert get("persons/", named_in=text.article_id)["results"] == []
    publish(text)
    old = Article.objects.create(merged_into=text.article)
    for article in (text.article, old):
        assert [r["id"] for r in get("persons/", named_in=article.pk)["results"]] == [sadyr.pk]
        assert [r["id"] for r in get("places/", named_in=article.pk)["results"]] == [kyrgyzstan.pk]
    assert get("persons/", named_in=old.pk + 1)["results"] == []


def test_the_newsroom_sees_everybody_when_it_asks(client, get, reporter, sadyr, kyrgyzstan):
    Entity.objects.update(is_public=False)
    Entity.objects.filter(pk=sadyr.pk).update(parent=kyrgyzstan)
    client.force_login(reporter)
    get(f"persons/{sadyr.pk}/", status=404)
    assert get(f"persons/{sadyr.pk}/", unpublished="1")["parent"] == ref(kyrgyzstan, "places")


def test_a_merged_person_leads_to_the_survivor(client, sadyr):
    old = Entity.objects.create(kind="person", name="Zhaparov", merged_into=sadyr, is_public=True)
    response = client.get(f"/api/v1/persons/{old.pk}/")
    url = f"http://testserver/api/v1/persons/{sadyr.pk}/"
    assert response.status_code == 301
    assert (response["Location"], response["Cache-Control"]) == (url, "no-cache")
    assert response.json() == {"id": sadyr.pk, "url": url}


def test_a_merged_person_whose_survivor_is_hidden_is_not_found(get, sadyr):
    old = Entity.objects.create(kind="person", name="Zhaparov", merged_into=sadyr, is_public=True)
    Entity.objects.update(is_public=False)
    get(f"persons/{old.pk}/", status=404)


# Cost


def test_a_list_costs_the_same_for_few_rows_and_for_many(get, kyrgyzstan):
    def add(count):
        for n in range(count):
            person = Entity.objects.create(
                kind="person", name=f"N{n}", is_public=True, parent=kyrgyzstan, location=kyrgyzstan
            )
            person.names.create(text=f"N{n}", language="en", valid_from="2020")

    def cost():
        with CaptureQueriesContext(connection) as queries:
            get("persons/", page_size=100)
        return len(queries)

    add(3)
    few = cost()
    add(10)
    assert cost() == few


def test_a_record_costs_the_same_with_few_terms_and_with_many(get, sadyr, kyrgyzstan):
    body = Entity.objects.create(kind="organization", name="OTS", is_public=True)

    def add(count):
        for n in range(count):
            post = Post.objects.create(organization=body, labels=LABELS)
            holder = Entity.objects.create(kind="person", name=f"Invented {n}", is_public=True)
            Membership.objects.create(member=holder, post=post)
            Membership.objects.create(member=body, organization=kyrgyzstan, role="member")
            Membership.objects.create(member=holder, organization=body, role="observer")

    def cost():
        with CaptureQueriesContext(connection) as queries:
            get(f"organizations/{body.pk}/")
        return len(queries)

    add(3)
    few = cost()
    add(10)
    assert cost() == few
