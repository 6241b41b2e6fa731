"""Storing what texts say of offices against the record, as a doubt for an editor.

What contradicts is for `people.recognition.offices`; the doubt in words is
`articles.office_doubts`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from articles.choices import FlagKind, MentionStatus
from articles.findings import key_of_span
from articles.models import Flag, Mention, Translation
from people.recognition import Span
from people.recognition.offices import Contradiction, Offices, contradictions

KIND = FlagKind.OFFICE_CONTRADICTED


def raise_contradictions(
    texts: Iterable[Translation],
    found: Mapping[int, list[Span]],
    stored: Mapping[int, list[Mention]],
    offices: Offices,
) -> None:
    """Let the open flags of the texts say what was found in them, and drop those without ground.

    What an editor has settled is raised again only if it says something new. `found` and `stored`
    hold the spans and the mentions of each text, by its id.
    """
    said = {
        text.pk: _values(text, _believed(found[text.pk], stored[text.pk]), offices)
        for text in texts
    }
    standing = Flag.objects.filter(kind=KIND, translation__in=said)
    flags = {flag.translation_id: flag for flag in standing}
    new = [pk for pk, values in said.items() if values and pk not in flags]
    gone = [pk for pk, flag in flags.items() if not said[pk] and not flag.settled_at]
    changed = [pk for pk, flag in flags.items() if _says_more(said[pk], flag)]
    Flag.objects.filter(pk__in=[flags[pk].pk for pk in gone]).delete()
    Flag.objects.bulk_create(Flag(translation_id=pk, kind=KIND, values=said[pk]) for pk in new)
    for pk in changed:
        _renew(flags[pk], said[pk])


def _believed(spans: list[Span], mentions: list[Mention]) -> list[Span]:
    """The names without those of which an editor has said that somebody else is meant."""
    rejected = {
        (mention.called_key, mention.entity_id)
        for mention in mentions
        if mention.status == MentionStatus.REJECTED
    }
    return [span for span in spans if (key_of_span(span), span.entity) not in rejected]


def _values(text: Translation, spans: list[Span], offices: Offices) -> dict[str, Any]:
    day = text.tells_of.earliest if text.tells_of else None
    said = [_value(one) for one in contradictions(spans, offices, day)]
    return {"on": _iso(day), "said": said} if said else {}


def _value(one: Contradiction) -> dict[str, Any]:
    return {
        "person": one.person,
        "post": one.post,
        "words": one.words,
        "field": one.field,
        "start": one.start,
        "holders": list(one.holders),
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _says_more(values: dict[str, Any], flag: Flag) -> bool:
    """An open flag follows whatever is found, a settled one only what is new."""
    if not values or flag.settled_at is None:
        return bool(values) and values != flag.values
    return bool(_subjects(values) - _subjects(flag.values))


def _subjects(values: dict[str, Any]) -> set[tuple[int, int]]:
    return {(one["person"], one["post"]) for one in values.get("said", [])}


def _renew(flag: Flag, values: dict[str, Any]) -> None:
    flag.values, flag.settled_at, flag.settled_by = values, None, None
    flag.save()
