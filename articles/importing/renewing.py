"""Storing the newer reading of one document, and letting its draft follow.

Says what was decided in `second_look`; nothing is decided here.
"""

from collections.abc import Sequence

from django.db.models import Q
from django.utils import timezone

from articles.choices import ReadingStatus, Status, Verdict
from articles.editing import SETTLED_BY
from articles.following import follow_edit
from articles.importing.differences import Change, told
from articles.importing.known_outlets import KnownOutlets
from articles.importing.reading import FLAG_KINDS
from articles.importing.second_look import COLUMNS, OF_TEXT, Case, ReadAgain, told_newly
from articles.importing.store import store_hints, store_readings, text_fields
from articles.importing.understanding import Understood, make_reading
from articles.models import ArticleJudgement, Flag, Reading, Translation
from articles.revisions import READ_AGAIN, changed_fields, record, snapshot

# What of a reading is evidence for the same findings, and is replaced in place.
EVIDENCE = (
    *("fields", "body", "lines", "format", "encoding", "text", "body_key", "address_key"),
    "rules_version",
)


def carry_out(
    case: Case, result: ReadAgain, understood: Understood, known: KnownOutlets
) -> Translation | None:
    """Store the newer reading; return the text that changed by it or was made of it."""
    if result.outcome in ("mended", "unreadable"):
        return None
    newer = make_reading(case.document, understood)
    if result.outcome == "readable":
        _retire(case.reading)
        [taken] = store_readings([(newer, understood)], known)
        return taken.text
    reading = _keep(case.reading, newer, understood)
    if case.text is None or case.text.status != Status.DRAFT or not result.changes:
        return None
    return _take_over(case.text, reading, result.changes, text_fields(understood.cleaned, known))


def _keep(current: Reading, newer: Reading, understood: Understood) -> Reading:
    """Return the reading that is current from now on: the newer one if it says anything else, or
    the one that stands, with the evidence as it is now."""
    if told(current) != told_newly(newer, understood):
        _retire(current)
        newer.save()
        if newer.status == ReadingStatus.READ:
            store_hints([(newer, understood)])
        return newer
    differing = [name for name in EVIDENCE if getattr(current, name) != getattr(newer, name)]
    for name in differing:
        setattr(current, name, getattr(newer, name))
    if differing:
        current.save(update_fields=differing)
    return current


def _retire(reading: Reading) -> None:
    reading.is_current = False
    reading.save(update_fields=["is_current"])


def _take_over(
    text: Translation, reading: Reading, found: Sequence[Change], fields: dict
) -> Translation:
    """Let a draft say what is read now, where nothing speaks against it."""
    before = snapshot(text)
    taken = [change for change in found if not change.kept]
    for change in taken:
        for column in COLUMNS.get(change.field, (change.field,)):
            if change.field in OF_TEXT:
                setattr(text, column, fields[column])
        if change.field == "event_date":
            text.article.event_date = change.new
            text.article.save()
    text.reading, text.changed_at = reading, timezone.now()
    text.save()
    follow_edit(text, before)
    if any(change.field == "flags" for change in taken):
        _reconcile_flags(text, reading)
    if any(change.field == "body" for change in taken):
        _drop_open_pairs(text)
    if changed_fields(before, snapshot(text)):
        record(text, before=before, user=None, note=READ_AGAIN)
    return text


def _reconcile_flags(text: Translation, reading: Reading) -> None:
    """Raise what is newly doubted, unless an editor has answered it, and drop what no longer is.
    What an editor settled stays settled."""
    raised = {flag["kind"]: flag.get("values", {}) for flag in reading.flags}
    flags = {flag.kind: flag for flag in text.flags.filter(kind__in=FLAG_KINDS)}
    for kind, flag in flags.items():
        if flag.settled_at:
            continue
        if kind not in raised:
            flag.delete()
        elif flag.values != raised[kind]:
            flag.values = raised[kind]
            flag.save(update_fields=["values"])
    new = [kind for kind in raised if kind not in flags and not _is_answered(text, kind)]
    Flag.objects.bulk_create(Flag(translation=text, kind=kind, values=raised[kind]) for kind in new)


def _is_answered(text: Translation, kind: str) -> bool:
    answered = SETTLED_BY.get(kind)
    return bool(answered and answered(text))


def _drop_open_pairs(text: Translation) -> None:
    """Their evidence points at paragraphs that are others now; they are looked for again."""
    pairs = ArticleJudgement.objects.filter(
        Q(first=text.article_id) | Q(second=text.article_id), verdict=Verdict.UNDECIDED
    )
    for pair in pairs:
        if text.pk in pair.evidence.get("texts", []):
            pair.delete()
