"""Deciding what two articles are to each other, and taking that back.

Finding the pairs is `articles.matching`; carrying out is `articles.merging` and
`articles.stories`; what the machine decides by itself is `articles.equal_texts`.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.choices import Container, Verdict
from articles.implying import KINDS, LOCK, pairs_of_articles, refusing_conflicts, renew_implied
from articles.leaving import refuse_taken_out
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


def unite(
    survivor: Article, duplicate: Article, wish: MergeWish, *, user, reason: str = ""
) -> ArticleMerge:
    """Merge two articles that an editor has found; where their pair waits for a verdict, that is
    how it is decided. Raises as `decide` does."""
    pair = known_pair(survivor, duplicate)
    if pair and pair.is_open:
        verdict = _merging_verdict(pair)
        return decide(pair, verdict, user=user, reason=reason, wish=wish)
    chosen = {"choices": wish.choices, "seen": wish.seen}
    return merge(survivor, duplicate, user=user, reason=reason, **chosen)


@refusing_collisions(MergeNotAllowed)
@transaction.atomic
def reopen(judgement: ArticleJudgement, *, user) -> list[Kept]:
    """Take a decision back with all that it did, and ask again; returns what was left alone
    because it was changed since.

    Raises MergeNotAllowed where a later decision or merge rests on it; the message names it.
    """
    hold(LOCK)
    judgement = held(judgement)
    if merged := judgement.standing_merge:
        return undo_merge(merged, user=user)  # the decision is taken back with it
    if not judgement.is_open:
        refuse_taken_out(judgement)
    with refusing_conflicts(judgement.ends):
        tell_apart(judgement.rows)
        judgement.reopen()
    renew_implied(judgement.ends)
    return []


def known_pair(one: Article, other: Article) -> ArticleJudgement | None:
    """What is held of the two; None where they were never proposed."""
    first, second = sorted((one.pk, other.pk))
    return ArticleJudgement.objects.filter(first=first, second=second).first()


def _merging_verdict(pair: ArticleJudgement) -> Verdict:
    """As it is proposed, if that is a merge; else by whether the two share a language."""
    shares = bool(_shared_languages(pair.first, pair.second))
    proposed = Verdict(pair.proposed_verdict)
    if KINDS.get(proposed) is Kind.SAME and shares != (proposed == Verdict.TRANSLATION):
        return proposed
    return Verdict.DUPLICATE if shares else Verdict.TRANSLATION


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
    if shared := _shared_languages(first, second):
        raise MergeNotAllowed(
            _(
                "Both have a text in %(language)s: that is not a translation but a duplicate or a "
                "new version."
            )
            % {"language": ", ".join(map(own_name, sorted(shared)))}
        )


def _shared_languages(first: Article, second: Article) -> set[str]:
    one, other = (
        {text.language for text in article.translations.standing()} for article in (first, second)
    )
    return one & other
