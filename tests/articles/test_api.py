"""Articles, topics and outlets in the API: what readers and the newsroom get, and what not."""

from datetime import UTC, datetime, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.throttling import AnonRateThrottle

from articles.choices import MentionStatus, PublicUse, Status
from articles.models import Article, Mention, Source, Topic, Translation
from articles.search import refresh
from people.models import Entity

pytestmark = pytest.mark.django_db

THREE_PARAGRAPHS = "Japarov opened the summit.\n\nIt went on.\n\nJaparov closed it in secret words."


def outlet(use=PublicUse.FULL, name="Example Outlet (invented)", **more):
    return Source.objects.create(name=name, public_use=use, **more)


def publish(article=None, language="en", headline="Summit opens", **more):
    """A published text as the operations would leave it."""
    first = datetime(2025, 9, 13, 8, 30, tzinfo=UTC)
    values = {"body": THREE_PARAGRAPHS, "status": Status.PUBLISHED, "first_published_at": first}
    text = Translation.objects.create(
        article=article or Article.objects.create(),
        language=language,
        headline=headline,
        **{**values, "changed_at": first, **more},
    )
    refresh([text.pk])
    return text


def name_in(text, entity, words="Japarov", status=MentionStatus.CONFIRMED, nth=1):
    start = -1
    for _ in range(nth):
        start = text.body.index(words, start + 1)
    return Mention.objects.create(
        translation=text,
        field="body",
        start=start,
        end=start + len(words),
        text=words,
        entity=entity,
        status=status,
    )


@pytest.fixture
def sadyr():
    return Entity.objects.create(kind="person", name="Sadyr Japarov", country="KG")


@pytest.fixture
def get(client):
    def get(path, status=200, **query):
        response = client.get(f"/api/v1/{path}", query)
        assert response.status_code == status, response.content
        return response.json()

    return get


@pytest.fixture
def found(get):
    """The ids of the articles that a query finds."""
    return lambda **query: [article["id"] for article in get("articles/", **query)["results"]]


# One article


def test_a_text_comes_with_everything_that_is_known_of_it(get, sadyr):
    trend = outlet(name="Example Agency (invented)")
    text = publish(
        article=Article.objects.create(event_date="2025-09-11"),
        source=outlet(),
        agency=trend,
        via="Example press service (invented)",
        source_url="https://example.org/1",
        published="2025-09-12",
        published_time=time(16, 40),
        zone="Asia/Bishkek",
        dateline="BISHKEK, September 12.",
        summary="It began.",
    )
    name_in(text, sadyr)
    answer = get(f"articles/{text.article_id}/")
    assert answer == {
        "id": text.article_id,
        "url": f"http://testserver/api/v1/articles/{text.article_id}/",
        "event_date": {
            "date": "2025-09-11",
            "precision": "day",
            "earliest": "2025-09-11",
            "latest": "2025-09-11",
        },
        "topics": [],
        "about": [],
        "stories": [],
        "first_published_at": "2025-09-13T08:30:00Z",
        "changed_at": "2025-09-13T08:30:00Z",
        "translations": [
            {
                "id": text.pk,
                "html_url": f"http://testserver/en/articles/{text.article_id}-summit-opens/",
                "language": "en",
                "status": "published",
                "public_use": "full",
                "is_complete": True,
                "headline": "Summit opens",
                "headline_is_proposed": False,
                "deck": None,
                "summary": "It began.",
                "dateline": "BISHKEK, September 12.",
                "byline": None,
                "body": THREE_PARAGRAPHS,
                "credit": None,
                "caption": None,
                "source": {
                    "id": text.source_id,
                    "name": "Example Outlet (invented)",
                    "url": f"http://testserver/api/v1/sources/{text.source_id}/",
                },
                "agency": {
                    "id": trend.pk,
                    "name": "Example Agency (invented)",
                    "url": f"http://testserver/api/v1/sources/{trend.pk}/",
                },
                "via": "Example press service (invented)",
                "source_url": "https://example.org/1",
                "published": {
                    "date": "2025-09-12",
                    "precision": "day",
                    "time": "16:40",
                    "zone": "Asia/Bishkek",
                },
                "first_published_at": "2025-09-13T08:30:00Z",
                "changed_at": "2025-09-13T08:30:00Z",
                "translation_of": None,
                "follows_revision": None,
                "is_stale": False,
                "edited_by_desk": None,
                "mentions": [
                    {
                        "entity": {
                            "id": sadyr.pk,
                            "kind": "person",
                            "name": "Sadyr Japarov",
                            "url": f"http://testserver/api/v1/persons/{sadyr.pk}/",
                        },
                        "field": "body",
                        "start": 0,
                        "end": 7,
                        "text": "Japarov",
                        "status": "confirmed",
                    }
                ],
            }
        ],
    }


