"""What was published in the API: articles with their texts, stories, topics, outlets.

Which texts a caller sees is `articles.filters.texts_for`; what of them, `articles.serializers`.
"""

from django.db.models import Exists, OuterRef, Prefetch
from rest_framework.response import Response

from articles.filters import ArticleFilter, SourceFilter, StoryFilter, TopicFilter, texts_for
from articles.models import Article, Mention, Source, Story, Topic
from articles.querysets import ArticleQuerySet, StoryQuerySet
from articles.serializers import (
    ArticleSerializer,
    SourceSerializer,
    StoryDetailSerializer,
    StorySerializer,
    TopicSerializer,
    shown_stories,
)
from articles.visibility import public_entities
from ots_desk.viewsets import DeskViewSet, MergingViewSet, answers, asks_for_unpublished
from people.models import Entity


class KnowsTheNewsroom:
    """Tells serializers whether the caller is of the newsroom and asks for what is unpublished."""

    def get_serializer_context(self):
        request = self.request
        return {
            **super().get_serializer_context(),
            "is_newsroom": bool(request) and asks_for_unpublished(request),
        }


@answers(ArticleSerializer)
class ArticleViewSet(KnowsTheNewsroom, MergingViewSet):
    """Articles, newest first, each with its text in every language that it exists in."""

    queryset = Article.objects.all()
    serializer_class = ArticleSerializer
    filterset_class = ArticleFilter

    def visible(self, queryset: ArticleQuerySet) -> ArticleQuerySet:
        texts = texts_for(self.request)
        mentions = Mention.objects.select_related("entity").order_by("field", "start")
        # Of the revision that a translation follows only the number is said.
        following = texts.select_related("source", "agency", "follows").defer("follows__fields")
        seen = following.order_by("pk")
        return (
            queryset.standing()
            .filter(Exists(texts.filter(article=OuterRef("pk"))))
            .prefetch_related(
                "topics",
                Prefetch("about", Entity.objects.standing()),
                Prefetch("stories", Story.objects.told_by(texts).order_by("pk")),
                Prefetch(
                    "translations",
                    seen.prefetch_related(Prefetch("mentions", mentions)),
                    to_attr="seen",
                ),
            )
        )


@answers(StoryDetailSerializer)
class StoryViewSet(KnowsTheNewsroom, MergingViewSet):
    """Stories: what several outlets report of one event. A single one comes with all reports."""

    queryset = Story.objects.all()
    serializer_class = StorySerializer
    filterset_class = StoryFilter

    def visible(self, queryset: StoryQuerySet) -> StoryQuerySet:
        events = Entity.objects.standing()
        seen = events if asks_for_unpublished(self.request) else public_entities(events)
        stories = queryset.told_by(texts_for(self.request))
        return stories.prefetch_related(Prefetch("event", seen))

    def paginate_queryset(self, queryset):
        return self.shown(super().paginate_queryset(queryset))

    def retrieve(self, request, *args, **kwargs):
        found, is_moved = self.find()
        if is_moved:
            return self.moved(found)
        (shown,) = self.shown([found], in_full=True)
        return Response(StoryDetailSerializer(shown, context=self.get_serializer_context()).data)

    def shown(self, stories, *, in_full: bool = False) -> list:
        return shown_stories(stories, texts_for(self.request), in_full=in_full)


class TopicViewSet(DeskViewSet):
    """The desk's tree of subjects."""

    queryset = Topic.objects.select_related("parent")
    serializer_class = TopicSerializer
    filterset_class = TopicFilter

    def visible(self, queryset):
        return queryset


class SourceViewSet(DeskViewSet):
    """The outlets whose texts the desk takes in."""

    queryset = Source.objects.all()
    serializer_class = SourceSerializer
    filterset_class = SourceFilter

    def visible(self, queryset):
        entities = Entity.objects.all()
        seen = entities if asks_for_unpublished(self.request) else public_entities(entities)
        return queryset.prefetch_related(Prefetch("entity", seen))
