"""Filters of the API's lists of entities, offices and terms."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, DateFilter, FilterSet, NumberFilter
from rest_framework import exceptions
from rest_framework.request import Request

from ots_desk.text import fold
from ots_desk.viewsets import asks_for_unpublished
from people.choices import EntityKind, Role
from people.models import Entity, Membership, Post
from people.querysets import EntityQuerySet, MembershipQuerySet

# The greatest key that the databases have; a greater one is refused before they are asked.
_GREATEST_ID = 2**63 - 1


class _IdField(forms.IntegerField):
    def __init__(self, **kwargs):
        super().__init__(**{**kwargs, "min_value": 1, "max_value": _GREATEST_ID})


class IdFilter(NumberFilter):
    """A filter by the id of another record; the schema takes its type from the method's hint."""

    field_class = _IdField

    def get_max_validator(self):
        return None


class TextFilter(CharFilter):
    """A filter by words. Longer ones than anybody types are refused, as SQLite refuses to look
    for them."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 200, **kwargs})


class _DayField(forms.DateField):
    default_error_messages = {"invalid": _("Write the day as 2022-01-31.")}

    def __init__(self, **kwargs):
        super().__init__(**{**kwargs, "input_formats": ["%Y-%m-%d"]})


class DayFilter(DateFilter):
    field_class = _DayField


def asked_day(request: Request, name: str) -> date | None:
    """The day that the caller asks about; any other words are refused."""
    try:
        return _DayField(required=False).clean(request.query_params.get(name, ""))
    except ValidationError as error:
        raise exceptions.ValidationError({name: error.messages}) from error


class SeesEntities:
    """What knows its request, and which entities the caller sees. Subclasses say in `public()`
    what readers see."""

    request: Request

    def public(self, entities: EntityQuerySet) -> EntityQuerySet:
        raise NotImplementedError

    def seen(self, entities: EntityQuerySet) -> EntityQuerySet:
        if asks_for_unpublished(self.request):
            return entities.standing()
        return self.public(entities)


class EntityFilter(FilterSet):
    q = TextFilter(method="named_like", label=_("Any spelling contains this, in any script"))
    country = TextFilter(lookup_expr="iexact", label=_("ISO 3166 code such as KG"))
    classification = TextFilter(lookup_expr="exact", label=_("Classification, exactly"))

    class Meta:
        model = Entity
        fields = ()

    def named_like(self, entities: EntityQuerySet, name: str, value: str) -> EntityQuerySet:
        return entities.named_like(value)


class PostFilter(SeesEntities, FilterSet):
    q = TextFilter(method="labelled", label=_("A label in any language contains this"))
    organization = IdFilter(method="of_body", label=_("Of this state or body (id)"))
    held_on = DayFilter(
        method="unfiltered", label=_("Tell who held the offices on this day: 2022-01-31")
    )

    class Meta:
        model = Post
        fields = ()

    def labelled(self, posts: QuerySet, name: str, value: str) -> QuerySet:
        return posts.filter(folded__contains=fold(value))

    def of_body(self, posts: QuerySet, name: str, value: int) -> QuerySet:
        return posts.filter(organization__in=self.seen(_survivors_of(value)))

    def unfiltered(self, posts: QuerySet, name: str, value: date) -> QuerySet:
        """An office that nobody is known to have held then says so."""
        return posts


class MembershipFilter(SeesEntities, FilterSet):
    member = IdFilter(method="of_member", label=_("Of this person, state or body (id)"))
    person = IdFilter(method="of_person", label=_("Of this person (id)"))
    post = IdFilter(field_name="post", label=_("In this office (id)"))
    organization = IdFilter(
        method="within", label=_("In this state or body: its offices and the roles in it (id)")
    )
    role = ChoiceFilter(choices=Role, label=_("Role in a body"))
    on = DayFilter(
        method="perhaps_on", label=_("That certainly or possibly included this day: 2022-01-31")
    )

    class Meta:
        model = Membership
        fields = ()

    def of_member(self, terms: MembershipQuerySet, name: str, value: int) -> MembershipQuerySet:
        return terms.filter(member__in=_survivors_of(value))

    def of_person(self, terms: MembershipQuerySet, name: str, value: int) -> MembershipQuerySet:
        return self.of_member(terms, name, value).filter(member__kind=EntityKind.PERSON)

    def within(self, terms: MembershipQuerySet, name: str, value: int) -> MembershipQuerySet:
        body = self.seen(_survivors_of(value))
        return terms.filter(Q(organization__in=body) | Q(post__organization__in=body))

    def perhaps_on(self, terms: MembershipQuerySet, name: str, value: date) -> MembershipQuerySet:
        return terms.perhaps_on(value)


def _survivors_of(pk: int) -> EntityQuerySet:
    """The entity of this id, or the one that it was merged into."""
    entity = Entity.objects.filter(pk=pk).first()
    return Entity.objects.filter(pk=entity.survivor().pk) if entity else Entity.objects.none()