def test_what_is_not_stated_is_null(get):
    text = publish()
    article = get(f"articles/{text.article_id}/")
    (answer,) = article["translations"]
    assert article["event_date"] is None
    assert [answer[key] for key in ("source", "agency", "via", "source_url", "published")] == (
        [None] * 5
    )


def test_a_source_date_is_as_precise_as_the_outlet_printed_it(get):
    text = publish(published="2025-09", published_time=time(16, 40))
    (answer,) = get(f"articles/{text.article_id}/")["translations"]
    assert answer["published"] == {
        "date": "2025-09",
        "precision": "month",
        "time": "16:40",
        "zone": None,
    }


def test_our_times_are_the_first_and_the_last_of_all_texts(get):
    first = publish(first_published_at=datetime(2025, 1, 1, tzinfo=UTC))
    publish(first.article, "ru", changed_at=datetime(2026, 1, 1, 12, 0, tzinfo=UTC))
    answer = get(f"articles/{first.article_id}/")
    assert answer["first_published_at"] == "2025-01-01T00:00:00Z"
    assert answer["changed_at"] == "2026-01-01T12:00:00Z"


def test_an_article_comes_with_all_its_languages_the_original_first(get):
    text = publish(language="ru", headline="Саммит открылся")
    publish(text.article, "en")
    languages = [t["language"] for t in get(f"articles/{text.article_id}/")["translations"]]
    assert languages == ["ru", "en"]


def test_offsets_count_code_points(get, sadyr):
    text = publish(body="🙂 Japarov spoke.", source=outlet())
    name_in(text, sadyr)
    (answer,) = get(f"articles/{text.article_id}/")["translations"]
    (mention,) = answer["mentions"]
    assert (mention["start"], mention["end"]) == (2, 9)
    assert answer["body"][2:9] == mention["text"] == "Japarov"


def test_mentions_stand_in_the_order_of_the_text(get, sadyr):
    text = publish(source=outlet())
    name_in(text, sadyr, nth=2)
    name_in(text, sadyr)
    (answer,) = get(f"articles/{text.article_id}/")["translations"]
    starts = [mention["start"] for mention in answer["mentions"]]
    assert starts == sorted(starts)
    assert len(starts) == 2


def test_topics_and_what_an_article_is_about_are_named(get, sadyr):
    text = publish()
    topic = Topic.objects.create(name="Energy")
    text.article.topics.add(topic)
    text.article.about.add(sadyr)
    answer = get(f"articles/{text.article_id}/")
    assert answer["topics"] == [
        {"id": topic.pk, "name": "Energy", "url": f"http://testserver/api/v1/topics/{topic.pk}/"}
    ]
    assert [entity["name"] for entity in answer["about"]] == ["Sadyr Japarov"]


def test_a_text_without_an_interface_in_its_language_is_addressed_by_it(get):
    text = publish(language="hu", headline="Csúcs")
    (answer,) = get(f"articles/{text.article_id}/")["translations"]
    assert answer["html_url"].endswith(f"/en/articles/{text.article_id}-csucs/?text=hu")


# What readers may see


@pytest.mark.parametrize(
    ("use", "body", "summary"),
    [
        (PublicUse.LINK, "", None),
        (PublicUse.EXCERPT, "Japarov opened the summit.\n\nIt went on.", "It began."),
        (PublicUse.FULL, THREE_PARAGRAPHS, "It began."),
    ],
)
def test_an_outlets_text_is_shown_as_far_as_it_allows(get, use, body, summary):
    text = publish(source=outlet(use), summary="It began.", deck="Deck.", caption="Caption.")
    (answer,) = get(f"articles/{text.article_id}/")["translations"]
    is_full = use == PublicUse.FULL
    assert (answer["public_use"], answer["is_complete"]) == (use, is_full)
    assert (answer["body"], answer["summary"]) == (body, summary)
    assert (answer["deck"], answer["caption"]) == (
        ("Deck.", "Caption.") if is_full else (None, None)
    )


