"""Deciding on pairs: what each verdict does, what follows, what is refused, what is taken back."""

import contextlib
import itertools

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.choices import Verdict
from articles.implying import KINDS, renew_implied
from articles.judging import decide, reopen
from articles.merging import merge, undo_merge
from articles.models import Article, ArticleJudgement, ArticleMerge, Coverage, Story, Translation
from articles.stories import StoryNotAllowed
from ots_desk.implying import Contradiction
from ots_desk.merging import MergeNotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(make_text):
    """Five articles with a text each, in as many languages."""
    return [
        make_text(language=language, headline=f"Testbek Example {language}").article
        for language in ("en", "ru", "ky", "kk", "tr")
    ]


@pytest.fixture
def propose(articles):
    """`propose(0, 1)`: a pair of the first two articles; higher scores for earlier pairs."""
    scores = itertools.count(99, -1)

    def make(one, other, verdict=Verdict.TRANSLATION, **fields):
        pair = ArticleJudgement.objects.create(
            first=articles[one], second=articles[other], proposed_verdict=verdict,
            score=next(scores) / 100, **fields,
        )  # fmt: skip
        renew_implied([pair.first_id, pair.second_id])
        return pair

    return make


def open_pairs():
    return list(ArticleJudgement.objects.open())


def implied_by(pair):
    return ArticleJudgement.objects.get(pk=pair.pk).implied_by


# What a verdict does


def test_different_merges_nothing_and_is_remembered(propose, editor):
    pair = propose(0, 1)
    assert decide(pair, Verdict.DIFFERENT, user=editor, reason="Two days (invented)") is None
    pair.refresh_from_db()
    assert (pair.verdict, pair.decided_by, pair.reason) == (
        *("different", editor, "Two days (invented)"),
    )
    assert Article.objects.standing().count() == 5
    assert open_pairs() == []


def test_unsure_leaves_the_queue_and_can_be_decided_later(propose, editor):
    pair = propose(0, 1)
    decide(pair, Verdict.UNSURE, user=editor)
    assert open_pairs() == []
    assert decide(pair, Verdict.TRANSLATION, user=editor)


def test_same_story_tells_the_two_together(propose, articles, editor):
    decide(propose(0, 1), Verdict.SAME_STORY, user=editor)
    assert set(Story.objects.get().articles.all()) == set(articles[:2])
    assert not ArticleMerge.objects.exists()


@pytest.mark.parametrize(("container", "digest"), [("first", 0), ("second", 1)])
def test_what_contains_another_is_a_digest_of_its_story(
    propose, articles, editor, container, digest
):
    decide(propose(0, 1), Verdict.CONTAINS, user=editor, container=container)
    assert Coverage.objects.get(is_digest=True).article == articles[digest]


def test_which_contains_which_is_as_proposed_unless_said_otherwise(propose, articles, editor):
    decide(propose(0, 1, Verdict.CONTAINS, container="second"), Verdict.CONTAINS, user=editor)
    assert Coverage.objects.get(is_digest=True).article == articles[1]


def test_contains_must_say_which(propose, editor):
    pair = propose(0, 1)
    with pytest.raises(MergeNotAllowed, match="which of the two"):
        decide(pair, Verdict.CONTAINS, user=editor)
    assert open_pairs() == [pair]


def test_a_translation_in_the_same_language_is_refused(make_text, editor):
    one, other = make_text(), make_text()
    pair = ArticleJudgement.objects.create(
        first=one.article, second=other.article, proposed_verdict=Verdict.DUPLICATE
    )
    with pytest.raises(MergeNotAllowed, match="Both have a text in English"):
        decide(pair, Verdict.TRANSLATION, user=editor)
    assert open_pairs() == [pair]


def test_a_pair_is_not_decided_twice(propose, editor, chief):
    pair = propose(0, 1)
    decide(pair, Verdict.DIFFERENT, user=editor)
    with pytest.raises(MergeNotAllowed, match=r"already decided: different \(editor\)"):
        decide(pair, Verdict.TRANSLATION, user=chief)


# What follows


def test_same_and_different_answer_the_third_pair(propose, editor):
    propose(0, 2)
    decide(propose(0, 1), Verdict.TRANSLATION, user=editor)
    different = propose(1, 2)
    decide(different, Verdict.DIFFERENT, user=editor)
    assert open_pairs() == []


def test_one_story_leaves_the_question_whether_two_are_one_article(propose, editor):
    decide(propose(0, 1), Verdict.SAME_STORY, user=editor)
    decide(propose(1, 2), Verdict.SAME_STORY, user=editor)
    translation = propose(0, 2)
    assert open_pairs() == [translation]


