"""Merging two articles into one, and taking that back.

Whether two articles belong together is `articles.judging`'s; the machinery is `ots_desk.merging`.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models, transaction
from django.utils.translation import gettext as _

from articles.choices import Status
from articles.models import Article, ArticleJudgement, ArticleMerge, Coverage, Translation
from articles.search import refresh
from ots_desk.merging import Handling, MergeNotAllowed
from ots_desk.reversing import Kept, put_back
from ots_desk.row_log import RowLog

logger = logging.getLogger(__name__)

# Every relation of an article, by the name under which an article knows it. A test walks the
# models and fails when one is missing here.
RELATIONS = {
    "translations": Handling.MOVE,
    "topics": Handling.JOIN,
    "about": Handling.JOIN,
    "merged": Handling.STAY,
    "coverage": Handling.JOIN,
    "splits": Handling.STAY,
    "split_from": Handling.STAY,
    "judgements_as_first": Handling.STAY,
    "judgements_as_second": Handling.STAY,
    "merges_as_survivor": Handling.STAY,
    "merges_as_duplicate": Handling.STAY,
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
    if survivor.pk == duplicate.pk:
        raise MergeNotAllowed(_("An article can't be merged with itself."))
    for article in (survivor, duplicate):
        if article.merged_into_id:
            raise MergeNotAllowed(
                _("Article %(id)s was already merged into article %(into)s.")
                % {"id": article.pk, "into": article.merged_into_id}
            )
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
    survivor, duplicate = _lock(survivor, duplicate)
    plan, log = plan_merge(survivor, duplicate), RowLog()
    # Retiring comes first: "one text per language" holds at every moment.
    for retirement in plan.retirements:
        _point([retirement.retired], "replaced_by", retirement.kept, log)
    _point(plan.moving, "article", survivor, log)
    for name in _joined():
        _join(name, survivor, duplicate, log)
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
    logger.info("merged article %s into %s", duplicate.pk, survivor.pk)
    return done


@transaction.atomic
def undo_merge(done: ArticleMerge, *, user) -> UndoResult:
    """Take a merge back: every row and value as it was, except what was changed since.

    Raises MergeNotAllowed where it was already undone, or a later merge depends on it.
    """
    done = ArticleMerge.objects.select_for_update().get(pk=done.pk)
    survivor, duplicate = _lock(done.survivor, done.duplicate)
    _check_undoable(done)
    kept = put_back(done.rows)
    if done.judgement:  # the decision is taken back with its merge
        done.judgement.reopen()
    done.mark_undone(user)
    refresh(_texts_of(survivor, duplicate))
    logger.info("undid the merge of article %s into %s", duplicate.pk, survivor.pk)
    return UndoResult(kept)


def _lock(*articles: Article) -> list[Article]:
    """Fetch the articles again, locked in the order of their ids so that two merges of the same
    pair wait for each other and never deadlock."""
    ids = sorted(article.pk for article in articles)
    rows = Article.objects.select_for_update().filter(pk__in=ids).order_by("pk").in_bulk()
    return [rows[article.pk] for article in articles]


def _joined() -> list[str]:
    return [name for name, handling in RELATIONS.items() if handling is Handling.JOIN]


def _point(rows: Iterable[models.Model], field: str, target: models.Model, log: RowLog) -> None:
    for row in rows:
        log.touching(row)
        setattr(row, field, target)
        row.save()


def _join(name: str, survivor: Article, duplicate: Article, log: RowLog) -> None:
    """Rows between the article and something else: the survivor's from now on, but for those
    that it has itself."""
    through, field, other = _between(name)
    own = set(through.objects.filter(**{field: survivor}).values_list(other, flat=True))
    rows = through.objects.filter(**{field: duplicate}).exclude(**{f"{other}__in": own})
    _point(rows, field, survivor, log)


def _between(name: str) -> tuple[type[models.Model], str, str]:
    """The model of the rows, their field for the article and that for the other side."""
    if name == "coverage":
        return Coverage, "article", "story"
    field = Article._meta.get_field(name)
    return field.remote_field.through, field.m2m_field_name(), field.m2m_reverse_field_name()


def _check_undoable(done: ArticleMerge) -> None:
    if done.is_undone:
        raise MergeNotAllowed(_("This merge was already undone."))
    later = ArticleMerge.objects.filter(undone_at__isnull=True, pk__gt=done.pk)
    for other in later.filter(survivor_id__in=[done.survivor_id]) | later.filter(
        duplicate_id=done.survivor_id
    ):
        if other.duplicate_id == done.survivor_id or other.depends_on(done):
            raise MergeNotAllowed(
                _(
                    "The later merge of article %(duplicate)s into %(survivor)s depends on this "
                    "one; undo that one first."
                )
                % {"duplicate": other.duplicate_id, "survivor": other.survivor_id}
            )


def _texts_of(*articles: Article) -> list[int]:
    return list(Translation.objects.filter(article__in=articles).values_list("pk", flat=True))
