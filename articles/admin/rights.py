"""Who may merge, split and undo what readers see: whoever may publish.

What is asked for the rest is each page's own permission.
"""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from articles.choices import Status
from articles.merge_plans import plan_merge
from articles.models import Article, Translation
from ots_desk.reversing import Refused, Reversible
from ots_desk.row_log import ids_of

_IS_PUBLIC = _("One of the texts is published: this is done by whoever may publish.")


def refuse_move(user, texts: Iterable[Translation]) -> None:
    """Raise Refused where the user may not let these texts be read elsewhere, or others in their
    place."""
    if not _may_move(user, texts):
        raise Refused(_IS_PUBLIC)


def refuse_merge(user, survivor: Article, duplicate: Article) -> None:
    plan = plan_merge(survivor, duplicate)
    moving = [text for text in plan.texts if text.article_id == duplicate.pk]
    refuse_move(user, [*moving, *(conflict.survivors for conflict in plan.conflicts)])


def refuse_undo(user, done: Reversible) -> None:
    refuse_move(user, _texts_of(done))


def may_undo(user, done: Reversible) -> bool:
    return _may_move(user, _texts_of(done))


def _may_move(user, texts: Iterable[Translation]) -> bool:
    is_public = any(text.status == Status.PUBLISHED for text in texts)
    return not is_public or user.has_perm("articles.publish_translation")


def _texts_of(done: Reversible) -> Iterable[Translation]:
    """Those that it moved, and those that it let stand for others."""
    rows = [row for row in done.rows if row["model"] == Translation._meta.label]
    moved = {pk for row in rows for pk in ids_of(row)}
    standing = {(row["after"] or {}).get("replaced_by_id") for row in rows} - {None}
    return Translation.objects.filter(pk__in=moved | standing).only("status")


class MovesTextsMixin:
    """For the log of what moves texts: the undo of what readers see is theirs who may publish."""

    def may_undo(self, request, done: Reversible) -> bool:
        return super().may_undo(request, done) and may_undo(request.user, done)

    def take_back(self, request, done: Reversible) -> list:
        refuse_undo(request.user, done)
        return super().take_back(request, done)
