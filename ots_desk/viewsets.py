"""What all of the API's viewsets share: who sees unpublished records, where merged ones lead.

What there is to see is each app's `api.py`; the addresses are in `ots_desk.api`.
"""

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.viewsets import ReadOnlyModelViewSet

UNPUBLISHED = OpenApiParameter(
    "unpublished",
    bool,
    description=(
        "1: also what readers don't see (drafts, full texts, records that no published text "
        "names). Needs an account of the newsroom; anybody else is answered 403."
    ),
)


def asks_for_unpublished(request: Request) -> bool:
    """Does the caller want what readers don't see? Raises PermissionDenied where that caller may
    not have it."""
    if request.query_params.get("unpublished", "").lower() not in ("1", "true"):
        return False
    if not request.user.has_perm("articles.see_unpublished"):
        raise PermissionDenied(_("Only the newsroom may see what is not published."))
    return True


class MovedSerializer(serializers.Serializer):
    """Where a merged record is found now."""

    id = serializers.IntegerField()
    url = serializers.URLField()


def answers(serializer: type[serializers.Serializer]):
    """Decorates a `MergingViewSet` whose single records look like `serializer`, for the schema."""
    return extend_schema_view(
        retrieve=extend_schema(
            parameters=[UNPUBLISHED], responses={200: serializer, 301: MovedSerializer}
        )
    )


@extend_schema_view(
    list=extend_schema(parameters=[UNPUBLISHED]),
    retrieve=extend_schema(parameters=[UNPUBLISHED]),
)
class DeskViewSet(ReadOnlyModelViewSet):
    """Reading only, by id. A subclass says what the caller sees in `visible()`."""

    def visible(self, queryset):
        raise NotImplementedError

    def get_queryset(self):
        queryset = super().get_queryset()
        is_for_schema = getattr(self, "swagger_fake_view", False)
        return queryset if is_for_schema else self.visible(queryset)

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        if "unpublished" in request.GET:
            response["Cache-Control"] = "private, no-store"
        return response


class MergingViewSet(DeskViewSet):
    """Records that may have been merged into others: their old ids lead on.

    Decorate subclasses with `answers`.
    """

    def retrieve(self, request, *args, **kwargs):
        found, is_moved = self.find()
        return self.moved(found) if is_moved else Response(self.get_serializer(found).data)

    def find(self) -> tuple[models.Model, bool]:
        """The record that stands for the id asked for, and whether that is another one."""
        wanted = get_object_or_404(self.queryset.all(), pk=self.kwargs["pk"])
        found = self.get_queryset().filter(pk=wanted.survivor().pk).first()
        if found is None:
            raise Http404
        return found, found != wanted

    def moved(self, survivor, view: str = "detail") -> Response:
        """Not to be cached for good, because a merge can be undone."""
        url = reverse(f"api:{self.basename}-{view}", args=[survivor.pk], request=self.request)
        if asked := self.request.META["QUERY_STRING"]:
            url = f"{url}?{asked}"
        headers = {"Location": url, "Cache-Control": "no-cache"}
        return Response({"id": survivor.pk, "url": url}, status=301, headers=headers)
