"""Taking spellings out of a record of who's who that stands for two, with what is called so.

Making one record of two is `people.merging`. What follows for texts, that names are looked for
again, is done by whoever calls, with `spellings_of_both`.
"""

import logging
from collections.abc import Collection, Iterable

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ots_desk.bonds import Kind
from ots_desk.implying import words_of_source
from ots_desk.judging import pair_of
from ots_desk.kept import Kept
from ots_desk.locks import hold, refusing_collisions
from ots_desk.merging import refuse_merged
from ots_desk.putting_back import put_back
from ots_desk.relations import move_some
from ots_desk.reversing import Refused, forget_undone, held_to_undo
from ots_desk.row_log import RowLog, ids_of, in_batches
from ots_desk.text import fold
from people.choices import NameKind, Verdict
from people.implying import LOCK, refuse_contradiction, renew_implied
from people.merging import RELATIONS, lock_entities
from people.models import Entity, EntityJudgement, EntityMerge, EntitySplit, Membership, Name

logger = logging.getLogger(__name__)

# An editor has said there that it isn't this one; of another record that says nothing.
_REJECTED = "rejected"


class SplitNotAllowed(Refused):
    """It can't be split so, or the split can't be undone; the message says why."""


@refusing_collisions(SplitNotAllowed)
@transaction.atomic
def split(
    entity: Entity,
    names: Collection[Name],
    *,
    user,
    into: Entity | None = None,
    terms: Collection[Membership] = (),
    reason: str = "",
) -> EntitySplit:
    """Take these spellings and terms out of `entity` into another record, a new one unless it is
    named; raises SplitNotAllowed.

    The mentions by these spellings follow, and in texts that call it by them alone all others,
    too. That the two are different is remembered.
    """
    hold(LOCK)
    log = RowLog()
    entity, into = _lock(entity, into)
    names, terms = _own(entity.names, names), _own(entity.memberships, terms)
    _refuse(entity, names, into)
    if into is None:
        into = _new_entity(entity, names, log)
    _carry_out(entity, into, names, terms, log)
    _remember_as_different(entity, into, user, reason, log)
    done = EntitySplit.keep(log, entity=entity, made=into, user=user, reason=reason)
    renew_implied([entity.pk, into.pk])
    logger.info("split entity %s out of %s", into.pk, entity.pk)
    return done


@refusing_collisions(SplitNotAllowed)
@transaction.atomic
def undo_split(done: EntitySplit, *, user) -> list[Kept]:
    """Take a split back: every row and value as it was; returns what was left alone because it
    was changed since.

    Raises SplitNotAllowed where it was already undone, or a later merge or split depends on it.
    """
    hold(LOCK)
    done = held_to_undo(done, (EntityMerge, EntitySplit), SplitNotAllowed)
    both = lock_entities(*filter(None, (done.entity, done.made)))
    refuse_merged(done.entity, SplitNotAllowed)
    if _is_new(done.made_id, done):
        _forget_what_is_about_made(done)
        _let_mentions_follow(done)
    kept = put_back(done.rows)
    _note_change(Name.objects.filter(entity__in=both))
    done.refresh_from_db()  # the new record is gone
    done.mark_undone(user)
    renew_implied([entity.pk for entity in both])
    logger.info("undid the split of entity %s", done.entity_id)
    return kept


def spellings_of_split(done: EntitySplit) -> list[str]:
    """The names that texts are to be searched for again after a split or its undo, first those
    that went elsewhere."""
    label = Name._meta.label
    moved = {pk for row in done.rows if row["model"] == label for pk in ids_of(row)}
    both = Name.objects.filter(Q(entity=done.entity_id) | Q(entity=done.made_id))
    names = sorted(both, key=lambda name: (name.pk not in moved, name.pk))
    return list(dict.fromkeys(name.text for name in names))


def mentions_by(entity: Entity, names: Iterable[Name]) -> models.QuerySet:
    """The mentions of an entity that go with some of its spellings.

    Those that are called so; and in the texts that call it so and by none of its other spellings
    all of them: the surname, the office.
    """
    taken, others = _keys_of(entity, list(names))
    mentions = entity.mentions.exclude(status=_REJECTED)
    called_so = mentions.filter(called_key__in=taken)
    called_otherwise = mentions.filter(called_key__in=others)
    alone = called_so.exclude(translation__in=called_otherwise.values("translation"))
    wanted = Q(called_key__in=taken) | Q(translation__in=alone.values("translation"))
    return mentions.filter(wanted)


def _keys_of(entity: Entity, names: list[Name]) -> tuple[set[str], set[str]]:
    """By what mentions of these spellings are called, and those of all others. What is spelled
    the same in a language that stays isn't taken."""
    going = {name.pk for name in names}
    others = {name.folded for name in entity.names.all() if name.pk not in going}
    return {fold(name.text) for name in names} - others, others


def _lock(entity: Entity, into: Entity | None) -> tuple[Entity, Entity | None]:
    if into is None:
        return lock_entities(entity)[0], None
    if into.pk == entity.pk:
        raise SplitNotAllowed(_("Choose another record to take them into."))
    return tuple(lock_entities(entity, into))


