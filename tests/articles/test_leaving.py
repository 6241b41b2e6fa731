import pytest

from articles.choices import Verdict
from articles.judging import decide, reopen
from articles.leaving import put_in_again, take_out
from articles.merging import merge, undo_merge
from articles.models import Article, ArticleJudgement, Coverage, Split, Story
from articles.stories import StoryNotAllowed, tell_together
from articles.story_changes import add_article, begin, undo
from ots_desk.implying import Contradiction
from ots_desk.row_log import RowLog, values_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(make_text) -> list[Article]:
    """Five articles (invented)."""
    return [make_text(headline=f"Example {n} (invented)").article for n in range(5)]


def tell(first, second):
    log = RowLog()
    story = tell_together(first, second, user=None, log=log)
    return story, log.rows()


def articles_of(story) -> set[Article]:
    return {row.article for row in story.coverage.select_related("article")}


def place_of(article: Article) -> Coverage:
    return Coverage.objects.get(article=article)


def stored():
    """Every row of stories and decisions, without version counters and the log of splits."""
    models = (Story, Coverage, ArticleJudgement)
    rows = [row for model in models for row in model.objects.order_by("pk")]
    return [{k: v for k, v in values_of(row).items() if k != "version"} for row in rows]


def test_an_article_is_taken_out_and_put_in_again(cast, editor):
    story, _rows = tell(cast[0], cast[1])
    before = stored()
    split = take_out(story.coverage.last(), user=editor, reason="another meeting")
    assert articles_of(story) == {cast[0]}
    assert (split.article, split.story, split.made_by) == (cast[1], story, editor)
    put_in_again(split, user=editor)
    assert stored() == before
    assert Split.objects.get().is_undone


def test_what_was_taken_out_by_somebody_else_is_not_taken_out_twice(cast, editor):
    coverage = tell(cast[0], cast[1])[0].coverage.last()
    again = Coverage.objects.get(pk=coverage.pk)
    take_out(coverage, user=editor)
    with pytest.raises(StoryNotAllowed, match="no longer in this story"):
        take_out(again, user=editor)


def test_nothing_is_taken_out_of_a_story_that_was_merged_away(cast, editor):
    story, other = tell(cast[0], cast[1])[0], tell(cast[2], cast[3])[0]
    for one in (story, other):
        add_article(one, cast[4], user=editor, digest=True)
    begin(cast[0], cast[2], user=editor)
    with pytest.raises(StoryNotAllowed, match="no longer in this story"):
        take_out(other.coverage.get(article=cast[4]), user=editor)


def test_what_came_in_again_since_is_not_put_in_twice(cast, editor):
    story, _rows = tell(cast[0], cast[1])
    split = take_out(story.coverage.last(), user=editor)
    tell(cast[0], cast[1])
    with pytest.raises(StoryNotAllowed, match="again already"):
        put_in_again(split, user=editor)


def test_nothing_is_put_into_a_story_that_was_merged_away(cast, editor):
    tell(cast[0], cast[1])
    younger, _rows = tell(cast[2], cast[3])
    split = take_out(younger.coverage.last(), user=editor)
    tell(cast[0], cast[2])
    with pytest.raises(StoryNotAllowed, match="merged into story"):
        put_in_again(split, user=editor)


def test_an_article_that_was_merged_since_is_not_put_in_again(cast, editor):
    story, _rows = tell(cast[0], cast[1])
    split = take_out(story.coverage.last(), user=editor)
    done = merge(cast[2], cast[1], user=editor)
    with pytest.raises(StoryNotAllowed, match="undo that first"):
        put_in_again(split, user=editor)
    undo_merge(done, user=editor)
    put_in_again(split, user=editor)
    assert articles_of(story) == set(cast[:2])


def test_the_decision_that_told_it_there_says_different_from_then_on(cast, judge, editor):
    pair = judge(cast[0], cast[1], "same_story")
    before = stored()
    split = take_out(place_of(cast[1]), user=editor, reason="another meeting")
    pair.refresh_from_db()
    assert (pair.verdict, pair.decided_by) == (Verdict.DIFFERENT, editor)
    assert pair.reason == "another meeting"
    assert put_in_again(split, user=editor) == []
    assert stored() == before


def test_nobody_is_asked_about_the_rest_of_that_story(cast, judge, editor):
    judge(cast[0], cast[1], "same_story")
    judge(cast[1], cast[2], "same_story")
    open_pair = ArticleJudgement.objects.create(
        first=cast[0], second=cast[2], proposed_verdict=Verdict.DUPLICATE
    )
    take_out(place_of(cast[0]), user=editor)
    open_pair.refresh_from_db()
    assert open_pair.implied_by.verdict == Verdict.DIFFERENT
    with pytest.raises(Contradiction):
        decide(open_pair, Verdict.SAME_STORY, user=editor)


