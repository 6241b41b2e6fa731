"""What an import run's page shows: how far it has come, its counts as a bar, its journal.

Importing itself is `articles.importing.run`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.core.paginator import Page, Paginator
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.links import text_url
from articles.choices import Outcome
from articles.doubts import reason_in_words
from articles.models import ImportRun, Reading, Sighting, Translation
from ots_desk.admin import change_url
from ots_desk.interface import date_words
from ots_desk.partial_dates import PartialDate

ROWS = 50
# A batch takes seconds; a run that has written nothing for so long isn't there any more.
SILENT = timedelta(minutes=5)

# What somebody may have to look at, or will look for in vain among the texts.
PROBLEMS = (
    Outcome.QUARANTINED,
    Outcome.FAILED,
    Outcome.REFUSED,
    Outcome.SKIPPED,
    Outcome.VERSION,
)


@dataclass(frozen=True)
class Part:
    """One outcome of a run: how many, and its stretch of the bar in per cent."""

    outcome: Outcome
    count: int
    start: float
    width: float


@dataclass(frozen=True)
class Row:
    """One thing that the run came across; `links` are (address, words)."""

    path: str
    outcome: str
    label: str
    reason: str
    links: list[tuple[str, str]]


def run_page(run: ImportRun, asked: str, page: str) -> dict:
    """Template values of a run `with_last_sign`; `asked` is the outcome to list, "all", or nothing
    for the problems."""
    rows = journal_rows(run, asked)
    listed = Paginator(rows, ROWS).get_page(page)
    done = sum(run.counts.get(outcome, 0) for outcome in Outcome.values)
    return {
        "state": state_of(run),
        "is_running": is_running(run),
        "parts": list(parts_of(run.counts)),
        "finding": finding(run),
        "results": list(_results(run.counts)),
        "done": done,
        "asked": asked if asked == "all" or asked in Outcome.values else "",
        "rows": list(_rows(listed)),
        "listed": listed,
        "options": list(_options(run.options)),
        "took": _took(run),
    }


def with_last_sign(runs: QuerySet[ImportRun]) -> QuerySet[ImportRun]:
    """With `last_sign`: when each run last wrote into its journal; when it began, where it has not
    yet."""
    last = Sighting.objects.filter(run=OuterRef("pk")).order_by("-pk").values("seen_at")[:1]
    return runs.annotate(last_sign=Coalesce(Subquery(last), F("started_at")))


def is_running(run: ImportRun) -> bool:
    """Not finished, and heard of lately."""
    return run.finished_at is None and timezone.now() - run.last_sign < SILENT


def state_of(run: ImportRun) -> str:
    if run.finished_at:
        return _("finished")
    return _("running") if is_running(run) else _("stopped before its end")


def parts_of(counts: dict[str, int]) -> Iterator[Part]:
    """The outcomes that occurred, side by side on a bar of a hundred."""
    whole = sum(counts.get(outcome, 0) for outcome in Outcome.values)
    at = 0.0
    for outcome in Outcome:
        if count := counts.get(outcome, 0):
            width = 100 * count / whole
            yield Part(outcome, count, round(at, 3), round(width, 3))
            at += width


def finding(run: ImportRun) -> str:
    """What the picture says, for those who don't see it."""
    parts = [f"{part.count} {part.outcome.label}" for part in parts_of(run.counts)]
    return "; ".join(parts)


def _results(counts: dict[str, int]) -> Iterator[tuple[int, str]]:
    """What followed from the new texts."""
    for name, words in (
        ("mentions", ngettext("name found", "names found", counts.get("mentions", 0))),
        ("pairs", ngettext("pair proposed", "pairs proposed", counts.get("pairs", 0))),
        ("published", ngettext("text published", "texts published", counts.get("published", 0))),
    ):
        if count := counts.get(name, 0):
            yield count, words


def _took(run: ImportRun) -> str:
    """“4 min 12 s”, up to now where it isn't finished."""
    end = run.finished_at or run.last_sign
    minutes, seconds = divmod(int((end - run.started_at).total_seconds()), 60)
    if not minutes:
        return _("%(seconds)d s") % {"seconds": seconds}
    return _("%(minutes)d min %(seconds)d s") % {"minutes": minutes, "seconds": seconds}


def _options(options: dict) -> Iterator[str]:
    """What the run was asked for beyond its paths."""
    if options.get("source"):
        yield _("outlet where none is named: %s") % options["source"]
    if options.get("since"):
        yield _("leaving out what is older than %s") % options["since"]
    if options.get("publish"):
        yield _("publishing complete drafts")


def journal_rows(run: ImportRun, asked: str) -> QuerySet[Sighting]:
    """The journal's rows of one outcome, all of them, or those that are a problem."""
    rows = run.sightings.select_related("document__attachment").defer("document__content")
    if asked in Outcome.values:
        return rows.filter(outcome=asked).order_by("pk")
    if asked == "all":
        return rows.order_by("pk")
    stayed = Q(outcome=Outcome.UNCHANGED) & ~Q(reason="")
    return rows.filter(Q(outcome__in=PROBLEMS) | stayed).order_by("pk")


def _rows(listed: Page) -> Iterator[Row]:
    sightings = list(listed)
    texts = _texts_of(sighting.document_id for sighting in sightings)
    for sighting in sightings:
        yield Row(
            sighting.path,
            sighting.outcome,
            sighting.get_outcome_display(),
            _reason(sighting),
            list(_links(sighting, texts.get(sighting.document_id))),
        )


def _reason(sighting: Sighting) -> str:
    if sighting.outcome == Outcome.SKIPPED and sighting.reason:
        date = PartialDate.parse(sighting.reason)
        return _("dated %(date)s") % {"date": date_words(date)}
    return reason_in_words(sighting.reason)


def _texts_of(documents: Iterable[int | None]) -> dict[int, Translation]:
    """The text that was made of each document."""
    readings = Reading.objects.filter(document__in=[pk for pk in documents if pk])
    texts = Translation.objects.filter(reading__in=readings).select_related("reading")
    light = texts.defer("body", "folded", "reading__lines", "reading__fields", "reading__body")
    return {text.reading.document_id: text for text in light}


def _links(sighting: Sighting, text: Translation | None) -> Iterator[tuple[str, str]]:
    """Where one goes on from this row."""
    document = sighting.document
    if document is None:
        return
    if text:
        yield text_url(text), _("the text")
    elif hasattr(document, "attachment"):
        yield change_url(document.attachment), _("the difference")
    elif sighting.reason:
        yield reverse("admin:articles_document_mend", args=[document.pk]), _("read it by hand")
    yield change_url(document), _("the evidence")
