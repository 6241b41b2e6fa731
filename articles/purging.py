"""Deleting documents by order of the law, with every word that the desk took from them.

The only way in which a document is ever deleted. What stays is its hash and the reason, so that the
same bytes are refused when they come again. What goes is planned in `articles.purge_plans`.
"""

import logging
from collections.abc import Iterable

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from articles.directing import review
from articles.models import Article, ArticleMerge, Document, Purge, Translation
from articles.purge_plans import PurgeNotAllowed, PurgePlan, plan_purge
from articles.search import expunge
from articles.unwording import WORDLESS, unword

logger = logging.getLogger(__name__)

PERMISSION = "articles.add_purge"


@transaction.atomic
def purge(
    targets: Iterable[str], *, user, reason: str, shown: PurgePlan | None = None
) -> dict[str, int]:
    """Delete for good what `plan_purge(targets)` names; return how many rows of what went.

    All or nothing. Raises PurgeNotAllowed without a reason or the permission, and where the plan
    is no longer the one that was `shown`. No word of the texts remains: pairs lose the evidence
    that quotes them, merges and the admin's log their wording; who did what, and when, remains.
    """
    reason = _checked(reason)
    if not user.has_perm(PERMISSION):
        raise PurgeNotAllowed(f"“{user}” may not delete documents; a chief editor may.")
    targets = list(targets)
    plan = plan_purge(targets)
    if shown is not None and plan != shown:
        raise PurgeNotAllowed("Somebody has changed the texts meanwhile; look at them again.")
    counts = plan.counts()
    unword(plan)
    expunge(plan.texts)
    _remember(plan, user, reason)
    _delete(plan)
    review(plan.touched)
    logger.info("purged documents %s, texts %s", plan.documents, plan.texts)
    return counts


def _checked(reason: str) -> str:
    reason, longest = reason.strip(), Purge._meta.get_field("reason").max_length
    if not 0 < len(reason) <= longest:
        raise PurgeNotAllowed(f"Say why, in {longest} signs at most: the reason is kept.")
    return reason


def _remember(plan: PurgePlan, user, reason: str) -> None:
    """The hashes, so that the bytes are refused; and a line in the admin's log for each thing,
    since a text that was written at the desk has no hash."""
    hashes = Document.objects.filter(pk__in=plan.documents).values_list("sha256", flat=True)
    Purge.objects.bulk_create(
        Purge(sha256=sha256, reason=reason, purged_by=user) for sha256 in hashes
    )
    LogEntry.objects.bulk_create(
        LogEntry(
            user=user,
            content_type=ContentType.objects.get_for_model(model),
            object_id=pk,
            object_repr=WORDLESS,
            action_flag=DELETION,
            change_message=reason,
        )
        for model, ids in ((Document, plan.documents), (Translation, plan.texts))
        for pk in ids
    )


def _delete(plan: PurgePlan) -> None:
    """Texts before the readings that they protect, merges before their articles."""
    _delete_texts(plan.texts)
    ArticleMerge.done_to(plan.emptied).delete()
    emptied = Article.objects.filter(pk__in=plan.emptied)
    emptied.update(merged_into=None)
    emptied.delete()
    Document.objects.filter(pk__in=plan.documents).delete()


def _delete_texts(ids: Iterable[int]) -> None:
    """Those that were replaced go first: they protect what replaced them."""
    left = Translation.objects.filter(pk__in=ids)
    while left.exists():
        left.filter(replaces__isnull=True).delete()
