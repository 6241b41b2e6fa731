"""Linking the words of a text to who and what they name: recognise, confirm, reject, add.

Finding names in text is `people.recognition`, which is pure; this is its database half.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.choices import MentionField, MentionStatus
from articles.models import Article, Mention, Translation
from articles.shifting import Shift
from ots_desk.text import fold
from people.known_names import load_gazetteer
from people.models import Entity
from people.recognition import Gazetteer, Span, find_mentions


class NotASpan(Exception):
    """The words aren't in the text at that place, or overlap a name that is linked already."""


@transaction.atomic
def recognise(texts: Iterable[Translation], gazetteer: Gazetteer | None = None) -> int:
    """Look for known names in the texts and store what is new; returns how many mentions.

    Whatever an editor decided stands: a rejected name is not proposed again for the same words of
    the same text, and machine's proposals that are no longer found are dropped.
    """
    texts = list(texts)
    gazetteer = gazetteer or load_gazetteer()
    known: dict[int, list[Mention]] = {text.pk: [] for text in texts}
    for mention in Mention.objects.filter(translation__in=texts):
        known[mention.translation_id].append(mention)
    new, gone = [], []
    for text in texts:
        added, dropped = _compare(text, find_names(text, gazetteer), known[text.pk])
        new += added
        gone += dropped
    Mention.objects.filter(pk__in=[mention.pk for mention in gone]).delete()
    Mention.objects.bulk_create(new, batch_size=500)
    return len(new)


def find_names(text: Translation, gazetteer: Gazetteer) -> list[Span]:
    """Return the known names in a text, stored or not; writes nothing."""
    return find_mentions(
        _fields_of(text), language=text.language, gazetteer=gazetteer, on=_day_of(text)
    )


def _fields_of(text: Translation) -> dict[str, str]:
    return {field: getattr(text, field) for field in MentionField.values}


def _day_of(text: Translation) -> date | None:
    return text.tells_of.earliest if text.tells_of else None


