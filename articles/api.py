"""What was published in the API: articles with their texts, topics, outlets.

Which texts a caller sees is `articles.filters.texts_for`; what of them, `articles.serializers`.
"""

from django.db.models import Exists, OuterRef, Prefetch

from articles.filters import ArticleFilter, SourceFilter, TopicFilter, texts_for
from articles.models import Article, Mention, Source, Topic
from articles.querysets import ArticleQuerySet
from articles.serializers import ArticleSerializer, SourceSerializer, TopicSerializer
from articles.visibility import public_entities
from ots_desk.viewsets import DeskViewSet, MergingViewSet, answers, asks_for_unpublished
from people.models import Entity


@answers(ArticleSerializer)
class ArticleViewSet(MergingViewSet):
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
                Prefetch(
                    "translations",
                    seen.prefetch_related(Prefetch("mentions", mentions)),
                    to_attr="seen",
                ),
            )
        )

    def get_serializer_context(self):
        request = self.request
        return {
            **super().get_serializer_context(),
            "is_newsroom": bool(request) and asks_for_unpublished(request),
        }


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
