"""Input that nobody types by accident: no address answers it with an error of the server."""

import base64
import json
import re
from urllib.parse import quote

import pytest
from django.core.exceptions import ValidationError

from people.models import Entity, Name

pytestmark = pytest.mark.django_db

LONG = "a" * 60_000
SCRIPT = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"


def cursor(position: str) -> str:
    return quote(base64.b64encode(f"p={position}".encode()).decode())


@pytest.mark.parametrize(
    ("address", "status"),
    [
        # NUL, which PostgreSQL refuses in texts
        ("/en/search/?q=%00", 200),
        ("/en/search/?q=a%00b", 200),
        ("/en/search/?q=a&language=%00", 200),
        ("/en/people/?q=%00a", 200),
        ("/en/?page=%00", 404),
        ("/en/articles/1-%00/", 404),
        ("/api/v1/articles/%00/", 404),
        ("/api/v1/articles/?q=%00", 400),
        ("/api/v1/articles/?language=%00", 400),
        ("/api/v1/persons/?country=%00", 400),
        ("/api/v1/articles/?cursor=%00", 200),
        (f"/api/v1/articles/?cursor={cursor(chr(0))}", 404),
        # bytes that are no text, and signs that turn the direction of writing
        ("/en/search/?q=%ff%ed%a0%80", 200),
        ("/en/search/?q=%E2%80%AE%E2%81%A6", 200),
        # texts longer than a database looks for
        (f"/en/search/?q={LONG}", 200),
        (f"/en/people/?q={LONG}", 200),
        *((f"/api/v1/{part}/?q={LONG}", 400) for part in ("articles", "persons", "topics")),
        (f"/api/v1/sources/?q={LONG}", 400),
        (f"/api/v1/persons/?country={LONG}", 400),
        # numbers greater than a key, or than Python reads
        ("/en/articles/99999999999999999999/", 404),
        ("/en/people/99999999999999999999/", 404),
        ("/api/v1/articles/99999999999999999999/", 404),
        ("/api/v1/articles/?person=99999999999999999999", 400),
        ("/api/v1/articles/?person=1e400", 400),
        (f"/api/v1/articles/?cursor={cursor('9' * 40)}", 404),
        (f"/api/v1/articles/?cursor={cursor('9' * 5000)}", 404),
        (f"/en/?page={'9' * 5000}", 404),
        ("/sitemap-texts.xml?p=99999999", 404),
        # the ends of the calendar
        ("/en/archive/0000/01/", 404),
        ("/en/archive/0001/01/", 200),
        ("/en/archive/9999/12/", 200),
        ("/en/archive/9999/12/31/", 200),
        ("/api/v1/articles/?changed_since=0001-01-01T00:00:00%2B14:00", 400),
        ("/api/v1/articles/?changed_since=9999-12-31T23:59:59-14:00", 400),
        ("/api/v1/articles/?published_from=0001-01-01&published_to=9999-12-31", 200),
    ],
    ids=lambda value: str(value)[:60],
)
def test_hostile_addresses_are_answered(client, address, status):
    assert client.get(address).status_code == status


@pytest.mark.parametrize("path", ["//evil.example/en", "//evil.example", "/en//evil.example"])
def test_no_address_leads_to_another_site(client, db, path):
    answer = client.get("/", PATH_INFO=path)
    assert answer.status_code in (301, 404)
    assert not re.match(r"(https?:)?//(?!testserver/)", answer.get("Location", "/"))


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_neither_login_nor_a_decision_leads_to_another_site(client, editor, text, target):
    editor.set_password("invented-once")
    editor.save()
    credentials = {"username": editor.username, "password": "invented-once", "next": target}
    assert client.post("/admin/login/", credentials)["Location"] == "/admin/"
    moved = client.post(
        f"/admin/articles/translation/{text.pk}/move/", {"move": "publish", "next": target}
    )
    assert moved["Location"] == f"/admin/articles/article/{text.article_id}/change/?text={text.pk}"


# Words that want to be markup


@pytest.fixture
def scripted(published):
    """A published text whose every field is hostile, with a name that is."""
    person = Entity.objects.create(kind="person", name=SCRIPT, description=SCRIPT)
    Name.objects.create(entity=person, text=SCRIPT, language="en")
    fields = ("headline", "deck", "summary", "dateline", "byline", "credit", "caption", "via")
    return published(
        names=[person],
        body=f"First {SCRIPT}.\n\nSecond.",
        published="2025-09-12",
        zone='"><i>',
        **dict.fromkeys(fields, SCRIPT),
    )


def test_hostile_words_are_words_on_every_page(client, scripted):
    person = Entity.objects.get()
    for address in (
        "/en/",
        "/en/archive/2025/09/12/",
        "/en/people/",
        scripted.get_absolute_url(),
        person.get_absolute_url(),
        f"/en/search/?q={quote(SCRIPT)}",
        "/en/search/?q=alert",
        f"/en/people/?q={quote(SCRIPT)}",
        "/api/v1/articles/?format=api",
        f"/api/v1/persons/?format=api&q={quote(SCRIPT)}",
    ):
        html = client.get(address, follow=True).content.decode()
        assert "alert(1)" in html or "<mark>alert</mark>" in html, address
        assert "<script>alert" not in html, address
        assert "<img src=x" not in html, address
        assert '"><i>' not in html, address


def test_hostile_words_stay_inside_the_structured_data(client, scripted):
    html = client.get(scripted.get_absolute_url(), follow=True).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert [json.loads(facts)["headline"] for facts in found] == [SCRIPT]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x"])
def test_a_source_address_that_is_no_address_of_the_web_is_refused(text, address):
    text.source_url = address
    with pytest.raises(ValidationError) as refused:
        text.full_clean()
    assert set(refused.value.message_dict) == {"source_url"}
