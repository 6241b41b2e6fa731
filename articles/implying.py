"""What decisions on pairs of articles imply; how, is `ots_desk.implying`."""

from collections.abc import Iterable

from django.db import transaction

from articles.choices import Verdict
from articles.models import ArticleJudgement
from ots_desk.bonds import Kind
from ots_desk.implying import Implying
from ots_desk.locks import hold

# What a verdict says of the two; "unsure" says nothing.
KINDS = {
    Verdict.TRANSLATION: Kind.SAME,
    Verdict.DUPLICATE: Kind.SAME,
    Verdict.NEW_VERSION: Kind.SAME,
    Verdict.CONTAINS: Kind.CONTAINS,
    Verdict.SAME_STORY: Kind.TOGETHER,
    Verdict.DIFFERENT: Kind.APART,
}

# One at a time decides, merges or undoes, so that nobody looks at half of another's decision.
LOCK = "judgements of articles"

pairs_of_articles = Implying(ArticleJudgement, KINDS)
renew_implied = pairs_of_articles.renew
refuse_contradiction = pairs_of_articles.refuse_contradiction
refusing_conflicts = pairs_of_articles.refusing_conflicts


def renew_implied_at_commit(articles: Iterable[int]) -> None:
    """Renew when the transaction has ended, for work that doesn't hold LOCK: in between, somebody
    may decide or reopen what answers its pairs, and doesn't see them.

    LOCK isn't taken in the transaction itself: it holds rows already that a merge takes after
    LOCK. Where the renewal never comes, its pairs are asked though answered.
    """

    @transaction.atomic
    def renew() -> None:
        hold(LOCK)
        renew_implied(articles)

    transaction.on_commit(renew, robust=True)
