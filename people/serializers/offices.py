"""Offices and terms as records of their own, and who held what on a day.

`on` in the context is the day that the caller asked about; without it no certainty is told.
"""

from datetime import date

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from people.choices import Certainty
from people.models import Membership, Post
from people.offices import holders_on, standing_on
from people.serializers.entities import (
    EntityRefSerializer,
    HeldTermSerializer,
    HolderSerializer,
    OfficeSerializer,
)

# What is known of a day: somebody for certain, somebody perhaps, or nobody.
ANSWERS = [str(Certainty.CERTAIN), str(Certainty.POSSIBLE), "unknown"]


def answer_of(found: list[tuple[Membership, Certainty]]) -> str:
    """The best that is known; certain terms come first."""
    return str(found[0][1]) if found else "unknown"


class CertaintyField(serializers.ChoiceField):
    """Whether a term included the day asked about; null where none was."""

    def __init__(self, **kwargs):
        super().__init__(
            choices=[str(Certainty.CERTAIN), str(Certainty.POSSIBLE)],
            source="*",
            allow_null=True,
            help_text="Whether the term included the day asked about; null where none was.",
            **kwargs,
        )

    def to_representation(self, value: Membership) -> str | None:
        day = self.context.get("on")
        return str(standing_on(value, day)) if day else None


class HolderOnDaySerializer(HolderSerializer):
    """Who held an office, and when."""

    certainty = CertaintyField()

    class Meta:
        model = Membership
        fields = ("id", *HolderSerializer.Meta.fields, "certainty")


class PostRecordSerializer(OfficeSerializer):
    """An office with those who are known to have held it, the latest first. Where a day is asked
    about, with those who then certainly or possibly held it, certain ones first."""

    for_one_person = serializers.BooleanField(source="is_for_one_person")
    holders = serializers.SerializerMethodField()
    answer = serializers.SerializerMethodField(
        help_text="What is known of the day asked about; null where none was."
    )

    class Meta:
        model = Post
        fields = (*OfficeSerializer.Meta.fields, "for_one_person", "answer", "holders")

    @extend_schema_field(serializers.ChoiceField(choices=ANSWERS, allow_null=True))
    def get_answer(self, post: Post) -> str | None:
        day = self.context.get("on")
        return answer_of(holders_on(post, day)) if day else None

    @extend_schema_field(HolderOnDaySerializer(many=True))
    def get_holders(self, post: Post):
        terms = _on_day(post, self.context.get("on"))
        return HolderOnDaySerializer(terms, many=True, context=self.context).data


def _on_day(post: Post, day: date | None) -> list[Membership]:
    if day is None:
        return list(post.memberships.all())
    return [term for term, _certainty in holders_on(post, day)]


class MembershipSerializer(HeldTermSerializer):
    """A term: who held an office or had a role in a body, from when to when."""

    url = serializers.SerializerMethodField()
    member = EntityRefSerializer()
    certainty = CertaintyField()

    class Meta:
        model = Membership
        fields = ("id", "url", "member", *HeldTermSerializer.Meta.fields, "certainty")

    def get_url(self, term: Membership) -> str:
        return reverse("api:membership-detail", args=[term.pk], request=self.context["request"])


class OfficeOnDaySerializer(HeldTermSerializer):
    certainty = CertaintyField()

    class Meta:
        model = Membership
        fields = ("id", *HeldTermSerializer.Meta.fields, "certainty")


class OfficesOnDaySerializer(serializers.Serializer):
    """What a person was on a day, certain offices and roles first."""

    on = serializers.DateField()
    answer = serializers.ChoiceField(choices=ANSWERS)
    offices = OfficeOnDaySerializer(many=True)
