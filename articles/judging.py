"""Deciding what two articles are to each other, and taking that back.

Finding the pairs is `articles.matching`; carrying out is `articles.merging` and
`articles.stories`; what the machine decides by itself is `articles.equal_texts`.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.choices import Container, Verdict
from articles.implying import LOCK, pairs_of_articles, refusing_conflicts, renew_implied
from articles.merging import choose_survivor, merge, undo_merge
from articles.models import Article, ArticleJudgement, ArticleMerge
from articles.stories import refuse_told_together, tell_apart, tell_together
from ots_desk.bonds import Kind
from ots_desk.judging import held, open_today
from ots_desk.kept import Kept
from ots_desk.languages import own_name
from ots_desk.locks import hold, refusing_collisions
from ots_desk.merging import MergeNotAllowed, MergeWish
from ots_desk.row_log import RowLog


@refusing_collisions(MergeNotAllowed)
@transaction.atomic
def decide(
    judgement: ArticleJudgement,
    verdict: str,
    *,
    user,
    reason: str = "",
    container: str = "",
    wish: MergeWish | None = None,
) -> ArticleMerge | None:
    """Record a verdict on a pair, and do what it says: make the two one article, or tell them
    together. Returns the merge, if there was one.

    Where one of the two was merged, it is decided of what it was merged into, so that undoing
    that merge asks again. `container` says of "contains" which of the pair contains the other;
    without it, it is as proposed. `wish` says how a merge is to be done. `user` is None for the
    machine. Raises MergeNotAllowed where somebody has decided the pair in the meantime or the two
    can't be merged, and Contradiction where earlier decisions rule it out.
    """
    hold(LOCK)
    asked = held(judgement)
    judgement = open_today(asked)
    judgement.container = _container_today(container or asked.container, asked, judgement)
    if verdict == Verdict.CONTAINS and judgement.container not in Container.values:
        raise MergeNotAllowed(_("Say which of the two contains the other."))
    kind = pairs_of_articles.decide(judgement, verdict, user=user, reason=reason)
    done = _carry_out(judgement, kind, wish)
    renew_implied(judgement.ends)
    return done


@refusing_collisions(MergeNotAllowed)
@transaction.atomic
def reopen(judgement: ArticleJudgement, *, user) -> list[Kept]:
    """Take a decision back with all that it did, and ask again; returns what was left alone
    because it was changed since.

    Raises MergeNotAllowed where a later decision or merge rests on it; the message names it.
    """
    hold(LOCK)
    judgement = held(judgement)
    if merged := judgement.merges.filter(undone_at=None).first():
        return undo_merge(merged, user=user)  # the decision is taken back with it
    with refusing_conflicts(judgement.ends):
        tell_apart(judgement.rows)
        judgement.reopen()
    renew_implied(judgement.ends)
    return []


def _container_today(container: str, asked: ArticleJudgement, today: ArticleJudgement) -> str:
    """Which one of today's pair contains the other, where it is said of the pair that was asked:
    the two may stand the other way round."""
    if asked.first.survivor() == today.first:
        return container
    return {Container.FIRST: Container.SECOND, Container.SECOND: Container.FIRST}.get(container, "")


def _carry_out(
    judgement: ArticleJudgement, kind: Kind | None, wish: MergeWish | None
) -> ArticleMerge | None:
    if kind is Kind.SAME:
        return _merge(judgement, wish)
    if kind is Kind.APART:
        refuse_told_together(judgement.first, judgement.second)
    if kind in (Kind.TOGETHER, Kind.CONTAINS):
        _tell_together(judgement, judgement.digest if kind is Kind.CONTAINS else None)
    return None


def _tell_together(judgement: ArticleJudgement, digest: Article | None) -> None:
    first, second, log = judgement.first, judgement.second, RowLog()
    tell_together(first, second, user=judgement.decided_by, log=log, digest=digest)
    judgement.rows = log.rows()
    judgement.save()


def _merge(judgement: ArticleJudgement, wish: MergeWish | None) -> ArticleMerge:
    first, second = judgement.first, judgement.second
    if judgement.verdict == Verdict.TRANSLATION:
        _check_languages(first, second)
    survivor, duplicate = choose_survivor(first, second)
    if wish and wish.survivor == duplicate:
        survivor, duplicate = duplicate, survivor
    return merge(
        survivor,
        duplicate,
        user=judgement.decided_by,
        reason=judgement.reason,
        judgement=judgement,
        choices=wish.choices if wish else None,
        seen=wish.seen if wish else "",
    )


def _check_languages(first: Article, second: Article) -> None:
    """A translation is in another language; two texts in one language are something else."""
    one, other = (
        {text.language for text in article.translations.standing()} for article in (first, second)
    )
    if shared := one & other:
        raise MergeNotAllowed(
            _(
                "Both have a text in %(language)s: that is not a translation but a duplicate or a "
                "new version."
            )
            % {"language": ", ".join(map(own_name, sorted(shared)))}
        )
