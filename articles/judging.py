"""Deciding what two articles are to each other.

Finding the pairs is `articles.matching`; carrying out a merge is `articles.merging`.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.choices import Verdict
from articles.merging import choose_survivor, merge
from articles.models import ArticleJudgement, ArticleMerge
from ots_desk.merging import MergeNotAllowed

# The verdicts that make one article of two; the others are remembered and leave both standing.
MERGING = {Verdict.TRANSLATION, Verdict.DUPLICATE, Verdict.NEW_VERSION}


@transaction.atomic
def decide(
    judgement: ArticleJudgement, verdict: str, *, user, reason: str = ""
) -> ArticleMerge | None:
    """Record a verdict on a pair, and merge the two where it says that they are one article.

    The pair resolves through `merged_into`. Returns the merge, if there was one. Raises
    MergeNotAllowed where the pair was decided by somebody else in the meantime, or where the two
    can't be merged.
    """
    judgement = ArticleJudgement.objects.select_for_update().get(pk=judgement.pk)
    if judgement.verdict not in (Verdict.UNDECIDED, Verdict.UNSURE):
        raise MergeNotAllowed(
            _("This pair was already decided: %(verdict)s.")
            % {"verdict": judgement.get_verdict_display()}
        )
    judgement.verdict = Verdict(verdict)
    judgement.decided_by, judgement.decided_at = user, timezone.now()
    judgement.save()
    return _merge(judgement, user, reason) if judgement.verdict in MERGING else None


@transaction.atomic
def reopen(judgement: ArticleJudgement) -> ArticleJudgement:
    """Take a decision back that merged nothing; a merge is taken back with `undo_merge`."""
    judgement = ArticleJudgement.objects.select_for_update().get(pk=judgement.pk)
    if judgement.merges.filter(undone_at__isnull=True).exists():
        raise MergeNotAllowed(_("The two were merged; undo that merge instead."))
    judgement.reopen()
    return judgement


def _merge(judgement: ArticleJudgement, user, reason: str) -> ArticleMerge:
    first, second = judgement.first.survivor(), judgement.second.survivor()
    if judgement.verdict == Verdict.TRANSLATION:
        _check_languages(first, second)
    survivor, duplicate = choose_survivor(first, second)
    return merge(survivor, duplicate, user=user, reason=reason, judgement=judgement)


def _check_languages(first, second) -> None:
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
            % {"language": ", ".join(sorted(shared))}
        )
