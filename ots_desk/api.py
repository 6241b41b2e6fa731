"""The addresses of the API, and what readers see of who's who.

What each record looks like is in `articles.api` and `people.api`.
"""

from django.urls import path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import DefaultRouter

from articles.api import ArticleViewSet, SourceViewSet, StoryViewSet, TopicViewSet
from articles.filters import NamedEntityFilter
from articles.visibility import public_entities
from people import api, filters
from people.models import Event, OfficialDocument, Organization, Person, Place


class AsPublished(filters.SeesEntities):
    """Readers see the entities that public texts name, and those marked public."""

    def public(self, entities):
        return public_entities(entities)


class EntityViewSet(AsPublished, api.EntityViewSet):
    filterset_class = NamedEntityFilter


class PersonViewSet(AsPublished, api.PersonViewSet):
    """Persons, under every spelling, with the offices they held."""

    queryset = Person.objects.all()
    filterset_class = NamedEntityFilter


class OrganizationViewSet(AsPublished, api.OrganizationViewSet):
    """Bodies, with members, chairs, offices and their holders."""

    queryset = Organization.objects.all()
    filterset_class = NamedEntityFilter


class PlaceViewSet(EntityViewSet):
    """Countries, cities and other places."""

    queryset = Place.objects.all()


class EventViewSet(EntityViewSet):
    """Summits, sessions and other meetings."""

    queryset = Event.objects.all()


class DocumentViewSet(EntityViewSet):
    """Official documents, such as declarations and treaties."""

    queryset = OfficialDocument.objects.all()


class PostFilter(AsPublished, filters.PostFilter):
    pass


class PostViewSet(AsPublished, api.PostViewSet):
    """Offices of states and bodies, and who held them; with `held_on`, who held them that day."""

    filterset_class = PostFilter


class MembershipFilter(AsPublished, filters.MembershipFilter):
    pass


class MembershipViewSet(AsPublished, api.MembershipViewSet):
    """Terms: who held an office or had a role in a body (chair, member, observer), from when to
    when; with `on`, those that certainly or possibly included that day."""

    filterset_class = MembershipFilter


router = DefaultRouter()
router.include_format_suffixes = False
router.register("articles", ArticleViewSet, "article")
router.register("stories", StoryViewSet, "story")
router.register("persons", PersonViewSet, "person")
router.register("organizations", OrganizationViewSet, "organization")
router.register("places", PlaceViewSet, "place")
router.register("events", EventViewSet, "event")
router.register("documents", DocumentViewSet, "document")
router.register("posts", PostViewSet, "post")
router.register("memberships", MembershipViewSet, "membership")
router.register("topics", TopicViewSet, "topic")
router.register("sources", SourceViewSet, "source")

app_name = "api"
urlpatterns = [*router.urls, path("schema/", SpectacularAPIView.as_view(), name="schema")]