def test_a_decision_on_what_was_merged_since_falls_along(cast, judge, editor):
    pair = judge(cast[0], cast[1], "same_story")
    merge(cast[2], cast[1], user=editor)
    take_out(place_of(cast[2]), user=editor)
    pair.refresh_from_db()
    assert pair.verdict == Verdict.DIFFERENT


def test_a_digest_that_leaves_contains_nothing_of_that_story(cast, judge, editor):
    judge(cast[0], cast[1], "same_story")
    pair = judge(cast[1], cast[2], "contains", container="second")
    take_out(place_of(cast[2]), user=editor)
    pair.refresh_from_db()
    assert pair.verdict == Verdict.DIFFERENT
    assert articles_of(Story.objects.get()) == set(cast[:2])


def test_what_a_digest_contains_it_contains_in_no_story_too(cast, judge, editor):
    judge(cast[0], cast[1], "same_story")
    pair = judge(cast[1], cast[2], "contains", container="second")
    take_out(place_of(cast[1]), user=editor)
    pair.refresh_from_db()
    assert pair.verdict == Verdict.CONTAINS


def test_a_decision_of_two_digests_stays_while_another_story_has_both(cast, judge, editor):
    judge(cast[0], cast[2], "contains", container="first")
    judge(cast[1], cast[3], "contains", container="first")
    first, second = Story.objects.order_by("pk")
    add_article(first, cast[1], user=editor)
    add_article(second, cast[0], user=editor)
    pair = judge(cast[0], cast[1], "same_story")
    for story, verdict in ((first, Verdict.SAME_STORY), (second, Verdict.DIFFERENT)):
        take_out(story.coverage.get(article=cast[1]), user=editor)
        pair.refresh_from_db()
        assert pair.verdict == verdict


def test_the_decision_is_taken_back_by_putting_the_article_in_again(cast, judge, editor):
    pair = judge(cast[0], cast[1], "same_story")
    split = take_out(place_of(cast[1]), user=editor)
    with pytest.raises(StoryNotAllowed, match="put it in again") as refused:
        reopen(pair, user=editor)
    assert refused.value.blocking == split
    put_in_again(split, user=editor)
    reopen(pair, user=editor)
    assert not Story.objects.exists()


def test_an_article_comes_back_to_the_one_that_it_was_told_with(cast, judge, editor):
    judge(cast[0], cast[1], "same_story")
    judge(cast[0], cast[2], "same_story")
    first = take_out(place_of(cast[1]), user=editor)
    second = take_out(place_of(cast[0]), user=editor)
    with pytest.raises(StoryNotAllowed, match="since; undo that first") as refused:
        put_in_again(first, user=editor)
    assert refused.value.blocking == second
    for split in (second, first):
        put_in_again(split, user=editor)
    assert articles_of(Story.objects.get()) == set(cast[:3])


def test_what_put_an_article_in_is_not_undone_while_it_is_out(cast, editor):
    story, _rows = tell(cast[0], cast[1])
    change = add_article(story, cast[2], user=editor)
    before = stored()
    split = take_out(place_of(cast[2]), user=editor)
    with pytest.raises(StoryNotAllowed, match="undo that one first") as refused:
        undo(change, user=editor)
    assert refused.value.blocking == split
    put_in_again(split, user=editor)
    assert stored() == before
    undo(change, user=editor)
    assert articles_of(story) == {cast[0], cast[1]}


def test_what_put_an_article_in_is_not_undone_while_a_merge_has_made_two_places_one(cast, editor):
    story, _rows = tell(cast[0], cast[1])
    change = add_article(story, cast[2], user=editor)
    merged = merge(cast[0], cast[2], user=editor)
    with pytest.raises(StoryNotAllowed, match="undo that one first") as refused:
        undo(change, user=editor)
    assert refused.value.blocking == merged
    undo_merge(merged, user=editor)
    undo(change, user=editor)
    assert articles_of(story) == {cast[0], cast[1]}


def test_what_is_held_apart_since_is_not_put_in_again(cast, judge, editor):
    story = begin(cast[0], cast[1], user=editor).story
    split = take_out(story.coverage.get(article=cast[1]), user=editor)
    judge(cast[0], cast[1], "different")
    with pytest.raises(Contradiction):
        put_in_again(split, user=editor)
    assert articles_of(story) == {cast[0]}


def test_what_came_into_another_story_is_not_put_in_again(cast, editor):
    story, _rows = tell(cast[0], cast[1])
    split = take_out(story.coverage.last(), user=editor)
    other, _rows = tell(cast[1], cast[2])
    with pytest.raises(StoryNotAllowed, match="no digest") as refused:
        put_in_again(split, user=editor)
    assert refused.value.blocking == other
