"""The API's own description: silent, complete, and true of what is answered."""

import json

import jsonschema
import pytest
from django.core.management import call_command

from articles.models import Article, Translation
from articles.publishing import publish
from articles.story_changes import begin
from people.models import Entity

pytestmark = pytest.mark.django_db

COLLECTIONS = [
    "articles",
    "documents",
    "events",
    "memberships",
    "organizations",
    "persons",
    "places",
    "posts",
    "sources",
    "stories",
    "topics",
]


@pytest.fixture
def schema(tmp_path):
    """The schema as the command writes it; any warning makes the command fail."""
    path = tmp_path / "schema.json"
    call_command(
        "spectacular", validate=True, fail_on_warn=True, format="openapi-json", file=str(path)
    )
    return json.loads(path.read_text())


def test_the_schema_has_no_warnings_and_every_collection(schema, capsys):
    assert sorted(schema["paths"]) == sorted(
        [
            *(f"/api/v1/{name}/{key}" for name in COLLECTIONS for key in ("", "{id}/")),
            "/api/v1/persons/{id}/offices/",
        ]
    )
    assert capsys.readouterr().err == ""


def test_the_schema_says_in_which_unit_offsets_count(schema):
    assert "Unicode code points" in schema["components"]["schemas"]["Mention"]["description"]


def test_the_schema_says_where_merged_records_lead(schema):
    for name in set(COLLECTIONS) - {"memberships", "posts", "sources", "topics"}:
        assert set(schema["paths"][f"/api/v1/{name}/{{id}}/"]["get"]["responses"]) == {"200", "301"}


def test_the_schema_is_served(client):
    response = client.get("/api/v1/schema/", headers={"accept": "application/json"})
    assert response.json()["info"]["title"] == "OTS Desk API"


def test_the_root_lists_every_collection(client):
    assert client.get("/api/v1/").json() == {
        name: f"http://testserver/api/v1/{name}/" for name in COLLECTIONS
    }


def test_the_address_without_a_version_leads_to_the_newest(client):
    response = client.get("/api/")
    assert (response.status_code, response["Location"]) == (302, "/api/v1/")


@pytest.mark.parametrize("path", ["", *(f"{name}/" for name in COLLECTIONS)])
def test_anybody_can_browse_it(client, path):
    response = client.get(f"/api/v1/{path}", headers={"accept": "text/html"})
    assert response.status_code == 200
    assert response["Content-Type"] == "text/html; charset=utf-8"


def with_nulls(node):
    """OpenAPI 3.0's `nullable` in JSON Schema's words."""
    if isinstance(node, list):
        return [with_nulls(part) for part in node]
    if not isinstance(node, dict):
        return node
    plain = {key: with_nulls(part) for key, part in node.items() if key != "nullable"}
    return {"anyOf": [plain, {"type": "null"}]} if node.get("nullable") is True else plain


@pytest.fixture
def published_seeds(seeds, editor):
    Entity.objects.update(is_public=True)
    for text in Translation.objects.all():
        publish(text, user=editor)
    first, second, *_others = Article.objects.order_by("pk")
    begin(first, second, user=editor)


def check(schema, path, answer, media_type="application/json"):
    content = schema["paths"][path]["get"]["responses"]["200"]["content"][media_type]
    components = with_nulls(schema["components"])
    jsonschema.validate(answer, {**content["schema"], "components": components})


@pytest.mark.parametrize("name", COLLECTIONS)
def test_real_answers_are_as_the_schema_says(client, schema, published_seeds, name):
    rows = client.get(f"/api/v1/{name}/?page_size=100").json()
    one = client.get(f"/api/v1/{name}/{rows['results'][0]['id']}/").json()
    check(schema, f"/api/v1/{name}/", rows)
    check(schema, f"/api/v1/{name}/{{id}}/", one)


@pytest.mark.parametrize("name", ["memberships", "organizations", "persons", "posts"])
def test_real_answers_in_popolo_are_as_the_schema_says(client, schema, published_seeds, name):
    asked = {"page_size": 100, "format": "popolo"}
    rows = client.get(f"/api/v1/{name}/", asked).json()
    one = client.get(f"/api/v1/{name}/{rows['results'][0]['id']}/", {"format": "popolo"}).json()
    check(schema, f"/api/v1/{name}/", rows, "application/popolo+json")
    check(schema, f"/api/v1/{name}/{{id}}/", one, "application/popolo+json")


def test_real_answers_about_a_day_are_as_the_schema_says(client, schema, published_seeds):
    day = "2025-09-12"
    check(schema, "/api/v1/posts/", client.get("/api/v1/posts/", {"held_on": day}).json())
    check(schema, "/api/v1/memberships/", client.get("/api/v1/memberships/", {"on": day}).json())
    person = Entity.objects.get(reference="person/japarov-sadyr")
    offices = client.get(f"/api/v1/persons/{person.pk}/offices/", {"on": day}).json()
    check(schema, "/api/v1/persons/{id}/offices/", offices)
