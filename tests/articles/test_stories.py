import pytest

from articles.leaving import take_out
from articles.merging import merge, undo_merge
from articles.models import Article, Coverage, Story
from articles.stories import StoryNotAllowed, tell_apart, tell_together
from ots_desk.row_log import RowLog, values_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(make_text) -> list[Article]:
    """Five articles (invented)."""
    return [make_text(headline=f"Example {n} (invented)").article for n in range(5)]


def tell(first, second, digest=None):
    """The story, and the rows that telling the two together changed."""
    log = RowLog()
    story = tell_together(first, second, user=None, log=log, digest=digest)
    return story, log.rows()


def articles_of(story) -> set[Article]:
    return {row.article for row in story.coverage.select_related("article")}


def stored():
    """Every row of stories, without version counters and the log of splits."""
    rows = [*Story.objects.order_by("pk"), *Coverage.objects.order_by("pk")]
    return [{k: v for k, v in values_of(row).items() if k != "version"} for row in rows]


def test_two_reports_begin_a_story(cast, editor):
    log = RowLog()
    story = tell_together(cast[0], cast[1], user=editor, log=log)
    assert articles_of(story) == {cast[0], cast[1]}
    assert story.made_by == editor
    assert [row["before"] for row in log.rows()] == [None, None, None]


def test_a_third_report_joins_whichever_of_the_two_it_is_told_with(cast):
    story, _rows = tell(cast[0], cast[1])
    joined, _rows = tell(cast[2], cast[1])
    assert joined == story
    assert articles_of(story) == set(cast[:3])


def test_telling_what_is_told_already_changes_nothing(cast):
    tell(cast[0], cast[1])
    before = stored()
    assert tell(cast[1], cast[0])[1] == []
    assert stored() == before


def test_the_younger_of_two_stories_leads_to_the_older(cast):
    older, _rows = tell(cast[0], cast[1])
    younger, _rows = tell(cast[2], cast[3])
    assert tell(cast[3], cast[0])[0] == older
    younger.refresh_from_db()
    assert younger.survivor() == older
    assert articles_of(older) == set(cast[:4])


def test_the_older_story_takes_over_what_it_lacks(cast):
    older, _rows = tell(cast[0], cast[1])
    younger, _rows = tell(cast[2], cast[3])
    Story.objects.filter(pk=younger.pk).update(title="Example title (invented)")
    tell(cast[0], cast[2])
    older.refresh_from_db()
    assert older.title == "Example title (invented)"


def test_a_digest_stands_in_several_stories_and_joins_none(cast):
    digest = cast[4]
    first, _rows = tell(cast[0], digest, digest=digest)
    second, _rows = tell(cast[1], digest, digest=digest)
    assert first != second
    assert set(digest.stories.all()) == {first, second}
    assert not Story.objects.exclude(merged_into=None).exists()


def test_a_digest_joins_no_stories_later_either(cast):
    digest = cast[4]
    first, _rows = tell(cast[0], digest, digest=digest)
    second, _rows = tell(cast[1], digest)
    assert first != second


def test_an_article_found_to_be_a_digest_is_one_in_every_story(cast):
    story, _rows = tell(cast[0], cast[4])
    tell(cast[1], cast[4], digest=cast[4])
    assert story.coverage.get(article=cast[4]).is_digest


def test_merging_stories_keeps_a_digest_of_both_once(cast):
    digest = cast[4]
    tell(cast[0], digest, digest=digest)
    tell(cast[1], digest, digest=digest)
    story, _rows = tell(cast[0], cast[1])
    assert articles_of(story) == {cast[0], cast[1], digest}


def test_two_digests_told_together_begin_one_story(cast):
    tell(cast[0], cast[3], digest=cast[3])
    tell(cast[1], cast[4], digest=cast[4])
    story, _rows = tell(cast[3], cast[4])
    assert tell(cast[3], cast[4])[0] == story


def test_articles_resolve_through_merges(cast, editor):
    merge(cast[0], cast[1], user=editor)
    cast[1].refresh_from_db()
    story, _rows = tell(cast[1], cast[2])
    assert articles_of(story) == {cast[0], cast[2]}


def test_an_article_is_no_story_with_itself(cast, editor):
    merge(cast[0], cast[1], user=editor)
    cast[1].refresh_from_db()
    with pytest.raises(StoryNotAllowed, match="itself"):
        tell(cast[0], cast[1])


def test_merging_two_stories_is_taken_back_row_for_row(cast):
    tell(cast[0], cast[1])
    tell(cast[2], cast[3])
    before = stored()
    _story, rows = tell(cast[0], cast[2])
    tell_apart(rows)
    assert stored() == before


def test_a_story_that_others_joined_since_is_not_taken_back(cast):
    _story, rows = tell(cast[0], cast[1])
    tell(cast[1], cast[2])
    before = stored()
    with pytest.raises(StoryNotAllowed, match="came into the story since"):
        tell_apart(rows)
    assert stored() == before


def test_telling_is_not_taken_back_where_an_article_was_taken_out_since(cast, editor):
    story, rows = tell(cast[0], cast[1])
    take_out(story.coverage.last(), user=editor)
    with pytest.raises(StoryNotAllowed, match="was taken out of the story since"):
        tell_apart(rows)


def test_a_merge_that_has_moved_an_article_since_is_named(cast, editor):
    _story, rows = tell(cast[0], cast[1])
    done = merge(cast[2], cast[1], user=editor)
    with pytest.raises(StoryNotAllowed, match="undo that first") as refused:
        tell_apart(rows)
    assert refused.value.blocking == done


def test_a_story_that_was_changed_since_is_not_taken_back(cast):
    story, rows = tell(cast[0], cast[1])
    story.title = "Example title (invented)"
    story.save()
    with pytest.raises(StoryNotAllowed, match="changed since"):
        tell_apart(rows)
    assert Coverage.objects.count() == 2


def test_an_article_that_was_merged_since_it_was_read_is_told_as_what_it_leads_to(cast, editor):
    read_before = Article.objects.get(pk=cast[1].pk)
    merge(cast[0], cast[1], user=editor)
    story, _rows = tell(read_before, cast[2])
    assert articles_of(story) == {cast[0], cast[2]}


def test_what_two_articles_told_is_one_story_once_they_are_merged(cast, editor):
    older, _rows = tell(cast[0], cast[2])
    younger, _rows = tell(cast[1], cast[3])
    before = stored()
    done = merge(cast[0], cast[1], user=editor)
    younger.refresh_from_db()
    assert younger.merged_into == older
    assert articles_of(older) == {cast[0], cast[2], cast[3]}
    assert undo_merge(done, user=editor) == []
    assert stored() == before


def test_merging_a_digest_joins_no_stories(cast, editor):
    tell(cast[0], cast[2])
    tell(cast[1], cast[3], digest=cast[1])
    merge(cast[0], cast[1], user=editor)
    assert Story.objects.standing().count() == 2


def test_what_is_merged_into_a_digest_is_one_in_every_story(cast, editor):
    digest = cast[4]
    tell(cast[0], digest, digest=digest)
    tell(cast[1], cast[3])
    before = stored()
    made = merge(digest, cast[3], user=editor)
    assert set(digest.coverage.values_list("is_digest", flat=True)) == {True}
    undo_merge(made, user=editor)
    assert stored() == before
