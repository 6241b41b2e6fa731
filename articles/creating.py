"""Somebody whom a text names and nobody here knew yet: into who's who, and linked, in one step."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from articles.choices import MentionKind, TaggingVerb
from articles.linking import claim_span, clear_span, confirm_at, point_at
from articles.looking_again import look_again
from articles.models import Mention, TaggingStep, Translation
from articles.steps import Changes
from articles.tagging import NotTagged, lock_mention
from ots_desk.text import fold
from people.choices import EntityKind, NameKind
from people.doubles import propose_for
from people.models import Entity, Membership, Name, Post
from people.sources import text_source


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
    return _stored(changes, entity, text, user)


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
    return _stored(changes, entity, text, user)


def _stored(changes: Changes, entity: Entity, text: Translation, user) -> TaggingStep:
    """The step; other texts may have the name too."""
    step = changes.store(TaggingVerb.CREATE, entity.name, user=user, entity=entity, text=text)
    look_again([entity.name], without=[text.pk])
    return step


def make_entity(new: NewEntity, text: Translation, changes: Changes) -> Entity:
    """The entity, its spelling and its term; each says where it was seen."""
    source = text_source(text.pk)
    office = "" if new.post else new.office
    entity = Entity(
        kind=new.kind,
        name=new.name.strip(),
        country=new.country,
        classification=office[: Entity._meta.get_field("classification").max_length],
        sources=[source],
    )
    name = _spelling(entity, entity.name, new.language, source)
    _refuse_unclean(entity, name)
    entity.save()
    name.save()
    changes.made(entity, name)
    if new.post:
        changes.made(_term(entity, new.post, text))
    propose_for([entity])
    return entity


def _refuse_unclean(entity: Entity, name: Name) -> None:
    try:
        entity.clean_fields()
        name.clean_fields(exclude=["entity"])
    except ValidationError as error:
        raise NotTagged(" ".join(error.messages)) from error


def remember_spelling(
    entity: Entity, text: str, language: str, source: str, changes: Changes
) -> None:
    """A text spells an entity like that: a form that nobody had seen yet is attested now, any
    other is a new spelling."""
    if known := entity.names.filter(text=text, language=language).first():
        changes.touching(known)
        known.attested = True
        known.save()
    else:
        name = _spelling(entity, text, language, source)
        name.save()
        changes.made(name)


def _spelling(entity: Entity, text: str, language: str, source: str) -> Name:
    return Name(entity=entity, text=text, language=language, kind=NameKind.FULL, source=source)


def _term(entity: Entity, post: Post, text: Translation) -> Membership:
    """In office on the text's day: when it began isn't known, so it counts as possible."""
    day = text.tells_of.latest if text.tells_of else None
    sources = [text_source(text.pk)]
    return Membership.objects.create(member=entity, post=post, known_until=day, sources=sources)


def offers_spelling(mention: Mention) -> bool:
    """Would the words of a linked name be a new spelling? A single word of a person's name isn't
    one: it would be everybody's who bears it."""
    called = mention.called or mention.text
    is_one_of_a_person = mention.entity.kind == EntityKind.PERSON and len(called.split()) < 2
    if mention.kind == MentionKind.OFFICE or is_one_of_a_person:
        return False
    return not mention.entity.names.filter(folded=fold(called), attested=True).exists()


@transaction.atomic
def remember(entity: Entity, mention: Mention, *, user) -> TaggingStep | None:
    """The name by which a text calls an entity is a spelling of it from now on, attested there."""
    text, called = mention.translation, mention.called or mention.text
    changes = Changes()
    remember_spelling(entity, called, text.language, text_source(text.pk), changes)
    step = changes.store(TaggingVerb.CREATE, called, user=user, entity=entity, text=text)
    look_again([called], without=[text.pk])
    return step
