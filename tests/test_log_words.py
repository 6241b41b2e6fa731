"""What an operation did, told from its log."""

import pytest

from articles.models import Article, Topic
from ots_desk.log_words import account_of
from ots_desk.row_log import RowLog

pytestmark = pytest.mark.django_db


def test_values_are_told_before_and_after_and_links_as_rows_that_moved():
    article, other = Article.objects.create(event_date="2025-09-12"), Article.objects.create()
    log = RowLog()
    log.touching(article)
    article.event_date, article.merged_into = "2025-09", other
    article.save()
    account = account_of(log.rows(), {"articles.Article"})
    [value] = account.values
    assert (value.field, value.before, value.after) == (
        "Date of the event", "12 September 2025", "September 2025",
    )  # fmt: skip
    assert account.counts == [("Articles", 1)]


def test_an_empty_date_is_told_as_empty():
    article = Article.objects.create()
    log = RowLog()
    log.touching(article)
    article.event_date = "2025"
    article.save()
    [value] = account_of(log.rows(), {"articles.Article"}).values
    assert (value.before, value.after) == ("", "2025")


def test_new_and_gone_rows_are_counted_apart():
    topic, old = (Topic.objects.create(name=f"Example {n} (invented)") for n in (1, 2))
    log = RowLog()
    log.made(topic)
    log.deleting([old])
    counts = dict(account_of(log.rows(), set()).counts)
    assert counts == {
        "Topics: new": 1,
        "Topics: gone, because the survivor had the like": 1,
    }
