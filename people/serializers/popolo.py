"""Who's who as Popolo has it (popoloproject.com): strings for ids, partial dates as texts.

What Popolo has no word for stands beside it under the desk's own: language, script, certainty.
"""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ots_desk.text import script_of
from people.choices import EntityKind
from people.models import Entity, Membership, Name, Post
from people.popolo import popolo_date
from people.serializers.entities import IdentifierSerializer, OfficeLabelSerializer, TextOrNull
from people.serializers.offices import CertaintyField
from people.sources import public_sources


class PopoloDateField(serializers.CharField):
    """2022, 2022-11 or 2022-11-11, as precise as its source."""

    def __init__(self, **kwargs):
        super().__init__(allow_null=True, **kwargs)

    def to_representation(self, value) -> str | None:
        return popolo_date(value)


class PopoloIdField(serializers.CharField):
    """The id of another record; null where there is none, or where the caller may not see it."""

    def __init__(self, **kwargs):
        super().__init__(allow_null=True, **kwargs)

    def to_representation(self, value) -> str:
        return str(value.pk)


class PublicLinksSerializer(serializers.ListSerializer):
    """Sources without the desk's own texts."""

    def to_representation(self, data):
        return super().to_representation(public_sources(data))


class PopoloLinkSerializer(serializers.Serializer):
    url = serializers.CharField(source="*")

    class Meta:
        list_serializer_class = PublicLinksSerializer


class PublicSourceField(TextOrNull):
    """A source; null where it is a text of the desk."""

    def to_representation(self, value) -> str | None:
        return super().to_representation("".join(public_sources([value])))


class PopoloNameSerializer(serializers.ModelSerializer):
    name = serializers.CharField(source="text")
    script = serializers.SerializerMethodField(
        help_text="ISO 15924 code such as Latn or Cyrl; null for any other."
    )
    start_date = PopoloDateField(source="valid_from")
    end_date = PopoloDateField(source="valid_to")
    source = PublicSourceField(help_text="Where this spelling was seen.")

    class Meta:
        model = Name
        fields = (
            "name",
            "language",
            "script",
            "kind",
            "attested",
            "source",
            "start_date",
            "end_date",
        )

    def get_script(self, name: Name) -> str | None:
        return script_of(name.text) or None


class PopoloMemberSerializer(serializers.ModelSerializer):
    """A member that is no person: a state or a body."""

    id = serializers.CharField(source="pk")
    classification = TextOrNull()

    class Meta:
        model = Entity
        fields = ("id", "name", "classification")


class PopoloMembershipSerializer(serializers.ModelSerializer):
    """A term. That of an office of a state has the state as its area."""

    id = serializers.CharField(source="pk")
    label = serializers.SerializerMethodField()
    role = TextOrNull()
    person_id = serializers.SerializerMethodField()
    member = serializers.SerializerMethodField()
    organization_id = serializers.SerializerMethodField()
    area_id = serializers.SerializerMethodField()
    post_id = PopoloIdField(source="post")
    start_date = PopoloDateField(source="began")
    end_date = PopoloDateField(source="ended")
    acting = serializers.BooleanField(source="is_acting")
    certainty = CertaintyField()
    sources = PopoloLinkSerializer(many=True)

    class Meta:
        model = Membership
        fields = (
            "id",
            "label",
            "role",
            "person_id",
            "member",
            "organization_id",
            "area_id",
            "post_id",
            "start_date",
            "end_date",
            "known_until",
            "acting",
            "certainty",
            "sources",
        )

    def get_label(self, term: Membership) -> str:
        return term.post.label("en") if term.post else term.role

    def get_person_id(self, term: Membership) -> str | None:
        return str(term.member_id) if term.member.kind == EntityKind.PERSON else None

    @extend_schema_field(PopoloMemberSerializer(allow_null=True))
    def get_member(self, term: Membership):
        is_person = term.member.kind == EntityKind.PERSON
        return None if is_person else PopoloMemberSerializer(term.member).data

    def get_organization_id(self, term: Membership) -> str | None:
        return _id_of_body(_whose(term))

    def get_area_id(self, term: Membership) -> str | None:
        return _id_of_state(_whose(term))