def test_one_story_answers_whether_two_tell_one(propose, editor):
    decide(propose(0, 1), Verdict.SAME_STORY, user=editor)
    pair = propose(0, 2, Verdict.SAME_STORY)
    last = propose(1, 2)
    decide(last, Verdict.SAME_STORY, user=editor)
    assert open_pairs() == []
    assert implied_by(pair).verdict == Verdict.SAME_STORY


def test_what_keeps_two_stories_apart_is_what_answers_their_pairs(propose, editor):
    different = propose(1, 2)
    decide(propose(0, 1), Verdict.SAME_STORY, user=editor)
    decide(different, Verdict.DIFFERENT, user=editor)
    assert implied_by(propose(0, 2)) == different


def test_nothing_follows_through_a_digest(propose, editor):
    decide(propose(0, 1), Verdict.CONTAINS, user=editor, container="first")
    decide(propose(0, 2), Verdict.CONTAINS, user=editor, container="first")
    pair = propose(1, 2, Verdict.SAME_STORY)
    assert open_pairs() == [pair]


def test_of_several_pairs_of_the_same_two_the_best_is_asked(propose, editor):
    best, worse = propose(0, 2), propose(1, 2)
    decide(propose(0, 1), Verdict.TRANSLATION, user=editor)
    assert open_pairs() == [best]
    assert implied_by(worse) == best


def test_what_was_said_of_these_two_is_not_asked_again(propose, editor):
    pair = propose(0, 2)
    propose(1, 2)
    decide(propose(0, 1), Verdict.TRANSLATION, user=editor)
    decide(pair, Verdict.UNSURE, user=editor)
    assert open_pairs() == []


def test_a_pair_of_a_merged_article_is_decided_of_what_it_was_merged_into(
    propose, articles, editor
):
    pair = propose(1, 2)
    done = decide(propose(0, 1), Verdict.TRANSLATION, user=editor)
    assert open_pairs() == [pair]
    decide(pair, Verdict.DIFFERENT, user=editor)
    decided = ArticleJudgement.objects.get(verdict=Verdict.DIFFERENT)
    assert (decided.first, decided.second) == (articles[0], articles[2])
    assert implied_by(pair) == decided
    undo_merge(done, user=editor)
    assert set(open_pairs()) == {pair, done.judgement}


def test_merging_by_hand_keeps_the_queue_too(propose, articles, editor):
    pair = propose(0, 1)
    done = merge(articles[0], articles[1], user=editor)
    assert open_pairs() == []
    undo_merge(done, user=editor)
    assert open_pairs() == [pair]


# Contradictions


def test_a_contradiction_is_refused_with_the_chain(propose, editor):
    different, third = propose(1, 2), propose(0, 2)
    decide(different, Verdict.DIFFERENT, user=editor)
    done = decide(propose(0, 1), Verdict.TRANSLATION, user=editor)
    with pytest.raises(Contradiction) as refused:
        decide(third, Verdict.TRANSLATION, user=editor)
    assert [bond.source for bond in refused.value.chain] == [done, different]
    assert "“Testbek Example ky”: different" in str(refused.value)
    assert implied_by(third) == different


def test_different_within_one_story_is_refused(propose, editor):
    decide(propose(0, 1), Verdict.SAME_STORY, user=editor)
    decide(propose(1, 2), Verdict.SAME_STORY, user=editor)
    with pytest.raises(Contradiction) as refused:
        decide(propose(0, 2), Verdict.DIFFERENT, user=editor)
    assert len(refused.value.chain) == 2


def test_what_is_different_is_not_merged_by_hand(propose, articles, editor):
    decide(propose(0, 1), Verdict.DIFFERENT, user=editor)
    with pytest.raises(Contradiction):
        merge(articles[0], articles[1], user=editor)
    assert Article.objects.standing().count() == 5


def test_two_that_are_one_already_are_not_decided(propose, articles, editor):
    pair = propose(1, 2)
    for duplicate in articles[1:3]:
        merge(articles[0], duplicate, user=editor)
    with pytest.raises(MergeNotAllowed, match="one already"):
        decide(pair, Verdict.DIFFERENT, user=editor)


# Taking back


@pytest.mark.parametrize("verdict", [*KINDS, Verdict.UNSURE])
def test_every_decision_is_taken_back_with_all_that_it_did(propose, editor, verdict):
    pair, other = propose(0, 1), propose(1, 2)
    decide(pair, verdict, user=editor, container="first")
    reopen(pair, user=editor)
    assert open_pairs() == [pair, other]
    assert Article.objects.standing().count() == 5
    assert not Story.objects.exists()


