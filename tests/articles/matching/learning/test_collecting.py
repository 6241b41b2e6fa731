"""Collections made of the stories: what a desk would receive, with the truth about it."""

import pytest

from articles.matching.learning.collecting import (
    CONDITIONS,
    DELAYS,
    MAX_DISTANCE,
    beginning_of,
    collect,
    sentences_of,
)
from articles.matching.learning.stories import read_stories


@pytest.fixture(scope="module")
def stories():
    return read_stories()


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_same_seed_makes_the_same_collection(stories, condition):
    first, again = (collect(stories, condition, 3) for _ in range(2))
    assert first.articles == again.articles
    assert first.articles != collect(stories, condition, 4).articles


@pytest.mark.parametrize("condition", CONDITIONS)
def test_true_pairs_tell_one_part_of_one_story_in_two_languages(stories, condition):
    collection = collect(stories, condition, 1)
    languages = {article["id"]: article["language"] for article in collection.articles}
    assert collection.true_pairs()
    for one, other in collection.true_pairs():
        assert collection.told[one] == collection.told[other]
        assert languages[one] != languages[other]


def test_some_stories_are_told_in_one_language_only(stories):
    collection = collect(stories, "full", 1)
    paired = set().union(*collection.true_pairs())
    alone = [article for article in collection.articles if article["id"] not in paired]
    assert 10 <= len(alone) <= 26


def test_brief_texts_have_a_headline_and_two_sentences(stories):
    for article in collect(stories, "short", 1).articles:
        assert article["title"]
        assert 1 <= len(sentences_of([article["body"]])) <= 2


def test_halves_have_no_headline_and_share_no_sentence(stories):
    collection = collect(stories, "halves", 1)
    bodies = {article["id"]: article["body"] for article in collection.articles}
    assert not any(article["title"] for article in collection.articles)
    for id, body in bodies.items():
        sibling = id.replace("1-", "2-", 1)
        if sibling != id and sibling in bodies:
            assert not set(sentences_of([body])) & set(sentences_of([bodies[sibling]]))


def test_siblings_lie_within_days_of_each_other(stories):
    collection = collect(stories, "full", 1)
    days = {}
    for article in collection.articles:
        if article["published"]:
            cluster = collection.told[article["id"]].story.cluster
            days.setdefault(cluster, []).append(int(article["published"][8:]))
    spans = [max(found) - min(found) for found in days.values() if max(found) - min(found) < 20]
    assert max(spans) <= MAX_DISTANCE + max(DELAYS)


def test_some_texts_have_no_date(stories):
    published = [article["published"] for article in collect(stories, "halves", 1).articles]
    assert 0 < published.count(None) < len(published) / 4


def test_sentences_end_with_their_quotation_marks():
    text = "He said: “It is done.” Then he left. On May 5 he came back."
    assert sentences_of([text]) == [
        "He said: “It is done.”",
        "Then he left.",
        "On May 5 he came back.",
    ]


@pytest.mark.parametrize(("share", "count"), [(0.0, 1), (0.5, 2), (1.0, 4)])
def test_a_beginning_is_a_share_of_the_letters(share, count):
    assert len(beginning_of(["aaaa", "bbbb", "cccc", "dddd"], share)) == count


def test_nothing_begins_with_nothing():
    assert beginning_of([], 0.5) == []
