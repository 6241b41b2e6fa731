"""What reading a stored document again would change, and what stays as it is. Writes nothing.

Carrying it out is `renewing`; going through many documents is `reparsing`.
"""

from dataclasses import dataclass, replace
from typing import Any

from articles.choices import ReadingStatus, Status
from articles.importing.differences import Change, changes, told
from articles.importing.understanding import Understood, make_reading
from articles.models import Document, Reading, Translation

# What came of reading a document again. "readable": it leaves quarantine; "unreadable": the rules
# no longer find a text in it, and nothing changes; "mended": somebody read it by hand.
OUTCOMES = ("unchanged", "changed", "readable", "unreadable", "mended", "failed")

# Why a text keeps a field although it is read otherwise now; beside these, its status.
EDITED, LANGUAGE_TAKEN = "edited", "language_taken"

# The columns of a text that a field of a reading fills, where they aren't called the same.
COLUMNS = {
    "headline": ("headline", "headline_is_proposed"),
    "headline_proposed": ("headline", "headline_is_proposed"),
    "author": ("byline",),
    "url": ("source_url",),
    "source": ("source_id",),
    "agency": ("agency_id",),
}
OF_TEXT = frozenset(
    {"headline", "headline_proposed", "author", "url", "source", "agency"}
    | {"deck", "dateline", "published", "published_time", "zone", "language", "via"}
    | {"credit", "caption", "views", "body"}
)
# An editor who touched one of these vouches for all: a clock belongs to its date.
TOGETHER = ({"published", "published_time", "zone"}, {"headline", "headline_is_proposed"})


@dataclass(frozen=True)
class Case:
    """A document with what the desk has of it. `text` is the one that was made of it."""

    document: Document
    reading: Reading
    text: Translation | None
    is_attached: bool


@dataclass(frozen=True)
class ReadAgain:
    """What reading a document again would change, or has changed."""

    sha256: str
    path: str
    outcome: str
    text: int | None = None
    reason: str = ""
    changes: tuple[Change, ...] = ()


def look_again(case: Case, understood: Understood) -> ReadAgain:
    """Say what reading the document again would change."""
    newer = make_reading(case.document, understood)
    result = ReadAgain(
        case.document.sha256, case.document.path or "", "changed", case.text and case.text.pk
    )
    if case.reading.made_by_id:
        return replace(result, outcome="mended")
    is_text, was_text = (reading.status == ReadingStatus.READ for reading in (newer, case.reading))
    if was_text and not is_text:
        return replace(result, outcome="unreadable", reason=newer.reason)
    base = case.text.reading if case.text else case.reading
    found = changes(told(base), told_newly(newer, understood), lambda field: _kept(case, field))
    found = tuple(_check_language(case, change) for change in found)
    outcome = "readable" if is_text and not was_text else "changed" if found else "unchanged"
    return replace(result, outcome=outcome, changes=found)


def told_newly(newer: Reading, understood: Understood) -> dict[str, Any]:
    """Return all that a reading says which isn't stored yet."""
    is_text = newer.status == ReadingStatus.READ
    return told(newer, understood.cleaned.hints if is_text else ())


def _kept(case: Case, field: str) -> str:
    """Why the desk keeps what it has of a field; empty where it follows the rules."""
    text = case.text
    if text is None or field not in OF_TEXT | {"flags", "event_date"}:
        return ""
    if text.status != Status.DRAFT:
        return text.status
    if field == "event_date":
        return _event_date_kept(case)
    return EDITED if _touching(field) & set(text.edited_fields) else ""


def _touching(field: str) -> set[str]:
    columns = {column.removesuffix("_id") for column in COLUMNS.get(field, (field,))}
    return columns.union(*(group for group in TOGETHER if group & columns))


def _event_date_kept(case: Case) -> str:
    """It is the article's: not the rules' any more where somebody changed it, nor where another
    text of the article is out."""
    article = case.text.article
    as_read = case.text.reading.fields.get("event_date", {}).get("value")
    if str(article.event_date or "") != (as_read or ""):
        return EDITED
    is_out = article.translations.filter(status=Status.PUBLISHED).exists()
    return Status.PUBLISHED if is_out else ""


def _check_language(case: Case, change: Change) -> Change:
    """An article has one text in a language."""
    if change.field != "language" or change.kept or not case.text or case.text.replaced_by_id:
        return change
    others = case.text.article.translations.standing().exclude(pk=case.text.pk)
    is_taken = others.filter(language=change.new or "").exists()
    return replace(change, kept=LANGUAGE_TAKEN) if is_taken else change
