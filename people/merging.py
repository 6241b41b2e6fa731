"""Merging two records of who's who into one, and taking that back.

Whether they are one is `people.judging`'s; the machinery is `ots_desk.merging`, the terms of both
are united by `people.uniting`. What follows for texts, that names are looked for again, is done by
whoever calls, with `spellings_of_both`.
"""

import logging

from django.db import transaction
from django.utils.translation import gettext as _

from ots_desk.bonds import Kind
from ots_desk.kept import Kept
from ots_desk.locks import hold, refusing_collisions
from ots_desk.merging import (
    Choices,
    MergeNotAllowed,
    MergePlan,
    Redirect,
    basic_refusals,
    differences,
    write_choices,
)
from ots_desk.putting_back import put_back
from ots_desk.relations import JOIN, MOVE, STAY, Handling, Relation, move_rows, moving
from ots_desk.reversing import held_to_undo
from ots_desk.row_log import RowLog
from people.conflicts import loops_of, refusals_of, warnings_of
from people.implying import LOCK, refuse_contradiction, renew_implied
from people.models import Entity, EntityJudgement, EntityMerge, EntitySplit, Name
from people.uniting import TERM_COLUMNS, rank_of_term, unite_terms

logger = logging.getLogger(__name__)

# The language of a name that nobody stated, as BCP 47 has it.
_UNKNOWN = "und"

# The fields of which an editor chooses either value, or writes a third.
FIELDS = (
    "name",
    "classification",
    "description",
    "country",
    "parent",
    "location",
    "began",
    "ended",
    "identifiers",
    "is_public",
    "confidence",
    "note",
    "sources",
)


def _rank_of_name(name: Name) -> tuple:
    """Of one spelling entered twice the better known stays."""
    return name.attested, not name.needs_context, bool(name.source)


def _rank_of_mention(mention) -> tuple:
    return mention.weight


# Every relation of an entity, by the name under which an entity knows it. A test walks the models
# and fails when one is missing here.
RELATIONS = {
    "names": Relation(Handling.JOIN, rank=_rank_of_name),
    "mentions": Relation(Handling.JOIN, rank=_rank_of_mention),
    "memberships": Relation(
        Handling.JOIN, same=("post_id", "organization_id", *TERM_COLUMNS), rank=rank_of_term
    ),
    "members": Relation(Handling.JOIN, same=("member_id", *TERM_COLUMNS), rank=rank_of_term),
    "articles_about": JOIN,
    "dismissals": JOIN,
    "posts": MOVE,
    "parts": MOVE,
    "located_here": MOVE,
    "outlets": MOVE,
    "stories": MOVE,
    "merged": STAY,
    "judgements_as_first": STAY,
    "judgements_as_second": STAY,
    "merges_as_survivor": STAY,
    "merges_as_duplicate": STAY,
    "splits": STAY,
    "split_from": STAY,
    "articles.TaggingStep.entity": STAY,
}


def choose_survivor(one: Entity, other: Entity) -> tuple[Entity, Entity]:
    """Return (survivor, duplicate): the one of the reference data, else the older one, because
    others may cite its address."""
    return tuple(sorted((one, other), key=lambda entity: (not entity.reference, entity.pk)))


def plan_merge(survivor: Entity, duplicate: Entity) -> MergePlan:
    """Return what merging `duplicate` into `survivor` would do, with what speaks against it;
    changes nothing."""
    # As entities and not as persons or places: relations are compared by their model.
    survivor, duplicate = (Entity.objects.get(pk=one.pk) for one in (survivor, duplicate))
    refusals = basic_refusals(survivor, duplicate) or refusals_of(survivor, duplicate)
    return MergePlan(
        survivor,
        duplicate,
        differences=differences(survivor, duplicate, FIELDS),
        moving=moving(survivor, duplicate, RELATIONS),
        redirects=(Redirect(duplicate.get_absolute_url(), survivor.get_absolute_url()),),
        warnings=tuple(warnings_of(survivor, duplicate)),
        refusals=tuple(refusals),
    )


