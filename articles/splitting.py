"""Splitting what never belonged together: a text out of an article, a document out of a text; and
taking that back.

An article out of a story is `articles.stories`'; texts that a merge brought together are parted by
undoing it (`articles.merging`).
"""

import logging

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.attaching import attach_again, detach
from articles.choices import SplitKind, Verdict
from articles.directing import review
from articles.implying import LOCK, renew_implied
from articles.merged_texts import put_texts_back
from articles.models import (
    Article,
    ArticleJudgement,
    ArticleMerge,
    Attachment,
    Coverage,
    Split,
    Story,
    Translation,
)
from articles.publishing import NotAllowed
from articles.search import refresh
from ots_desk.implying import words_of_source
from ots_desk.judging import pair_of
from ots_desk.kept import Kept
from ots_desk.locks import hold, refusing_collisions
from ots_desk.merging import refuse_merged
from ots_desk.reversing import Refused, forget_undone, held_to_undo
from ots_desk.row_log import RowLog

logger = logging.getLogger(__name__)


class SplitNotAllowed(Refused):
    """It can't be taken out, or put back; the message says why."""


@refusing_collisions(SplitNotAllowed)
@transaction.atomic
def split_text(text: Translation, *, user, reason: str = "", are_different: bool = True) -> Split:
    """Take a text out of its article into a new one, with the texts that it replaced; names,
    revisions and further documents go along. Raises SplitNotAllowed.

    The two articles are remembered as different, unless the editor says otherwise: nobody is
    then asked about them again.
    """
    hold(LOCK)
    text = Translation.objects.get(pk=text.pk)  # a merge may have moved it since it was read
    article = Article.objects.select_for_update().get(pk=text.article_id)
    going = _going(text)
    made, log = Article.objects.create(), RowLog()
    log.made(made)
    _leave_stories(article, going, log)
    log.pointing(Translation.objects.filter(pk__in=going), "article", made.pk)
    if are_different:
        log.made(_remember_as_different(article, made, user))
    about = {"kind": SplitKind.TEXT, "article": article, "made": made, "translation": text}
    split = Split.keep(log, user=user, reason=reason, **about)
    renew_implied([article.pk, made.pk])
    refresh(going)
    review([article.pk, made.pk])
    logger.info("split text %s out of article %s into %s", text.pk, article.pk, made.pk)
    return split


@refusing_collisions(NotAllowed)
@transaction.atomic
def split_document(attachment: Attachment, *, user, reason: str = "") -> Split:
    """Make a draft of its own out of a further document of a text; the two are remembered as
    different. Raises NotAllowed where that was done already."""
    hold(LOCK)
    own = detach(attachment, user=user)
    text = attachment.translation
    about = {"article": text.article, "made": own.article, "translation": text}
    return Split.keep(RowLog(), kind=SplitKind.DOCUMENT, user=user, reason=reason, **about)


@refusing_collisions(SplitNotAllowed)
@transaction.atomic
def undo_split(split: Split, *, user) -> list[Kept]:
    """Put a text back into its article, or a document back to its text; returns what was left
    alone because it was changed since.

    Raises SplitNotAllowed where that was done already, or something later depends on it, and
    NotAllowed where somebody has worked on the draft that was made of a document.
    """
    hold(LOCK)
    split = held_to_undo(split, (ArticleMerge, Split), SplitNotAllowed)
    refuse_merged(split.article, SplitNotAllowed)
    _refuse_decided_since(split)
    articles = split.record_ids
    forget_undone(split.made_id, (ArticleMerge, Split))
    kept = _put_text_back(split, user) if split.kind == SplitKind.TEXT else _attach(split, user)
    split.refresh_from_db(fields=["made"])
    split.mark_undone(user)
    renew_implied(articles)
    refresh(Translation.objects.filter(article__in=articles).values_list("pk", flat=True))
    review(articles)
    logger.info("undid split %s", split.pk)
    return kept


def split_of(attachment: Attachment) -> Split | None:
    """How a further document became an article of its own; None where that isn't logged."""
    own = Translation.objects.filter(reading__document=attachment.document_id)
    splits = Split.objects.filter(kind=SplitKind.DOCUMENT, undone_at=None)
    return splits.filter(made__in=own.values("article")).first()


def _going(text: Translation) -> list[int]:
    """The ids of the text and of those that it replaced, at however many removes."""
    if text.replaced_by_id:
        raise SplitNotAllowed(_("This text was replaced; take out the one that stands."))
    others = text.article.translations.standing().exclude(pk=text.pk)
    if not others.exists():
        raise SplitNotAllowed(_("It is the only text of its article."))
    going = latest = [text.pk]
    while latest := list(
        Translation.objects.filter(replaced_by__in=latest).values_list("pk", flat=True)
    ):
        going = going + latest
    return going


def _leave_stories(article: Article, going: list[int], log: RowLog) -> None:
    """The new article stands in no story, so its text leads none."""
    led = Story.objects.filter(lead__in=going, coverage__article=article)
    log.pointing(Story.objects.filter(pk__in=led.values("pk")), "lead", None)


def _remember_as_different(article: Article, made: Article, user) -> ArticleJudgement:
    pair = pair_of(ArticleJudgement, article, made, proposed_verdict=Verdict.DIFFERENT)
    pair.decide_as(Verdict.DIFFERENT, user)
    return pair


def _refuse_decided_since(split: Split) -> None:
    """What was decided of the new article, or tells it in a story, would be of an empty one."""
    decided = _pairs_of_made(split).exclude(verdict=Verdict.UNDECIDED)
    if pair := decided.exclude(pk__in=_parting(split)).first():
        raise SplitNotAllowed(
            _("%(decision)s. That was decided since; open the pair again first.")
            % {"decision": words_of_source(pair)},
            blocking=pair,
        )
    if told := Coverage.objects.filter(article=split.made_id).select_related("story").first():
        raise SplitNotAllowed(
            _("The story “%(story)s” tells the new article since; take it out first.")
            % {"story": told.story},
            blocking=told.story,
        )


def _pairs_of_made(split: Split) -> models.QuerySet:
    return ArticleJudgement.objects.filter(Q(first=split.made_id) | Q(second=split.made_id))


def _parting(split: Split) -> models.QuerySet:
    """That the two are different goes with the split, whoever has said it."""
    both = Q(first__in=split.record_ids, second__in=split.record_ids)
    return _pairs_of_made(split).filter(both, verdict=Verdict.DIFFERENT)


def _put_text_back(split: Split, user) -> list[Kept]:
    """What the machine proposed of the new article meanwhile is no use of it. Where it can't go,
    because an editor has given it topics, it leads to the one that has the text again."""
    _pairs_of_made(split).filter(verdict=Verdict.UNDECIDED).delete()
    _parting(split).delete()
    kept = put_texts_back(split.rows, user=user)
    left = Article.objects.filter(pk=split.made_id, translations=None).first()
    if left:
        left.merged_into_id = split.article_id
        left.save()
    return kept


def _attach(split: Split, user) -> list[Kept]:
    own = Translation.objects.filter(article=split.made_id, reading__isnull=False).first()
    if own is None:
        raise SplitNotAllowed(_("Its text stands in another article by now."))
    attach_again(Attachment.objects.get(document=own.reading.document_id), user=user)
    return []
