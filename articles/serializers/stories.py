"""Stories as JSON: an event, and what each outlet reports of it.

Which reports there are, which leads and which was first is `articles.reports`'s.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from articles.addresses import story_address
from articles.choices import Status
from articles.models import Story, Translation
from articles.projection import project
from articles.querysets import TranslationQuerySet
from articles.reports import Report, first_of, lead_of, light, reports_by_story, whole
from articles.serializers.base import ApiUrlSerializer
from articles.serializers.outlets import SourceRefSerializer
from articles.serializers.texts import SourceDateSerializer, html_address
from people.serializers import EntityRefSerializer, TextOrNull


@dataclass(frozen=True)
class ShownStory:
    """A story with what the caller sees of it. In lists `reports` is the lead alone."""

    story: Story
    lead: Translation
    earliest: list[int]
    articles: int
    languages: list[str]
    reports: list[Report]

    @property
    def pk(self) -> int:
        return self.story.pk


def shown_stories(
    stories: Iterable[Story], texts: TranslationQuerySet, *, in_full: bool
) -> list[ShownStory]:
    """The stories, as `texts` tell them, in a fixed number of queries; with all reports only
    `in_full`."""
    stories = list(stories)
    found = reports_by_story(stories, light(texts))
    leads = {story.pk: lead_of(story, found[story.pk]) for story in stories}
    shown = [r for own in found.values() for r in own] if in_full else list(leads.values())
    read = whole(shown)
    return [
        ShownStory(
            story=story,
            lead=read[leads[story.pk].text.pk],
            earliest=sorted(report.text.pk for report in first_of(found[story.pk])),
            articles=len({report.text.article_id for report in found[story.pk]}),
            languages=sorted({report.text.language for report in found[story.pk]}),
            reports=[
                Report(read[report.text.pk], report.is_digest)
                for report in found[story.pk]
                if report.text.pk in read
            ],
        )
        for story in stories
    ]


class StoryArticleSerializer(serializers.Serializer):
    """An article in a word."""

    id = serializers.IntegerField(source="article_id")
    url = serializers.SerializerMethodField()

    def get_url(self, text: Translation) -> str:
        return reverse(
            "api:article-detail", args=[text.article_id], request=self.context["request"]
        )


class ReportSerializer(serializers.Serializer):
    """One text of a story."""

    id = serializers.IntegerField(source="text.pk", help_text="Of the text.")
    article = StoryArticleSerializer(source="text")
    html_url = serializers.SerializerMethodField(help_text="Its page; null where it has none.")
    language = serializers.CharField(source="text.language", help_text="BCP 47 code.")
    status = serializers.ChoiceField(choices=Status.choices, source="text.status")
    headline = serializers.SerializerMethodField()
    source = SourceRefSerializer(
        source="text.source", allow_null=True, help_text="Who printed it; null: not stated."
    )
    agency = SourceRefSerializer(source="text.agency", allow_null=True)
    source_url = TextOrNull(source="text.source_url")
    published = serializers.SerializerMethodField(
        help_text="The outlet's own date; null: not stated."
    )
    is_digest = serializers.BooleanField(help_text="It tells other events as well.")

    def get_html_url(self, report: Report) -> str | None:
        return html_address(report.text, self.context["request"])

    def get_headline(self, report: Report) -> str:
        is_newsroom = self.context["is_newsroom"]
        return report.text.headline if is_newsroom else project(report.text).headline

    @extend_schema_field(SourceDateSerializer(allow_null=True))
    def get_published(self, report: Report) -> dict | None:
        if not report.text.published:
            return None
        return SourceDateSerializer(report).data


class StorySerializer(ApiUrlSerializer):
    """What several outlets report of one event: more coverage, not duplicates."""

    basename = "story"

    id = serializers.IntegerField(source="pk")
    html_url = serializers.SerializerMethodField(help_text="Its page; null where it has none.")
    title = TextOrNull(source="story.title", help_text="In the desk's own words.")
    event = EntityRefSerializer(source="story.event", allow_null=True)
    lead = serializers.SerializerMethodField(
        help_text="The text that the desk puts first, else the earliest that is no digest."
    )
    lead_is_chosen = serializers.SerializerMethodField(help_text="By an editor.")
    earliest = serializers.ListField(
        child=serializers.IntegerField(),
        help_text=(
            "The text that was printed first, by its id; several where dates, clocks and zones "
            "don't tell; none where no date is stated."
        ),
    )
    article_count = serializers.IntegerField(source="articles")
    languages = serializers.ListField(child=serializers.CharField())

    class Meta:
        model = Story
        fields = (
            "id",
            "url",
            "html_url",
            "title",
            "event",
            "article_count",
            "languages",
            "lead",
            "lead_is_chosen",
            "earliest",
        )

    def get_html_url(self, shown: ShownStory) -> str | None:
        """Only stories that readers see have a page."""
        if self.context["is_newsroom"]:
            return None
        heading = shown.story.title or project(shown.lead).headline
        path = story_address("en", shown.pk, heading)
        return self.context["request"].build_absolute_uri(path)

    @extend_schema_field(ReportSerializer)
    def get_lead(self, shown: ShownStory) -> dict:
        report = next(report for report in shown.reports if report.text.pk == shown.lead.pk)
        return ReportSerializer(report, context=self.context).data

    def get_lead_is_chosen(self, shown: ShownStory) -> bool:
        return shown.lead.pk == shown.story.lead_id


class StoryDetailSerializer(StorySerializer):
    """A story with all its reports, in the order in which they were printed."""

    reports = ReportSerializer(many=True)

    class Meta(StorySerializer.Meta):
        fields = (*StorySerializer.Meta.fields, "reports")
