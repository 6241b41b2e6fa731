"""Deciding whether two records of who's who are one, and taking that back.

Finding the pairs is `people.doubles`; carrying out is `people.merging`.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from ots_desk.judgements import held, refuse_decided
from ots_desk.locks import hold
from ots_desk.merging import MergeNotAllowed, MergeWish
from people.choices import Verdict
from people.implying import KINDS, LOCK, refuse_contradiction, renew_implied
from people.merging import choose_survivor, merge, undo_merge
from people.models import Entity, EntityJudgement, EntityMerge


@transaction.atomic
def decide(
    judgement: EntityJudgement,
    verdict: str,
    *,
    user,
    reason: str = "",
    wish: MergeWish | None = None,
) -> EntityMerge | None:
    """Record a verdict on a pair; the same becomes one record, as an editor wishes it. Returns
    the merge, if there was one.

    Where one of the two was merged, it is decided of what it was merged into, so that undoing
    that merge asks again. Raises MergeNotAllowed where somebody has decided the pair in the
    meantime or the two can't be merged, and Contradiction where earlier decisions rule it out.
    """
    hold(LOCK)
    judgement = held(judgement)
    refuse_decided(judgement)
    judgement = _as_it_stands_today(judgement)
    if kind := KINDS.get(verdict):
        refuse_contradiction(judgement.first_id, judgement.second_id, kind)
    refuse_decided(judgement)
    judgement.decide_as(verdict, user, reason)
    done = _merge(judgement, wish) if verdict == Verdict.SAME else None
    renew_implied([judgement.first_id, judgement.second_id])
    return done


@transaction.atomic
def unite(
    survivor: Entity, duplicate: Entity, wish: MergeWish, *, user, reason: str = ""
) -> EntityMerge:
    """Merge two records that an editor has found, with or without a proposal; raises as `decide`
    does."""
    if survivor.pk == duplicate.pk:
        raise MergeNotAllowed(_("A record can't be merged with itself."))
    return decide(pair_of(survivor, duplicate), Verdict.SAME, user=user, reason=reason, wish=wish)


@transaction.atomic
def reopen(judgement: EntityJudgement, *, user) -> EntityJudgement:
    """Take a decision back with the merge that followed, and ask again.

    Raises MergeNotAllowed where a later merge or split rests on it; the message names it.
    """
    hold(LOCK)
    judgement = held(judgement)
    if merged := judgement.merges.filter(undone_at=None).first():
        undo_merge(merged, user=user)  # the decision is taken back with it
    else:
        judgement.reopen()
    renew_implied([judgement.first_id, judgement.second_id])
    judgement.refresh_from_db()
    return judgement


def pair_of(one: Entity, other: Entity, **proposed) -> EntityJudgement:
    """The pair that the two make, which may be new to the queue."""
    first, second = sorted((one, other), key=lambda entity: entity.pk)
    pair, is_new = EntityJudgement.objects.get_or_create(
        first_id=first.pk, second_id=second.pk, defaults=proposed
    )
    return pair if is_new else held(pair)


def _as_it_stands_today(judgement: EntityJudgement) -> EntityJudgement:
    """The pair of what the two were merged into."""
    ends = judgement.first.survivor(), judgement.second.survivor()
    if ends == (judgement.first, judgement.second):
        return judgement
    if ends[0] == ends[1]:
        raise MergeNotAllowed(_("The two are one record already."))
    return pair_of(*ends, score=judgement.score, evidence=judgement.evidence)


def _merge(judgement: EntityJudgement, wish: MergeWish | None) -> EntityMerge:
    two = judgement.first, judgement.second
    wish = wish or MergeWish(choose_survivor(*two)[0])
    survivor, duplicate = two if wish.survivor == two[0] else two[::-1]
    return merge(
        survivor,
        duplicate,
        wish.choices,
        user=judgement.decided_by,
        reason=judgement.reason,
        judgement=judgement,
        seen=wish.seen,
    )
