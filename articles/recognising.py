"""Looking for names in the texts and storing what is found as mentions.

Finding names in text is `people.recognition`, which is pure; what a finding changes is
`articles.findings`; which texts are to be looked at again is `articles.looking_again`.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.db.models import prefetch_related_objects

from articles.choices import MentionField
from articles.contradictions import raise_contradictions
from articles.findings import FOLLOWED, Changes, Dismissed, key_of_span
from articles.models import Dismissal, Mention, Translation
from people.known_names import KnownNames, known_names
from people.recognition import Gazetteer, Span, find_mentions


@transaction.atomic
def recognise(texts: Iterable[Translation], known: KnownNames | None = None) -> int:
    """Look for names in the texts and store what is new; returns how many mentions.

    Whatever an editor decided stands: a rejected name is not proposed again for the same words of
    the same text, a dismissed one in no text. Machine's proposals that are no longer found are
    dropped. What readers see of a published text stays as it is: there, the machine only proposes.
    What the texts say of offices against the record becomes a doubt.
    The queries are the same few for any number of texts.
    """
    texts = list(texts)
    known = known or known_names()
    prefetch_related_objects(texts, "article")
    found = {text.pk: find_names(text, known.gazetteer) for text in texts}
    stored, dismissed = _stored(texts), _dismissed(found)
    changes = Changes()
    for text in texts:
        changes.compare(text, found[text.pk], stored[text.pk], dismissed)
    _write(changes)
    raise_contradictions(texts, found, stored, known.gazetteer.offices)
    _stamp(texts, known.version)
    return len(changes.new)


def find_names(text: Translation, gazetteer: Gazetteer) -> list[Span]:
    """Return the names in a text, stored or not; writes nothing."""
    fields = {field: getattr(text, field) for field in MentionField.values}
    day = text.tells_of.earliest if text.tells_of else None
    return find_mentions(fields, language=text.language, gazetteer=gazetteer, on=day)


def _dismissed(found: dict[int, list[Span]]) -> Dismissed:
    keys = {key_of_span(span) for spans in found.values() for span in spans}
    rows = Dismissal.objects.filter(called_key__in=keys).values_list("called_key", "entity")
    return Dismissed(frozenset(rows))


def _stored(texts: list[Translation]) -> dict[int, list[Mention]]:
    """What an editor is deciding just now is waited for, so that it isn't written over."""
    stored = defaultdict(list)
    for mention in Mention.objects.filter(translation__in=texts).held():
        stored[mention.translation_id].append(mention)
    return stored


def _write(changes: Changes) -> None:
    Mention.objects.filter(pk__in=[mention.pk for mention in changes.gone]).delete()
    Mention.objects.bulk_create(changes.new, batch_size=500)
    Mention.objects.bulk_update(
        changes.changed, [*FOLLOWED, "folded", "called_key"], batch_size=200
    )


def _stamp(texts: list[Translation], version: str) -> None:
    """Remember in which state of who's who the texts were looked at."""
    Translation.objects.filter(pk__in=[text.pk for text in texts]).update(names_version=version)
    for text in texts:
        text.names_version = version
