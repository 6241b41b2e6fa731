"""What waits for a decision: one line of the ledger for each queue.

Counts and samples only, in a number of queries that doesn't grow; deciding is done elsewhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.screens.doubt_words import doubt_words
from articles.choices import FlagKind, ReadingStatus, Status
from articles.doubts import reason_in_words
from articles.models import ArticleJudgement, Attachment, Flag, Mention, Reading, Translation
from articles.open_names import Asked
from people.models import EntityJudgement

# So many samples stand under a count.
SAMPLES = 2


@dataclass(frozen=True)
class Waiting:
    """One line of the ledger; with a count of 0, `about` says that all is done."""

    count: int
    what: str
    about: str
    url: str


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


def short(words: str) -> str:
    """Of a headline as much as a line holds."""
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
    about = "; ".join(f"{short(str(pair.first))} / {short(str(pair.second))}" for pair in best)
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
            "; ".join(f"{short(first)} / {short(second)}" for first, second in best),
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
            yield Waiting(count, doubt_words(kind, count), samples.get(kind, _("None")), url)


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
    return "; ".join(short(one or _("without a headline")) for one in headlines[:SAMPLES])


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
