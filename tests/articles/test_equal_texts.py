"""What the machine decides by itself, and what it leaves to editors."""

import datetime

import pytest

from articles.choices import Verdict
from articles.equal_texts import decide_equal_texts
from articles.judging import decide, reopen
from articles.models import Article, ArticleJudgement
from articles.publishing import publish
from ots_desk.partial_dates import PartialDate

pytestmark = pytest.mark.django_db

BODY = (
    "Testbek Example, an invented minister, opened an invented bridge over an invented river in "
    "the presence of many invented guests, who had come from all invented regions.\n\n"
    "He thanked everybody who had worked on it."
)


@pytest.fixture
def pair(make_text):
    return propose(make_text(body=BODY), make_text(body=BODY.replace("\n\n", "\n")))


def propose(one, other, verdict=Verdict.DUPLICATE):
    return ArticleJudgement.objects.create(
        first=one.article, second=other.article, proposed_verdict=verdict, score=1
    )


def decide_by_machine():
    return decide_equal_texts(Article.objects.values_list("pk", flat=True))


def test_equal_texts_are_merged_and_marked_as_the_machines(pair):
    [merge] = decide_by_machine()
    pair.refresh_from_db()
    assert (pair.verdict, pair.decided_by, merge.made_by) == ("duplicate", None, None)
    assert pair.decided_at is not None


def test_one_word_more_is_left_to_editors(make_text):
    propose(make_text(body=BODY), make_text(body=f"{BODY} Yesterday."))
    assert decide_by_machine() == []


def test_short_texts_are_the_same_by_chance(make_text):
    propose(make_text(body="An example."), make_text(body="An example."))
    assert decide_by_machine() == []


def test_a_published_text_is_never_retired_by_the_machine(make_text, editor):
    texts = [make_text(body=BODY), make_text(body=BODY)]
    propose(*texts)
    for text in texts:
        publish(text, user=editor)
    assert decide_by_machine() == []


def test_what_readers_see_of_an_article_is_not_added_to_by_the_machine(pair, editor, japarov):
    publish(pair.first.translations.get(), user=editor)
    pair.second.about.add(japarov)
    assert decide_by_machine() == []
    pair.second.about.clear()
    pair.second.event_date = PartialDate.day(datetime.date(2025, 9, 12))
    pair.second.save()
    assert decide_by_machine() == []


def test_a_draft_may_be_retired_by_a_published_text(make_text, editor):
    draft, published = make_text(body=BODY), make_text(body=BODY)
    propose(draft, published)
    publish(published, user=editor)
    assert [merge.survivor for merge in decide_by_machine()] == [published.article]


def test_an_article_with_more_than_that_text_is_left_to_editors(make_text, pair):
    make_text(article=pair.second, language="ru")
    assert decide_by_machine() == []


def test_what_an_editor_took_back_is_not_done_again(pair, editor):
    decide_by_machine()
    reopen(pair, user=editor)
    assert list(ArticleJudgement.objects.open()) == [pair]
    assert decide_by_machine() == []


def test_what_editors_decided_outranks_the_machine(pair, make_text, editor):
    third = make_text(body="Another.")
    decide(propose(make_text(body="Other.", article=pair.first, language="ru"), third),
           Verdict.DIFFERENT, user=editor)  # fmt: skip
    decide(propose(*[p.translations.first() for p in (pair.second, third.article)]),
           Verdict.DUPLICATE, user=editor)  # fmt: skip
    assert decide_by_machine() == []
