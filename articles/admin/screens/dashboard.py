"""What waits for a decision, and what was decided last: the desk's front page.

Counts and samples only, in a number of queries that doesn't grow; deciding is done elsewhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.links import text_url
from articles.choices import FlagKind, ReadingStatus, Status
from articles.doubts import reason_in_words
from articles.looking_again import texts_to_look_at
from articles.models import (
    ArticleJudgement,
    ArticleMerge,
    Attachment,
    Document,
    Flag,
    ImportRun,
    Mention,
    Reading,
    Revision,
    Translation,
)
from articles.open_names import Asked
from ots_desk.admin import change_url
from people.models import EntityJudgement

# How many samples stand under a count, and how many decisions beside the ledger.
SAMPLES, DECISIONS = 2, 8


@dataclass(frozen=True)
class Waiting:
    """One line of the ledger; with a count of 0, `about` says that all is done."""

    count: int
    what: str
    about: str
    url: str


@dataclass(frozen=True)
class Decision:
    words: str
    who: str
    at: datetime
    url: str


def dashboard(request) -> dict:
    """Template values of the index, for a user who is logged in. To somebody without a role it
    shows no text's words."""
    may_look = request.user.has_perm("articles.view_translation")
    return {
        "is_empty": not Document.objects.exists() and not Translation.objects.exists(),
        "waiting": list(what_waits()) if may_look else [],
        "decisions": decided_last() if may_look else [],
        "to_look_at": texts_to_look_at().count() if may_look else 0,
        "may_write": request.user.has_perm("articles.add_article"),
    }


def what_waits() -> Iterator[Waiting]:
    """The queues in the order in which a desk works them off."""
    yield _drafts()
    yield _pairs()
    yield from _records()
    yield _versions()
    yield _stale()
    yield from _doubts()
    yield _names()
    yield _quarantined()


def _list_url(model: str, **chosen: str) -> str:
    url = reverse(f"admin:articles_{model}_changelist")
    return f"{url}?{urlencode(chosen)}" if chosen else url


def _short(words: str) -> str:
    return Truncator(words).chars(70)


def _drafts() -> Waiting:
    drafts = Translation.objects.awaiting_decision()
    count = drafts.count()
    samples = drafts.order_by("-pk").values_list("headline", flat=True)
    return Waiting(
        count,
        ngettext("Draft to publish or set aside", "Drafts to publish or set aside", count),
        _joined(samples) or _("Every text is decided"),
        _list_url("translation", status=Status.DRAFT),
    )


def _pairs() -> Waiting:
    pairs = ArticleJudgement.objects.open()
    count = pairs.count()
    best = pairs.order_by("-score", "pk").prefetch_related(
        "first__translations", "second__translations"
    )[:1]
    about = "; ".join(f"{_short(str(pair.first))} / {_short(str(pair.second))}" for pair in best)
    return Waiting(
        count,
        ngettext(
            "Pair of texts that may be one article", "Pairs of texts that may be one article", count
        ),
        about or _("No pair is open"),
        _list_url("articlejudgement"),
    )


def _records() -> Iterator[Waiting]:
    """Records of who's who that may be entered twice, while there are any."""
    pairs = EntityJudgement.objects.open()
    if count := pairs.count():
        best = pairs.order_by("-score", "pk").values_list("first__name", "second__name")[:1]
        yield Waiting(
            count,
            ngettext(
                "Record that may be entered twice", "Records that may be entered twice", count
            ),
            "; ".join(f"{_short(first)} / {_short(second)}" for first, second in best),
            reverse("admin:people_entityjudgement_changelist"),
        )


def _versions() -> Waiting:
    versions = Attachment.objects.open_versions()
    count = versions.count()
    samples = versions.order_by("-pk").values_list("translation__headline", flat=True)
    return Waiting(
        count,
        ngettext("New version to compare", "New versions to compare", count),
        _joined(samples) or _("Every version is compared"),
        _list_url("attachment", waiting="yes"),
    )


def _stale() -> Waiting:
    stale = Translation.objects.stale()
    count = stale.count()
    samples = stale.order_by("stale_since").values_list("headline", flat=True)
    return Waiting(
        count,
        ngettext(
            "Translation whose source has changed", "Translations whose source has changed", count
        ),
        _joined(samples) or _("Every translation says what its source says"),
        _list_url("translation", stale="yes"),
    )


def _doubts() -> Iterator[Waiting]:
    """A line for each kind of doubt; rare kinds only while there is one."""
    open_flags = Flag.objects.open().of_texts_for_us()
    counts = dict(open_flags.order_by().values_list("kind").annotate(Count("pk")))
    samples = _samples(open_flags, counts)
    for kind in FlagKind:
        count = counts.get(kind, 0)
        if count or kind in _ALWAYS_SHOWN:
            url = _list_url("translation", flag=kind)
            yield Waiting(count, _doubt_words(kind, count), samples.get(kind, _("None")), url)