def _whose(term: Membership) -> Entity | None:
    return _body_of(term.post) if term.post else term.organization


def _body_of(post: Post) -> Entity | None:
    """Whose office it is; None where the view has kept that from the caller."""
    return getattr(post, "organization", None)


def _id_of_body(entity: Entity | None) -> str | None:
    return str(entity.pk) if entity and entity.kind != EntityKind.PLACE else None


def _id_of_state(entity: Entity | None) -> str | None:
    return str(entity.pk) if entity and entity.kind == EntityKind.PLACE else None


class PopoloPostSerializer(serializers.ModelSerializer):
    """An office with the terms of its holders. A state's office has the state as its area."""

    id = serializers.CharField(source="pk")
    label = serializers.SerializerMethodField()
    labels = OfficeLabelSerializer(many=True)
    organization_id = serializers.SerializerMethodField()
    area_id = serializers.SerializerMethodField()
    memberships = PopoloMembershipSerializer(many=True)

    class Meta:
        model = Post
        fields = ("id", "label", "labels", "organization_id", "area_id", "memberships")

    def get_label(self, post: Post) -> str:
        return post.label("en")

    def get_organization_id(self, post: Post) -> str | None:
        return _id_of_body(_body_of(post))

    def get_area_id(self, post: Post) -> str | None:
        return _id_of_state(_body_of(post))


class PopoloPersonSerializer(serializers.ModelSerializer):
    """A person."""

    id = serializers.CharField(source="pk")
    other_names = PopoloNameSerializer(many=True, source="names")
    identifiers = IdentifierSerializer(many=True)
    birth_date = PopoloDateField(source="began")
    death_date = PopoloDateField(source="ended")
    summary = TextOrNull(source="description")
    country = TextOrNull(help_text="ISO 3166 code.")
    sources = PopoloLinkSerializer(many=True)

    class Meta:
        model = Entity
        fields = (
            "id",
            "name",
            "other_names",
            "identifiers",
            "birth_date",
            "death_date",
            "summary",
            "country",
            "sources",
        )


class PopoloPersonDetailSerializer(PopoloPersonSerializer):
    """A person with the offices and roles that they held."""

    memberships = PopoloMembershipSerializer(many=True)

    class Meta:
        model = Entity
        fields = (*PopoloPersonSerializer.Meta.fields, "memberships")


class PopoloOrganizationSerializer(serializers.ModelSerializer):
    """A body."""

    id = serializers.CharField(source="pk")
    other_names = PopoloNameSerializer(many=True, source="names")
    identifiers = IdentifierSerializer(many=True)
    classification = TextOrNull()
    parent_id = PopoloIdField(source="parent")
    area_id = PopoloIdField(source="location")
    founding_date = PopoloDateField(source="began")
    dissolution_date = PopoloDateField(source="ended")
    description = TextOrNull()
    country = TextOrNull(help_text="ISO 3166 code.")
    sources = PopoloLinkSerializer(many=True)

    class Meta:
        model = Entity
        fields = (
            "id",
            "name",
            "other_names",
            "identifiers",
            "classification",
            "parent_id",
            "area_id",
            "founding_date",
            "dissolution_date",
            "description",
            "country",
            "sources",
        )


class PopoloOrganizationDetailSerializer(PopoloOrganizationSerializer):
    """A body with its members and its offices."""

    memberships = PopoloMembershipSerializer(many=True, source="members")
    posts = PopoloPostSerializer(many=True)

    class Meta:
        model = Entity
        fields = (*PopoloOrganizationSerializer.Meta.fields, "memberships", "posts")
