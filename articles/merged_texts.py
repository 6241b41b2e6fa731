"""Of two texts in one language the one that stands, with the values that an editor has chosen; and
texts put back as they were, with their names.

Which texts meet, and what differs, is planned in `articles.merge_plans`.
"""

from collections.abc import Iterable

from articles.choices import MentionField, MentionStatus
from articles.editing import save_text
from articles.matching.proposing import propose_pairs
from articles.merge_plans import TextConflict
from articles.models import Mention, Translation
from articles.revisions import MERGED, UNMERGED, changed_fields, record, snapshot
from ots_desk.kept import Kept
from ots_desk.merging import Choices, write_choices
from ots_desk.putting_back import put_back
from ots_desk.row_log import RowLog, plain

# A field of a text in which names stand: the text's id and the field's name.
Place = tuple[int, str]


def write_text_choices(conflict: TextConflict, choices: Choices, *, user, log: RowLog) -> None:
    """Save the text that stands with the values chosen for it, as an edit: names follow the
    words, and a revision is written. Raises MergeNotAllowed where a value isn't possible."""
    text = Translation.objects.select_related("article", "source", "agency").get(
        pk=conflict.kept.pk
    )
    if not write_choices(text, conflict.differences, choices):
        return
    stored = Translation.objects.get(pk=text.pk)
    log.touching(stored, *stored.flags.all(), *stored.mentions.all())
    save_text(text, user=user, note=MERGED)
    log.made(*text.mentions.all())  # those that were there are noted already


def put_texts_back(rows: list[dict], *, user) -> list[Kept]:
    """Take the changes of a merge or split back; the names of a field that somebody has edited
    since stay where they are now. A text whose words go back gets a revision, and is compared with
    others again."""
    texts = _stored_texts(rows)
    before = {pk: snapshot(text) for pk, text in texts.items()}
    edited = set(_edited_since(rows, texts))
    kept = put_back(row for row in rows if not _is_of_names_in(row, edited))
    now = _stored_texts(rows)
    changed = [text for pk, text in now.items() if changed_fields(before[pk], snapshot(text))]
    for text in changed:
        _break_lost_names(text)
        record(text, before=before[text.pk], user=user, note=UNMERGED)
    propose_pairs(changed)
    return kept


def _stored_texts(rows: Iterable[dict]) -> dict[int, Translation]:
    """The texts that were changed one by one: those whose words may have been."""
    label = Translation._meta.label
    ids = [row["pk"] for row in rows if row["model"] == label and "pk" in row]
    return Translation.objects.select_related("source", "agency").in_bulk(ids)


def _edited_since(rows: Iterable[dict], texts: dict[int, Translation]) -> Iterable[Place]:
    for row in rows:
        text = texts.get(row.get("pk")) if row["model"] == Translation._meta.label else None
        for name in MentionField.values if text else ():
            after = row["after"].get(name)
            if after is not None and plain(text._meta.get_field(name), text) != after:
                yield text.pk, name


def _is_of_names_in(row: dict, edited: set[Place]) -> bool:
    """Is it a mention in one of these fields?"""
    if not edited or row["model"] != Mention._meta.label or "pk" not in row:
        return False
    values = {**(row["before"] or {}), **(row["after"] or {})}
    if "translation_id" not in values:
        found = Mention.objects.filter(pk=row["pk"]).values("translation_id", "field").first()
        values |= found or {"translation_id": None, "field": ""}
    return (values["translation_id"], values["field"]) in edited


def _break_lost_names(text: Translation) -> None:
    """Names that somebody marked since in words that are gone again."""
    lost = [
        mention.pk
        for mention in text.mentions.exclude(status=MentionStatus.REJECTED)
        if getattr(text, mention.field)[mention.start : mention.end] != mention.text
    ]
    Mention.objects.filter(pk__in=lost).update(status=MentionStatus.BROKEN)
