"""What was done to a story, the latest first: by hand, by decisions on pairs, by taking out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from articles.choices import SplitKind, Verdict
from articles.models import ArticleJudgement, Coverage, Split, Story, StoryChange
from ots_desk.admin import change_url

# The latest of each kind; the rest are in the lists of pairs and splits.
LATEST = 15


@dataclass(frozen=True)
class Done:
    """One thing that was done. `undo` names the post that takes it back, `row` what it is about;
    a decision on a pair is taken back on the page of the pair."""

    words: str
    by: User | None
    at: datetime
    undone_at: datetime | None = None
    reason: str = ""
    undo: str = ""
    row: int | None = None
    url: str = ""


def history_of(story: Story) -> list[Done]:
    done = [*_changes(story), *_splits(story), *_decisions(story)]
    return sorted(done, key=lambda one: one.at, reverse=True)


def _changes(story: Story) -> Iterator[Done]:
    changes = StoryChange.objects.filter(story=story).select_related("made_by")
    for change in changes.order_by("-pk")[:LATEST]:
        yield Done(
            words=str(change),
            by=change.made_by,
            at=change.made_at,
            undone_at=change.undone_at,
            reason=change.reason,
            undo="undo",
            row=change.pk,
        )


def _splits(story: Story) -> Iterator[Done]:
    splits = Split.objects.filter(story=story, kind=SplitKind.STORY).order_by("-pk")
    for split in splits.select_related("made_by").prefetch_related("article__translations")[
        :LATEST
    ]:
        yield Done(
            words=_("taken out: %(article)s") % {"article": split.article},
            by=split.made_by,
            at=split.made_at,
            undone_at=split.undone_at,
            reason=split.reason,
            undo="put_in_again",
            row=split.pk,
        )


def _decisions(story: Story) -> Iterator[Done]:
    """Pairs of its articles that were judged to tell one event."""
    own = Coverage.objects.filter(story=story).values("article")
    pairs = ArticleJudgement.objects.filter(
        first__in=own,
        second__in=own,
        verdict__in=[Verdict.SAME_STORY, Verdict.CONTAINS],
        decided_at__isnull=False,
    ).order_by("-decided_at")
    texts = ("first__translations", "second__translations")
    for pair in pairs.select_related("decided_by").prefetch_related(*texts)[:LATEST]:
        yield Done(
            words=_("%(verdict)s: %(first)s · %(second)s")
            % {"verdict": pair.get_verdict_display(), "first": pair.first, "second": pair.second},
            by=pair.decided_by,
            at=pair.decided_at,
            reason=pair.reason,
            url=change_url(pair),
        )
