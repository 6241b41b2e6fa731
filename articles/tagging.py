"""Deciding on the names in a text: accept, reject, drop; and tagging an article.

Every operation is one step, which `articles.steps` takes back. Saying who else is meant is
`articles.linking`; finding names is `articles.recognising`; what an edit does to them is
`articles.following`; what holds for all texts is `articles.dismissing`; whom nobody knew yet is
`articles.creating`.
"""

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
        refuse_gone(mention)
    changes = Changes()
    changes.touching(mention)
    decide(mention, status, user)
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


def refuse_gone(mention: Mention) -> None:
    """Raise NotASpan where an edit has taken the words away."""
    words = getattr(mention.translation, MentionField(mention.field).value)
    if words[mention.start : mention.end] != mention.text:
        raise NotASpan(
            _("“%(words)s” doesn't stand there any more: mark other words, or drop it.")
            % {"words": mention.text}
        )


def decide(mention: Mention, status: MentionStatus, user) -> None:
    """Store a decision on a mention; asks nothing."""
    mention.status = status
    mention.decided_by, mention.decided_at = user, timezone.now()
    mention.save()
