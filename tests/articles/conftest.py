"""A few texts that tests of articles share."""

import pytest

from articles.models import Article, Translation
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
