"""Saying who is meant: by a name that is marked already, or by words that the desk had not found.

Every operation is one step, which `articles.steps` takes back. Accepting and rejecting what was
found is `articles.tagging`.
"""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from articles.choices import MentionField, MentionStatus, TaggingVerb
from articles.models import Mention, TaggingStep, Translation
from articles.querysets import MentionQuerySet
from articles.steps import Changes
from articles.tagging import NotASpan, decide, lock_mention, refuse_gone
from people.models import Entity


@transaction.atomic
def relink(mention: Mention, entity: Entity, *, user, seen: str = "") -> TaggingStep | None:
    """The words mean `entity`. What was linked otherwise is rejected, so that it is remembered;
    a name that was nobody's yet is linked wherever the text has it."""
    mention, entity = lock_mention(mention, seen), entity.survivor()
    changes = Changes()
    point_at(mention, entity, changes, user)
    return changes.store(
        TaggingVerb.RELINK, mention.text, user=user, entity=entity, text=mention.translation
    )


def point_at(mention: Mention, entity: Entity, changes: Changes, user) -> None:
    """Let a mention, or all of its text that name nobody yet and are called so, mean `entity`."""
    if mention.entity_id:
        _relink_one(mention, entity, changes, user)
    else:
        link_rows([mention, *_called_so_too(mention)], entity, changes, user)


def _called_so_too(mention: Mention) -> list[Mention]:
    """The other open mentions of the text that are nobody's and called the same, or by a short
    form of it which may mean nobody else."""
    nobody_s = Mention.objects.open().filter(translation=mention.translation_id, entity=None)
    full = mention.called_key
    return [
        other
        for other in nobody_s.locked().exclude(pk=mention.pk)
        if other.called_key == full
        or (not other.candidates and is_short_form(other.called_key, full))
    ]


def is_short_form(short: str, full: str) -> bool:
    """Is a folded name the surname of another one, alone or with initials of its given names?

    >>> is_short_form("t. example", "testbek example"), is_short_form("example", "testbek example")
    (True, True)
    """
    *initials, surname = short.replace(".", ". ").split() or [""]
    *given, own = full.split() or [""]
    return (
        bool(given)
        and surname == own
        and len(initials) <= len(given)
        and all(initial == f"{name[0]}." for initial, name in zip(initials, given, strict=False))
    )


def _relink_one(mention: Mention, entity: Entity, changes: Changes, user) -> None:
    """Leave the old link as a rejected one, and confirm the new one beside it."""
    refuse_gone(mention)
    changes.touching(mention)
    if mention.entity_id != entity.pk:
        decide(mention, MentionStatus.REJECTED, user)
    confirm_at(_place(mention), mention.text, entity, changes, user)


def link_rows(rows: Iterable[Mention], entity: Entity, changes: Changes, user) -> None:
    """Confirm mentions that named nobody as naming `entity`."""
    for row in rows:
        refuse_gone(row)
        changes.touching(row)
        twin = Mention.objects.filter(**_place(row), entity=entity).first()
        if twin:
            changes.touching(twin)
            Mention.objects.filter(pk=row.pk).delete()
        found = twin or row
        found.entity = entity
        decide(found, MentionStatus.CONFIRMED, user)


@transaction.atomic
def add_mention(
    text: Translation,
    field: str,
    start: int,
    end: int,
    entity: Entity,
    *,
    user,
    instead_of: Mention | None = None,
) -> TaggingStep | None:
    """Link words that the desk had not found; raises NotASpan where they aren't there.

    `instead_of` is a mention of the same entity that an edit has broken; it goes.
    """
    place, words = claim_span(text, field, start, end)
    changes, entity = Changes(), entity.survivor()
    clear_span(place, changes)
    if instead_of and instead_of.state == f"{MentionStatus.BROKEN} {entity.pk}":
        changes.touching(instead_of)
        Mention.objects.filter(pk=instead_of.pk).delete()
    confirm_at(place, words, entity, changes, user)
    return changes.store(TaggingVerb.LINK, words, user=user, entity=entity, text=text)


def claim_span(text: Translation, field: str, start: int, end: int) -> tuple[dict, str]:
    """Return the place of words and the words; raises NotASpan where they can't be linked."""
    # Whoever links words of the same text waits here.
    text = Translation.objects.select_for_update(no_key=True).get(pk=text.pk)
    words = getattr(text, MentionField(field).value)[start:end]
    if not words.strip() or len(words) > Mention._meta.get_field("text").max_length:
        raise NotASpan(_("Mark a name in the text: these words aren't one."))
    place = {"translation": text, "field": field, "start": start, "end": end}
    if _overlapping(place).confirmed().exists():
        raise NotASpan(_("Part of these words is linked already."))
    return place, words


def clear_span(place: dict, changes: Changes) -> None:
    """Proposals give way to what an editor links over them."""
    for mention in _overlapping(place).open():
        changes.touching(mention)
        mention.delete()


def _overlapping(place: dict) -> MentionQuerySet:
    return Mention.objects.filter(
        translation=place["translation"],
        field=place["field"],
        start__lt=place["end"],
        end__gt=place["start"],
    )


def _place(mention: Mention) -> dict:
    return {name: getattr(mention, name) for name in ("translation", "field", "start", "end")}


def confirm_at(place: dict, words: str, entity: Entity, changes: Changes, user) -> None:
    """Confirm the mention of `entity` at a place; where there is none yet, make it."""
    mention = Mention.objects.filter(**place, entity=entity).first()
    if mention:
        changes.touching(mention)
        mention.text = words
        decide(mention, MentionStatus.CONFIRMED, user)
        return
    mention = Mention(**place, text=words, entity=entity)
    decide(mention, MentionStatus.CONFIRMED, user)
    changes.made(mention)
