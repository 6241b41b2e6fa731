"""Somebody whom a text names and nobody here knew yet: into who's who, and linked, in one step."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from articles.choices import TaggingVerb
from articles.models import Mention, TaggingStep, Translation
from articles.querysets import MentionQuerySet
from articles.steps import Changes
from articles.tagging import (
    DecidedSince,
    NotTagged,
    claim_span,
    clear_span,
    confirm_at,
    link_rows,
    lock_mention,
    point_at,
)
from people.choices import EntityKind, NameKind
from people.models import Entity, Membership, Name, Post


@dataclass(frozen=True)
class NewEntity:
    """What an editor says of somebody new. `office` is in the text's words, `post` the office of
    the record that they mean, if it has it."""

    name: str
    language: str
    kind: EntityKind = EntityKind.PERSON
    country: str = ""
    office: str = ""
    post: Post | None = None


@transaction.atomic
def create_from_mention(new: NewEntity, mention: Mention, *, user, seen: str = "") -> TaggingStep:
    """Make an entity out of a name in a text, and relink the name to it."""
    mention, changes = lock_mention(mention, seen), Changes()
    text = mention.translation
    entity = make_entity(new, text, changes)
    point_at(mention, entity, changes, user)
    return changes.store(TaggingVerb.CREATE, new.name, user=user, entity=entity, text=text)


@transaction.atomic
def create_for_all(new: NewEntity, mentions: MentionQuerySet, *, user) -> TaggingStep:
    """Make an entity out of a name that named nobody, and confirm all these mentions of it, in
    whichever texts; the first text is where it was seen."""
    rows, changes = list(mentions.filter(entity=None).locked()), Changes()
    if not rows:
        raise DecidedSince(_("“%(name)s” isn't open any more.") % {"name": new.name})
    entity = make_entity(new, rows[0].translation, changes)
    link_rows(rows, entity, changes, user)
    return changes.store(TaggingVerb.CREATE, new.name, user=user, entity=entity)


@transaction.atomic
def create_from_span(
    new: NewEntity, text: Translation, field: str, start: int, end: int, *, user
) -> TaggingStep:
    """Make an entity out of words that an editor marked; raises NotASpan as linking does."""
    place, words = claim_span(text, field, start, end)
    changes = Changes()
    clear_span(place, changes)
    entity = make_entity(new, text, changes)
    confirm_at(place, words, entity, changes, user)
    return changes.store(TaggingVerb.CREATE, new.name, user=user, entity=entity, text=text)


def make_entity(new: NewEntity, text: Translation, changes: Changes) -> Entity:
    """The entity, its spelling and its term; each says where it was seen."""
    if not new.name.strip() or not new.language:
        raise NotTagged(_("Give the name and its language."))
    source = text.source_url or str(text)
    office = "" if new.post else new.office
    entity = Entity.objects.create(
        kind=new.kind,
        name=new.name,
        country=new.country,
        classification=office[: Entity._meta.get_field("classification").max_length],
        sources=[source],
    )
    changes.made(entity, remember_spelling(entity, new.name, new.language, source))
    if new.post:
        changes.made(_term(entity, new.post, text, source))
    return entity


def remember_spelling(entity: Entity, text: str, language: str, source: str) -> Name:
    """Store how a text spells an entity."""
    longest = Name._meta.get_field("source").max_length
    return Name.objects.create(
        entity=entity, text=text, language=language, kind=NameKind.FULL, source=source[:longest]
    )


def _term(entity: Entity, post: Post, text: Translation, source: str) -> Membership:
    """In office on the text's day: when it began isn't known, so it counts as possible."""
    day = text.tells_of.latest if text.tells_of else None
    return Membership.objects.create(member=entity, post=post, known_until=day, sources=[source])


@transaction.atomic
def remember(entity: Entity, mention: Mention, *, user) -> TaggingStep | None:
    """The name by which a text calls an entity is a spelling of it from now on, attested there."""
    text, called = mention.translation, mention.called or mention.text
    changes = Changes()
    known = entity.names.filter(text=called, language=text.language).first()
    if known:
        changes.touching(known)
        known.attested = True
        known.save()
    else:
        source = text.source_url or str(text)
        changes.made(remember_spelling(entity, called, text.language, source))
    return changes.store(TaggingVerb.CREATE, called, user=user, entity=entity, text=text)
