"""Revisions of a text: its fields as they were saved, one row per change of substance."""

from datetime import time
from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.models import Revision, Source, Translation
from ots_desk.partial_dates import PartialDate

# Notes that the desk itself makes, and how an editor reads them.
RECEIVED, WRITTEN, READ_AGAIN = "as received", "written", "read again"
MENDED = "read by hand"
MERGED, UNMERGED = "merged", "merge undone"
_NOTES = {
    RECEIVED: _("as received"),
    WRITTEN: _("written at the desk"),
    READ_AGAIN: _("read again by newer rules"),
    MENDED: _("read by hand"),
    MERGED: _("merged with another text"),
    UNMERGED: _("a merge was undone"),
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


def note_words(revision: Revision) -> str:
    """The note on a revision: what the desk noted in the language of the interface, what somebody
    wrote as it stands."""
    return str(_NOTES.get(revision.note, revision.note))
