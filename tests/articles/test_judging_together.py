"""Two editors decide at once: one of them wins, and the other is told."""

import threading
import time

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections, transaction

from articles.choices import Verdict
from articles.judging import decide, reopen
from articles.matching.queueing import Proposal, queue
from articles.merging import merge, undo_merge
from articles.models import (
    Article,
    ArticleJudgement,
    ArticleMerge,
    Split,
    StoryChange,
    Translation,
)
from articles.splitting import split_text, undo_split
from articles.story_changes import begin
from articles.story_changes import undo as undo_change
from ots_desk.reversing import Refused

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

only_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql",
    reason="SQLite lets one at a time write, and a test's database is one connection's own",
)


@pytest.fixture
def users():
    return [User.objects.create_user(name) for name in ("one", "other")]


@pytest.fixture
def articles(make_text):
    return [make_text(language=language).article for language in ("en", "ru", "ky")]


def propose(first: Article, second: Article) -> ArticleJudgement:
    return ArticleJudgement.objects.create(
        first=first, second=second, proposed_verdict=Verdict.TRANSLATION
    )


def at_once(*acts) -> list[str]:
    """Do all of them at once; what each was refused with, "" for none."""
    start, said = threading.Barrier(len(acts)), [""] * len(acts)

    def run(number, act):
        start.wait()
        try:
            act()
        except Refused as error:
            said[number] = str(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    return said


@only_postgresql
def test_one_pair_is_decided_once(articles, users):
    pair = propose(*articles[:2])
    said = at_once(
        lambda: decide(pair, Verdict.TRANSLATION, user=users[0]),
        lambda: decide(pair, Verdict.DIFFERENT, user=users[1]),
    )
    assert sorted(map(bool, said)) == [False, True]
    assert "already decided" in "".join(said)
    pair.refresh_from_db()
    assert ArticleMerge.objects.exists() == (pair.verdict == Verdict.TRANSLATION)


@only_postgresql
def test_two_decisions_that_contradict_each_other_end_with_one_refusal(articles, users):
    """The first is the second, the second is not the third: the third can't be the first."""
    decide(propose(*articles[:2]), Verdict.TRANSLATION, user=users[0])
    one, other = propose(articles[0], articles[2]), propose(articles[1], articles[2])
    said = at_once(
        lambda: decide(one, Verdict.TRANSLATION, user=users[0]),
        lambda: decide(other, Verdict.DIFFERENT, user=users[1]),
    )
    assert sorted(map(bool, said)) == [False, True]
    assert Article.objects.standing().count() in (1, 2)


@only_postgresql
def test_merges_of_overlapping_pairs_end_in_one_article(articles, users):
    pairs = [propose(*articles[:2]), propose(*articles[1:])]
    said = at_once(
        *(lambda pair=pair: decide(pair, Verdict.TRANSLATION, user=users[0]) for pair in pairs)
    )
    assert said == ["", ""]
    assert Article.objects.standing().count() == 1


@only_postgresql
def test_a_pair_found_while_its_answer_is_taken_back_is_asked(articles, users):
    """The import doesn't see what isn't committed yet, nor the editor what the import found."""
    one, other, third = articles
    decide(propose(one, other), Verdict.SAME_STORY, user=users[0])
    answer = propose(one, third)
    decide(answer, Verdict.DIFFERENT, user=users[0])
    is_reopened = threading.Event()

    def take_back():
        with transaction.atomic():
            reopen(answer, user=users[0])
            is_reopened.set()
            wait_until(somebody_waits)

    def find():
        with transaction.atomic():
            texts = other.translations.get(), third.translations.get()
            queue([Proposal.of(*texts, Verdict.TRANSLATION, 0.9)], explained=False)
            assert is_reopened.wait(10)

    assert at_once(take_back, find) == ["", ""]
    assert ArticleJudgement.objects.open().filter(first=other, second=third).exists()


def wait_until(is_so, seconds: float = 3) -> None:
    until = time.monotonic() + seconds
    while not is_so() and time.monotonic() < until:
        time.sleep(0.02)


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return cursor.fetchone()[0] > 0


def test_the_second_of_two_decisions_is_refused_in_words(articles, users):
    pair = propose(*articles[:2])
    decide(pair, Verdict.DIFFERENT, user=users[0])
    with pytest.raises(Refused, match=r"already decided: different \(one\)"):
        decide(pair, Verdict.TRANSLATION, user=users[1])


@only_postgresql
@pytest.mark.parametrize("_time", range(5))
def test_editors_who_merge_split_and_undo_crosswise_leave_nothing_half_done(
    articles, users, make_text, _time
):
    """Whatever comes first, afterwards all of it can be undone, and every text is where it was."""
    one, other, third = articles
    before = dict(Translation.objects.values_list("pk", "article"))
    done = merge(one, other, user=users[0])
    text = Translation.objects.get(article=one, language="ru")
    at_once(
        lambda: undo_merge(done, user=users[0]),
        lambda: merge(third, one, user=users[1]),
        lambda: split_text(text, user=users[0]),
        lambda: merge(one, third, user=users[1]),
        lambda: begin(third, one, user=users[0]),
    )
    assert not Translation.objects.exclude(article__merged_into=None).exists()
    assert not Article.objects.standing().filter(translations=None).exists()
    undo_all(users[0])
    assert dict(Translation.objects.values_list("pk", "article")) == before
    assert Article.objects.standing().count() == 3


def undo_all(user) -> None:
    """The latest first."""
    done = [
        *((one, undo_merge) for one in ArticleMerge.objects.filter(undone_at=None)),
        *((one, undo_split) for one in Split.objects.filter(undone_at=None)),
        *((one, undo_change) for one in StoryChange.objects.filter(undone_at=None)),
    ]
    for one, undo in sorted(done, key=lambda item: item[0].made_at, reverse=True):
        undo(one, user=user)
