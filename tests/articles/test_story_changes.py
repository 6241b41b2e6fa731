from functools import partial

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as RolledBack

from articles.choices import Verdict
from articles.leaving import put_in_again, take_out
from articles.models import Article, Coverage, Story, StoryChange, Translation
from articles.stories import StoryNotAllowed, tell_apart, tell_together
from articles.story_changes import add_article, begin, link_event, rename, set_lead, undo
from ots_desk.implying import Contradiction
from ots_desk.row_log import RowLog, values_of
from ots_desk.versions import StaleVersion
from people.models import Entity

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(make_text) -> list[Article]:
    """Five articles (invented)."""
    return [make_text(headline=f"Example {n} (invented)").article for n in range(5)]


@pytest.fixture
def story(cast, editor) -> Story:
    return begin(cast[0], cast[1], user=editor).story


def stored():
    """Every row of stories, without version counters and the log."""
    rows = [*Story.objects.order_by("pk"), *Coverage.objects.order_by("pk")]
    return [{k: v for k, v in values_of(row).items() if k != "version"} for row in rows]


def test_a_story_begun_by_hand_is_undone_and_the_log_stays(cast, editor):
    change = begin(cast[0], cast[1], user=editor)
    undo(change, user=editor)
    change.refresh_from_db()
    assert stored() == []
    assert (change.story, change.undone_by) == (None, editor)


def test_an_article_is_added_and_the_addition_undone(story, cast, editor):
    before = stored()
    change = add_article(story, cast[2], user=editor)
    assert story.coverage.count() == 3
    assert str(change) == "article added: Example 2 (invented)"
    undo(change, user=editor)
    assert stored() == before


def test_an_article_is_not_added_twice(story, cast, editor):
    with pytest.raises(StoryNotAllowed, match="is in this story"):
        add_article(story, cast[0], user=editor)


def test_a_whole_article_of_another_story_is_not_added(story, cast, editor):
    begin(cast[2], cast[3], user=editor)
    with pytest.raises(StoryNotAllowed, match="join the two stories"):
        add_article(story, cast[2], user=editor)


def test_a_digest_is_added_to_several_stories(story, cast, editor):
    other = begin(cast[2], cast[3], user=editor).story
    for each in (story, other):
        add_article(each, cast[4], user=editor, digest=True)
    assert set(cast[4].stories.all()) == {story, other}
    assert not Coverage.objects.filter(article=cast[4], is_digest=False).exists()


def test_title_lead_and_event_are_set_and_undone(story, cast, editor):
    before = stored()
    event = Entity.objects.create(kind="event", name="Example Summit (invented)")
    text = cast[1].translations.get()
    changes = [
        rename(story, " Example title (invented) ", user=editor),
        set_lead(story, text, user=editor),
        link_event(story, event, user=editor),
    ]
    story.refresh_from_db()
    assert (story.title, story.lead, story.event) == ("Example title (invented)", text, event)
    for change in changes:  # of different values, in any order
        undo(change, user=editor)
    assert stored() == before


def test_of_a_title_set_twice_the_later_setting_is_undone_first(story, editor):
    first = rename(story, "One (invented)", user=editor)
    second = rename(story, "Two (invented)", user=editor)
    with pytest.raises(StoryNotAllowed, match="was set since"):
        undo(first, user=editor)
    undo(second, user=editor)
    undo(first, user=editor)
    story.refresh_from_db()
    assert story.title == ""


def test_nothing_is_undone_twice(story, editor):
    change = rename(story, "One (invented)", user=editor)
    undo(change, user=editor)
    with pytest.raises(StoryNotAllowed, match="already undone"):
        undo(change, user=editor)


def test_a_title_that_somebody_else_saved_is_not_overwritten(story, editor):
    mine = Story.objects.get(pk=story.pk)
    rename(story, "Theirs (invented)", user=editor)
    with pytest.raises(StaleVersion):
        rename(mine, "Mine (invented)", user=editor)
    assert Story.objects.get(pk=story.pk).title == "Theirs (invented)"


def test_only_a_text_of_the_story_leads_it(story, make_text, editor):
    with pytest.raises(StoryNotAllowed, match="Only a text of the story"):
        set_lead(story, make_text(), user=editor)


def test_only_an_event_is_linked_as_event(story, bishkek, editor):
    with pytest.raises(StoryNotAllowed, match="“Bishkek” is no event"):
        link_event(story, bishkek, user=editor)


def test_a_story_that_was_merged_away_is_left_alone(story, cast, editor):
    younger = begin(cast[2], cast[3], user=editor).story
    begin(cast[0], cast[2], user=editor)
    younger.refresh_from_db()
    for change in (partial(rename, younger, "x"), partial(add_article, younger, cast[4])):
        with pytest.raises(StoryNotAllowed, match="merged into another"):
            change(user=editor)


NUMBER = st.integers(0, 4)
KIND = st.sampled_from(["tell", "contains", "begin", "take out", "add", "title", "lead", "undo"])
STEPS = st.lists(st.tuples(KIND, NUMBER, NUMBER), max_size=16)


class Undoing(RolledBack):
    """Hypothesis gives each example a database of its own only in a TestCase of Django's."""

    @settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
    @given(STEPS)
    def test_any_sequence_undone_to_the_start_leaves_the_rows_equal(self, steps):
        cast = [
            Translation.objects.create(
                article=Article.objects.create(), language="en", headline="Example (invented)"
            ).article
            for _ in range(5)
        ]
        before, done = stored(), []
        for kind, one, other in steps:
            try:
                with transaction.atomic():
                    _step(kind, one, other, cast, done)
            except (StoryNotAllowed, IndexError):
                pass
        while done:
            assert any(_undone(back, done) for back in reversed(list(done)))
        assert stored() == before


def _step(kind, one, other, cast, done):
    """One thing an editor may do; what isn't there at all is an IndexError."""
    if kind == "undo":
        _undone(done[one], done)
    elif kind in ("tell", "contains"):
        log = RowLog()
        digest = cast[one] if kind == "contains" else None
        tell_together(cast[one], cast[other], user=None, log=log, digest=digest)
        done.append(partial(tell_apart, log.rows()))
    elif kind == "take out":
        split = take_out(Coverage.objects.order_by("pk")[one], user=None)
        done.append(partial(put_in_again, split, user=None))
    else:
        done.append(partial(undo, _change(kind, one, other, cast), user=None))


def _change(kind, one, other, cast) -> StoryChange:
    if kind == "begin":
        return begin(cast[one], cast[other], user=None)
    story = Story.objects.standing().order_by("pk")[one % 2]
    if kind == "add":
        return add_article(story, cast[other], user=None, digest=one > 2)
    if kind == "lead":
        return set_lead(story, cast[other].translations.get() if one > 1 else None, user=None)
    return rename(story, ["", "One", "Two"][other % 3], user=None)


def _undone(back, done) -> bool:
    """Undoes it, unless something stands on it."""
    try:
        with transaction.atomic():
            back()
    except StoryNotAllowed:
        return False
    done.remove(back)
    return True


def test_what_was_decided_to_be_different_is_not_told_together_by_hand(story, cast, judge, editor):
    judge(cast[0], cast[3], Verdict.DIFFERENT)
    with pytest.raises(Contradiction):
        add_article(story, cast[3], user=editor)
    with pytest.raises(Contradiction):
        begin(cast[3], cast[0], user=editor)


def test_two_of_one_story_are_not_decided_to_be_different(story, cast, judge):
    with pytest.raises(StoryNotAllowed, match="take one of them out") as refused:
        judge(cast[0], cast[1], Verdict.DIFFERENT)
    assert refused.value.blocking == story
