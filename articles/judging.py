"""Deciding what two articles are to each other, and taking that back.

Finding the pairs is `articles.matching`; carrying out is `articles.merging` and
`articles.stories`; what the machine decides by itself is `articles.equal_texts`.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.choices import Container, Verdict
from articles.implying import (
    KINDS,
    LOCK,
    refuse_contradiction,
    refusing_conflicts,
    renew_implied,
)
from articles.merging import choose_survivor, merge, undo_merge
from articles.models import Article, ArticleJudgement, ArticleMerge
from articles.stories import tell_apart, tell_together
from ots_desk.bonds import Kind
from ots_desk.judgements import held, refuse_decided
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
    judgement = held(judgement)
    refuse_decided(judgement)
    if container or verdict == Verdict.CONTAINS:
        judgement.container = _checked(container or judgement.container)
    judgement = _as_it_stands_today(judgement)
    kind = KINDS.get(verdict)
    if kind:
        refuse_contradiction(judgement.first_id, judgement.second_id, kind)
    refuse_decided(judgement)
    judgement.decide_as(verdict, user, reason)
    done = _carry_out(judgement, kind, wish)
    renew_implied([judgement.first_id, judgement.second_id])
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
    ends = [judgement.first_id, judgement.second_id]
    with refusing_conflicts(ends):
        tell_apart(judgement.rows)
        judgement.reopen()
    renew_implied(ends)
    return []


def _checked(container: str) -> str:
    if container not in Container.values:
        raise MergeNotAllowed(_("Say which of the two contains the other."))
    return container


def _as_it_stands_today(judgement: ArticleJudgement) -> ArticleJudgement:
    """The pair of what the two were merged into, which may be new to the queue."""
    ends = judgement.first.survivor(), judgement.second.survivor()
    if ends == (judgement.first, judgement.second):
        return judgement
    first, second = sorted(ends, key=lambda article: article.pk)
    if first == second:
        raise MergeNotAllowed(_("The two are one article already."))
    container = judgement.container
    if container and first != ends[0]:
        container = Container.SECOND if container == Container.FIRST else Container.FIRST
    proposed = {
        "proposed_verdict": judgement.proposed_verdict,
        "score": judgement.score,
        "evidence": judgement.evidence,
    }
    of_today, is_new = ArticleJudgement.objects.get_or_create(
        first=first, second=second, defaults=proposed
    )
    of_today = of_today if is_new else held(of_today)
    of_today.container = container
    return of_today


def _carry_out(
    judgement: ArticleJudgement, kind: Kind | None, wish: MergeWish | None
) -> ArticleMerge | None:
    if kind is Kind.SAME:
        return _merge(judgement, wish)
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
