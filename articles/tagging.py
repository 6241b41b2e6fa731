"""Deciding on the names in a text: accept, reject, relink, link, drop; and tagging an article.

Every operation is one step, which `articles.steps` takes back. Finding names is
`articles.recognising`; what an edit does to them is `articles.following`; what holds for all
texts is `articles.dismissing`; whom nobody knew yet is `articles.creating`.
"""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.choices import MentionField, MentionStatus, TaggingVerb
from articles.models import Article, Mention, TaggingStep, Translation
from articles.querysets import MentionQuerySet
from articles.steps import Changes
from people.models import Entity


class NotTagged(Exception):
    """Nothing was changed; the message says why."""


class NotASpan(NotTagged):
    """The words aren't in the text at that place, or overlap a name that is linked already."""


class DecidedSince(NotTagged):
    """Somebody else has decided on these words since the editor looked at them."""


def confirm(mention: Mention, *, user, seen: str = "") -> TaggingStep | None:
    """An editor says: yes, that is who is meant. `seen` is the `state` that the editor saw."""
    return _decide_one(mention, MentionStatus.CONFIRMED, user, seen)


def reject(mention: Mention, *, user, seen: str = "") -> TaggingStep | None:
    """An editor says: no. The same words of this text are not proposed for that entity again."""
    return _decide_one(mention, MentionStatus.REJECTED, user, seen)


@transaction.atomic
def _decide_one(mention: Mention, status: MentionStatus, user, seen: str) -> TaggingStep | None:
    mention = lock_mention(mention, seen)
    if status == MentionStatus.CONFIRMED:
        if not mention.entity_id:
            raise NotASpan(_("Choose who is meant before you accept it."))
        _refuse_gone(mention)
    changes = Changes()
    changes.touching(mention)
    _decide(mention, status, user)
    return changes.store(
        VERBS[status],
        mention.text,
        user=user,
        entity=mention.entity,
        text=mention.translation,
    )


VERBS = {
    MentionStatus.CONFIRMED: TaggingVerb.ACCEPT,
    MentionStatus.REJECTED: TaggingVerb.REJECT,
}


def confirm_all(
    text: Translation, entity: Entity, *, user, last_seen: int | None = None
) -> TaggingStep | None:
    """Accept every open proposal of an entity in one text, up to the mention `last_seen`."""
    mentions = _up_to(text.mentions.open().filter(entity=entity), last_seen)
    return decide_many(
        mentions, MentionStatus.CONFIRMED, words=entity.name, user=user, entity=entity, text=text
    )


def reject_all(
    text: Translation, entity: Entity, *, user, last_seen: int | None = None
) -> TaggingStep | None:
    """Reject every mention of an entity in one text, up to the mention `last_seen`."""
    mentions = text.mentions.filter(entity=entity).exclude(status=MentionStatus.REJECTED)
    return decide_many(
        _up_to(mentions, last_seen),
        MentionStatus.REJECTED,
        words=entity.name,
        user=user,
        entity=entity,
        text=text,
    )


def confirm_proposed(
    text: Translation, *, user, last_seen: int | None = None
) -> TaggingStep | None:
    """Accept every open proposal of a text that says who is meant, up to `last_seen`."""
    mentions = _up_to(text.mentions.open().filter(entity__isnull=False), last_seen)
    words = _("everything proposed")
    return decide_many(mentions, MentionStatus.CONFIRMED, words=words, user=user, text=text)


def _up_to(mentions: MentionQuerySet, last_seen: int | None) -> MentionQuerySet:
    """Without what came after the page was opened: nobody has looked at it yet."""
    return mentions if last_seen is None else mentions.filter(pk__lte=last_seen)


@transaction.atomic
def decide_many(
    mentions: MentionQuerySet,
    status: MentionStatus,
    *,
    words: str,
    user,
    entity: Entity | None = None,
    text: Translation | None = None,
) -> TaggingStep | None:
    """Accept or reject mentions in one step; None where there are none (any more)."""
    rows = list(mentions.locked())
    changes = Changes()
    changes.touching(*rows)
    Mention.objects.filter(pk__in=[row.pk for row in rows]).decide(status, user)
    return changes.store(VERBS[status], words, user=user, entity=entity, text=text)


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
    _refuse_gone(mention)
    changes.touching(mention)
    if mention.entity_id != entity.pk:
        _decide(mention, MentionStatus.REJECTED, user)
    confirm_at(_place(mention), mention.text, entity, changes, user)


