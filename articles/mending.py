"""Taking in by hand what the rules could not read, or reading a draft's document again.

What an editor's choices give is `articles.importing.by_hand`, which is pure.
"""

import logging

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.choices import Outcome, Status
from articles.editing import check_language_is_free, save_text
from articles.importing import CleanedDocument
from articles.importing.by_hand import STATED, CannotMend, Choices, mend
from articles.importing.known_outlets import KnownOutlets, load_outlets
from articles.importing.store import TakenIn, store_readings, text_fields
from articles.importing.understanding import Understood, as_cleaned, make_reading, page_of
from articles.matching.proposing import propose_pairs
from articles.models import Document, Reading, Translation
from articles.publishing import NotAllowed
from articles.recognising import recognise
from articles.revisions import MENDED, record

logger = logging.getLogger(__name__)

REFUSALS = {
    "no body": gettext_lazy("Between these lines there is nothing that could be a body."),
    "order": gettext_lazy("The last line of the body stands before its first."),
    "no such line": gettext_lazy("The document has no such line."),
}
# The fields of a text that an editor has stated by choosing lines and filling in the rest.
_OF_TEXT = {name: name for name in STATED} | {"url": "source_url"}


def understand_by_hand(reading: Reading, choices: Choices) -> CleanedDocument:
    """Return what the desk would understand; stores nothing.

    Raises NotAllowed with the reason why the choices give no text.
    """
    raw = page_of(reading).text
    before = as_cleaned(reading)
    try:
        return mend(raw, before, choices, load_outlets().outlets)
    except CannotMend as refusal:
        raise NotAllowed(str(REFUSALS[refusal.code])) from refusal


def reading_by_hand(reading: Reading, choices: Choices) -> Reading:
    """The unsaved reading that the choices make of the document of `reading`."""
    cleaned = understand_by_hand(reading, choices)
    return make_reading(reading.document, Understood(page_of(reading), cleaned))


@transaction.atomic
def take_in_by_hand(
    reading: Reading, choices: Choices, *, user, version: int | None = None
) -> TakenIn:
    """Take a document in as an editor has read it: a reading in the editor's name, and an article
    with a draft, or the draft that it has already, renewed.

    A text that the desk has already is not doubled: the document is then attached to it. Raises
    NotAllowed where the choices give no text, where the document has been read anew since
    `reading`, where its draft is no longer the `version` that the editor has seen, or where its
    text is no draft any more.
    """
    document = Document.objects.select_for_update().get(pk=reading.document_id)
    if not Reading.objects.filter(pk=reading.pk, is_current=True).exists():
        raise NotAllowed(
            _("Somebody has read this document since you opened it. Look at it again.")
        )
    text = check_may_mend(document)
    if text and version is not None and text.version != version:
        raise NotAllowed(_("Somebody has changed the text since you opened it. Look at it again."))
    cleaned = understand_by_hand(reading, choices)
    understood = Understood(page_of(reading), cleaned)
    newer = make_reading(document, understood)
    newer.made_by = user
    Reading.objects.filter(pk=reading.pk).update(is_current=False)
    known = load_outlets()
    if text:
        taken = _renew(text, newer, text_fields(cleaned, known), stated_fields(choices), user)
    else:
        taken = _take_in(newer, understood, known, stated_fields(choices), user)
    logger.info("document %s was read by hand", document.pk)
    return taken


def check_may_mend(document: Document) -> Translation | None:
    """Return the draft that was made of the document, None where it has no text yet.

    Raises NotAllowed where it can't be read by hand (any more).
    """
    text = Translation.objects.filter(reading__document=document).order_by("-pk").first()
    if text and (text.status != Status.DRAFT or text.replaced_by_id):
        raise NotAllowed(_("The text of this document is no draft any more; edit the text itself."))
    if hasattr(document, "attachment") and not document.attachment.detached_at:
        raise NotAllowed(
            _("The document belongs to a text that the desk has; make it another article first.")
        )
    return text


def stated_fields(choices: Choices) -> list[str]:
    """The fields of the text that an editor answers for, by lines or in words."""
    from_line = {"headline"} if choices.headline_line else set()
    return sorted({"body", *from_line, *(_OF_TEXT[name] for name in choices.stated)})


def _take_in(
    newer: Reading, understood: Understood, known: KnownOutlets, stated: list[str], user
) -> TakenIn:
    [taken] = store_readings([(newer, understood)], known)
    if text := taken.text:
        text.edited_fields = stated
        text.save()
        recognise([text])
        propose_pairs([text])
        record(text, before=None, user=user, note=MENDED)
    return taken


def _renew(text: Translation, newer: Reading, fields: dict, stated: list[str], user) -> TakenIn:
    """What was stated replaces even what somebody had edited; the rest only what nobody has."""
    newer.save()
    for name, value in fields.items():
        field = name.removesuffix("_id")
        if field in stated or field not in text.edited_fields:
            setattr(text, name, value)
    check_language_is_free(text.article, text.language, own=text)
    text.reading = newer
    if save_text(text, user=user, note=MENDED) is None:
        text.save()
    return TakenIn(newer, Outcome.UNCHANGED, text)
