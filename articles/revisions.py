"""Revisions of a text: its fields as they were saved, one row per change of substance."""

from datetime import time
from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.models import Revision, Source, Translation
from articles.substance import saying_otherwise, words_of
from ots_desk.partial_dates import PartialDate

# Notes that the desk itself makes, and how an editor reads them.
RECEIVED, WRITTEN, READ_AGAIN = "as received", "written", "read again"
MENDED = "read by hand"
MERGED, UNMERGED = "merged", "merge undone"
DIRECTED, PARALLEL = "translated from another text", "parallel again"
REVIEWED, CAUGHT_UP = "reviewed, still right", "brought up to date"
_NOTES = {
    RECEIVED: _("as received"),
    WRITTEN: _("written at the desk"),
    READ_AGAIN: _("read again by newer rules"),
    MENDED: _("read by hand"),
    MERGED: _("merged with another text"),
    UNMERGED: _("a merge was undone"),
    DIRECTED: _("translated from another text"),
    PARALLEL: _("parallel; which came first is unknown"),
    REVIEWED: _("reviewed, still right"),
    CAUGHT_UP: _("brought up to date with its source"),
    "publish": _("published"),
    "restore": _("restored as a draft"),
}


def snapshot(text: Translation) -> dict[str, Any]:
    """Return the editable fields and the status of a text as JSON values: ids for outlets, ISO
    for dates and clocks."""
    values = {name: _as_json(getattr(text, name)) for name in Translation.TEXT_FIELDS}
    return {**values, "status": text.status}


def _as_json(value: Any) -> Any:
    if isinstance(value, Source):
        return value.pk
    if isinstance(value, time):
        return value.isoformat("minutes")
    return str(value) if isinstance(value, PartialDate) else value


def changed_fields(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Return the names of the fields in which two snapshots differ."""
    return [name for name, value in after.items() if before.get(name) != value]


def record(text: Translation, *, before: dict[str, Any] | None, user, note: str) -> Revision:
    """Add a revision. The first one of a text is preceded by the text as it came in, if `before`
    says how that was."""
    last = text.revisions.order_by("-number").values_list("number", flat=True).first()
    if last is None and before is not None:
        Revision.objects.create(translation=text, number=1, fields=before, note=RECEIVED)
        last = 1
    return Revision.objects.create(
        translation=text, number=(last or 0) + 1, fields=snapshot(text), made_by=user, note=note
    )


def last_number(text: Translation) -> int:
    """The number of a text's last revision; 0: it stands as it came in."""
    return text.revisions.order_by("-number").values_list("number", flat=True).first() or 0


def revision_seen(text: Translation, seen: int | None = None) -> Revision:
    """The revision of `text` that somebody has before them who read it when its last one was
    `seen`; None: who reads it now. Stores the one that says what the text says now, where there
    is none. Call it in a transaction."""
    text = Translation.objects.select_for_update(of=("self",)).get(pk=text.pk)
    last = text.revisions.order_by("-number").first()
    if last and seen is not None and seen < last.number:
        return text.revisions.get(number=max(seen, 1))
    if last and not saying_otherwise(last.fields, words_of(text)):
        return last
    return Revision.objects.create(
        translation=text,
        number=last.number + 1 if last else 1,
        fields=snapshot(text),
        note="" if last else RECEIVED,
    )


def note_words(revision: Revision) -> str:
    """The note on a revision: what the desk noted in the language of the interface, what somebody
    wrote as it stands."""
    return str(_NOTES.get(revision.note, revision.note))
