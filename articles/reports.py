"""What a story consists of: the texts of its articles, which leads, and which was printed first.

Reading only. How readers are shown it is `articles.views.stories`; changing it, `articles.stories`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from articles.models import Coverage, Source, Story, Translation
from articles.querysets import TranslationQuerySet

# What is needed of a text to say where it stands in a story.
_LIGHT = (
    "article",
    "language",
    "source",
    "agency",
    "published_earliest",
    "published_latest",
    "published_time",
    "zone",
    "sorts_at",
)

# The clocks of the world are never further apart.
_A_DAY_ANYWHERE = timedelta(days=2)


@dataclass(frozen=True)
class Report:
    """One text of a story."""

    text: Translation
    is_digest: bool

    @property
    def outlet(self) -> Source | None:
        return self.text.rights_holder


def reports_of(story: Story, texts: TranslationQuerySet) -> list[Report]:
    """The texts of a story among `texts`, in the order in which they were printed as far as that
    is known, undated ones last."""
    return reports_by_story([story], texts)[story.pk]


def reports_by_story(
    stories: Iterable[Story], texts: TranslationQuerySet
) -> dict[int, list[Report]]:
    """The same for several stories, by their ids, in three queries."""
    by_story: dict[int, list[Report]] = {story.pk: [] for story in stories}
    coverage = list(Coverage.objects.filter(story__in=by_story))
    by_article: dict[int, list[Translation]] = {row.article_id: [] for row in coverage}
    # By ids: asked for articles and for a status at once, SQLite walks all that are published.
    told = Translation.objects.filter(article__in=by_article).order_by()
    for text in texts.filter(pk__in=list(told.values_list("pk", flat=True))):
        by_article[text.article_id].append(text)
    for row in coverage:
        by_story[row.story_id] += [Report(t, row.is_digest) for t in by_article[row.article_id]]
    return {pk: sorted(reports, key=_as_printed) for pk, reports in by_story.items()}


def light(texts: TranslationQuerySet) -> TranslationQuerySet:
    """`texts` with no more of each than it takes to choose among reports; `whole` reads the rest
    of those chosen."""
    return texts.only(*_LIGHT).order_by()


def whole(reports: Iterable[Report]) -> dict[int, Translation]:
    """The texts of `reports` with all that readers may see of them, by their ids."""
    ids = {report.text.pk for report in reports}
    return Translation.objects.select_related("source", "agency", "article").in_bulk(ids)


def leads_of(stories: Iterable[Story], texts: TranslationQuerySet) -> dict[int, Translation]:
    """By the id of each story that any of `texts` tells, the text that stands for it."""
    stories = list(stories)
    found = reports_by_story(stories, light(texts))
    leads = {story.pk: lead_of(story, found[story.pk]) for story in stories}
    read = whole(lead for lead in leads.values() if lead)
    return {pk: read[lead.text.pk] for pk, lead in leads.items() if lead}


def is_shown(reports: Iterable[Report]) -> bool:
    """One article alone is no story."""
    return len({report.text.article_id for report in reports}) > 1


def first_of(reports: Iterable[Report]) -> set[Report]:
    """The dated report that was printed first; several where the dates, clocks and zones printed
    don't tell which of them it was."""
    dated = [report for report in reports if report.text.published]
    soonest = min((report.text.published_latest for report in dated), default=None)
    # Only these are worth comparing with each other: of the rest, one is surely later.
    near = [r for r in dated if r.text.published_earliest - soonest <= _A_DAY_ANYWHERE]
    return {report for report in near if not any(_is_before(other, report) for other in near)}


def lead_of(story: Story, reports: list[Report]) -> Report | None:
    """The desk's lead; where none is chosen, or it isn't among `reports`, the earliest that is
    no digest."""
    chosen = [report for report in reports if report.text.pk == story.lead_id]
    whole = [report for report in reports if not report.is_digest]
    return next(iter([*chosen, *whole, *reports]), None)


def _as_printed(report: Report) -> tuple:
    text = report.text
    return text.published_earliest is None, text.sorts_at, text.pk


def _is_before(one: Report, other: Report) -> bool:
    """Was it printed before the other for certain? Moments decide where both are known, else the
    days as printed."""
    moments = _moment(one.text), _moment(other.text)
    if all(moments):
        return moments[0] < moments[1]
    return one.text.published_latest < other.text.published_earliest


def _moment(text: Translation) -> timedelta | None:
    """When a text was printed, where day, clock and zone are known: as a span, because the ends
    of the calendar have no earlier and no later moment."""
    is_a_day = text.published_earliest == text.published_latest
    if not (is_a_day and text.published_time and text.zone in _zones()):
        return None
    printed = datetime.combine(text.published_earliest, text.published_time)
    return printed - datetime.min - printed.replace(tzinfo=ZoneInfo(text.zone)).utcoffset()


@cache
def _zones() -> set[str]:
    return available_timezones()
