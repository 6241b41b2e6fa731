"""Who's who in the API: entities of one kind, offices, terms, and who held what on a day.

Which entities readers may see depends on what was published, so `ots_desk.api` brings that in.
"""

from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.settings import api_settings

from ots_desk.viewsets import UNPUBLISHED, DeskViewSet, MergingViewSet, MovedSerializer, answers
from people.filters import EntityFilter, MembershipFilter, PostFilter, SeesEntities, asked_day
from people.models import Entity, Membership, Post
from people.offices import terms_on
from people.querysets import EntityQuerySet, MembershipQuerySet
from people.serializers import (
    EntityDetailSerializer,
    EntitySerializer,
    MembershipSerializer,
    OfficesOnDaySerializer,
    PopoloMembershipSerializer,
    PopoloOrganizationDetailSerializer,
    PopoloOrganizationSerializer,
    PopoloPersonDetailSerializer,
    PopoloPersonSerializer,
    PopoloPostSerializer,
    PostRecordSerializer,
)
from people.serializers.offices import answer_of


class PopoloRenderer(JSONRenderer):
    """`?format=popolo`: the same record in the shape of the Popolo standard."""

    media_type = "application/popolo+json"
    format = "popolo"


class InPopolo:
    """A viewset whose records are also told as Popolo has them. Subclasses name the serializers
    of one record and of a list of them; decorate them with `in_both_shapes`."""

    renderer_classes = (*api_settings.DEFAULT_RENDERER_CLASSES, PopoloRenderer)
    popolo: type[Serializer]
    popolo_list: type[Serializer]

    def get_serializer_class(self) -> type[Serializer]:
        renderer = getattr(self.request, "accepted_renderer", None)
        if renderer is None or renderer.format != PopoloRenderer.format:
            return super().get_serializer_class()
        return self.popolo_list if self.action == "list" else self.popolo


def in_both_shapes(listed: type[Serializer], one: type[Serializer], **other_answers):
    """Tells the schema that the desk's own shapes `listed` and `one` also come as Popolo."""

    def decorate(viewset: type[InPopolo]):
        shapes = {"list": (listed, viewset.popolo_list), "retrieve": (one, viewset.popolo)}
        return extend_schema_view(
            **{
                name: extend_schema(
                    parameters=[UNPUBLISHED],
                    responses={
                        (200, "application/json"): desk,
                        (200, PopoloRenderer.media_type): popolo,
                        **other_answers.get(name, {}),
                    },
                )
                for name, (desk, popolo) in shapes.items()
            }
        )(viewset)

    return decorate


_MOVED = {"retrieve": {(301, "application/json"): MovedSerializer}}


@answers(EntityDetailSerializer)
class EntityViewSet(SeesEntities, MergingViewSet):
    """Entities of one kind. Subclasses give `queryset` and, in `public()`, what readers see."""

    filterset_class = EntityFilter

    def get_serializer_class(self):
        return EntitySerializer if self.action == "list" else EntityDetailSerializer

    def visible(self, queryset: EntityQuerySet) -> EntityQuerySet:
        seen = self.seen(Entity.objects.all())
        related = ["names", Prefetch("parent", seen), Prefetch("location", seen)]
        if self.action != "list":
            related += [_held_terms(seen), _members(seen), _offices(seen)]
        return self.seen(queryset).prefetch_related(*related)


@in_both_shapes(EntitySerializer, EntityDetailSerializer, **_MOVED)
class OrganizationViewSet(InPopolo, EntityViewSet):
    popolo = PopoloOrganizationDetailSerializer
    popolo_list = PopoloOrganizationSerializer