def test_what_a_decision_implied_is_asked_again(propose, editor):
    implied = propose(0, 2)
    decide(propose(0, 1), Verdict.SAME_STORY, user=editor)
    different = propose(1, 2)
    decide(different, Verdict.DIFFERENT, user=editor)
    assert open_pairs() == []
    reopen(different, user=editor)
    assert open_pairs() == [implied, different]


def test_a_decision_on_which_a_later_one_rests_is_not_taken_back(propose, editor):
    first = propose(0, 1)
    decide(first, Verdict.SAME_STORY, user=editor)
    later = propose(1, 2)
    decide(later, Verdict.SAME_STORY, user=editor)
    with pytest.raises(StoryNotAllowed, match="Testbek Example ky"):
        reopen(first, user=editor)
    reopen(later, user=editor)
    reopen(first, user=editor)
    assert not Story.objects.exists()


def test_a_digest_is_not_taken_back_where_later_decisions_would_contradict(propose, editor):
    digest = propose(0, 1)
    decide(digest, Verdict.CONTAINS, user=editor, container="first")
    decide(propose(0, 2), Verdict.SAME_STORY, user=editor)
    decide(propose(0, 3), Verdict.SAME_STORY, user=editor)
    decide(propose(2, 3), Verdict.DIFFERENT, user=editor)
    with pytest.raises(MergeNotAllowed):
        reopen(digest, user=editor)
    assert ArticleJudgement.objects.get(pk=digest.pk).verdict == Verdict.CONTAINS


def test_an_undone_merge_lets_no_two_decisions_contradict_each_other(propose, articles, editor):
    """The first was a digest by what it was merged with; alone it isn't."""
    done = merge(articles[0], articles[1], user=editor)
    decide(propose(0, 4), Verdict.CONTAINS, user=editor, container="first")
    ArticleJudgement.objects.update(first=articles[1])  # said of the one that was merged
    decide(propose(0, 2), Verdict.SAME_STORY, user=editor)
    decide(propose(0, 3), Verdict.SAME_STORY, user=editor)
    decide(propose(2, 3), Verdict.DIFFERENT, user=editor)
    with pytest.raises(Contradiction):
        undo_merge(done, user=editor)


def test_queries_do_not_grow_with_the_pairs(
    propose, articles, editor, django_assert_max_num_queries
):
    for one, other in itertools.combinations(range(5), 2):
        propose(one, other)
    pair = ArticleJudgement.objects.get(first=articles[0], second=articles[1])
    with django_assert_max_num_queries(40):
        decide(pair, Verdict.DIFFERENT, user=editor)


# Any sequence of decisions, taken back


def everything():
    """Every row that decisions write, but for what is only counted or logged."""
    ArticleJudgement.objects.update(implied_by=None)
    judgements = ArticleJudgement.objects.exclude(score=None).order_by("pk")
    return [
        list(Article.objects.order_by("pk").values_list("pk", "merged_into")),
        list(Translation.objects.order_by("pk").values_list("pk", "article", "replaced_by")),
        list(Coverage.objects.order_by("pk").values_list()),
        list(Story.objects.order_by("pk").values_list("pk", "merged_into", "lead", "title")),
        list(judgements.values_list("pk", "verdict", "decided_by", "reason", "rows")),
    ]


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    steps=st.lists(
        st.tuples(st.integers(0, 9), st.sampled_from([*KINDS, Verdict.UNSURE])), max_size=8
    )
)
def test_decisions_taken_back_to_the_start_leave_everything_as_it_was(articles, editor, steps):
    with transaction.atomic():
        pairs = [
            ArticleJudgement.objects.create(
                first=one, second=other, proposed_verdict=Verdict.TRANSLATION, score=0.5
            )
            for one, other in itertools.combinations(articles, 2)
        ]
        before, known = everything(), {pair.pk for pair in pairs}
        for place, verdict in steps:
            with contextlib.suppress(MergeNotAllowed):
                decide(pairs[place], verdict, user=editor, container="first")
        decided = ArticleJudgement.objects.exclude(verdict=Verdict.UNDECIDED)
        for judgement in decided.order_by("-decided_at", "-pk"):
            reopen(judgement, user=editor)
        ArticleJudgement.objects.exclude(pk__in=known).delete()
        assert everything() == before
        transaction.set_rollback(True)