def _own(rows: models.Manager, chosen: Collection[models.Model]) -> list:
    """The chosen rows as they are now; those that went elsewhere meanwhile are left out."""
    return list(rows.filter(pk__in=[row.pk for row in chosen]).order_by("pk"))


def _refuse(entity: Entity, names: list[Name], into: Entity | None) -> None:
    if not names:
        raise SplitNotAllowed(_("Choose the spellings to take out."))
    if len(names) == entity.names.count():
        raise SplitNotAllowed(_("At least one spelling must stay."))
    for record in filter(None, (entity, into)):
        if record.merged_into_id:
            raise SplitNotAllowed(
                _("“%(record)s” was merged; undo that merge instead.") % {"record": record}
            )
    if into and into.kind != entity.kind:
        raise SplitNotAllowed(_("The other record is of another kind."))


def _new_entity(entity: Entity, names: list[Name], log: RowLog) -> Entity:
    """Of the same kind, called by its best spelling; what else is known of it an editor says."""
    made = Entity(kind=entity.kind, name=_best(names).text, country=entity.country)
    try:
        made.clean_fields()
    except ValidationError as error:
        raise SplitNotAllowed(" ".join(error.messages)) from error
    made.save()
    log.made(made)
    return made


def _best(names: Iterable[Name]) -> Name:
    def rank(name: Name) -> tuple:
        return name.kind != NameKind.FULL, name.needs_context, not name.attested, name.pk

    return min(names, key=rank)


def _carry_out(
    entity: Entity, into: Entity, names: list[Name], terms: list[Membership], log: RowLog
) -> None:
    going, mentions = [name.pk for name in names], mentions_by(entity, names)
    wanted = {
        "names": entity.names.filter(pk__in=going),
        "memberships": entity.memberships.filter(pk__in=[term.pk for term in terms]),
    }
    # All ids first: the texts are found by the very mentions that are about to go.
    for batch in in_batches(list(mentions.values_list("pk", flat=True))):
        move_some(into, {"mentions": entity.mentions.filter(pk__in=batch)}, RELATIONS, log)
    _rename(entity, names, log)
    move_some(into, wanted, RELATIONS, log)
    _note_change(into.names.all())


def _rename(entity: Entity, going: list[Name], log: RowLog) -> None:
    """Where all spellings of its preferred name go, the best that stays takes its place."""
    staying = list(entity.names.exclude(pk__in=[name.pk for name in going]))
    texts = {name.text for name in going} - {name.text for name in staying}
    if entity.name in texts:
        log.touching(entity)
        entity.name = _best(staying).text
        entity.save()


def _note_change(names: models.QuerySet) -> None:
    """Who reads spellings anew only when they changed goes by their time."""
    names.update(changed_at=timezone.now())


def _remember_as_different(entity: Entity, into: Entity, user, reason: str, log: RowLog) -> None:
    refuse_contradiction(entity.pk, into.pk, Kind.APART)
    is_new = not EntityJudgement.objects.filter(
        first__in=[entity, into], second__in=[entity, into]
    ).exists()
    pair = pair_of(EntityJudgement, entity, into)
    if pair.verdict == Verdict.DIFFERENT:
        return
    log.made(pair) if is_new else log.touching(pair)
    pair.decide_as(Verdict.DIFFERENT, user, reason)


def _forget_what_is_about_made(done: EntitySplit) -> None:
    """That the new record may be the same as others falls with it, and so does the log of what
    was taken back; what was decided of it doesn't, and is named."""
    pairs = EntityJudgement.objects.filter(Q(first=done.made) | Q(second=done.made))
    own = {row["pk"] for row in done.rows if row["model"] == EntityJudgement._meta.label}
    decided = pairs.exclude(verdict=Verdict.UNDECIDED).exclude(pk__in=own)
    if pair := decided.first():
        raise SplitNotAllowed(
            _("%(decision)s. That was decided since; open the pair again first.")
            % {"decision": words_of_source(pair)},
            blocking=pair,
        )
    pairs.filter(verdict=Verdict.UNDECIDED).delete()
    forget_undone(done.made_id, (EntityMerge, EntitySplit))


def _let_mentions_follow(done: EntitySplit) -> None:
    """What was found in texts of the new record since the split, also what editors have
    rejected, is said of the one record again."""
    label = done.made.mentions.model._meta.label
    moved = {pk for row in done.rows if row["model"] == label for pk in ids_of(row)}
    since = set(done.made.mentions.values_list("pk", flat=True)) - moved
    for batch in in_batches(sorted(since)):
        mentions = done.made.mentions.filter(pk__in=batch)
        move_some(done.entity, {"mentions": mentions}, RELATIONS, RowLog())


def _is_new(made: int | None, done: EntitySplit) -> bool:
    """Was it made by the split?"""
    label = Entity._meta.label
    new = (row["pk"] for row in done.rows if row["model"] == label and row["before"] is None)
    return made in set(new)
