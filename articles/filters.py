"""Filters of the API's lists of articles, stories, topics and outlets; of entities by article.

A filter of articles that asks for something in a text asks all of them of one and the same text.
"""

from datetime import UTC, datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFilter, FilterSet, IsoDateTimeFilter
from rest_framework.request import Request

from articles.choices import SourceKind
from articles.models import Article, Coverage, Mention, Source, Story, Topic, Translation
from articles.querysets import ArticleQuerySet, StoryQuerySet, TranslationQuerySet
from articles.search import parse
from articles.search.backends import backend
from ots_desk.text import fold
from ots_desk.viewsets import asks_for_unpublished
from people.filters import EntityFilter, IdFilter, TextFilter
from people.models import Entity
from people.querysets import EntityQuerySet

# Times near the ends of the calendar can't be converted to another zone.
_FIRST_TIME, _LAST_TIME = datetime(2, 1, 1, tzinfo=UTC), datetime(9998, 1, 1, tzinfo=UTC)


def texts_for(request: Request) -> TranslationQuerySet:
    """The texts that the caller sees: public ones, or for the newsroom all that stand."""
    if asks_for_unpublished(request):
        return Translation.objects.standing()
    return Translation.objects.published()


class ArticleFilter(FilterSet):
    language = TextFilter(label=_("A text in this language: en, ru, uz-Cyrl"))
    q = TextFilter(method="with_words", label=_("A text with these words"))
    person = IdFilter(method="naming", label=_("Names or is about this person (id)"))
    organization = IdFilter(method="naming", label=_("Names or is about this body (id)"))
    place = IdFilter(method="naming", label=_("Names or is about this place (id)"))
    event = IdFilter(method="naming", label=_("Names or is about this event (id)"))
    document = IdFilter(method="naming", label=_("Names or is about this official document (id)"))
    country = TextFilter(
        method="naming_country",
        label=_("Names or is about a person, body, place or event of this country (ISO 3166)"),
    )
    topic = IdFilter(method="filed_under", label=_("Filed under this topic (id)"))
    source = IdFilter(method="by_outlet", label=_("Printed or written by this outlet (id)"))
    story = IdFilter(method="in_story", label=_("Told in this story (id)"))
    published_from = DateFilter(
        field_name="published_latest",
        lookup_expr="gte",
        label=_("Source date possibly on or after this day"),
    )
    published_to = DateFilter(
        field_name="published_earliest",
        lookup_expr="lte",
        label=_("Source date possibly on or before this day"),
    )
    changed_since = IsoDateTimeFilter(
        field_name="changed_at",
        lookup_expr="gte",
        label=_("A text changed here at this time or later"),
        validators=[MinValueValidator(_FIRST_TIME), MaxValueValidator(_LAST_TIME)],
    )

    class Meta:
        model = Article
        fields = ()

    def filter_queryset(self, articles: ArticleQuerySet) -> ArticleQuerySet:
        return articles.filter(Exists(self.texts().filter(article=OuterRef("pk"))))

    def texts(self) -> TranslationQuerySet:
        """The texts that fit, of those that the caller sees."""
        return super().filter_queryset(texts_for(self.request))

    def with_words(self, texts: TranslationQuerySet, name: str, value: str) -> TranslationQuerySet:
        if asks_for_unpublished(self.request):
            return texts.containing(value)  # the search index knows public texts only
        if not (query := parse(value)):
            return texts.none()
        return texts.filter(pk__in=backend(connection.vendor).matching(query))

    def naming(self, texts: TranslationQuerySet, name: str, value: int) -> TranslationQuerySet:
        entity = Entity.objects.filter(kind=name, pk=value).first()
        if not entity:
            return texts.none()
        return _about(texts, Entity.objects.filter(pk=entity.survivor().pk))

    def naming_country(
        self, texts: TranslationQuerySet, name: str, value: str
    ) -> TranslationQuerySet:
        return _about(texts, Entity.objects.filter(country=value.upper()))

    def filed_under(self, texts: TranslationQuerySet, name: str, value: int) -> TranslationQuerySet:
        return texts.filter(article__topics=value)

    def by_outlet(self, texts: TranslationQuerySet, name: str, value: int) -> TranslationQuerySet:
        return texts.filter(Q(source=value) | Q(agency=value))

    def in_story(self, texts: TranslationQuerySet, name: str, value: int) -> TranslationQuerySet:
        """A merged story leads to its survivor; one that the caller doesn't see has no texts."""
        story = Story.objects.filter(pk=value).select_related("merged_into").first()
        seen = Story.objects.told_by(texts_for(self.request))
        seen = seen.filter(pk=story.survivor().pk if story else None)
        return texts.filter(article__in=Coverage.objects.filter(story__in=seen).values("article"))


class StoryFilter(ArticleFilter):
    """Stories by what is asked of one of their texts."""

    story = None

    class Meta:
        model = Story
        fields = ()

    def filter_queryset(self, stories: StoryQuerySet) -> StoryQuerySet:
        fitting = self.texts().filter(article=OuterRef("article"))
        told = Coverage.objects.filter(Exists(fitting), story=OuterRef("pk"))
        return stories.filter(Exists(told))


def _about(texts: TranslationQuerySet, entities: EntityQuerySet) -> TranslationQuerySet:
    named = Mention.objects.confirmed().filter(translation=OuterRef("pk"), entity__in=entities)
    tagged = Article.about.through.objects.filter(article=OuterRef("article"), entity__in=entities)
    return texts.filter(Exists(named) | Exists(tagged))


class NamedEntityFilter(EntityFilter):
    named_in = IdFilter(method="in_article", label=_("Named in or subject of this article (id)"))

    def in_article(self, entities: EntityQuerySet, name: str, value: int) -> EntityQuerySet:
        article = Article.objects.filter(pk=value).first()
        if not article:
            return entities.none()
        texts = texts_for(self.request).filter(article=article.survivor())
        named = Mention.objects.confirmed().filter(translation__in=texts, entity=OuterRef("pk"))
        tagged = Article.about.through.objects.filter(
            article__in=texts.values("article"), entity=OuterRef("pk")
        )
        return entities.filter(Exists(named) | Exists(tagged))


class TopicFilter(FilterSet):
    q = TextFilter(method="labelled", label=_("A label contains this"))
    parent = IdFilter(method="within", label=_("Part of this topic (id)"))

    class Meta:
        model = Topic
        fields = ()

    def labelled(self, topics: QuerySet, name: str, value: str) -> QuerySet:
        return topics.filter(folded__contains=fold(value))

    def within(self, topics: QuerySet, name: str, value: int) -> QuerySet:
        return topics.filter(parent=value)


class SourceFilter(FilterSet):
    q = TextFilter(method="named_like", label=_("A name or domain contains this"))
    country = TextFilter(lookup_expr="iexact", label=_("ISO 3166 code such as KG"))
    kind = ChoiceFilter(choices=SourceKind, label=_("Kind"))

    class Meta:
        model = Source
        fields = ()

    def named_like(self, sources: QuerySet, name: str, value: str) -> QuerySet:
        return sources.filter(folded__contains=fold(value))