def test_mentions_in_hidden_words_are_left_out(get, sadyr):
    text = publish(source=outlet(PublicUse.EXCERPT))
    name_in(text, sadyr)
    name_in(text, sadyr, nth=2)
    (answer,) = get(f"articles/{text.article_id}/")["translations"]
    assert [mention["start"] for mention in answer["mentions"]] == [0]


@pytest.mark.parametrize("status", [MentionStatus.SUGGESTED, MentionStatus.REJECTED])
def test_readers_get_confirmed_mentions_only(get, sadyr, status):
    text = publish(source=outlet())
    name_in(text, sadyr, status=status)
    (answer,) = get(f"articles/{text.article_id}/")["translations"]
    assert answer["mentions"] == []


@pytest.mark.parametrize("status", [Status.DRAFT, Status.NOT_FOR_US, Status.WITHDRAWN])
def test_what_is_not_published_is_not_there(get, found, status):
    text = publish(status=status)
    get(f"articles/{text.article_id}/", status=404)
    assert found() == []


def test_texts_of_an_outlet_that_forbids_every_use_are_not_there(get, found):
    text = publish(source=outlet(PublicUse.NONE))
    get(f"articles/{text.article_id}/", status=404)
    assert found() == []


def test_an_unpublished_translation_is_left_out_of_a_published_article(get):
    text = publish()
    publish(text.article, "ru", status=Status.DRAFT)
    languages = [t["language"] for t in get(f"articles/{text.article_id}/")["translations"]]
    assert languages == ["en"]


def test_hidden_words_are_not_found(found):
    publish(source=outlet(PublicUse.EXCERPT))
    assert found(q="secret") == []
    assert len(found(q="opened")) == 1


def test_nothing_can_be_written(client):
    publish()
    assert client.post("/api/v1/articles/", {"headline": "x"}).status_code in (403, 405)


@pytest.mark.parametrize("key", ["0", "99999999999999999999", "x"])
def test_an_id_that_is_none_is_not_found(get, key):
    get(f"articles/{key}/", status=404)


# Merged articles


def test_a_merged_article_leads_to_its_survivor(client):
    text = publish()
    middle = Article.objects.create(merged_into=text.article)
    old = Article.objects.create(merged_into=middle)
    response = client.get(f"/api/v1/articles/{old.pk}/")
    url = f"http://testserver/api/v1/articles/{text.article_id}/"
    assert response.status_code == 301
    assert (response["Location"], response["Cache-Control"]) == (url, "no-cache")
    assert response.json() == {"id": text.article_id, "url": url}


def test_a_merged_article_whose_survivor_is_not_public_is_not_found(get):
    survivor = publish(status=Status.DRAFT).article
    old = Article.objects.create(merged_into=survivor)
    get(f"articles/{old.pk}/", status=404)


def test_merged_articles_are_not_listed(found):
    text = publish()
    Article.objects.create(merged_into=text.article)
    assert found() == [text.article_id]


# The newsroom


def test_whoever_may_not_see_the_unpublished_is_told_so(client, get, reader):
    publish(status=Status.DRAFT)
    for path in ("articles/", "persons/"):
        answer = get(path, status=403, unpublished="1")
        assert answer == {"detail": "Only the newsroom may see what is not published."}
    client.force_login(reader)
    get("articles/", status=403, unpublished="1")


def test_the_newsroom_gets_drafts_whole_when_it_asks(client, get, reporter, sadyr):
    text = publish(status=Status.DRAFT, source=outlet(PublicUse.NONE), first_published_at=None)
    name_in(text, sadyr, nth=2, status=MentionStatus.SUGGESTED)
    name_in(text, None, status=MentionStatus.SUGGESTED)
    client.force_login(reporter)
    get(f"articles/{text.article_id}/", status=404)
    (answer,) = get(f"articles/{text.article_id}/", unpublished="1")["translations"]
    assert (answer["status"], answer["body"]) == ("draft", THREE_PARAGRAPHS)
    assert (answer["first_published_at"], answer["html_url"]) == (None, None)
    assert [(m["status"], m["entity"] and m["entity"]["name"]) for m in answer["mentions"]] == [
        ("suggested", None),
        ("suggested", "Sadyr Japarov"),
    ]


def test_rejected_mentions_are_nobodys_to_see(client, get, reporter, sadyr):
    text = publish()
    name_in(text, sadyr, status=MentionStatus.REJECTED)
    client.force_login(reporter)
    (answer,) = get(f"articles/{text.article_id}/", unpublished="1")["translations"]
    assert answer["mentions"] == []


