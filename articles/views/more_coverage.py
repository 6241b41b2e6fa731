"""What an article's page tells of its stories: other outlets' reports of the same event.

All of them stand on the story's own page, `articles.views.stories`.
"""

from dataclasses import dataclass, replace

from django.utils.translation import get_language

from articles.addresses import address, story_address
from articles.models import Article, Story, Translation
from articles.reports import Report, is_shown, lead_of, light, reports_by_story, whole
from articles.views.entries import entry_of, outlet_of
from articles.views.report_rows import Heading, OutletRows, by_outlet, heading_of, rows_of
from ots_desk.languages import own_name

# So many reports are shown with an article; its story has them all.
SHOWN = 6


@dataclass(frozen=True)
class StoryLink:
    heading: Heading
    url: str
    reports: int


@dataclass(frozen=True)
class Offer:
    """Another outlet's report, in a language in which the article has no text."""

    code: str
    language_name: str
    url: str
    headline: str
    outlet: str


@dataclass(frozen=True)
class MoreCoverage:
    stories: list[StoryLink]
    is_digest: bool
    groups: list[OutletRows]
    offers: list[Offer]
    # The offer in the reader's own language, where the article has no text in it.
    own_offer: Offer | None


@dataclass(frozen=True)
class _Told:
    """A story with what is known of all its reports, and those chosen to be shown."""

    story: Story
    reports: list[Report]
    lead: Report
    others: list[Report]


def more_coverage(article: Article) -> MoreCoverage | None:
    """Other reports of what `article` tells; None where it is in no story that readers see. Five
    queries at most, whatever the size of its stories."""
    stories = list(Story.objects.standing().filter(coverage__article=article).order_by("pk"))
    if not stories:
        return None
    found = reports_by_story(stories, light(Translation.objects.published()))
    told = [
        _told(story, found[story.pk], article) for story in stories if is_shown(found[story.pk])
    ]
    if not told:
        return None
    return _shown(article, told)


def _told(story: Story, reports: list[Report], article: Article) -> _Told:
    others = [report for report in reports if report.text.article_id != article.pk]
    return _Told(story, reports, lead_of(story, reports), others)


def _shown(article: Article, told: list[_Told]) -> MoreCoverage:
    own = {r.text.language for r in told[0].reports if r.text.article_id == article.pk}
    is_digest = any(r.is_digest for r in told[0].reports if r.text.article_id == article.pk)
    chosen = [] if is_digest else _first_ones(told[0])
    offered = [] if is_digest else _one_of_each_language(told[0], own)
    read = whole([*(one.lead for one in told), *chosen, *offered])
    offers = [_offer(read[report.text.pk]) for report in offered]
    rows = [replace(report, text=read[report.text.pk]) for report in chosen]
    return MoreCoverage(
        stories=[_link(one, read) for one in told],
        is_digest=is_digest,
        groups=by_outlet(rows_of(told[0].story, told[0].reports, rows)),
        offers=offers,
        own_offer=next((offer for offer in offers if offer.code == get_language()), None),
    )


def _first_ones(told: _Told) -> list[Report]:
    """The lead, then what is in the reader's language, then as printed, digests last; of each
    outlet and language one, so that many are named."""

    def rank(report: Report) -> tuple[bool, bool, bool]:
        is_foreign = report.text.language != get_language()
        return report != told.lead, report.is_digest, is_foreign

    one_of_each: dict[tuple, Report] = {}
    for report in sorted(told.others, key=rank):
        text = report.text
        one_of_each.setdefault((text.source_id, text.agency_id, text.language), report)
    return list(one_of_each.values())[:SHOWN]


def _one_of_each_language(told: _Told, own: set[str]) -> list[Report]:
    """The lead where it is in that language, else the earliest that is no digest."""
    found: dict[str, Report] = {}
    for report in sorted(told.others, key=lambda report: (report != told.lead, report.is_digest)):
        if report.text.language not in own:
            found.setdefault(report.text.language, report)
    return sorted(found.values(), key=lambda report: report.text.language)


def _link(told: _Told, read: dict[int, Translation]) -> StoryLink:
    heading = heading_of(told.story, entry_of(read[told.lead.text.pk]))
    url = story_address(get_language(), told.story.pk, heading.words)
    return StoryLink(heading, url, len(told.reports))


def _offer(text: Translation) -> Offer:
    return Offer(
        code=text.language,
        language_name=own_name(text.language),
        url=address(text),
        headline=entry_of(text).headline,
        outlet=outlet_of(text),
    )
