"""Who may merge, split and undo what readers see: whoever may publish.

What is asked for the rest is each page's own permission.
"""

from collections.abc import Iterable

from django.contrib import messages
from django.utils.translation import gettext

from articles.choices import Status
from articles.merge_plans import plan_merge
from articles.models import Article, Translation
from ots_desk.reversing import Reversible
from ots_desk.row_log import ids_of


def may_move(user, texts: Iterable[Translation]) -> bool:
    """May the user let these texts be read elsewhere, or others in their place?"""
    is_public = any(text.status == Status.PUBLISHED for text in texts)
    return not is_public or user.has_perm("articles.publish_translation")


def may_merge(user, survivor: Article, duplicate: Article) -> bool:
    plan = plan_merge(survivor, duplicate)
    moving = [text for text in plan.texts if text.article_id == duplicate.pk]
    return may_move(user, [*moving, *(conflict.survivors for conflict in plan.conflicts)])


def may_undo(user, done: Reversible) -> bool:
    """Of the texts that it moved, and those that it let stand for others."""
    rows = [row for row in done.rows if row["model"] == Translation._meta.label]
    moved = {pk for row in rows for pk in ids_of(row)}
    standing = {(row["after"] or {}).get("replaced_by_id") for row in rows} - {None}
    return may_move(user, Translation.objects.filter(pk__in=moved | standing).only("status"))


def refuse_public(request) -> None:
    messages.error(
        request, gettext("One of the texts is published: this is done by whoever may publish.")
    )
