"""Deciding whether two records of who's who are one, and taking that back.

Finding the pairs is `people.doubles`; carrying out is `people.merging`.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from ots_desk.bonds import Kind
from ots_desk.judging import held, open_today, pair_of
from ots_desk.kept import Kept
from ots_desk.locks import hold, refusing_collisions
from ots_desk.merging import MergeNotAllowed, MergeWish
from people.choices import Verdict
from people.implying import LOCK, pairs_of_entities, renew_implied
from people.merging import choose_survivor, merge, undo_merge
from people.models import Entity, EntityJudgement, EntityMerge


@refusing_collisions(MergeNotAllowed)
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
    judgement = open_today(held(judgement))
    kind = pairs_of_entities.decide(judgement, verdict, user=user, reason=reason)
    done = _merge(judgement, wish) if kind is Kind.SAME else None
    renew_implied(judgement.ends)
    return done


@refusing_collisions(MergeNotAllowed)
@transaction.atomic
def unite(
    survivor: Entity, duplicate: Entity, wish: MergeWish, *, user, reason: str = ""
) -> EntityMerge:
    """Merge two records that an editor has found, with or without a proposal; raises as `decide`
    does."""
    if survivor.pk == duplicate.pk:
        raise MergeNotAllowed(_("A record can't be merged with itself."))
    pair = pair_of(EntityJudgement, survivor, duplicate)
    return decide(pair, Verdict.SAME, user=user, reason=reason, wish=wish)


@refusing_collisions(MergeNotAllowed)
@transaction.atomic
def reopen(judgement: EntityJudgement, *, user) -> list[Kept]:
    """Take a decision back with the merge that followed, and ask again; returns what was left
    alone because it was changed since.

    Raises MergeNotAllowed where a later merge or split rests on it; the message names it.
    """
    hold(LOCK)
    judgement = held(judgement)
    if merged := judgement.standing_merge:
        return undo_merge(merged, user=user)  # the decision is taken back with it
    judgement.reopen()
    renew_implied(judgement.ends)
    return []


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
