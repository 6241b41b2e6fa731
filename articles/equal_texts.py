"""What the machine decides by itself of two articles: that equal texts are duplicates.

No more than that, and never where a text that readers see would change. It is marked as the
machine's, and taken back like any other decision (`articles.judging`).
"""

import logging
from collections.abc import Iterable

from django.db.models import Q

from articles.choices import Status, Verdict
from articles.importing.phrases import BACKGROUND
from articles.importing.sameness import MIN_WORDS, words_of
from articles.judging import decide
from articles.merge_plans import plan_merge
from articles.merging import choose_survivor
from articles.models import Article, ArticleJudgement, ArticleMerge, Translation
from ots_desk.merging import MergeNotAllowed, Side
from ots_desk.paragraphs import paragraphs_of

logger = logging.getLogger(__name__)

REASON = "equal texts"


def decide_equal_texts(articles: Iterable[int]) -> list[ArticleMerge]:
    """Merge what is equal among the open pairs of these articles (ids). What an editor has taken
    back before isn't done again, and what earlier decisions rule out is left to editors."""
    articles = set(articles)
    pairs = ArticleJudgement.objects.open().filter(proposed_verdict=Verdict.DUPLICATE, merges=None)
    ours = pairs.filter(Q(first__in=articles) | Q(second__in=articles))
    done = (_merged(pair) for pair in ours if may_decide(pair))
    return [merge for merge in done if merge]


def may_decide(pair: ArticleJudgement) -> bool:
    """Has the duplicate one text alone, that no reader sees, and that the survivor has, too? And
    does what readers see of the survivor stay as it is: its event date, topics, tags, stories?"""
    survivor, duplicate = choose_survivor(pair.first.survivor(), pair.second.survivor())
    [theirs, *more] = duplicate.translations.standing() or [None]
    if theirs is None or more or theirs.status == Status.PUBLISHED:
        return False
    mine = survivor.translations.standing().filter(language=theirs.language).first()
    if mine is None or not are_equal(mine, theirs):
        return False
    return not _is_read(survivor) or not _adds_to(survivor, duplicate)


def _is_read(article: Article) -> bool:
    return article.translations.standing().filter(status=Status.PUBLISHED).exists()


def _adds_to(survivor: Article, duplicate: Article) -> bool:
    plan = plan_merge(survivor, duplicate)
    moved = (rows for rows in plan.moving if rows.name != "translations")
    return any(one.wins is not Side.SURVIVOR for one in plan.differences) or any(
        rows.count > rows.doubles for rows in moved
    )


def are_equal(one: Translation, other: Translation) -> bool:
    """Are the words the same, once background is left out? Datelines are fields of their own.
    Shorter bodies are too often the same by chance."""
    ours, theirs = _own_words(one), _own_words(other)
    return ours == theirs and len(ours) >= MIN_WORDS


def _own_words(text: Translation) -> list[str]:
    own = [line for line in paragraphs_of(text.body) if not BACKGROUND.match(line)]
    return words_of(" ".join(own))


def _merged(pair: ArticleJudgement) -> ArticleMerge | None:
    try:
        return decide(pair, Verdict.DUPLICATE, user=None, reason=REASON)
    except MergeNotAllowed as error:
        logger.info("pair %s is left to editors: %s", pair.pk, error)
        return None
