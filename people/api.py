"""Who's who in the API: entities of one kind, with spellings, terms and offices.

Which of them readers may see depends on what was published, so `ots_desk.api` brings that in.
"""

from django.db.models import Prefetch

from ots_desk.viewsets import MergingViewSet, answers, asks_for_unpublished
from people.filters import EntityFilter
from people.models import Entity, Membership, Post
from people.querysets import EntityQuerySet, MembershipQuerySet
from people.serializers import EntityDetailSerializer, EntitySerializer


@answers(EntityDetailSerializer)
class EntityViewSet(MergingViewSet):
    """Entities of one kind. Subclasses give `queryset` and, in `public()`, what readers see."""

    filterset_class = EntityFilter

    def public(self, entities: EntityQuerySet) -> EntityQuerySet:
        raise NotImplementedError

    def get_serializer_class(self):
        return EntitySerializer if self.action == "list" else EntityDetailSerializer

    def visible(self, queryset: EntityQuerySet) -> EntityQuerySet:
        seen = self._seen(Entity.objects.all())
        related = ["names", Prefetch("parent", seen), Prefetch("location", seen)]
        if self.action != "list":
            related += [_held_terms(seen), _members(seen), _offices(seen)]
        return self._seen(queryset).prefetch_related(*related)

    def _seen(self, entities: EntityQuerySet) -> EntityQuerySet:
        if asks_for_unpublished(self.request):
            return entities.standing()
        return self.public(entities)


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
