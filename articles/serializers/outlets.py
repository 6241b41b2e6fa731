"""Outlets and topics as JSON."""

from rest_framework import serializers

from articles.models import Source, Topic
from articles.serializers.base import ApiUrlSerializer
from people.serializers import EntityRefSerializer, LabelSerializer, TextOrNull, page_address


class TopicRefSerializer(ApiUrlSerializer):
    """A topic in a word."""

    basename = "topic"

    class Meta:
        model = Topic
        fields = ("id", "name", "url")


class TopicSerializer(TopicRefSerializer):
    """A subject from a small tree with IPTC Media Topic codes."""

    html_url = serializers.SerializerMethodField()
    parent = TopicRefSerializer(allow_null=True)
    iptc_media_topic = TextOrNull()
    labels = LabelSerializer(many=True)

    class Meta:
        model = Topic
        fields = ("id", "url", "html_url", "name", "labels", "parent", "iptc_media_topic")

    def get_html_url(self, topic: Topic) -> str:
        return page_address(topic, self.context["request"])


class SourceRefSerializer(ApiUrlSerializer):
    """An outlet in a word."""

    basename = "source"

    class Meta:
        model = Source
        fields = ("id", "name", "url")


class SourceSerializer(SourceRefSerializer):
    """An outlet: newspaper, agency, portal or press office."""

    other_names = LabelSerializer(many=True)
    kind = TextOrNull()
    domains = serializers.ListField(child=serializers.CharField())
    country = TextOrNull(help_text="ISO 3166 code.")
    zone = TextOrNull(help_text="By name, such as Asia/Bishkek; null: its clocks are as printed.")
    languages = serializers.ListField(child=serializers.CharField())
    entity = EntityRefSerializer(allow_null=True)

    class Meta:
        model = Source
        fields = (
            "id",
            "url",
            "name",
            "other_names",
            "kind",
            "domains",
            "country",
            "zone",
            "languages",
            "public_use",
            "entity",
        )