_ALWAYS_SHOWN = {
    FlagKind.NO_HEADLINE,
    FlagKind.NO_OUTLET,
    FlagKind.NO_DATE,
    FlagKind.CLOCK_CONFLICT,
}


def _samples(open_flags, kinds: Iterable[str]) -> dict[str, str]:
    """A few texts for each kind of doubt there is; one query a kind, each by the index."""
    headlines = open_flags.order_by("pk").values_list("translation__headline", flat=True)
    return {kind: _joined(headlines.filter(kind=kind)) for kind in kinds}


def _joined(headlines: QuerySet) -> str:
    """The first few as samples."""
    return "; ".join(_short(one or _("without a headline")) for one in headlines[:SAMPLES])


def _doubt_words(kind: FlagKind, count: int) -> str:
    return {
        FlagKind.NO_HEADLINE: ngettext(
            "Text without a headline", "Texts without a headline", count
        ),
        FlagKind.NO_OUTLET: ngettext("Text without an outlet", "Texts without an outlet", count),
        FlagKind.NO_DATE: ngettext("Text without a date", "Texts without a date", count),
        FlagKind.NO_LANGUAGE: ngettext(
            "Text in an unknown language", "Texts in an unknown language", count
        ),
        FlagKind.OTHER_LANGUAGE: ngettext(
            "Text in a language not of the desk", "Texts in a language not of the desk", count
        ),
        FlagKind.CLOCK_CONFLICT: ngettext(
            "Text whose clocks disagree", "Texts whose clocks disagree", count
        ),
        FlagKind.CLOCK_WITHOUT_ZONE: ngettext(
            "Text whose clock has no zone", "Texts whose clock has no zone", count
        ),
        FlagKind.DATE_CONFLICT: ngettext(
            "Text whose dates disagree", "Texts whose dates disagree", count
        ),
        FlagKind.DATE_INFERRED: ngettext(
            "Text whose year was inferred", "Texts whose year was inferred", count
        ),
        FlagKind.FUTURE_DATE: ngettext(
            "Text dated in the future", "Texts dated in the future", count
        ),
        FlagKind.ENCODING_GUESSED: ngettext(
            "Text whose encoding was guessed", "Texts whose encoding was guessed", count
        ),
        FlagKind.LETTERS_REPAIRED: ngettext(
            "Text whose letters were repaired", "Texts whose letters were repaired", count
        ),
        FlagKind.LETTERS_LOST: ngettext(
            "Text that has lost letters", "Texts that have lost letters", count
        ),
        FlagKind.CUT_SHORT: ngettext("Text that was cut short", "Texts that were cut short", count),
        FlagKind.OFFICE_CONTRADICTED: ngettext(
            "Text whose offices contradict the record",
            "Texts whose offices contradict the record",
            count,
        ),
    }[kind]


def _names() -> Waiting:
    proposals = Mention.objects.open().of_texts_for_us()
    count = Asked().count()
    words = proposals.order_by("pk").values_list("text", flat=True)[: 10 * SAMPLES]
    samples = islice(dict.fromkeys(words), SAMPLES)
    about = ", ".join(f"“{word}”" for word in samples)
    return Waiting(
        count,
        ngettext("Name to settle", "Names to settle", count),
        about or _("Every name found is settled"),
        reverse("admin:articles_mention_names"),
    )


def _quarantined() -> Waiting:
    readings = Reading.objects.filter(is_current=True, status=ReadingStatus.QUARANTINED)
    count = readings.count()
    reasons = readings.order_by("-pk").values_list("reason", flat=True)[:SAMPLES]
    return Waiting(
        count,
        ngettext("Unreadable document", "Unreadable documents", count),
        " ".join(map(reason_in_words, reasons)) or _("None is in quarantine"),
        _list_url("document", reading=ReadingStatus.QUARANTINED),
    )


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
            "headline": _short(str(text)),
            "status": Status(revision.fields.get("status", text.status)).label,
        }
        yield Decision(words, _who(revision.made_by), revision.made_at, text_url(text))


def _merges() -> Iterable[Decision]:
    last = ArticleMerge.objects.select_related("made_by", "undone_by")[:DECISIONS]
    for merge in last.prefetch_related("survivor__translations"):
        headline = _short(str(merge.survivor))
        if merge.undone_at:
            words, who, at = _("Undone: a merge into “%s”"), merge.undone_by, merge.undone_at
        else:
            words, who, at = _("Merged into “%s”"), merge.made_by, merge.made_at
        yield Decision(words % headline, _who(who), at, change_url(merge))


def _runs() -> Iterable[Decision]:
    for run in ImportRun.objects.select_related("started_by")[:DECISIONS]:
        over = _short(", ".join(map(str, run.paths)))
        words = _("Import of %(paths)s") % {"paths": over}
        yield Decision(words, _who(run.started_by), run.started_at, change_url(run))
