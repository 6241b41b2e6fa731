"""A few texts that tests of articles share."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.choices import MentionStatus
from articles.judging import decide
from articles.models import Article, ArticleJudgement, Mention, Translation
from articles.publishing import publish
from people.models import Entity, Name

BODY = (
    "Sadyr Japarov spoke in Bishkek.\n\nHe thanked the guests.\n\nThe meeting ended in the evening."
)


@pytest.fixture
def make_text(db):
    """Make a draft text: `make_text(headline=…, language=…)`; the rest is as good as any."""

    def make(**fields) -> Translation:
        fields.setdefault("article", None) or fields.update(article=Article.objects.create())
        defaults = {"language": "en", "headline": "Example headline (invented)", "body": BODY}
        return Translation.objects.create(**{**defaults, **fields})

    return make


@pytest.fixture
def text(make_text) -> Translation:
    return make_text()


@pytest.fixture
def japarov(db) -> Entity:
    person = Entity.objects.create(kind="person", name="Sadyr Japarov", country="KG")
    for language, spelling in [("en", "Sadyr Japarov"), ("ru", "Садыр Жапаров")]:
        Name.objects.create(entity=person, text=spelling, language=language)
    return person


@pytest.fixture
def bishkek(db) -> Entity:
    place = Entity.objects.create(kind="place", name="Bishkek", country="KG")
    Name.objects.create(entity=place, text="Bishkek", language="en")
    return place


@pytest.fixture
def published(make_text, editor):
    """Make a published text that readers may see in full: `published(names=[japarov], …)`; the
    names are entities that its body names."""

    def make(names=(), **fields) -> Translation:
        text = make_text(**{"public_use": "full", **fields})
        for entity in names:
            name_in_body(text, entity)
        publish(text, user=editor)
        return text

    return make


def name_in_body(text: Translation, entity: Entity) -> Mention:
    """A confirmed mention of `entity`, where the body first has a spelling of it."""
    spelling = next(name.text for name in entity.names.all() if name.text in text.body)
    start = text.body.index(spelling)
    return Mention.objects.create(
        translation=text,
        field="body",
        start=start,
        end=start + len(spelling),
        text=spelling,
        entity=entity,
        status=MentionStatus.CONFIRMED,
    )


@pytest.fixture
def judge(editor):
    """Decide what two articles are to each other: `judge(first, second, "same_story")`."""

    def act(first: Article, second: Article, verdict: str, container="") -> ArticleJudgement:
        first, second = sorted((first, second), key=lambda article: article.pk)
        pair, _is_new = ArticleJudgement.objects.get_or_create(
            first=first, second=second, defaults={"proposed_verdict": verdict}
        )
        decide(pair, verdict, user=editor, container=container)
        pair.refresh_from_db()
        return pair

    return act


@pytest.fixture
def count_queries(client):
    """How many queries a page costs: `count_queries("/en/")`."""

    def count(path: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    return count
