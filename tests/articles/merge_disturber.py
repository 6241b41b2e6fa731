"""Disturbs merges, in processes forked from this one, on the database of DATABASE_URL.

A program for `test_merging_disturbed`, not a test: a kill must not take the tests along.

    python merge_disturber.py kill     kills a merge and its undo at queries all through
    python merge_disturber.py race     lets three editors merge three articles crosswise at once

Everything is invented. Prints how many kills struck, or how each race ended.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import count

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.db import connection, connections  # noqa: E402

from articles.merging import merge, undo_merge  # noqa: E402
from articles.models import Article, ArticleMerge, Topic, Translation  # noqa: E402
from ots_desk.merging import MergeNotAllowed, Side  # noqa: E402

DONE, REFUSED, FAILED = 0, 3, 4
RACES = 3
# One query in so many is struck; MERGE_KILL_STEP=1 in the environment strikes every one.
STEP = int(os.environ.get("MERGE_KILL_STEP", "12"))
CHOICES = {"en:stands": Side.DUPLICATE, "en:body": Side.SURVIVOR}


def make_article(number: int) -> Article:
    article = Article.objects.create(event_date=f"2025-09-{number:02}")
    body = f"Invented meeting {number} was held.\n\nIt ended."
    headline = f"Invented headline {number}"
    Translation.objects.create(article=article, language="en", headline=headline, body=body)
    article.topics.add(Topic.objects.get_or_create(name="Example topic (invented)")[0])
    return article


def in_a_process(act: Callable[[], None]) -> int:
    """Start `act` in a process with a connection of its own; returns the process's id."""
    connections.close_all()
    if child := os.fork():
        return child
    try:
        act()
    except MergeNotAllowed:
        os._exit(REFUSED)
    except BaseException as error:
        print(repr(error), file=sys.stderr, flush=True)
        os._exit(FAILED)
    os._exit(DONE)


def killing_itself_at(query: int, act: Callable[[], None]) -> None:
    left = query

    def count_down(execute, *arguments):
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*arguments)

    with connection.execute_wrapper(count_down):
        act()


def rows() -> dict[str, list]:
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_app_config("articles").get_models(include_auto_created=True)
    }


def killed_until_done(act: Callable[[], None]) -> int:
    """Kill `act` at its first query, at a later one …; each time nothing may have changed."""
    before = rows()
    for hits, query in enumerate(count(1, STEP)):
        _pid, status = os.waitpid(in_a_process(partial(killing_itself_at, query, act)), 0)
        if not os.WIFSIGNALED(status):
            assert os.waitstatus_to_exitcode(status) == DONE, status
            return hits
        assert rows() == before, f"query {query} left something behind"
    raise AssertionError("it never ends")


def kill() -> None:
    user = User.objects.create_user("somebody")
    one, other = make_article(1), make_article(2)
    hits = killed_until_done(lambda: merge(one, other, user=user, choices=CHOICES))
    done = ArticleMerge.objects.get()
    hits += killed_until_done(lambda: undo_merge(done, user=user))
    assert Article.objects.standing().count() == 2
    print(hits)


def race() -> None:
    user = User.objects.create_user("somebody")
    for number in range(RACES):
        one, two, three = articles = [make_article(3 * number + place) for place in (1, 2, 3)]
        start = time.time() + 0.3
        children = [
            in_a_process(partial(merge_at, start, *pair, user))
            for pair in ((one, two), (two, three), (one, three))
        ]
        ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        check(articles, ends.count(DONE))
        print(*ends)


def merge_at(start: float, one: Article, other: Article, user: User) -> None:
    connection.ensure_connection()
    time.sleep(max(start - time.time(), 0))
    merge(one, other, user=user)


def check(articles: list[Article], merged: int) -> None:
    """No half state: who was merged away leads on, and one text stands in each article."""
    now = [Article.objects.get(pk=article.pk) for article in articles]
    standing = {article for article in now if not article.merged_into_id}
    assert len(standing) == 3 - merged, (standing, merged)
    assert {article.survivor() for article in now} == standing
    texts = Translation.objects.filter(article__in=articles)
    assert {text.article for text in texts} == standing
    assert texts.standing().count() == len(standing)
    for article in now:
        log = ArticleMerge.objects.filter(duplicate=article)
        assert log.count() == bool(article.merged_into_id)


if __name__ == "__main__":
    {"kill": kill, "race": race}[sys.argv[1]]()
