"""Stories in the API: what readers and the newsroom get of them, and what not."""

from datetime import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Coverage, Source, Story, Translation
from articles.publishing import withdraw
from articles.story_changes import add_article, begin, link_event, rename, set_lead
from people.models import Entity

pytestmark = pytest.mark.django_db


@pytest.fixture
def get(client):
    def get(path, status=200, **query):
        response = client.get(f"/api/v1/{path}", query)
        assert response.status_code == status, response.content
        return response.json()

    return get


@pytest.fixture
def texts(published):
    """Three published texts of two outlets."""
    outlets = [
        Source.objects.create(name=name, public_use="full")
        for name in ("Testbek Example", "Ornek Example")
    ]
    printed = [(0, "en", "2025-09-12"), (0, "ru", "2025-09-13"), (1, "tr", None)]
    return [
        published(
            headline=f"Words {number} (invented)",
            source=outlets[of],
            language=language,
            published=day,
            published_time=time(16, 40) if day else None,
        )
        for number, (of, language, day) in enumerate(printed)
    ]


@pytest.fixture
def story(texts, editor) -> Story:
    story = begin(texts[0].article, texts[1].article, user=editor).story
    add_article(story, texts[2].article, user=editor)
    return story


def found(get, **query) -> list[int]:
    return [story["id"] for story in get("stories/", **query)["results"]]


def test_a_story_comes_with_its_reports_as_they_were_printed(get, story, texts):
    answer = get(f"stories/{story.pk}/")
    reports = answer.pop("reports")
    assert [report["id"] for report in reports] == [text.pk for text in texts]
    assert reports[0] == {
        "id": texts[0].pk,
        "article": {
            "id": texts[0].article_id,
            "url": f"http://testserver/api/v1/articles/{texts[0].article_id}/",
        },
        "html_url": f"http://testserver/en/articles/{texts[0].article_id}-words-0-invented/",
        "language": "en",
        "status": "published",
        "headline": "Words 0 (invented)",
        "source": {
            "id": texts[0].source_id,
            "name": "Testbek Example",
            "url": f"http://testserver/api/v1/sources/{texts[0].source_id}/",
        },
        "agency": None,
        "source_url": None,
        "published": {"date": "2025-09-12", "precision": "day", "time": "16:40", "zone": None},
        "is_digest": False,
    }
    assert reports[2]["published"] is None
    assert answer == {
        "id": story.pk,
        "url": f"http://testserver/api/v1/stories/{story.pk}/",
        "html_url": f"http://testserver/en/stories/{story.pk}-words-0-invented/",
        "title": None,
        "event": None,
        "article_count": 3,
        "languages": ["en", "ru", "tr"],
        "lead": reports[0],
        "lead_is_chosen": False,
        "earliest": [texts[0].pk],
    }


def test_the_list_has_stories_without_their_reports(get, story):
    (answer,) = get("stories/")["results"]
    assert answer["id"] == story.pk
    assert answer["lead"]["headline"] == "Words 0 (invented)"
    assert "reports" not in answer


def test_title_lead_and_event_are_the_desks(get, story, texts, editor):
    event = Entity.objects.create(kind="event", name="Example Summit (invented)", is_public=True)
    rename(story, "Own title (invented)", user=editor)
    set_lead(story, texts[2], user=editor)
    link_event(story, event, user=editor)
    answer = get(f"stories/{story.pk}/")
    assert answer["title"] == "Own title (invented)"
    assert answer["event"]["id"] == event.pk
    assert (answer["lead"]["id"], answer["lead_is_chosen"]) == (texts[2].pk, True)
    assert answer["html_url"].endswith(f"/en/stories/{story.pk}-own-title-invented/")


def test_an_event_that_readers_do_not_see_is_not_named(get, story, editor):
    event = Entity.objects.create(kind="event", name="Secret event (invented)")
    link_event(story, event, user=editor)
    assert get(f"stories/{story.pk}/")["event"] is None


def test_a_merged_story_leads_to_the_one_that_stands(client, story, texts, published, editor):
    younger = begin(published().article, published(language="kk").article, user=editor).story
    begin(texts[0].article, younger.coverage.first().article, user=editor)
    answer = client.get(f"/api/v1/stories/{younger.pk}/")
    assert answer.status_code == 301
    assert answer["Location"] == f"http://testserver/api/v1/stories/{story.pk}/"
    assert answer["Cache-Control"] == "no-cache"
    assert answer.json()["id"] == story.pk


