"""Deciding a pair: the steps that are the same whatever it is a pair of.

What a verdict then does is each app's own (`articles/judging.py`, `people/judging.py`).
"""

from django.db import models
from django.utils.translation import gettext as _

from ots_desk.judgements import Judgement
from ots_desk.merging import MergeNotAllowed


def held(judgement: Judgement) -> Judgement:
    """The pair as it now stands, held until the transaction ends."""
    return type(judgement).objects.select_for_update(of=("self",)).get(pk=judgement.pk)


def pair_of(
    judgements: type[Judgement], one: models.Model, other: models.Model, **proposed
) -> Judgement:
    """The pair that the two make, held; where it is new to the queue, with what is `proposed`."""
    first, second = sorted((one.pk, other.pk))
    pair, is_new = judgements.objects.get_or_create(
        first_id=first, second_id=second, defaults=proposed
    )
    return pair if is_new else held(pair)


def open_today(judgement: Judgement) -> Judgement:
    """The pair to decide in the place of one that is held: that of what its two were merged into,
    which may be new to the queue. Raises MergeNotAllowed where that one was decided, or its two
    are one by now."""
    judgement.refuse_decided()
    ends = judgement.first.survivor(), judgement.second.survivor()
    if ends == (judgement.first, judgement.second):
        return judgement
    if ends[0] == ends[1]:
        raise MergeNotAllowed(_("The two are one already."))
    proposed = {name: getattr(judgement, name) for name in judgement.PROPOSED}
    return pair_of(type(judgement), *ends, **proposed)
