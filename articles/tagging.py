"""Deciding on the names in a text: accept, reject, relink, add; and tagging an article.

Finding names is `articles.recognising`; what an edit does to them is `articles.following`.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.choices import MentionField, MentionStatus
from articles.models import Article, Mention, Translation
from people.models import Entity


class NotASpan(Exception):
    """The words aren't in the text at that place, or overlap a name that is linked already."""


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


def _decide(mention: Mention, status: MentionStatus, user) -> None:
    mention.status = status
    mention.decided_by, mention.decided_at = user, timezone.now()
    mention.save()
