"""What the desk has changed in an outlet's text since it was received.

Only what the text says counts (`articles.substance`), and only what people have changed: cleaning,
and reading again by newer rules, are no edits.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from articles.importing.by_hand import RULE as STATED_BY_HAND
from articles.importing.store import whole_words
from articles.models import Reading, Translation
from articles.substance import SAYING, saying_otherwise, words_of


def received_words(reading: Reading) -> dict[str, str]:
    """What the document itself says, field by field."""
    found = {name: _printed(reading.fields.get(name)) for name in ("headline", "deck", "caption")}
    proposed = _printed(reading.fields.get("headline_proposed"))
    return {
        **found,
        "headline": whole_words(found["headline"] or proposed, "headline"),
        "body": "\n\n".join(paragraph["text"] for paragraph in reading.body),
    }


def _printed(found: dict | None) -> str:
    """What an editor has stated in words of their own stands on no line of the document."""
    if not found or (found["rule"] == STATED_BY_HAND and found.get("start") is None):
        return ""
    return str(found["value"])


def edited_since(texts: Iterable[Translation]) -> dict[int, list[str]]:
    """By the id of each of `texts` that says something else than its document: the fields in
    which it does. One query, and none where nobody has touched what they say."""
    touched = {
        text.pk: text
        for text in texts
        if text.reading_id and not set(SAYING).isdisjoint(text.edited_fields)
    }
    wanted = [text.reading_id for text in touched.values()]
    readings = Reading.objects.only("fields", "body").in_bulk(wanted) if wanted else {}
    found = {
        pk: saying_otherwise(received_words(readings[text.reading_id]), words_of(text))
        for pk, text in touched.items()
    }
    return {pk: fields for pk, fields in found.items() if fields}


def last_edited_at(text: Translation) -> datetime:
    """When somebody last changed what the text says."""
    revisions = list(text.revisions.order_by("-number"))
    for newer, older in pairwise(revisions):
        if newer.made_by_id and saying_otherwise(older.fields, newer.fields):
            return newer.made_at
    by_people = [revision.made_at for revision in revisions if revision.made_by_id]
    return min(by_people, default=text.changed_at)
