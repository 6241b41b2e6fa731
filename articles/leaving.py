"""Taking an article out of a story, with the decisions that had told it there; and putting it in
again.

Telling together is `articles.stories`; whether two tell one event is `articles.judging`'s.
"""

import logging

from django.db import transaction
from django.utils.translation import gettext as _

from articles.choices import Container, SplitKind, Verdict
from articles.implying import LOCK as JUDGEMENTS
from articles.implying import pairs_of_articles, refusing_conflicts, renew_implied
from articles.models import ArticleJudgement, ArticleMerge, Coverage, Split
from articles.stories import LOCK, StoryNotAllowed, refuse_two_homes, refuse_what_is_apart
from ots_desk.implying import Surroundings
from ots_desk.kept import Kept
from ots_desk.locks import hold, refusing_collisions
from ots_desk.merging import refuse_merged
from ots_desk.putting_back import put_back
from ots_desk.reversing import held_to_undo
from ots_desk.row_log import RowLog

logger = logging.getLogger(__name__)


@refusing_collisions(StoryNotAllowed)
@transaction.atomic
def take_out(coverage: Coverage, *, user, reason: str = "") -> Split:
    """Take an article out of a story; `put_in_again` takes that back.

    Decisions that told it together with others of the story say "different" from then on: the
    editor has just answered these pairs. What a digest contains stays decided when that leaves.
    Raises StoryNotAllowed, and Contradiction where other decisions hold it in the story.
    """
    hold(JUDGEMENTS)
    hold(LOCK)
    standing = Coverage.objects.filter(story__merged_into=None)
    found = standing.select_related("story", "article").filter(pk=coverage.pk).first()
    if not found:
        raise StoryNotAllowed(_("The article is no longer in this story."))
    log, concerned = RowLog(), _articles_of(found)
    with refusing_conflicts(concerned):
        for judgement in _told_by(found):
            log.touching(judgement)
            judgement.rows = []
            judgement.decide_as(Verdict.DIFFERENT, user, reason)
        log.touching(found)
        found.delete()
    about = {"kind": SplitKind.STORY, "article": found.article, "story": found.story}
    split = Split.keep(log, user=user, reason=reason, **about)
    renew_implied(concerned)
    logger.info("took article %s out of story %s", found.article_id, found.story_id)
    return split


@refusing_collisions(StoryNotAllowed)
@transaction.atomic
def put_in_again(split: Split, *, user) -> list[Kept]:
    """Undo `take_out`, with the decisions as they were; returns what was left alone because it
    was changed since.

    Raises StoryNotAllowed where that was done already or the article or the story isn't what it
    was, and Contradiction where decisions made since keep it out.
    """
    hold(JUDGEMENTS)
    hold(LOCK)
    split = held_to_undo(split, (ArticleMerge, Split), StoryNotAllowed)
    _check_may_return(split)
    concerned = [split.article_id, *split.story.coverage.values_list("article", flat=True)]
    with refusing_conflicts(concerned):
        kept = put_back(split.rows)
    _check_told(split)
    refuse_what_is_apart(split.story, split.article)
    split.mark_undone(user)
    renew_implied(concerned)
    return kept


def refuse_taken_out(judgement: ArticleJudgement) -> None:
    """Raise StoryNotAllowed where a decision says what it does since an article was taken out of
    a story: it is taken back with that."""
    later = Split.objects.filter(kind=SplitKind.STORY, made_at__gte=judgement.decided_at)
    split = later.order_by("made_at").first()
    if split and not split.is_undone and judgement.pk in _decisions_of(split):
        raise StoryNotAllowed(
            _("“%(article)s” was taken out of the story; put it in again, and this is undone.")
            % {"article": split.article},
            blocking=split,
        )


def _check_told(split: Split) -> None:
    """What is decided again to tell one story is told in it, the other article too."""
    for judgement in ArticleJudgement.objects.filter(pk__in=_decisions_of(split)):
        ends = {judgement.first.survivor(), judgement.second.survivor()}
        for other in ends - {split.article}:
            later = Split.objects.filter(story=split.story, article=other, undone_at=None)
            if not split.story.coverage.filter(article=other).exists():
                raise StoryNotAllowed(
                    _("“%(article)s” was taken out of the story since; undo that first.")
                    % {"article": other},
                    blocking=later.first(),
                )


def _decisions_of(split: Split) -> set[int]:
    label = ArticleJudgement._meta.label
    return {row["pk"] for row in split.rows if row["model"] == label}


def _articles_of(coverage: Coverage) -> set[int]:
    return set(coverage.story.coverage.values_list("article", flat=True))


def _told_by(coverage: Coverage) -> list[ArticleJudgement]:
    """The decisions by which the article stands in a story with others of it, and that fall when
    it leaves."""
    article, others = coverage.article_id, _articles_of(coverage) - {coverage.article_id}
    elsewhere = Coverage.objects.filter(article=article).exclude(story=coverage.story)
    homes = elsewhere.filter(story__merged_into=None).values("story")
    others -= set(Coverage.objects.filter(story__in=homes).values_list("article", flat=True))
    around = pairs_of_articles.around({article, *others})
    pairs = {frozenset((article, other)) for other in others}
    told = [
        judgement.pk
        for judgement in around.decided
        if around.two(judgement) in pairs and _falls(judgement, article, around)
    ]
    return list(ArticleJudgement.objects.select_for_update(of=("self",)).filter(pk__in=told))


def _falls(judgement: ArticleJudgement, leaving: int, around: Surroundings) -> bool:
    if judgement.verdict == Verdict.CONTAINS:
        is_first = judgement.container == Container.FIRST
        digest = judgement.first_id if is_first else judgement.second_id
        return around.survivor(digest) == leaving
    return judgement.verdict == Verdict.SAME_STORY


def _check_may_return(split: Split) -> None:
    if split.story.coverage.filter(article=split.article).exists():
        raise StoryNotAllowed(_("The article is in the story again already."))
    if into := split.story.merged_into_id:
        raise StoryNotAllowed(
            _("The story was merged into story %(id)s since; undo that first.") % {"id": into}
        )
    refuse_merged(split.article, StoryNotAllowed)
    if not split.rows[-1]["before"]["is_digest"]:
        refuse_two_homes(split.article)
