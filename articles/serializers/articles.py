"""Articles as JSON, with their text in each language."""

from datetime import datetime

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.kinship import Kinship, kinship_of
from articles.models import Article, Story
from articles.serializers.base import ApiUrlSerializer
from articles.serializers.outlets import TopicRefSerializer
from articles.serializers.texts import TranslationSerializer, shown_to_newsroom, shown_to_readers
from people.serializers import EntityRefSerializer, PartialDateSerializer


class StoryRefSerializer(ApiUrlSerializer):
    """A story in a word."""

    basename = "story"

    class Meta:
        model = Story
        fields = ("id", "url")


class ArticleSerializer(ApiUrlSerializer):
    """One news item, with its text in each language."""

    basename = "article"

    event_date = PartialDateSerializer(
        allow_null=True, help_text="When it happened, which is not when it was printed."
    )
    topics = TopicRefSerializer(many=True)
    about = EntityRefSerializer(many=True, help_text="What it is about without spelling it.")
    stories = StoryRefSerializer(
        many=True, help_text="In which other outlets report the same event; a digest has several."
    )
    first_published_at = serializers.SerializerMethodField(
        help_text="When this desk first published it in any language, in UTC."
    )
    changed_at = serializers.SerializerMethodField(
        help_text="When this desk last changed one of these texts, in UTC."
    )
    translations = serializers.SerializerMethodField()

    class Meta:
        model = Article
        fields = (
            "id",
            "url",
            "event_date",
            "topics",
            "about",
            "stories",
            "first_published_at",
            "changed_at",
            "translations",
        )

    def get_first_published_at(self, article: Article) -> datetime | None:
        times = [text.first_published_at for text in article.seen if text.first_published_at]
        return min(times, default=None)

    def get_changed_at(self, article: Article) -> datetime:
        return max(text.changed_at for text in article.seen)

    @extend_schema_field(TranslationSerializer(many=True))
    def get_translations(self, article: Article) -> list:
        show = shown_to_newsroom if self.context["is_newsroom"] else shown_to_readers
        kinship = self._kinship(article)
        shown = [show(text, kinship) for text in article.seen]
        return TranslationSerializer(shown, many=True, context=self.context).data

    def _kinship(self, article: Article) -> Kinship:
        """Looked up once for a whole list."""
        listed = getattr(self.parent, "instance", None)
        articles = listed if isinstance(listed, list) else [article]
        if "kinship" not in self.context or not isinstance(listed, list):
            texts = [text for one in articles for text in one.seen]
            self.context["kinship"] = kinship_of(texts)
        return self.context["kinship"]
