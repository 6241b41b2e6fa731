"""Deciding whether two records are one. Everybody in it is invented."""

import pytest

from ots_desk.implying import Contradiction
from ots_desk.judging import pair_of
from ots_desk.merging import MergeNotAllowed, MergeWish
from people.doubles import propose_all
from people.judging import decide, reopen, unite
from people.models import Entity, EntityJudgement

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(make_entity):
    return [make_entity("person", f"Testbek Exampl{ending}") for ending in ("e", "o", "")]


@pytest.fixture
def pair(three):
    return pair_of(EntityJudgement, three[0], three[1])


def open_pairs():
    return set(EntityJudgement.objects.open().values_list("first", "second"))


def test_the_same_makes_one_record(pair, three, editor):
    done = decide(pair, "same", user=editor)
    assert (done.survivor, done.duplicate, done.judgement) == (three[0], three[1], pair)


def test_different_leaves_both_and_is_remembered(pair, three, editor):
    assert decide(pair, "different", user=editor) is None
    propose_all()
    assert (three[0].pk, three[1].pk) not in open_pairs()
    assert Entity.objects.standing().count() == 3


def test_a_pair_is_decided_once(pair, editor):
    decide(pair, "different", user=editor)
    with pytest.raises(MergeNotAllowed, match="already decided"):
        decide(pair, "same", user=editor)


def test_unsure_may_be_decided_later(pair, editor):
    decide(pair, "unsure", user=editor)
    assert decide(pair, "same", user=editor)


def test_a_decision_answers_the_pairs_that_follow(three, editor):
    propose_all()
    assert len(open_pairs()) == 3
    decide(pair_of(EntityJudgement, three[0], three[1]), "same", user=editor)
    assert len(open_pairs()) == 1
    decide(pair_of(EntityJudgement, three[1], three[2]), "different", user=editor)
    assert open_pairs() == set()


def test_a_contradiction_is_refused_with_its_chain(three, editor):
    decide(pair_of(EntityJudgement, three[1], three[2]), "different", user=editor)
    decide(pair_of(EntityJudgement, three[0], three[1]), "same", user=editor)
    with pytest.raises(Contradiction) as refusal:
        decide(pair_of(EntityJudgement, three[0], three[2]), "same", user=editor)
    assert "Testbek Exampl" in str(refusal.value)
    assert len(refusal.value.chain) == 2


def test_what_follows_is_asked_again_after_a_decision_is_taken_back(three, editor):
    propose_all()
    first = pair_of(EntityJudgement, three[0], three[1])
    decide(first, "same", user=editor)
    reopen(first, user=editor)
    assert len(open_pairs()) == 3
    assert Entity.objects.standing().count() == 3


def test_an_editor_merges_what_was_never_proposed(three, editor):
    done = unite(three[2], three[0], MergeWish(three[2]), user=editor, reason="Entered twice.")
    assert (done.survivor, done.reason) == (three[2], "Entered twice.")
    assert done.judgement.verdict == "same"


def test_an_editor_is_told_what_speaks_against_a_merge(three, editor):
    decide(pair_of(EntityJudgement, three[0], three[1]), "different", user=editor)
    with pytest.raises(MergeNotAllowed):
        unite(three[0], three[1], MergeWish(three[0]), user=editor)
    with pytest.raises(MergeNotAllowed, match="itself"):
        unite(three[0], three[0], MergeWish(three[0]), user=editor)


def test_a_new_pair_that_is_answered_already_is_no_question(three, make_entity, editor):
    decide(pair_of(EntityJudgement, three[0], three[1]), "different", user=editor)
    decide(pair_of(EntityJudgement, three[0], three[2]), "same", user=editor)
    propose_all()
    assert open_pairs() == set()


def test_a_pair_found_is_answered_when_it_is_committed(
    three, editor, django_capture_on_commit_callbacks
):
    """Only then is what others decided in between seen."""
    one, other, third = three
    decide(pair_of(EntityJudgement, one, other), "different", user=editor)
    unite(one, third, MergeWish(third), user=editor)
    with django_capture_on_commit_callbacks(execute=True):
        propose_all()
        assert (other.pk, third.pk) in open_pairs()
    assert (other.pk, third.pk) not in open_pairs()


def test_a_pair_that_somebody_looks_at_is_kept_from_the_others(pair, editor, chief):
    EntityJudgement.objects.hold(pair, editor)
    assert list(EntityJudgement.objects.free_for(chief)) == []
    assert list(EntityJudgement.objects.free_for(editor)) == [pair]
