"""Further documents of a text: tell them apart again, settle versions, show what they change.

What the import attaches, and why, is `articles.importing.known_texts`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.choices import Relation, Verdict
from articles.importing.known_outlets import load_outlets
from articles.importing.store import store_texts, text_fields
from articles.importing.understanding import as_cleaned
from articles.matching.proposing import propose_pairs
from articles.models import Article, ArticleJudgement, Attachment, Reading, Translation
from articles.publishing import NotAllowed
from articles.recognising import recognise
from articles.traces import traces_on
from ots_desk.judging import pair_of
from ots_desk.paragraphs import paragraphs_of

# What the desk proposes of two articles that were one text with a further document.
PROPOSED = {Relation.COPY: Verdict.DUPLICATE, Relation.VERSION: Verdict.NEW_VERSION}
# Fields that a version can print otherwise; the body is compared by paragraphs.
COMPARED = (
    *("headline", "deck", "dateline", "byline", "credit", "caption", "source", "agency", "via"),
    *("source_url", "published", "published_time", "zone"),
)


@dataclass(frozen=True)
class Change:
    """A paragraph or a field as the desk has it and as the document has it; None where one of
    the two lacks it. `field` is empty for a paragraph."""

    ours: str | None
    theirs: str | None
    field: str = ""

    @property
    def is_none(self) -> bool:
        """Is it the same in both?"""
        return self.ours == self.theirs


@dataclass(frozen=True)
class Difference:
    """What a further document says otherwise than the desk's text: all paragraphs, in order, and
    the fields that differ."""

    paragraphs: tuple[Change, ...]
    fields: tuple[Change, ...]


@transaction.atomic
def detach(attachment: Attachment, *, user) -> Translation:
    """Another article: the document becomes a draft of its own, and the two articles are
    remembered as different, so that nobody is asked about them. Returns the draft.

    Raises NotAllowed where that was done already, and Contradiction where decisions say that the
    two are one.
    """
    attachment = _held(attachment)
    if attachment.detached_at:
        raise NotAllowed(_("This document has become an article of its own already."))
    reading = _reading_of(attachment)
    [text] = store_texts([(reading, as_cleaned(reading))], load_outlets())
    attachment.detached_at, attachment.detached_by = timezone.now(), user
    attachment.save()
    _remember_as_different(attachment, text.article, user)
    recognise([text])
    propose_pairs([text])
    return text


@transaction.atomic
def attach_again(attachment: Attachment, *, user) -> None:
    """Take "another article" back: the draft that it made goes, with its names and pairs.

    Raises NotAllowed where somebody has worked on that article since; the two can be merged.
    """
    attachment = _held(attachment)
    text = Translation.objects.filter(reading__document=attachment.document_id).first()
    if not attachment.detached_at or text is None:
        raise NotAllowed(_("This document is attached."))
    _check_untouched(text)
    text.article.delete()
    attachment.detached_at = attachment.detached_by = None
    attachment.save()


@transaction.atomic
def settle_version(attachment: Attachment, *, user) -> None:
    """An editor has compared the version with the desk's text and is done with it.

    Raises NotAllowed for what is no open version.
    """
    attachment = _held(attachment)
    is_open = not (attachment.settled_at or attachment.detached_at)
    if attachment.relation != Relation.VERSION or not is_open:
        raise NotAllowed(_("There is no open version to settle."))
    attachment.settled_at, attachment.settled_by = timezone.now(), user
    attachment.save()


@transaction.atomic
def reopen_version(attachment: Attachment) -> None:
    """Take settling back."""
    attachment = _held(attachment)
    attachment.settled_at = attachment.settled_by = None
    attachment.save()


def difference(attachment: Attachment) -> Difference:
    """Compare what the further document brings with the desk's text as it now stands."""
    theirs = Translation(**text_fields(as_cleaned(_reading_of(attachment)), load_outlets()))
    ours = attachment.translation
    return Difference(
        tuple(compare_paragraphs(paragraphs_of(ours.body), paragraphs_of(theirs.body))),
        tuple(_different_fields(ours, theirs)),
    )


def compare_paragraphs(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Change]:
    """Yield the paragraphs of both in order, those that stand for each other side by side."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for _what, start, end, other_start, other_end in matcher.get_opcodes():
        sides = zip_longest(ours[start:end], theirs[other_start:other_end])
        yield from (Change(*side) for side in sides)


def _different_fields(ours: Translation, theirs: Translation) -> Iterator[Change]:
    for name in COMPARED:
        change = Change(_printed(ours, name), _printed(theirs, name), name)
        if not change.is_none:
            yield change


def _printed(text: Translation, name: str) -> str | None:
    """A proposed headline is printed nowhere."""
    if name == "headline" and text.headline_is_proposed:
        return None
    return str(getattr(text, name) or "") or None


def _held(attachment: Attachment) -> Attachment:
    """The attachment as it now stands, held until the transaction ends."""
    return Attachment.objects.select_for_update().get(pk=attachment.pk)


def _reading_of(attachment: Attachment) -> Reading:
    return Reading.objects.get(document=attachment.document_id, is_current=True)


def _remember_as_different(attachment: Attachment, article: Article, user) -> None:
    ours = Translation.objects.get(pk=attachment.translation_id).article.survivor()
    proposed = PROPOSED[attachment.relation]
    pair = pair_of(ArticleJudgement, ours, article, proposed_verdict=proposed)
    pair.decide_as(Verdict.DIFFERENT, user)


def _check_untouched(text: Translation) -> None:
    if traces := list(traces_on(text)):
        raise NotAllowed(
            _(
                "Somebody has worked on that article since: %(what)s. Merge the two as "
                "duplicates instead."
            )
            % {"what": "; ".join(traces)}
        )
