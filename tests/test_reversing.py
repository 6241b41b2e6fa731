"""Taking back what a log of rows holds: all of it, but for what somebody has changed since."""

import pytest
from django.db import transaction

from articles.models import Article, Topic, Translation
from ots_desk.kept import Why, in_words
from ots_desk.putting_back import put_back
from ots_desk.reversing import tried
from ots_desk.row_log import RowLog, without_ids
from people.models import Entity, Name, NameKey

pytestmark = pytest.mark.django_db

ABOUT = Article.about.through


@pytest.fixture
def article():
    return Article.objects.create(event_date="2025-09-12")


@pytest.fixture
def persons():
    """Two records, as if somebody had entered a person (invented) twice."""
    return [Entity.objects.create(kind="person", name="Testbek Example") for _ in range(2)]


def why(kept):
    return [(one.field, one.why) for one in kept]


def test_a_changed_row_gets_its_values_back(article):
    log = RowLog()
    log.touching(article)
    article.event_date = "2024"
    article.save()
    assert put_back(log.rows()) == []
    assert str(Article.objects.get().event_date) == "2025-09-12"


def test_what_was_edited_since_stays_and_the_rest_goes_back(article):
    log = RowLog()
    log.touching(article)
    other = Article.objects.create()
    article.event_date, article.merged_into = "2024", other
    article.save()
    entries = log.rows()
    Article.objects.filter(pk=article.pk).update(event_date_latest="2024-06-30")
    kept = put_back(entries)
    article.refresh_from_db()
    assert str(article.event_date) == "2024-01-01/2024-06-30"
    assert article.merged_into is None
    assert in_words(kept) == [
        f"Article {article.pk} “{article}”: date of the event (changed since)"
    ]


def test_many_rows_are_pointed_elsewhere_in_one_entry(article, persons):
    one, other = persons
    articles = [Article.objects.create() for _ in range(30)]
    ABOUT.objects.bulk_create(ABOUT(article=each, entity=other) for each in articles)
    log = RowLog()
    log.pointing(ABOUT.objects.filter(entity=other), "entity", one.pk)
    assert other.articles_about.count() == 0
    [entry] = log.rows()
    assert len(entry["pks"]) == 30
    ABOUT.objects.filter(article=articles[0]).update(entity=persons[1])
    kept = put_back([entry])
    assert why(kept) == [("entity_id", Why.CHANGED)]
    assert other.articles_about.count() == 30


def test_a_row_that_is_noted_whole_is_not_noted_again(article, persons):
    row = ABOUT.objects.create(article=article, entity=persons[1])
    log = RowLog()
    log.touching(row)
    log.pointing(ABOUT.objects.all(), "entity", persons[0].pk)
    [entry] = log.rows()
    assert entry["pk"] == row.pk
    assert put_back([entry]) == []
    assert list(article.about.all()) == [persons[1]]


def test_a_deleted_row_comes_back_under_its_id_with_what_went_along(persons):
    name = Name.objects.create(entity=persons[0], text="Testbek Example", language="en")
    pk, keys = name.pk, list(NameKey.objects.order_by("pk").values())
    log = RowLog()
    log.deleting([name])
    assert not NameKey.objects.exists()
    assert put_back(log.rows()) == []
    assert list(Name.objects.values_list("pk", flat=True)) == [pk]
    assert list(NameKey.objects.order_by("pk").values()) == keys


def test_a_row_whose_place_is_taken_stays_away_and_is_named(persons):
    name = Name.objects.create(entity=persons[0], text="Testbek Example", language="en")
    log = RowLog()
    pk = name.pk
    log.deleting([name])
    entries = log.rows()
    Name.objects.create(pk=pk + 9, entity=persons[0], text="Testbek Example", language="en")
    kept = put_back(entries)
    assert ("", Why.TAKEN) in why(kept)
    assert Name.objects.count() == 1


def test_a_row_that_pointed_at_what_is_gone_stays_away_and_is_named(article):
    topic = Topic.objects.create(name="Example topic (invented)")
    article.topics.add(topic)
    log = RowLog()
    log.deleting(Article.topics.through.objects.all())
    entries = log.rows()
    topic.delete()
    assert why(put_back(entries)) == [("topic_id", Why.TARGET_GONE)]


def test_a_made_row_goes_unless_others_lean_on_it(article):
    log = RowLog()
    log.made(article)
    entries = log.rows()
    text = Translation.objects.create(article=article, language="en")
    assert why(put_back(entries)) == [("", Why.USED)]
    text.delete()
    assert put_back(entries) == []
    assert not Article.objects.exists()


def test_many_rows_that_no_longer_fit_go_back_one_by_one(article, persons):
    one, other = persons
    further = Article.objects.create()
    ABOUT.objects.bulk_create(ABOUT(article=each, entity=other) for each in (article, further))
    log = RowLog()
    log.pointing(ABOUT.objects.filter(entity=other), "entity", one.pk)
    entries = log.rows()
    article.about.add(other)
    assert why(put_back(entries)) == [("entity_id", Why.TAKEN)]
    assert list(further.about.all()) == [other]


def test_trying_leaves_nothing_behind(article):
    assert tried(lambda: Article.objects.all().delete()[0]) == 1
    assert Article.objects.get() == article
    with transaction.atomic():  # nor does it in a transaction that goes on
        tried(lambda: Article.objects.all().delete())
    assert Article.objects.get() == article


def test_a_log_can_forget_some_of_its_rows():
    many, one = {"model": "articles.Article", "pks": [1, 2]}, {"model": "articles.Article", "pk": 1}
    assert without_ids(many, {1})["pks"] == [2]
    assert without_ids(many, {1, 2}) is None
    assert without_ids(one, {1}) is None
    assert without_ids(one, {2}) == one
