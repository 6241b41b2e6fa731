"""What was decided last: revisions, merges and import runs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from articles.admin.links import text_url
from articles.admin.screens.waiting import short
from articles.choices import Status
from articles.models import ArticleMerge, ImportRun, Revision
from ots_desk.admin import change_url

# So many decisions stand beside the ledger.
DECISIONS = 8


@dataclass(frozen=True)
class Decision:
    words: str
    who: str
    at: datetime
    url: str


def decided_last() -> list[Decision]:
    """The last revisions, merges and import runs, the newest first."""
    decisions = [*_revisions(), *_merges(), *_runs()]
    return sorted(decisions, key=lambda decision: decision.at, reverse=True)[:DECISIONS]


def _who(user) -> str:
    return user.get_username() if user else _("The machine")


def _revisions() -> Iterable[Decision]:
    """The last thing that somebody did with each of the texts worked on last."""
    made = Revision.objects.filter(made_by__isnull=False).order_by("-pk")
    # A text is rarely saved more often than this in a row; fewer lines are no loss.
    last = made.select_related("translation", "made_by")[: 5 * DECISIONS]
    by_text = {revision.translation_id: revision for revision in reversed(last)}
    for revision in by_text.values():
        text = revision.translation
        words = _("Revision %(number)d of “%(headline)s”, %(status)s") % {
            "number": revision.number,
            "headline": short(str(text)),
            "status": Status(revision.fields.get("status", text.status)).label,
        }
        yield Decision(words, _who(revision.made_by), revision.made_at, text_url(text))


def _merges() -> Iterable[Decision]:
    last = ArticleMerge.objects.select_related("made_by", "undone_by")[:DECISIONS]
    for merge in last.prefetch_related("survivor__translations"):
        headline = short(str(merge.survivor))
        if merge.undone_at:
            words, who, at = _("Undone: a merge into “%s”"), merge.undone_by, merge.undone_at
        else:
            words, who, at = _("Merged into “%s”"), merge.made_by, merge.made_at
        yield Decision(words % headline, _who(who), at, change_url(merge))


def _runs() -> Iterable[Decision]:
    for run in ImportRun.objects.select_related("started_by")[:DECISIONS]:
        over = short(", ".join(map(str, run.paths)))
        words = _("Import of %(paths)s") % {"paths": over}
        yield Decision(words, _who(run.started_by), run.started_at, change_url(run))
