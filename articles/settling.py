"""Deciding on a name once for all texts: who it is, who it isn't, somebody new, or nobody.

Every decision is one step, which `articles.steps` takes back; other texts with the name are then
looked at again. Deciding on one mention is `articles.tagging`.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from articles.choices import MentionKind, MentionStatus, TaggingVerb
from articles.creating import NewEntity, make_entity, remember_spelling
from articles.dismissing import dismiss
from articles.looking_again import look_again
from articles.models import Mention, TaggingStep
from articles.querysets import MentionQuerySet
from articles.steps import Changes
from articles.tagging import DecidedSince, NotASpan, decide_many
from people.models import Entity
from people.sources import text_source


@dataclass(frozen=True)
class OpenName:
    """A name as an editor saw it in the queue: its key, whom it is proposed to be, how it is
    called there, and the newest of its mentions. What came later nobody has looked at."""

    key: str
    entity: Entity | None
    called: str
    newest: int

    def mentions(self) -> MentionQuerySet:
        """Its mentions that are still open."""
        open_ones = Mention.objects.open().filter(called_key=self.key, pk__lte=self.newest)
        return open_ones.filter(entity=self.entity)


@transaction.atomic
def accept_name(name: OpenName, *, user) -> TaggingStep | None:
    """In all texts it is who the desk proposes. Raises DecidedSince, as all of these do, where
    none of its mentions is open any more; NotASpan where nobody is proposed."""
    if name.entity is None:
        raise NotASpan(_("Choose who is meant before you accept it."))
    return decide_many(
        name.mentions(),
        MentionStatus.CONFIRMED,
        words=_called(_rows(name)),
        user=user,
        entity=name.entity,
    )


@transaction.atomic
def dismiss_name(name: OpenName, *, user) -> TaggingStep | None:
    """In no text it is who the desk proposes; a name that is nobody's is nobody for us."""
    return dismiss(_called(_rows(name)), name.entity, user=user)


@transaction.atomic
def relink_name(
    name: OpenName, entity: Entity, *, user, remember: bool = True
) -> TaggingStep | None:
    """In all texts it is `entity`. What was proposed otherwise is rejected, so that it is
    remembered; with `remember` a whole name becomes a spelling of the entity, too, and is found
    in other texts."""
    rows, entity, changes = _rows(name), entity.survivor(), Changes()
    called = _called(rows)
    _point_at(rows, entity, changes, user)
    is_spelling = remember and _is_new_spelling(called, rows, entity)
    if is_spelling:
        text = rows[0].translation
        remember_spelling(entity, called, text.language, text_source(text.pk), changes)
    step = changes.store(TaggingVerb.RELINK, called, user=user, entity=entity)
    look_again([called] if is_spelling else [])
    return step


@transaction.atomic
def create_named(name: OpenName, new: NewEntity, *, user) -> TaggingStep | None:
    """Somebody new, whom all these mentions name; the first text is where they were seen."""
    rows, changes = _rows(name), Changes()
    called = _called(rows)
    entity = make_entity(new, rows[0].translation, changes)
    _point_at(rows, entity, changes, user)
    step = changes.store(TaggingVerb.CREATE, new.name, user=user, entity=entity)
    look_again([new.name, called])
    return step


def _rows(name: OpenName) -> list[Mention]:
    """The open mentions, held until the transaction ends."""
    if rows := list(name.mentions().locked()):
        return rows
    raise DecidedSince(
        _("Meanwhile somebody has decided on “%(name)s”: nothing of it is open.")
        % {"name": name.called}
    )


def _called(rows: list[Mention]) -> str:
    """How the stored mentions call it: what a form says of it may be of another name."""
    return rows[0].called or rows[0].text


# Pointing many mentions at one entity, in few statements for any number


def _point_at(rows: list[Mention], entity: Entity, changes: Changes, user) -> None:
    """Confirm mentions of `entity` at the places of `rows`. Those that proposed somebody else
    stay beside them, rejected."""
    twins = _twins(rows, entity)
    free = [row for row in rows if _place(row) not in twins]
    changes.touching(*rows, *twins.values())
    stored = Mention.objects.filter(pk__in=[row.pk for row in rows])
    if rows[0].entity_id:
        stored.decide(MentionStatus.REJECTED, user)
        free = _beside(free, entity, user)
        changes.made(*free)
    else:
        stored.exclude(pk__in=[row.pk for row in free]).delete()
        stored.update(entity=entity)
    confirmed = [mention.pk for mention in (*free, *twins.values())]
    Mention.objects.filter(pk__in=confirmed).decide(MentionStatus.CONFIRMED, user)


def _twins(rows: list[Mention], entity: Entity) -> dict[tuple, Mention]:
    """The mentions of `entity` that stand at the places of `rows` already."""
    texts = {row.translation_id for row in rows}
    theirs = Mention.objects.filter(entity=entity, translation__in=texts).locked()
    places = {_place(row) for row in rows}
    return {_place(mention): mention for mention in theirs if _place(mention) in places}


def _beside(rows: list[Mention], entity: Entity, user) -> list[Mention]:
    """New mentions of `entity` at the places of `rows`."""
    made = [
        Mention(
            translation_id=row.translation_id,
            field=row.field,
            start=row.start,
            end=row.end,
            text=row.text,
            called=row.called,
            kind=row.kind,
            entity=entity,
            status=MentionStatus.SUGGESTED,
        )
        for row in rows
    ]
    for mention in made:
        mention.set_folded()
    return Mention.objects.bulk_create(made, batch_size=500)


def _place(mention: Mention) -> tuple:
    return mention.translation_id, mention.field, mention.start, mention.end


def _is_new_spelling(called: str, rows: list[Mention], entity: Entity) -> bool:
    """Is it a whole name, and not an initial, a surname or an office, that the entity lacks?"""
    words = [word for word in called.split() if len(word.strip(".")) > 1]
    if len(words) < 2 or any(row.kind == MentionKind.OFFICE for row in rows):
        return False
    return not entity.names.filter(folded=rows[0].called_key, attested=True).exists()
