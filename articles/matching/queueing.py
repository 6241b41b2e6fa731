"""Queueing: from what was found of texts to open pairs of articles in the editors' queue.

Finding is `proposing`'s; deciding is `articles.judging`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.choices import Container, Verdict
from articles.implying import renew_implied_at_commit
from articles.models import Article, ArticleJudgement, Translation

from .backing import explain_pairs

# Where two articles have several texts, what is the same text in one language says the most:
# their texts in other languages follow from it. That one of two holds the other beside more is
# seen only among the texts of its own days, so it outranks what a later day takes for a copy.
_RANKS = (
    Verdict.CONTAINS,
    Verdict.DUPLICATE,
    Verdict.NEW_VERSION,
    Verdict.TRANSLATION,
    Verdict.SAME_STORY,
)
_OTHER_WAY = {"": "", Container.FIRST: Container.SECOND, Container.SECOND: Container.FIRST}


@dataclass(frozen=True)
class Proposal:
    """Two texts of different articles, and what the matchers hold them to be, or what the page
    of one says (`is_hinted`). The article of `one` has the lower id."""

    one: Translation
    other: Translation
    verdict: Verdict
    score: float
    container: str = ""
    is_hinted: bool = False

    @classmethod
    def of(
        cls,
        one: Translation,
        other: Translation,
        verdict: str,
        score: float,
        container: str = "",
        is_hinted: bool = False,
    ) -> "Proposal":
        if one.article_id > other.article_id:
            one, other, container = other, one, _OTHER_WAY[container]
        return cls(one, other, Verdict(verdict), score, container, is_hinted)

    @property
    def articles(self) -> tuple[int, int]:
        """The ids of the two articles, the lower one first."""
        return self.one.article_id, self.other.article_id


def queue(proposals: Iterable[Proposal], *, explained: bool = True) -> int:
    """Put into the queue what it doesn't have and never had, one pair for two articles; returns
    how many. Unless `explained`, their evidence is made when somebody looks at them."""
    chosen = _unknown(_best_by_pair(proposals))
    if not chosen:
        return 0
    evidence = [{"score": proposal.score} for proposal in chosen]
    if explained:
        evidence = explain_pairs([(one.one, one.other, one.score) for one in chosen])
    ArticleJudgement.objects.bulk_create(map(_judgement, chosen, evidence), ignore_conflicts=True)
    # What was decided of others may answer some of them.
    renew_implied_at_commit({article for proposal in chosen for article in proposal.articles})
    return len(chosen)


def _best_by_pair(proposals: Iterable[Proposal]) -> list[Proposal]:
    """One proposal for two articles; of two equal ones a page's own word counts."""
    best: dict[tuple[int, int], Proposal] = {}
    for proposal in sorted(proposals, key=_rank):
        best.setdefault(proposal.articles, proposal)
    return list(best.values())


def _rank(proposal: Proposal) -> tuple:
    return (
        _RANKS.index(proposal.verdict),
        not proposal.is_hinted,
        -proposal.score,
        proposal.one.pk,
        proposal.other.pk,
    )


def _unknown(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Leave out the pairs on which a judgement stands, read through what was merged since."""
    if not proposals:
        return []
    ids = {article for proposal in proposals for article in proposal.articles}
    survivors = _survivors(ids)
    known = {
        frozenset((survivors[first], survivors[second]))
        for first, second in ArticleJudgement.objects.filter(
            first__in=survivors, second__in=survivors
        ).values_list("first", "second")
    }
    return [proposal for proposal in proposals if frozenset(proposal.articles) not in known]


def _survivors(ids: set[int]) -> dict[int, int]:
    """The given articles and all that were merged into them, each with where it leads to."""
    survivors = {pk: pk for pk in ids}
    latest = ids
    while latest:
        rows = Article.objects.filter(merged_into__in=latest).values_list("pk", "merged_into")
        latest = {pk: survivors[into] for pk, into in rows}
        survivors |= latest
    return survivors


def _judgement(proposal: Proposal, evidence: dict) -> ArticleJudgement:
    first, second = proposal.articles
    return ArticleJudgement(
        first_id=first,
        second_id=second,
        proposed_verdict=proposal.verdict,
        container=proposal.container,
        score=proposal.score,
        evidence={
            "texts": [proposal.one.pk, proposal.other.pk],
            **evidence,
            **({"hint": True} if proposal.is_hinted else {}),
        },
    )
