"""Taking the words of purged texts out of what stays: logs, pairs, merges, steps, runs.

What is deleted whole is `articles.purging`'s.
"""

from collections.abc import Iterable

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from articles.choices import Verdict
from articles.models import (
    Article,
    ArticleJudgement,
    ArticleMerge,
    ImportRun,
    Mention,
    Sighting,
    TaggingStep,
    Translation,
)
from articles.purge_plans import PurgePlan
from ots_desk.row_log import without_ids
from people.models import EntityMerge, EntitySplit

# What the admin's log calls a thing whose name it may no longer hold.
WORDLESS = "purged"


def unword(plan: PurgePlan) -> None:
    """Take the words of what the plan names out of all that stays, before any of it goes."""
    _unword_log(plan)
    _unword_pairs(plan)
    _unword_runs(plan)
    _unword_names(plan)
    _unword_entities(plan)


def _unword_log(plan: PurgePlan) -> None:
    """The admin's log names things by their headlines and quotes what was added to them."""
    pairs = ArticleJudgement.objects.filter(_of_pair(plan.touched))
    merges = ArticleMerge.done_to(plan.touched)
    articles = Article.objects.filter(pk__in=plan.touched)
    named = {**plan.rows(), Article: articles, ArticleJudgement: pairs, ArticleMerge: merges}
    for model, rows in named.items():
        LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(model),
            object_id__in=[str(pk) for pk in rows.values_list("pk", flat=True)],
        ).update(object_repr=WORDLESS, change_message="")


def _of_pair(articles: Iterable[int]) -> Q:
    return Q(first__in=articles) | Q(second__in=articles)


def _unword_pairs(plan: PurgePlan) -> None:
    """Of articles that stay with another text: open pairs with a purged text are gone, decisions
    and merges stand without what they quote."""
    for pair in ArticleJudgement.objects.filter(_of_pair(plan.touched)):
        if not set(plan.texts) & set(pair.evidence.get("texts", plan.texts)):
            continue
        if pair.verdict == Verdict.UNDECIDED:
            pair.delete()
        else:
            pair.evidence, pair.reason = {}, ""
            pair.rows = _without(plan, pair.rows)
            pair.save()
    for merge in ArticleMerge.done_to(plan.touched):
        merge.reason, merge.rows = "", _without(plan, merge.rows)
        merge.save()


def _without(plan: PurgePlan, rows: list[dict]) -> list[dict]:
    """The rows of a log but for those that hold words of a purged text."""
    mentions = set(Mention.objects.filter(translation__in=plan.texts).values_list("pk", flat=True))
    gone = {Translation._meta.label: set(plan.texts), Mention._meta.label: mentions}
    return [
        left
        for row in rows
        if not _is_of(row, mentions, plan.texts)
        and (left := without_ids(row, gone.get(row["model"], set())))
    ]


def _unword_runs(plan: PurgePlan) -> None:
    """A run that was told a file by its name holds that name, too."""
    seen = Sighting.objects.filter(document__in=plan.documents)
    paths = set(seen.values_list("path", flat=True))
    for run in ImportRun.objects.filter(sightings__in=seen).distinct():
        run.paths = [WORDLESS if path in paths else path for path in run.paths]
        run.save(update_fields=["paths"])


def _unword_names(plan: PurgePlan) -> None:
    """Steps for all texts hold the names that they changed, and can't be taken back without
    them. Who's who refers to a text by its id alone."""
    mentions = set(Mention.objects.filter(translation__in=plan.texts).values_list("pk", flat=True))
    for step in TaggingStep.objects.filter(translation=None).iterator():
        if any(_is_of(change, mentions, plan.texts) for change in step.changes["rows"]):
            step.delete()


def _unword_entities(plan: PurgePlan) -> None:
    """Merges and splits in who's who hold mentions that went because there was the like."""
    for model in (EntityMerge, EntitySplit):
        for done in model.objects.iterator():
            left = _without(plan, done.rows)
            if left != done.rows:
                done.rows = left
                done.save(update_fields=["rows"])


def _is_of(change: dict, mentions: set[int], texts: Iterable[int]) -> bool:
    """Is a row of a step a mention of these, or one that is gone by now?"""
    if change["model"] != Mention._meta.label:
        return False
    values = change["before"] or change["after"] or {}
    is_one = "pk" in change and change["pk"] in mentions
    return is_one or values.get("translation_id") in texts