def test_what_the_newsroom_gets_is_not_stored_on_the_way(client, reporter):
    client.force_login(reporter)
    answer = client.get("/api/v1/articles/?unpublished=1")
    assert answer["Cache-Control"] == "private, no-store"


def test_the_newsroom_searches_drafts_too(client, found, reporter):
    text = publish(status=Status.DRAFT)
    client.force_login(reporter)
    assert found(q="SECRET") == []
    assert found(q="SECRET", unpublished="1") == [text.article_id]


# Lists and filters


def test_the_newest_article_comes_first_and_pages_lead_on(get):
    ids = [publish().article_id for _ in range(3)]
    page = get("articles/", page_size=2)
    assert [article["id"] for article in page["results"]] == [ids[2], ids[1]]
    rest = get(page["next"].removeprefix("http://testserver/api/v1/"))
    assert [article["id"] for article in rest["results"]] == [ids[0]]
    assert rest["next"] is None


@pytest.mark.parametrize("cursor", ["x", "cD14", "cD0xLjU="])  # p=x, p=1.5
def test_a_made_up_cursor_is_not_found(get, cursor):
    publish()
    get("articles/", status=404, cursor=cursor)


def test_the_empty_desk_has_an_empty_list(get):
    assert get("articles/") == {"next": None, "previous": None, "results": []}


def test_filter_by_language(found):
    russian = publish(language="ru").article_id
    publish()
    assert found(language="ru") == [russian]
    assert found(language="hu") == []


def test_filter_by_a_person_who_is_named(found, sadyr):
    text = publish()
    name_in(text, sadyr)
    publish()
    assert found(person=sadyr.pk) == [text.article_id]
    assert found(organization=sadyr.pk) == []
    assert found(person=sadyr.pk + 1) == []


def test_filter_by_what_an_article_is_about(found):
    summit = Entity.objects.create(kind="event", name="Example summit (invented)")
    text = publish()
    text.article.about.add(summit)
    assert found(event=summit.pk) == [text.article_id]


def test_a_merged_persons_id_finds_the_survivors_articles(found, sadyr):
    name_in(text := publish(), sadyr)
    old = Entity.objects.create(kind="person", name="Zhaparov", merged_into=sadyr)
    assert found(person=old.pk) == [text.article_id]


def test_a_proposed_mention_is_no_ground_to_find_an_article(found, sadyr):
    name_in(publish(), sadyr, status=MentionStatus.SUGGESTED)
    assert found(person=sadyr.pk) == []


def test_filter_by_country(found, sadyr):
    name_in(text := publish(), sadyr)
    publish()
    assert found(country="kg") == [text.article_id]
    assert found(country="KZ") == []


def test_filter_by_topic(found):
    topic = Topic.objects.create(name="Energy")
    text = publish()
    text.article.topics.add(topic)
    publish()
    assert found(topic=topic.pk) == [text.article_id]


def test_filter_by_outlet_finds_what_it_printed_and_what_it_wrote(found):
    trend, other = outlet(), outlet(name="Another Outlet (invented)")
    printed = publish(source=trend).article_id
    wrote = publish(agency=trend).article_id
    publish(source=other)
    assert found(source=trend.pk) == [wrote, printed]


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ({"published_from": "2025-09-30"}, True),
        ({"published_from": "2025-10-01"}, False),
        ({"published_to": "2025-09-01"}, True),
        ({"published_to": "2025-08-31"}, False),
        ({"published_from": "2025-09-10", "published_to": "2025-09-10"}, True),
    ],
)
def test_filter_by_source_date_finds_what_may_fall_into_it(found, query, is_found):
    publish(published="2025-09")
    publish()  # undated: in no range
    assert len(found(**query)) == is_found


def test_filter_by_our_last_change(found):
    text = publish(changed_at=datetime(2026, 1, 1, tzinfo=UTC))
    publish()
    assert found(changed_since="2025-12-31T23:59:59Z") == [text.article_id]
    assert found(changed_since="2026-01-01T06:00:01+06:00") == []


def test_filters_ask_one_text_for_all_of_it(found):
    trend = outlet()
    text = publish(language="ru", source=trend)
    publish(text.article, "en")
    assert found(language="ru", source=trend.pk) == [text.article_id]
    assert found(language="en", source=trend.pk) == []