def _compare(
    text: Translation, spans: list[Span], known: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Return (mentions to add, mentions to drop)."""
    decided = [mention for mention in known if mention.decided_at]
    machine = {
        (mention.field, mention.start, mention.end, mention.entity_id, mention.status): mention
        for mention in known
        if not mention.decided_at
    }
    new = []
    for span in spans:
        key = (span.field, span.start, span.end, span.entity, span.status)
        if machine.pop(key, None):
            continue
        if not any(_settles(mention, span) for mention in decided):
            new.append(_mention(text, span))
    return new, list(machine.values())


def _settles(mention: Mention, span: Span) -> bool:
    """Has an editor's decision answered this span already? A link holds its place; a rejection
    holds for the same words and entity anywhere in the text."""
    if mention.status == MentionStatus.REJECTED:
        return (mention.folded, mention.entity_id) == (fold(span.text), span.entity)
    return span.field == mention.field and span.start < mention.end and mention.start < span.end


def _mention(text: Translation, span: Span) -> Mention:
    mention = Mention(
        translation=text,
        field=span.field,
        start=span.start,
        end=span.end,
        text=span.text,
        entity_id=span.entity,
        status=span.status,
        rule=span.rule,
        kind=span.kind,
        called=span.called,
        candidates=list(span.candidates),
        clue=asdict(span.clue) if span.clue else {},
    )
    mention.set_folded()
    return mention


def confirm(mention: Mention, *, user) -> None:
    """An editor says: yes, that is who is meant."""
    if not mention.entity_id:
        raise NotASpan(_("Choose who is meant before you accept it."))
    _decide(mention, MentionStatus.CONFIRMED, user)


def reject(mention: Mention, *, user) -> None:
    """An editor says: no. The same words of this text are not proposed for that entity again."""
    _decide(mention, MentionStatus.REJECTED, user)


def confirm_all(text: Translation, entity: Entity, *, user) -> int:
    """Accept every open proposal of an entity in one text; returns how many."""
    return (
        text.mentions.open()
        .filter(entity=entity)
        .update(status=MentionStatus.CONFIRMED, decided_by=user, decided_at=timezone.now())
    )


def reject_all(text: Translation, entity: Entity, *, user) -> int:
    """Reject every mention of an entity in one text; returns how many."""
    return (
        text.mentions.filter(entity=entity)
        .exclude(status=MentionStatus.REJECTED)
        .update(status=MentionStatus.REJECTED, decided_by=user, decided_at=timezone.now())
    )


@transaction.atomic
def relink(mention: Mention, entity: Entity, *, user) -> Mention:
    """The words mean somebody else: reject the old link, so that it is remembered, and confirm
    the new one, which is returned."""
    reject(mention, user=user)
    again, _created = Mention.objects.update_or_create(
        translation=mention.translation,
        field=mention.field,
        start=mention.start,
        end=mention.end,
        entity=entity.survivor(),
        defaults={"text": mention.text},
        create_defaults={"text": mention.text, "status": MentionStatus.SUGGESTED},
    )
    confirm(again, user=user)
    return again


@transaction.atomic
def add_mention(
    text: Translation, field: str, start: int, end: int, entity: Entity, *, user
) -> Mention:
    """Link words that the desk had not found; raises NotASpan where they aren't there."""
    words = getattr(text, MentionField(field).value)[start:end]
    if not words.strip() or len(words) > Mention._meta.get_field("text").max_length:
        raise NotASpan(_("Mark a name in the text: these words aren't one."))
    overlapping = text.mentions.confirmed().filter(field=field, start__lt=end, end__gt=start)
    if overlapping.exists():
        raise NotASpan(_("Part of these words is linked already."))
    text.mentions.open().filter(field=field, start__lt=end, end__gt=start).exclude(
        entity=entity, start=start, end=end
    ).delete()
    mention, _created = Mention.objects.get_or_create(
        translation=text,
        field=field,
        start=start,
        end=end,
        entity=entity.survivor(),
        defaults={"text": words, "status": MentionStatus.SUGGESTED},
    )
    confirm(mention, user=user)
    return mention


def tag_article(article: Article, entity: Entity) -> None:
    """The article is about an entity that it doesn't spell."""
    article.about.add(entity.survivor())


def untag_article(article: Article, entity: Entity) -> None:
    article.about.remove(entity)


def follow_edit(text: Translation, before: dict[str, Any]) -> None:
    """After an edit, move the mentions along with their words or mark them broken; none is
    silently shifted. `before` maps fields to their words before the edit."""
    for field in MentionField.values:
        old, new = before[field], getattr(text, field)
        if old != new:
            _follow(list(text.mentions.filter(field=field)), Shift(old, new))


def _follow(mentions: list[Mention], shift: Shift) -> None:
    """Store the mentions at their new places. They go and come back under their own ids, because
    one by one they would land on each other's old places."""
    lost = []
    standing: dict[tuple, Mention] = {}
    for mention in mentions:
        start = _new_start(mention, shift)
        if start is None:
            lost.append(mention)
            continue
        mention.start, mention.end = start, start + len(mention.text)
        standing[mention.start, mention.end, mention.entity_id] = mention
    for mention in lost:
        # A rejection is remembered for the words, wherever they come back.
        if mention.status != MentionStatus.REJECTED:
            mention.status = MentionStatus.BROKEN
        # At a place where the same entity is named again, nothing is missing.
        standing.setdefault((mention.start, mention.end, mention.entity_id), mention)
    Mention.objects.filter(pk__in=[mention.pk for mention in mentions]).delete()
    Mention.objects.bulk_create(standing.values())


def _new_start(mention: Mention, shift: Shift) -> int | None:
    """None, too, for a mention whose words an earlier edit took."""
    if shift.old[mention.start : mention.end] != mention.text:
        return None
    return shift.place_of(mention.start, mention.end)


def _decide(mention: Mention, status: MentionStatus, user) -> None:
    mention.status = status
    mention.decided_by, mention.decided_at = user, timezone.now()
    mention.save()
