"""What a story's page in the admin shows: its grid, its reports, its history, and what may join.

Changing anything is done by the forms on the page, through the operations.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.admin.screens.story_history import history_of
from articles.models import Article, Coverage, Story, Translation
from articles.querysets import TranslationQuerySet
from articles.reports import Report, first_of, leads_of, reports_by_story, reports_of
from ots_desk.interface import date_words
from ots_desk.languages import TEXTS, own_name
from people.models import Entity

# More than fit on a screen help nobody: the editor then types more words.
MOST_FOUND = 12


@dataclass(frozen=True)
class Line:
    """One text of the story, as the desk knows it."""

    text: Translation
    coverage: Coverage
    day: str
    is_first: bool  # for certain
    may_be_first: bool
    is_lead: bool
    others: list[Story]  # in which a digest stands besides

    @property
    def language_name(self) -> str:
        return own_name(self.text.language)


@dataclass(frozen=True)
class OutletLines:
    """What one outlet printed, and that again by the languages of the grid."""

    outlet: str  # empty: not stated
    lines: list[Line]
    cells: list[list[Line]]


@dataclass(frozen=True)
class Found:
    """An article that an editor may add, and the story in which it stands, if any."""

    article: Article
    text: Translation
    day: str
    home: Story | None


def desk_texts() -> TranslationQuerySet:
    """All texts that stand, with what a line of a story shows of them."""
    texts = Translation.objects.standing().select_related("source", "agency")
    return texts.defer("body", "folded")


def story_page(story: Story, words: str) -> dict:
    """Template values; `words`: what an editor looks for, to add it."""
    lines = _lines(story)
    languages = _languages(lines)
    return {
        "lines": lines,
        "languages": [(code, own_name(code)) for code in languages],
        "outlets": _by_outlet(lines, languages),
        "chosen_lead": next((line for line in lines if line.is_lead), None),
        "is_public": Story.objects.published().filter(pk=story.pk).exists(),
        "history": history_of(story),
        "words": words,
        "found": articles_like(words, but={line.text.article_id for line in lines}),
        "event": Entity.objects.filter(pk=story.event_id).first(),
    }


def articles_like(words: str, but: Iterable[int]) -> list[Found]:
    """Standing articles with these words, the newest first, without those named in `but`."""
    if not words.strip():
        return []
    texts = desk_texts().for_us().containing(words).exclude(article__in=list(but))
    newest: dict[int, Translation] = {}
    for text in texts.select_related("source", "agency", "article").newest_first()[
        : 3 * MOST_FOUND
    ]:
        newest.setdefault(text.article_id, text)
    shown = list(newest.values())[:MOST_FOUND]
    homes = _homes([text.article_id for text in shown])
    return [
        Found(text.article, text, date_words(text.published), homes.get(text.article_id))
        for text in shown
    ]


def stories_of(article: Article) -> list[tuple[Coverage, Story]]:
    """In which stories an article stands, named."""
    rows = Coverage.objects.filter(article=article, story__merged_into=None)
    rows = list(rows.select_related("story").order_by("pk"))
    return list(zip(rows, named_stories(row.story for row in rows), strict=True))


def named_stories(stories: Iterable[Story]) -> list[Story]:
    """The stories with `called`: their title, else the headline of their lead."""
    stories = list(stories)
    leads = leads_of(stories, Translation.objects.standing())
    for story in stories:
        story.called = story.title or str(leads.get(story.pk, story))
    return stories


def with_reports(stories: Iterable[Story]) -> list[Story]:
    """The stories with their `reports`, in a fixed number of queries."""
    stories = list(stories)
    found = reports_by_story(stories, desk_texts())
    for story in stories:
        story.reports = found[story.pk]
    return stories


def _lines(story: Story) -> list[Line]:
    reports = reports_of(story, desk_texts())
    coverage = {row.article_id: row for row in story.coverage.all()}
    first = {report.text.pk for report in first_of(reports)}
    others = _other_stories(story, reports)
    return [
        Line(
            text=report.text,
            coverage=coverage[report.text.article_id],
            day=date_words(report.text.published),
            is_first=first == {report.text.pk},
            may_be_first=report.text.pk in first,
            is_lead=report.text.pk == story.lead_id,
            others=others.get(report.text.article_id, []),
        )
        for report in reports
    ]


def _other_stories(story: Story, reports: list[Report]) -> dict[int, list[Story]]:
    digests = {report.text.article_id for report in reports if report.is_digest}
    rows = Coverage.objects.filter(article__in=digests, story__merged_into=None)
    rows = list(rows.exclude(story=story).select_related("story").order_by("pk"))
    found: dict[int, list[Story]] = {}
    for row, other in zip(rows, named_stories(row.story for row in rows), strict=True):
        found.setdefault(row.article_id, []).append(other)
    return found


def _homes(articles: list[int]) -> dict[int, Story]:
    """The story of each article that is no digest, named."""
    rows = Coverage.objects.filter(article__in=articles, is_digest=False, story__merged_into=None)
    rows = list(rows.select_related("story"))
    homes = named_stories(row.story for row in rows)
    return {row.article_id: home for row, home in zip(rows, homes, strict=True)}


def _languages(lines: list[Line]) -> list[str]:
    """In the order of the masthead, others after them."""
    known = list(TEXTS)
    return sorted(
        {line.text.language for line in lines},
        key=lambda code: (known.index(code) if code in known else len(known), code),
    )


def _by_outlet(lines: list[Line], languages: list[str]) -> list[OutletLines]:
    """In the order of their first reports, the unknown outlet last."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(_outlet(line.text), []).append(line)
    return [
        OutletLines(outlet, [line for cell in cells for line in cell], cells)
        for outlet, own in sorted(groups.items(), key=lambda group: not group[0])
        for cells in [[[line for line in own if line.text.language == c] for c in languages]]
    ]


def _outlet(text: Translation) -> str:
    if text.is_the_desks_own:
        return "OTS Desk"
    return str(text.rights_holder or "")