def link_rows(rows: Iterable[Mention], entity: Entity, changes: Changes, user) -> None:
    """Confirm mentions that named nobody as naming `entity`."""
    for row in rows:
        _refuse_gone(row)
        changes.touching(row)
        twin = Mention.objects.filter(**_place(row), entity=entity).first()
        if twin:
            changes.touching(twin)
            Mention.objects.filter(pk=row.pk).delete()
        found = twin or row
        found.entity = entity
        _decide(found, MentionStatus.CONFIRMED, user)


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


@transaction.atomic
def drop(mention: Mention, *, user, seen: str = "") -> TaggingStep | None:
    """Forget a mention that an edit has broken."""
    mention = lock_mention(mention, seen)
    if mention.status != MentionStatus.BROKEN:
        raise NotTagged(_("Only what an edit has broken is dropped; reject it instead."))
    changes = Changes()
    changes.touching(mention)
    words, entity, text = mention.text, mention.entity, mention.translation
    Mention.objects.filter(pk=mention.pk).delete()
    return changes.store(TaggingVerb.REJECT, words, user=user, entity=entity, text=text)


@transaction.atomic
def tag_article(article: Article, entity: Entity, *, user) -> TaggingStep | None:
    """The article is about an entity that it doesn't spell."""
    entity, changes = entity.survivor(), Changes()
    row, is_new = Article.about.through.objects.get_or_create(article=article, entity=entity)
    if is_new:
        changes.made(row)
    return changes.store(TaggingVerb.LINK, entity.name, user=user, entity=entity)


@transaction.atomic
def untag_article(article: Article, entity: Entity, *, user) -> TaggingStep | None:
    changes = Changes()
    for row in Article.about.through.objects.filter(article=article, entity=entity):
        changes.touching(row)
        row.delete()
    return changes.store(TaggingVerb.REJECT, entity.name, user=user, entity=entity)


def lock_mention(mention: Mention, seen: str = "") -> Mention:
    """Return the mention as it is stored, locked; raises DecidedSince where it isn't any more
    what the editor has `seen` (empty: doesn't matter)."""
    rows = Mention.objects.locked()
    now = rows.select_related("translation", "entity", "decided_by").filter(pk=mention.pk).first()
    if now is None:
        raise DecidedSince(_("“%(words)s” isn't marked any more.") % {"words": mention.text})
    if seen and seen != now.state:
        raise DecidedSince(_since_words(now))
    return now


def _since_words(mention: Mention) -> str:
    return _("Meanwhile %(who)s has decided on “%(words)s”: %(status)s, %(entity)s.") % {
        "who": mention.decided_by or _("the machine"),
        "words": mention.text,
        "status": mention.get_status_display(),
        "entity": mention.entity or _("nobody known"),
    }


def _refuse_gone(mention: Mention) -> None:
    words = getattr(mention.translation, MentionField(mention.field).value)
    if words[mention.start : mention.end] != mention.text:
        raise NotASpan(
            _("“%(words)s” doesn't stand there any more: mark other words, or drop it.")
            % {"words": mention.text}
        )


def _decide(mention: Mention, status: MentionStatus, user) -> None:
    mention.status = status
    mention.decided_by, mention.decided_at = user, timezone.now()
    mention.save()


def _place(mention: Mention) -> dict:
    return {name: getattr(mention, name) for name in ("translation", "field", "start", "end")}


def confirm_at(place: dict, words: str, entity: Entity, changes: Changes, user) -> None:
    """Confirm the mention of `entity` at a place; where there is none yet, make it."""
    mention = Mention.objects.filter(**place, entity=entity).first()
    if mention:
        changes.touching(mention)
        mention.text = words
        _decide(mention, MentionStatus.CONFIRMED, user)
        return
    mention = Mention(**place, text=words, entity=entity)
    _decide(mention, MentionStatus.CONFIRMED, user)
    changes.made(mention)
