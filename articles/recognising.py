"""Looking for names in the texts and storing what is found as mentions.

Finding names in text is `people.recognition`, which is pure; deciding on what is stored is
`articles.tagging`.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from django.db import transaction

from articles.choices import MentionField, MentionStatus
from articles.models import Mention, Translation
from ots_desk.text import fold
from people.known_names import load_gazetteer
from people.recognition import Gazetteer, Span, find_mentions


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
