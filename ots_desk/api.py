"""The addresses of the API, and what readers see of who's who.

What each record looks like is in `articles.api` and `people.api`.
"""

from django.urls import path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import DefaultRouter

from articles.api import ArticleViewSet, SourceViewSet, TopicViewSet
from articles.filters import NamedEntityFilter
from articles.visibility import public_entities
from people.api import EntityViewSet
from people.models import Event, OfficialDocument, Organization, Person, Place


class NamedEntityViewSet(EntityViewSet):
    """Readers see the entities that public texts name, and those marked public."""

    filterset_class = NamedEntityFilter

    def public(self, entities):
        return public_entities(entities)


class PersonViewSet(NamedEntityViewSet):
    """Persons, under every spelling, with the offices they held."""

    queryset = Person.objects.all()


class OrganizationViewSet(NamedEntityViewSet):
    """Bodies, with members, chairs, offices and their holders."""

    queryset = Organization.objects.all()


class PlaceViewSet(NamedEntityViewSet):
    """Countries, cities and other places."""

    queryset = Place.objects.all()


class EventViewSet(NamedEntityViewSet):
    """Summits, sessions and other meetings."""

    queryset = Event.objects.all()


class DocumentViewSet(NamedEntityViewSet):
    """Official documents, such as declarations and treaties."""

    queryset = OfficialDocument.objects.all()


router = DefaultRouter()
router.include_format_suffixes = False
router.register("articles", ArticleViewSet, "article")
router.register("persons", PersonViewSet, "person")
router.register("organizations", OrganizationViewSet, "organization")
router.register("places", PlaceViewSet, "place")
router.register("events", EventViewSet, "event")
router.register("documents", DocumentViewSet, "document")
router.register("topics", TopicViewSet, "topic")
router.register("sources", SourceViewSet, "source")

app_name = "api"
urlpatterns = [*router.urls, path("schema/", SpectacularAPIView.as_view(), name="schema")]
