"""What the preview of a merge shows, with its form.

Merging and undoing are `articles.merging`'s and `articles.judging`'s.
"""

from articles.judging import known_pair
from articles.merge_plans import STANDS, ArticleMergePlan, plan_merge
from articles.models import Article, Translation
from ots_desk.languages import own_name
from ots_desk.merge_form import MergeForm

# Whose changed values are shown one by one; of names it is enough how many.
TOLD = (Article._meta.label, Translation._meta.label)


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
        "pair": known_pair(survivor, duplicate),
    }
