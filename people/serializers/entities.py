"""Who's who as JSON: entities with their spellings, and terms as printed.

Confidence and notes are for editors and left out; which entities a caller sees is `people.api`'s.
"""

from django.utils.translation import override
from rest_framework import serializers
from rest_framework.reverse import reverse

from ots_desk.partial_dates import Precision
from people.choices import LABEL_KINDS, Role
from people.models import Entity, Membership, Name, Post
from people.sources import public_sources


class TextOrNull(serializers.CharField):
    """A text; null where there is none."""

    def __init__(self, **kwargs):
        super().__init__(allow_null=True, **kwargs)

    def to_representation(self, value):
        return str(value) if value else None


class PublicSourcesField(serializers.ListField):
    """Where it can be checked; the desk's own texts are left out, for editors, too."""

    def __init__(self, **kwargs):
        super().__init__(child=serializers.CharField(), **kwargs)

    def to_representation(self, data) -> list[str]:
        return super().to_representation(public_sources(data))


class PartialDateSerializer(serializers.Serializer):
    """A date as precise as its source."""

    date = serializers.CharField(
        source="*", help_text="2022, 2022-11, 2022-11-11, or a span: 2022-11-11/2022-12-02."
    )
    precision = serializers.ChoiceField(choices=[str(precision) for precision in Precision])
    earliest = serializers.DateField(help_text="The first day that it may have been.")
    latest = serializers.DateField(help_text="The last day that it may have been.")


def entity_address(entity: Entity, request) -> str:
    """The entity's address in this API, under its kind."""
    return reverse(f"api:{entity.kind}-detail", args=[entity.pk], request=request)


def page_address(record, request) -> str:
    """The page that tells readers of `record`, in English."""
    with override("en"):
        return request.build_absolute_uri(record.get_absolute_url())


class EntityRefSerializer(serializers.ModelSerializer):
    """An entity in a word; the rest is behind `url`."""

    url = serializers.SerializerMethodField()

    class Meta:
        model = Entity
        fields = ("id", "kind", "name", "url")

    def get_url(self, entity: Entity) -> str:
        return entity_address(entity, self.context["request"])


class NameSerializer(serializers.ModelSerializer):
    """One spelling."""

    valid_from = PartialDateSerializer(allow_null=True)
    valid_to = PartialDateSerializer(allow_null=True)

    class Meta:
        model = Name
        fields = ("text", "language", "kind", "attested", "valid_from", "valid_to")
        extra_kwargs = {
            "attested": {"help_text": "True: seen in a source. False: a usual or derived form."}
        }


class LabelSerializer(serializers.Serializer):
    language = serializers.CharField()
    text = serializers.CharField()


class OfficeLabelSerializer(LabelSerializer):
    kind = serializers.ChoiceField(choices=list(LABEL_KINDS))


class IdentifierSerializer(serializers.Serializer):
    """The entity's id elsewhere, such as in Wikidata."""

    scheme = serializers.CharField()
    identifier = serializers.CharField()


class TermSerializer(serializers.ModelSerializer):
    """When a term was, as its sources say. An end of null is no proof that it lasts: it is certain
    up to `known_until` and only possible after it."""

    began = PartialDateSerializer(allow_null=True)
    ended = PartialDateSerializer(allow_null=True)
    acting = serializers.BooleanField(source="is_acting")
    sources = PublicSourcesField()

    class Meta:
        model = Membership
        fields = ("began", "ended", "known_until", "acting", "sources")


class HolderSerializer(TermSerializer):
    """Who held an office, and when."""

    member = EntityRefSerializer()

    class Meta:
        model = Membership
        fields = ("member", *TermSerializer.Meta.fields)


class MemberSerializer(HolderSerializer):
    """Who was chair, member, observer or participant of a body, and when."""

    role = serializers.ChoiceField(choices=Role.choices)

    class Meta:
        model = Membership
        fields = ("role", *HolderSerializer.Meta.fields)


class OfficeSerializer(serializers.ModelSerializer):
    """An office, whoever holds it."""

    url = serializers.SerializerMethodField()
    labels = OfficeLabelSerializer(many=True)
    organization = EntityRefSerializer(
        allow_null=True, help_text="Whose office it is; null where readers may not see that."
    )

    class Meta:
        model = Post
        fields = ("id", "url", "labels", "organization")

    def get_url(self, post: Post) -> str:
        return reverse("api:post-detail", args=[post.pk], request=self.context["request"])


class HeldTermSerializer(TermSerializer):
    """What an entity was: an office it held, or a role in a body."""

    post = OfficeSerializer(allow_null=True)
    organization = EntityRefSerializer(allow_null=True)
    role = TextOrNull()

    class Meta:
        model = Membership
        fields = ("post", "organization", "role", *TermSerializer.Meta.fields)


class PostSerializer(serializers.ModelSerializer):
    """An office of a state or body, with those who are known to have held it."""

    labels = OfficeLabelSerializer(many=True)
    holders = HolderSerializer(many=True, source="memberships")

    class Meta:
        model = Post
        fields = ("id", "labels", "holders")


class EntitySerializer(serializers.ModelSerializer):
    """A person, organization, place, event or official document."""

    url = serializers.SerializerMethodField()
    html_url = serializers.SerializerMethodField()
    names = NameSerializer(many=True)
    classification = TextOrNull()
    description = TextOrNull()
    country = TextOrNull(help_text="ISO 3166 code; null where none is known or none fits.")
    parent = EntityRefSerializer(allow_null=True)
    location = EntityRefSerializer(allow_null=True)
    began = PartialDateSerializer(allow_null=True)
    ended = PartialDateSerializer(allow_null=True)
    identifiers = IdentifierSerializer(many=True)
    sources = PublicSourcesField()

    class Meta:
        model = Entity
        fields = (
            "id",
            "url",
            "html_url",
            "kind",
            "name",
            "names",
            "classification",
            "description",
            "country",
            "parent",
            "location",
            "began",
            "ended",
            "identifiers",
            "sources",
        )

    def get_url(self, entity: Entity) -> str:
        return entity_address(entity, self.context["request"])

    def get_html_url(self, entity: Entity) -> str:
        return page_address(entity, self.context["request"])


class EntityDetailSerializer(EntitySerializer):
    """An entity with what it was, who belonged to it, and its offices with their holders."""

    memberships = HeldTermSerializer(many=True)
    members = MemberSerializer(many=True)
    posts = PostSerializer(many=True)

    class Meta:
        model = Entity
        fields = (*EntitySerializer.Meta.fields, "memberships", "members", "posts")
