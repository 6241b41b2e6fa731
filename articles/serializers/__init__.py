"""Articles, topics, outlets and stories as JSON, one subject a module."""

from articles.serializers.stories import (
    StoryDetailSerializer,
    StorySerializer,
    shown_stories,
)
from articles.serializers.texts import ArticleSerializer, SourceSerializer, TopicSerializer

__all__ = [
    "ArticleSerializer",
    "SourceSerializer",
    "StoryDetailSerializer",
    "StorySerializer",
    "TopicSerializer",
    "shown_stories",
]
