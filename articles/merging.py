"""Merging two articles into one, and taking that back.

What a merge would do is planned in `articles.merge_plans`; whether two articles belong together is
`articles.judging`'s; the machinery is `ots_desk.merging`.
"""

import logging
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from articles.directing import review
from articles.implying import LOCK, refuse_contradiction, refusing_conflicts, renew_implied
from articles.merge_plans import RELATIONS, ArticleMergePlan, plan_merge
from articles.merged_texts import put_texts_back, write_text_choices
from articles.models import Article, ArticleJudgement, ArticleMerge, Split, Translation
from articles.search import refresh
from articles.stories import LOCK as STORIES
from articles.stories import join_stories
from ots_desk.bonds import Kind
from ots_desk.kept import Kept
from ots_desk.locks import hold, refusing_collisions
from ots_desk.merging import Choices, MergeNotAllowed, basic_refusals, write_choices
from ots_desk.relations import move_rows
from ots_desk.reversing import held_to_undo
from ots_desk.row_log import RowLog

logger = logging.getLogger(__name__)


def choose_survivor(one: Article, other: Article) -> tuple[Article, Article]:
    """Return (survivor, duplicate): the one that readers already know, else the older one,
    because others may cite its address."""

    def rank(article: Article) -> tuple[bool, int]:
        is_known = article.translations.filter(first_published_at__isnull=False).exists()
        return not is_known, article.pk

    return tuple(sorted((one, other), key=rank))


@refusing_collisions(MergeNotAllowed)
@transaction.atomic
def merge(
    survivor: Article,
    duplicate: Article,
    *,
    user,
    reason: str = "",
    judgement: ArticleJudgement | None = None,
    choices: Choices | None = None,
    seen: str = "",
) -> ArticleMerge:
    """Merge `duplicate` into `survivor`, all or nothing; raises MergeNotAllowed.

    The survivor gets all texts; where both have one in a language, one is retired by the other:
    the published one stands, else one with a headline of its own, else the survivor's. Topics,
    tags and stories are united, and the stories that the two stood in become one; an event date
    is taken over where the survivor has none. `choices` say otherwise, field by field. The
    duplicate keeps its id and leads to the survivor.
    """
    hold(LOCK)
    hold(STORIES)
    survivor, duplicate = _lock(survivor, duplicate)
    plan, log = plan_merge(survivor, duplicate, choices), RowLog()
    _check(plan, seen)
    _carry_out(plan, choices or {}, user, log)
    about = {"survivor": survivor, "duplicate": duplicate, "judgement": judgement}
    done = ArticleMerge.keep(log, user=user, reason=reason, **about)
    refresh(_texts_of(survivor))
    renew_implied([survivor.pk, duplicate.pk])
    review([survivor.pk])
    logger.info("merged article %s into %s", duplicate.pk, survivor.pk)
    return done


@refusing_collisions(MergeNotAllowed)
@transaction.atomic
def undo_merge(done: ArticleMerge, *, user) -> list[Kept]:
    """Take a merge back: every row and value as it was; returns what was left alone because it
    was changed since.

    Raises MergeNotAllowed where it was already undone, or something later depends on it.
    """
    hold(LOCK)
    hold(STORIES)
    done = held_to_undo(done, (ArticleMerge, Split), MergeNotAllowed)
    survivor, duplicate = _lock(done.survivor, done.duplicate)
    with refusing_conflicts([survivor.pk, duplicate.pk]):
        kept = put_texts_back(done.rows, user=user)
        _refuse_empty(done)
        if done.judgement:  # the decision is taken back with its merge
            done.judgement.reopen()
        done.mark_undone(user)
    refresh(_texts_of(survivor, duplicate))
    renew_implied([survivor.pk, duplicate.pk])
    review([survivor.pk, duplicate.pk])
    logger.info("undid the merge of article %s into %s", duplicate.pk, survivor.pk)
    return kept


def _refuse_empty(done: ArticleMerge) -> None:
    """Raise MergeNotAllowed where the survivor's own text was taken out, before or since, and it
    is left without any."""
    if done.survivor.translations.exists():
        return
    splits = Split.objects.filter(article=done.survivor, undone_at=None).exclude(translation=None)
    split = splits.order_by("made_at").last()
    raise MergeNotAllowed(
        _("“%(split)s” has left the article no other text; undo that one first.")
        % {"split": split},
        blocking=split,
    )


def _check(plan: ArticleMergePlan, seen: str) -> None:
    for refusal in basic_refusals(plan.survivor, plan.duplicate):
        raise MergeNotAllowed(refusal)
    refuse_contradiction(plan.survivor.pk, plan.duplicate.pk, Kind.SAME)
    if seen and seen != plan.state:
        raise MergeNotAllowed(
            _("Somebody has changed one of the two since you looked. Look at the preview again.")
        )


def _carry_out(plan: ArticleMergePlan, choices: Choices, user, log: RowLog) -> None:
    survivor, duplicate = plan.survivor, plan.duplicate
    # Retiring comes first: "one text per language" holds at every moment.
    for conflict in plan.conflicts:
        log.touching(conflict.retired)
        conflict.retired.replaced_by = conflict.kept
        conflict.retired.save()
    move_rows(survivor, duplicate, RELATIONS, log)
    join_stories(survivor, log)
    log.touching(survivor, duplicate)
    if write_choices(survivor, plan.differences, choices):
        survivor.save()
    duplicate.merged_into = survivor
    duplicate.save()
    for conflict in plan.conflicts:
        write_text_choices(conflict, choices, user=user, log=log)


def _lock(*articles: Article) -> list[Article]:
    """Fetch the articles again, with their texts, locked in the order of their ids so that two
    merges wait for each other and never deadlock."""
    ids = sorted(article.pk for article in articles)
    rows = Article.objects.select_for_update().filter(pk__in=ids).order_by("pk").in_bulk()
    list(Translation.objects.select_for_update().filter(article__in=ids).order_by("pk").only("pk"))
    return [rows[article.pk] for article in articles]


def _texts_of(*articles: Iterable[Article]) -> list[int]:
    return list(Translation.objects.filter(article__in=articles).values_list("pk", flat=True))
