"""What a text says otherwise than before: a source than the revision that its translation follows,
an outlet's text than what was received.

When it counts as changed is `articles.directing`'s.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from articles.admin.screens.difference import Row, rows_of
from articles.attaching import Change, compare_paragraphs
from articles.directing import source_of
from articles.models import Revision, Translation
from articles.received import edited_since, received_words
from articles.substance import saying_otherwise, words_of
from ots_desk.paragraphs import paragraphs_of


@dataclass(frozen=True)
class Since:
    """What changed since the revision `followed`: a row for each field or paragraph; `changed`
    are the places of the source's paragraphs that are others now."""

    followed: Revision
    since: datetime | None
    rows: list[Row]
    changed: frozenset[int]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a source; `is_changed` since the revision that its translation follows."""

    words: str
    is_changed: bool


def source_beside(text: Translation) -> dict:
    """Template values for a translation of the desk's: its source, and what has changed in it."""
    source = source_of(text) if text.is_the_desks_own else None
    since = since_followed(text, source) if source else None
    if since is None:
        return {}
    return {
        "source": source,
        "since": since,
        "source_paragraphs": [
            Paragraph(words, place in since.changed)
            for place, words in enumerate(source.paragraphs)
        ],
    }


def since_followed(text: Translation, source: Translation) -> Since | None:
    """What `source` says otherwise than when `text` was made of it; None where `text` doesn't
    follow it."""
    if text.follows is None:
        return None
    rows, changed = said_otherwise(text.follows.fields, words_of(source))
    return Since(text.follows, text.stale_since, rows, changed)


def since_received(text: Translation) -> list[Row]:
    """What the desk has changed in an outlet's text; nothing where it stands as received."""
    if not edited_since([text]):
        return []
    return said_otherwise(received_words(text.reading), words_of(text))[0]


def said_otherwise(
    then: Mapping[str, str], now: Mapping[str, str]
) -> tuple[list[Row], frozenset[int]]:
    """The fields and paragraphs that say something else, and the places of such paragraphs in the
    body as it is now."""
    fields = [name for name in saying_otherwise(then, now) if name != "body"]
    told = [Change(then.get(name) or None, now[name] or None, name) for name in fields]
    paragraphs = list(_paragraphs(then.get("body", ""), now["body"]))
    changes = [*told, *(change for change, _place in paragraphs)]
    return list(rows_of(changes)), frozenset(p for _change, p in paragraphs if p is not None)


def _paragraphs(then: str, now: str) -> Iterator[tuple[Change, int | None]]:
    """The paragraphs that say something else, with their place in the text as it is now."""
    place = 0
    for change in compare_paragraphs(paragraphs_of(then), paragraphs_of(now)):
        if saying_otherwise({"body": change.ours}, {"body": change.theirs}):
            yield change, None if change.theirs is None else place
        place += change.theirs is not None