@in_both_shapes(EntitySerializer, EntityDetailSerializer, **_MOVED)
class PersonViewSet(InPopolo, EntityViewSet):
    popolo = PopoloPersonDetailSerializer
    popolo_list = PopoloPersonSerializer

    @extend_schema(
        parameters=[
            UNPUBLISHED,
            OpenApiParameter("on", date, required=True, description="The day: 2022-01-31."),
        ],
        responses={
            (200, "application/json"): OfficesOnDaySerializer,
            (301, "application/json"): MovedSerializer,
        },
    )
    @action(detail=True, renderer_classes=api_settings.DEFAULT_RENDERER_CLASSES)
    def offices(self, request, pk: str) -> Response:
        """What the person was on a day: certain offices and roles first, then possible ones."""
        day = asked_day(request, "on")
        if day is None:
            raise ValidationError({"on": ["Say which day: ?on=2022-01-31."]})
        person, is_moved = self.find()
        if is_moved:
            return self.moved(person, "offices")
        context = {**self.get_serializer_context(), "on": day}
        found = terms_on(person.memberships.all(), day)
        answer = {"on": day, "answer": answer_of(found), "offices": [term for term, _ in found]}
        return Response(OfficesOnDaySerializer(answer, context=context).data)


class AboutOffices(InPopolo, SeesEntities, DeskViewSet):
    """Records of offices and terms. `day_name` is the parameter by which callers name a day."""

    day_name: str

    def get_serializer_context(self) -> dict:
        return {**super().get_serializer_context(), "on": self.day()}

    def day(self) -> date | None:
        return asked_day(self.request, self.day_name) if self.request else None


@in_both_shapes(PostRecordSerializer, PostRecordSerializer)
class PostViewSet(AboutOffices):
    """Offices of states and bodies, and who held them."""

    queryset = Post.objects.all()
    serializer_class = PostRecordSerializer
    popolo = popolo_list = PopoloPostSerializer
    filterset_class = PostFilter
    day_name = "held_on"

    def visible(self, queryset: QuerySet) -> QuerySet:
        """Offices of those whom the caller sees, and offices that they held."""
        seen = self.seen(Entity.objects.all())
        holders = _terms().filter(member__in=seen)
        shown = holders.perhaps_on(day) if (day := self.day()) else holders
        held = Exists(holders.filter(post=OuterRef("pk")))
        return queryset.filter(Q(organization__in=seen) | held).prefetch_related(
            Prefetch("organization", seen),
            Prefetch(
                "memberships",
                shown.select_related("member", "post").prefetch_related(
                    Prefetch("post__organization", seen)
                ),
            ),
        )


@in_both_shapes(MembershipSerializer, MembershipSerializer)
class MembershipViewSet(AboutOffices):
    """Terms: who held an office or had a role in a body, from when to when."""

    queryset = Membership.objects.all()
    serializer_class = MembershipSerializer
    popolo = popolo_list = PopoloMembershipSerializer
    filterset_class = MembershipFilter
    day_name = "on"

    def visible(self, queryset: MembershipQuerySet) -> MembershipQuerySet:
        """Told terms of those whom the caller sees; a role in a body only where they see that."""
        seen = self.seen(Entity.objects.all())
        is_told = Q(post__isnull=False) | Q(organization__in=seen)
        return (
            queryset.told()
            .filter(is_told, member__in=seen)
            .select_related("member", "post")
            .prefetch_related(Prefetch("post__organization", seen), Prefetch("organization", seen))
        )


def _terms() -> MembershipQuerySet:
    return Membership.objects.told().newest_first()


def _held_terms(seen: EntityQuerySet) -> Prefetch:
    terms = _terms().select_related("post")
    return Prefetch(
        "memberships",
        terms.prefetch_related(
            Prefetch("post__organization", seen), Prefetch("organization", seen)
        ),
    )


def _members(seen: EntityQuerySet) -> Prefetch:
    return Prefetch("members", _terms().filter(member__in=seen).select_related("member"))


def _offices(seen: EntityQuerySet) -> Prefetch:
    holders = _terms().filter(member__in=seen).select_related("member")
    posts = Post.objects.order_by("pk").prefetch_related(Prefetch("memberships", holders))
    return Prefetch("posts", posts)