def test_an_article_names_its_stories(get, story, texts):
    url = f"http://testserver/api/v1/stories/{story.pk}/"
    assert get(f"articles/{texts[0].article_id}/")["stories"] == [{"id": story.pk, "url": url}]


def test_articles_are_found_by_their_story(get, story, texts, published):
    other = published()
    ids = [article["id"] for article in get("articles/", story=story.pk)["results"]]
    assert sorted(ids) == [text.article_id for text in texts]
    assert get("articles/", story=9999)["results"] == []
    assert other.article_id not in ids


def test_articles_are_found_by_a_story_that_was_merged(get, story, texts, published, editor):
    younger = begin(published().article, published(language="kk").article, user=editor).story
    begin(texts[0].article, younger.coverage.first().article, user=editor)
    assert len(get("articles/", story=younger.pk)["results"]) == 5


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ({"language": "ru"}, True),
        ({"language": "kk"}, False),
        ({"published_from": "2025-09-13"}, True),
        ({"published_from": "2025-09-14"}, False),
        ({"language": "en", "published_from": "2025-09-13"}, False),
        ({"q": "words"}, True),
    ],
)
def test_stories_are_found_by_what_one_of_their_texts_is(get, story, query, is_found):
    assert found(get, **query) == ([story.pk] if is_found else [])


def test_stories_are_found_by_outlet(get, story, texts):
    assert found(get, source=texts[2].source_id) == [story.pk]
    assert found(get, source=9999) == []


def test_a_filter_that_makes_no_sense_is_refused(get, story):
    assert get("stories/", status=400, source="x") == {"source": ["Enter a whole number."]}


# What readers may not see


def test_drafts_and_withdrawn_texts_are_not_in_a_story(get, story, texts, make_text, editor):
    add_article(story, make_text(headline="Draft (invented)").article, user=editor)
    withdraw(texts[2], user=editor, reason="invented")
    answer = get(f"stories/{story.pk}/")
    assert [report["id"] for report in answer["reports"]] == [texts[0].pk, texts[1].pk]
    assert answer["languages"] == ["en", "ru"]


def test_a_story_of_one_public_article_is_nowhere(get, story, texts, editor):
    for text in texts[1:]:
        withdraw(text, user=editor, reason="invented")
    get(f"stories/{story.pk}/", status=404)
    assert found(get) == []
    assert get(f"articles/{texts[0].article_id}/")["stories"] == []
    assert get("articles/", story=story.pk)["results"] == []


def test_what_an_outlet_forbids_is_not_in_a_story(get, story, texts):
    Source.objects.filter(pk=texts[2].source_id).update(public_use="none")
    Translation.objects.update(public_use="")
    assert len(get(f"stories/{story.pk}/")["reports"]) == 2


def test_the_newsroom_sees_drafts_when_it_asks(client, get, story, make_text, editor):
    add_article(story, make_text(headline="Draft (invented)").article, user=editor)
    get(f"stories/{story.pk}/", status=403, unpublished=1)
    client.force_login(editor)
    answer = get(f"stories/{story.pk}/", unpublished=1)
    assert "Draft (invented)" in [report["headline"] for report in answer["reports"]]


def test_the_newsroom_sees_a_story_of_drafts(client, get, make_text, editor):
    story = begin(make_text().article, make_text().article, user=editor).story
    client.force_login(editor)
    assert found(get) == []
    assert found(get, unpublished=1) == [story.pk]
    assert get(f"stories/{story.pk}/", unpublished=1)["html_url"] is None


# What it costs


def test_the_list_costs_the_same_for_few_and_many(client, published, editor):
    def queries(count):
        for _number in range(count):
            begin(published().article, published().article, user=editor)
        with CaptureQueriesContext(connection) as found:
            assert client.get("/api/v1/stories/").status_code == 200
        return len(found)

    assert queries(3) == queries(10)


def test_a_story_costs_the_same_for_few_and_many_reports(client, story, published, editor):
    def queries(count):
        for _number in range(count):
            Coverage.objects.create(story=story, article=published().article)
        with CaptureQueriesContext(connection) as found:
            assert client.get(f"/api/v1/stories/{story.pk}/").status_code == 200
        return len(found)

    assert queries(0) == queries(10)
