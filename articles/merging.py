"""Merging two articles into one, and taking that back.

Whether two articles belong together is `articles.judging`'s; the machinery is `ots_desk.merging`.
"""

import logging
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from articles.choices import Status
from articles.implying import LOCK, refuse_contradiction, renew_implied
from articles.models import Article, ArticleJudgement, ArticleMerge, Split, Translation
from articles.search import refresh
from ots_desk.bonds import Kind
from ots_desk.kept import Kept
from ots_desk.locks import hold
from ots_desk.merging import MergeNotAllowed, basic_refusals
from ots_desk.relations import JOIN, MOVE, STAY, move_rows
from ots_desk.reversing import Reversible, check_undoable, put_back
from ots_desk.row_log import RowLog

logger = logging.getLogger(__name__)

# Every relation of an article, by the name under which an article knows it. A test walks the
# models and fails when one is missing here.
RELATIONS = {
    "translations": MOVE,
    "topics": JOIN,
    "about": JOIN,
    "merged": STAY,
    "coverage": JOIN,
    "splits": STAY,
    "split_from": STAY,
    "judgements_as_first": STAY,
    "judgements_as_second": STAY,
    "merges_as_survivor": STAY,
    "merges_as_duplicate": STAY,
}


@dataclass(frozen=True)
class Retirement:
    """Two texts in one language: `retired` gives way to `kept`, and nothing is deleted."""

    kept: Translation
    retired: Translation


@dataclass(frozen=True)
class MergePlan:
    """What a merge would do. `moving` are all texts of the duplicate, retired ones included."""

    survivor: Article
    duplicate: Article
    moving: list[Translation]
    retirements: list[Retirement]


@dataclass(frozen=True)
class UndoResult:
    """What an undo left alone, because it was changed since the merge."""

    kept: list[Kept]


def choose_survivor(one: Article, other: Article) -> tuple[Article, Article]:
    """Return (survivor, duplicate): the one that readers already know, else the older one,
    because others may cite its address."""

    def rank(article: Article) -> tuple[bool, int]:
        is_known = article.translations.filter(first_published_at__isnull=False).exists()
        return not is_known, article.pk

    return tuple(sorted((one, other), key=rank))


def plan_merge(survivor: Article, duplicate: Article) -> MergePlan:
    """Return what merging `duplicate` into `survivor` would do; raises MergeNotAllowed."""
    for refusal in basic_refusals(survivor, duplicate):
        raise MergeNotAllowed(refusal)
    moving = list(duplicate.translations.all())
    return MergePlan(survivor, duplicate, moving, _retirements(survivor, moving))


def _retirements(survivor: Article, moving: list[Translation]) -> list[Retirement]:
    own = {text.language: text for text in survivor.translations.standing()}
    pairs = [
        (own[text.language], text)
        for text in moving
        if text.language in own and not text.replaced_by_id
    ]
    return [_retirement(mine, theirs) for mine, theirs in pairs]


def _retirement(mine: Translation, theirs: Translation) -> Retirement:
    """The survivor's text stays, unless only the other one is published."""
    if theirs.status == Status.PUBLISHED != mine.status:
        return Retirement(kept=theirs, retired=mine)
    return Retirement(kept=mine, retired=theirs)


@transaction.atomic
def merge(
    survivor: Article,
    duplicate: Article,
    *,
    user,
    reason: str = "",
    judgement: ArticleJudgement | None = None,
) -> ArticleMerge:
    """Merge `duplicate` into `survivor`, all or nothing; raises MergeNotAllowed.

    The survivor gets all texts; where both have one in a language, one is retired by the other
    (see `_retirement`). Topics and tags are united, an event date is taken over where the
    survivor has none. The duplicate keeps its id and leads to the survivor.
    """
    hold(LOCK)
    survivor, duplicate = _lock(survivor, duplicate)
    plan, log = plan_merge(survivor, duplicate), RowLog()
    refuse_contradiction(survivor.pk, duplicate.pk, Kind.SAME)
    # Retiring comes first: "one text per language" holds at every moment.
    for retirement in plan.retirements:
        log.touching(retirement.retired)
        retirement.retired.replaced_by = retirement.kept
        retirement.retired.save()
    move_rows(survivor, duplicate, RELATIONS, log)
    log.touching(survivor, duplicate)
    if duplicate.event_date and not survivor.event_date:
        survivor.event_date = duplicate.event_date
        survivor.save()
    duplicate.merged_into = survivor
    duplicate.save()
    done = ArticleMerge.objects.create(
        survivor=survivor,
        duplicate=duplicate,
        judgement=judgement,
        reason=reason[: ArticleMerge._meta.get_field("reason").max_length],
        rows=log.rows(),
        made_by=user,
    )
    refresh([text.pk for text in survivor.translations.all()])
    renew_implied([survivor.pk, duplicate.pk])
    logger.info("merged article %s into %s", duplicate.pk, survivor.pk)
    return done


@transaction.atomic
def undo_merge(done: ArticleMerge, *, user) -> UndoResult:
    """Take a merge back: every row and value as it was, except what was changed since.

    Raises MergeNotAllowed where it was already undone, or a later merge depends on it.
    """
    hold(LOCK)
    done = ArticleMerge.objects.select_for_update().get(pk=done.pk)
    survivor, duplicate = _lock(done.survivor, done.duplicate)
    check_undoable(done, _later_than(done), MergeNotAllowed)
    kept = put_back(done.rows)
    if done.judgement:  # the decision is taken back with its merge
        done.judgement.reopen()
    done.mark_undone(user)
    refresh(_texts_of(survivor, duplicate))
    renew_implied([survivor.pk, duplicate.pk])
    logger.info("undid the merge of article %s into %s", duplicate.pk, survivor.pk)
    return UndoResult(kept)


def _lock(*articles: Article) -> list[Article]:
    """Fetch the articles again, locked in the order of their ids so that two merges of the same
    pair wait for each other and never deadlock."""
    ids = sorted(article.pk for article in articles)
    rows = Article.objects.select_for_update().filter(pk__in=ids).order_by("pk").in_bulk()
    return [rows[article.pk] for article in articles]


def _later_than(done: ArticleMerge) -> list[Reversible]:
    """What was done since with one of the two articles, and still holds."""
    both = [done.survivor_id, done.duplicate_id]
    merges = ArticleMerge.objects.filter(Q(survivor__in=both) | Q(duplicate__in=both))
    splits = Split.objects.filter(Q(article__in=both) | Q(made__in=both))
    return [
        later
        for rows in (merges, splits)
        for later in rows.filter(undone_at__isnull=True, made_at__gt=done.made_at)
    ]


def _texts_of(*articles: Article) -> list[int]:
    return list(Translation.objects.filter(article__in=articles).values_list("pk", flat=True))
