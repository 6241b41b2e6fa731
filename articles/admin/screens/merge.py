"""What the screens of merges show: the preview with its form, and what a merge has done.

Merging and undoing are `articles.merging`'s and `articles.judging`'s.
"""

from articles.choices import Verdict
from articles.implying import KINDS
from articles.judging import decide
from articles.merge_plans import STANDS, ArticleMergePlan, plan_merge
from articles.merging import merge
from articles.models import Article, ArticleJudgement, ArticleMerge, Split, Translation
from ots_desk.bonds import Kind
from ots_desk.languages import own_name
from ots_desk.log_words import account_of
from ots_desk.merge_form import MergeForm
from ots_desk.merging import MergeWish

# Whose changed values are shown one by one; of names it is enough how many.
_TOLD = {Article._meta.label, Translation._meta.label}


def merge_form(plan: ArticleMergePlan, posted=None) -> MergeForm:
    """The form of a plan: of the article and of each language with two texts what differs."""
    differing = [(Article, one) for one in plan.differences]
    for conflict in plan.conflicts:
        differing += [(Translation, one) for one in conflict.differences]
    form = MergeForm(differing, posted, initial={"seen": plan.state})
    for conflict in plan.conflicts:
        form.ask_side(f"{conflict.scope}:{STANDS}", own_name(conflict.language), conflict.stands)
    return form


def preview_page(survivor: Article, duplicate: Article, posted=None) -> dict:
    """Template values; `posted` are the choices to look at again, or those that were refused."""
    plan = plan_merge(survivor, duplicate)
    form = merge_form(plan, posted)
    if posted is not None and form.is_valid():
        plan = plan_merge(survivor, duplicate, form.choices())
    return {
        "plan": plan,
        "form": form,
        "state": plan.state,
        "rows": form.rows(plan.differences),
        "conflicts": [(one, form.rows(one.differences)) for one in plan.conflicts],
        "pair": pair_of(survivor, duplicate),
    }


def pair_of(one: Article, other: Article) -> ArticleJudgement | None:
    """What is held of the two."""
    first, second = sorted((one.pk, other.pk))
    return ArticleJudgement.objects.filter(first=first, second=second).first()


def merge_as_asked(
    survivor: Article, duplicate: Article, *, user, reason: str, choices, seen: str
) -> ArticleMerge:
    """Merge the two; where their pair waits for a verdict, that is how it is decided."""
    pair = pair_of(survivor, duplicate)
    if pair is None or pair.verdict not in (Verdict.UNDECIDED, Verdict.UNSURE):
        return merge(survivor, duplicate, user=user, reason=reason, choices=choices, seen=seen)
    wish = MergeWish(survivor, choices, seen)
    return decide(pair, _verdict(pair, survivor, duplicate), user=user, reason=reason, wish=wish)


def _verdict(pair: ArticleJudgement, survivor: Article, duplicate: Article) -> Verdict:
    """As it is proposed, if that is a merge; else by whether they share a language."""
    shares = bool(plan_merge(survivor, duplicate).conflicts)
    proposed = Verdict(pair.proposed_verdict)
    if KINDS.get(proposed) is Kind.SAME and shares != (proposed == Verdict.TRANSLATION):
        return proposed
    return Verdict.DUPLICATE if shares else Verdict.TRANSLATION


def done_page(done: ArticleMerge | Split) -> dict:
    """Template values of what was done, by its log."""
    return {"account": account_of(done.rows, _TOLD)}
