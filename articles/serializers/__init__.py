"""Articles, topics, outlets and stories as JSON, one subject a module."""

from articles.serializers.articles import ArticleSerializer
from articles.serializers.outlets import SourceSerializer, TopicSerializer
from articles.serializers.stories import StoryDetailSerializer, StorySerializer, shown_stories

__all__ = [
    "ArticleSerializer",
    "SourceSerializer",
    "StoryDetailSerializer",
    "StorySerializer",
    "TopicSerializer",
    "shown_stories",
]