@refusing_collisions(MergeNotAllowed)
@transaction.atomic
def merge(
    survivor: Entity,
    duplicate: Entity,
    choices: Choices | None = None,
    *,
    user,
    reason: str = "",
    judgement: EntityJudgement | None = None,
    seen: str = "",
) -> EntityMerge:
    """Merge `duplicate` into `survivor`, all or nothing; raises MergeNotAllowed.

    In a field in which they differ the survivor's value wins where it has one, and lists are
    joined, unless `choices` say otherwise. The duplicate's spellings, terms, tags and whatever
    else points at it are the survivor's from then on; of two that say the same the better one
    stays. The duplicate keeps its id and leads to the survivor. `seen` is the `state` of the two
    that an editor has looked at.
    """
    hold(LOCK)
    survivor, duplicate = lock_entities(survivor, duplicate)
    plan = plan_merge(survivor, duplicate)
    _check(plan, seen)
    refuse_contradiction(survivor.pk, duplicate.pk, Kind.SAME)
    log = RowLog()
    _carry_out(plan, choices or {}, log)
    about = {"survivor": survivor, "duplicate": duplicate, "judgement": judgement}
    done = EntityMerge.keep(log, user=user, reason=reason, **about)
    renew_implied([survivor.pk, duplicate.pk])
    logger.info("merged entity %s into %s", duplicate.pk, survivor.pk)
    return done


@refusing_collisions(MergeNotAllowed)
@transaction.atomic
def undo_merge(done: EntityMerge, *, user) -> list[Kept]:
    """Take a merge back: every row and value as it was; returns what was left alone because it
    was changed since.

    Raises MergeNotAllowed where it was already undone, or a later merge or split depends on it.
    """
    hold(LOCK)
    done = held_to_undo(done, (EntityMerge, EntitySplit), MergeNotAllowed)
    survivor, duplicate = lock_entities(done.survivor, done.duplicate)
    kept = put_back(done.rows)
    if done.judgement:  # the decision is taken back with its merge
        done.judgement.reopen()
    done.mark_undone(user)
    renew_implied([survivor.pk, duplicate.pk])
    logger.info("undid the merge of entity %s into %s", duplicate.pk, survivor.pk)
    return kept


def state_of(*entities: Entity) -> str:
    """Posted back, it shows whether one of them was changed since it was looked at."""
    return " ".join(f"{entity.pk}.{entity.version}" for entity in entities)


def spellings_of_both(done: EntityMerge) -> list[str]:
    """The names that texts are to be searched for again after a merge or its undo."""
    both = Name.objects.filter(entity__in=[done.survivor_id, done.duplicate_id])
    return list(dict.fromkeys(both.order_by("pk").values_list("text", flat=True)))


def _check(plan: MergePlan, seen: str) -> None:
    if not plan.is_allowed:
        raise MergeNotAllowed(" ".join(plan.refusals))
    if seen and seen != state_of(plan.survivor, plan.duplicate):
        raise MergeNotAllowed(_("One of the two was changed meanwhile. Look at them again."))


def _carry_out(plan: MergePlan, choices: Choices, log: RowLog) -> None:
    survivor, duplicate = plan.survivor, plan.duplicate
    log.touching(survivor, duplicate)
    unite_terms(survivor, duplicate, log)
    _keep_preferred_name(survivor, duplicate, log)
    move_rows(survivor, duplicate, RELATIONS, log)
    write_choices(survivor, plan.differences, choices)
    for refusal in loops_of(survivor, duplicate):
        raise MergeNotAllowed(refusal)
    survivor.save()
    duplicate.merged_into = survivor
    duplicate.save()


def _keep_preferred_name(survivor: Entity, duplicate: Entity, log: RowLog) -> None:
    """Readers may look for the record by the name that it had, though it had no such spelling."""
    both = Name.objects.filter(entity__in=[survivor, duplicate])
    if not both.filter(text=duplicate.name).exists():
        name = Name(entity=survivor, text=duplicate.name, language=_UNKNOWN, attested=False)
        name.save()
        log.made(name)


def lock_entities(*entities: Entity) -> list[Entity]:
    """Fetch the entities again, locked in the order of their ids so that two merges of the same
    pair wait for each other and never deadlock."""
    ids = sorted(entity.pk for entity in entities)
    rows = Entity.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    rows = rows.in_bulk()
    return [rows[entity.pk] for entity in entities]
