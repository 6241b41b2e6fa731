"""Deciding whether two records of who's who are one, and taking that back.

Finding the pairs is `people.doubles`; carrying out is `people.merging`.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from ots_desk.judgements import take_for_decision
from ots_desk.locks import hold
from ots_desk.merging import Choices, MergeNotAllowed
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
    survivor: Entity | None = None,
    choices: Choices | None = None,
) -> EntityMerge | None:
    """Record a verdict on a pair; the same becomes one record, into `survivor` if one is named.
    Returns the merge, if there was one.

    The pair resolves through `merged_into`. Raises MergeNotAllowed where somebody has decided the
    pair in the meantime or the two can't be merged, and Contradiction where earlier decisions rule
    it out.
    """
    hold(LOCK)
    judgement = take_for_decision(judgement)
    two = judgement.first.survivor(), judgement.second.survivor()
    if two[0] == two[1]:
        raise MergeNotAllowed(_("The two are one record already."))
    if kind := KINDS.get(verdict):
        refuse_contradiction(two[0].pk, two[1].pk, kind)
    judgement.decide_as(verdict, user, reason)
    done = None
    if verdict == Verdict.SAME:
        done = _merge(judgement, two, survivor, choices)
    renew_implied([entity.pk for entity in two])
    return done


@transaction.atomic
def unite(
    survivor: Entity, duplicate: Entity, choices: Choices | None = None, *, user, reason: str = ""
) -> EntityMerge:
    """Merge two records that an editor has found, with or without a proposal; raises as `decide`
    does."""
    if survivor.pk == duplicate.pk:
        raise MergeNotAllowed(_("A record can't be merged with itself."))
    judgement = pair_of(survivor, duplicate)
    return decide(
        judgement, Verdict.SAME, user=user, reason=reason, survivor=survivor, choices=choices
    )


@transaction.atomic
def reopen(judgement: EntityJudgement, *, user) -> EntityJudgement:
    """Take a decision back with the merge that followed, and ask again.

    Raises MergeNotAllowed where a later merge or split rests on it; the message names it.
    """
    hold(LOCK)
    judgement = EntityJudgement.objects.select_for_update(of=("self",)).get(pk=judgement.pk)
    if merged := judgement.merges.filter(undone_at=None).first():
        undo_merge(merged, user=user)  # the decision is taken back with it
    else:
        judgement.reopen()
    renew_implied([judgement.first_id, judgement.second_id])
    judgement.refresh_from_db()
    return judgement


def pair_of(one: Entity, other: Entity) -> EntityJudgement:
    """The pair that the two make; a new one where nobody has asked yet, or where it was decided
    that they are different: that decision is then what contradicts."""
    first, second = sorted((one.pk, other.pk))
    return EntityJudgement.objects.get_or_create(first_id=first, second_id=second)[0]


def _merge(
    judgement: EntityJudgement,
    two: tuple[Entity, Entity],
    survivor: Entity | None,
    choices: Choices | None,
) -> EntityMerge:
    one, other = two
    if survivor == other:
        survivor, duplicate = other, one
    elif survivor == one:
        survivor, duplicate = one, other
    else:
        survivor, duplicate = choose_survivor(one, other)
    return merge(
        survivor,
        duplicate,
        choices,
        user=judgement.decided_by,
        reason=judgement.reason,
        judgement=judgement,
    )