@pytest.mark.parametrize("words", ["summit", "SUMMITS", "opened"])
def test_filter_by_words(found, words):
    text = publish(source=outlet())
    publish(headline="Other", body="Other words.")
    assert found(q=words) == [text.article_id]


@pytest.mark.parametrize("words", ['"', "*", "' OR 1=1 --", "NEAR(", "a" * 200])
def test_hostile_words_find_nothing(found, words):
    publish()
    assert found(q=words) == []


@pytest.mark.parametrize(
    "query",
    [
        {"person": "x"},
        {"person": "0"},
        {"topic": "99999999999999999999"},
        {"published_from": "2025"},
        {"changed_since": "yesterday"},
        {"q": "\x00"},
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(get, query):
    (key,) = query
    assert list(get("articles/", status=400, **query)) == [key]


# Topics and outlets


def test_a_topic_comes_with_labels_and_parent(get):
    economy = Topic.objects.create(name="Economy")
    labels = [{"language": "ru", "text": "Энергетика"}]
    topic = Topic.objects.create(
        name="Energy", parent=economy, labels=labels, iptc_media_topic="medtop:20000256"
    )
    answer = get(f"topics/{topic.pk}/")
    assert answer == {
        "id": topic.pk,
        "url": f"http://testserver/api/v1/topics/{topic.pk}/",
        "html_url": f"http://testserver/en/topics/{topic.pk}-energy/",
        "name": "Energy",
        "labels": labels,
        "parent": {
            "id": economy.pk,
            "name": "Economy",
            "url": f"http://testserver/api/v1/topics/{economy.pk}/",
        },
        "iptc_media_topic": "medtop:20000256",
    }
    assert [row["id"] for row in get("topics/", q="ЭНЕРГ")["results"]] == [topic.pk]
    assert [row["id"] for row in get("topics/", parent=economy.pk)["results"]] == [topic.pk]


def test_an_outlet_comes_without_notes_and_phrases(get):
    row = outlet(
        PublicUse.LINK, domains=["example.org"], country="KG", note="N", self_phrases=["p"]
    )
    assert get(f"sources/{row.pk}/") == {
        "id": row.pk,
        "url": f"http://testserver/api/v1/sources/{row.pk}/",
        "name": "Example Outlet (invented)",
        "other_names": [],
        "kind": None,
        "domains": ["example.org"],
        "country": "KG",
        "zone": None,
        "languages": [],
        "public_use": "link",
        "entity": None,
    }


def test_outlets_are_found_by_name_domain_country_and_kind(get):
    row = outlet(domains=["example.org"], country="KG", kind="agency")
    outlet(name="Another (invented)")
    for query in ({"q": "EXAMPLE.org"}, {"country": "kg"}, {"kind": "agency"}):
        assert [found["id"] for found in get("sources/", **query)["results"]] == [row.pk]


def test_an_outlets_body_is_named_only_where_readers_may_see_it(get):
    body = Entity.objects.create(kind="organization", name="Example body (invented)")
    row = outlet(entity=body)
    assert get(f"sources/{row.pk}/")["entity"] is None
    Entity.objects.update(is_public=True)
    assert get(f"sources/{row.pk}/")["entity"]["name"] == "Example body (invented)"


# Cost


@pytest.mark.parametrize("path", ["articles/", "topics/", "sources/"])
def test_a_list_costs_the_same_for_few_rows_and_for_many(get, path):
    def add(count):
        for n in range(count):
            body = Entity.objects.create(kind="person", name=f"Invented {n}", is_public=True)
            row = outlet(name=f"Outlet {n} (invented)", entity=body)
            parent = Topic.objects.create(name=f"Parent {n}")
            text = publish(source=row, agency=row)
            publish(text.article, "ru")
            text.article.topics.add(Topic.objects.create(name=f"Topic {n}", parent=parent))
            text.article.about.add(body)
            name_in(text, body)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            get(path, page_size=100)
        return len(queries)

    add(3)
    few = cost()
    add(10)
    assert cost() == few


def test_too_many_requests_of_one_address_are_held_back(client, monkeypatch):
    monkeypatch.setattr(AnonRateThrottle, "get_rate", lambda self: "2/minute")
    address = "203.0.113.9"  # of its own, since requests are counted by address
    codes = [client.get("/api/v1/topics/", REMOTE_ADDR=address).status_code for _ in range(3)]
    assert codes == [200, 200, 429]
