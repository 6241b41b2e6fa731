"""The text of an article as JSON.

What a text shows is decided by `articles.projection`; only the newsroom, when it asks for what is
unpublished, gets texts whole.
"""

from dataclasses import dataclass, fields

from django.utils.translation import override
from rest_framework import serializers

from articles.addresses import address
from articles.choices import MentionField, MentionStatus, PublicUse, Status
from articles.kinship import Kinship
from articles.models import Mention, Revision, Translation
from articles.projection import PublicText, project, public_mentions, public_use_of
from articles.serializers.base import UtcField
from articles.serializers.outlets import SourceRefSerializer
from articles.substance import SAYING
from ots_desk.partial_dates import Precision
from people.serializers import EntityRefSerializer, TextOrNull


@dataclass(frozen=True)
class ShownText:
    """A text with what the caller sees of it."""

    text: Translation
    words: PublicText
    mentions: list[Mention]
    kinship: Kinship

    @property
    def edited(self) -> list[str] | None:
        return self.kinship.edited_fields(self.text, self.words) or None

    @property
    def source(self) -> Translation | None:
        return self.kinship.source_of(self.text)

    @property
    def followed(self) -> Revision | None:
        return self.text.follows if self.source else None

    @property
    def is_stale(self) -> bool:
        return self.kinship.is_stale(self.text)

    @property
    def dated(self) -> "ShownText | None":
        return self if self.text.published else None


def shown_to_readers(text: Translation, kinship: Kinship) -> ShownText:
    words = project(text)
    return ShownText(text, words, public_mentions(words, text.mentions.all()), kinship)


def shown_to_newsroom(text: Translation, kinship: Kinship) -> ShownText:
    """The text whole, with the mentions that still wait for a decision."""
    own = [f.name for f in fields(PublicText) if f.name not in ("use", "is_complete")]
    values = {name: getattr(text, name) for name in own}
    words = PublicText(use=public_use_of(text), is_complete=True, **values)
    gone = (MentionStatus.REJECTED, MentionStatus.BROKEN)
    mentions = [m for m in text.mentions.all() if m.status not in gone]
    return ShownText(text, words, mentions, kinship)


def html_address(text: Translation, request) -> str | None:
    """The page on which readers find a text; None where they don't see it."""
    if text.status != Status.PUBLISHED or public_use_of(text) == PublicUse.NONE:
        return None
    with override("en"):  # the language around a text for which there is no interface
        return request.build_absolute_uri(address(text))


class SourceDateSerializer(serializers.Serializer):
    """When the outlet says that it published the text. Never converted."""

    date = serializers.CharField(
        source="text.published", help_text="As precise as printed: 2025, 2025-09, 2025-09-12."
    )
    precision = serializers.ChoiceField(
        choices=[str(precision) for precision in Precision], source="text.published.precision"
    )
    time = serializers.TimeField(
        format="%H:%M",
        source="text.published_time",
        allow_null=True,
        help_text="The clock as printed; null where none was.",
    )
    zone = TextOrNull(
        source="text.zone", help_text="The clock's zone by name; null where it isn't known."
    )


class MentionSerializer(serializers.ModelSerializer):
    """Where a text names an entity: `start` and `end` count Unicode code points of the field
    named, from 0; `end` is the first one after the name. (In JavaScript, use Array.from(field),
    since its strings count UTF-16 units.)"""

    entity = EntityRefSerializer(allow_null=True, help_text="Null: nobody known yet.")
    field = serializers.ChoiceField(choices=MentionField.choices)
    start = serializers.IntegerField(help_text="Code point at which the name begins.")
    end = serializers.IntegerField(help_text="Code point after the name's last one.")
    status = serializers.ChoiceField(
        choices=[MentionStatus.CONFIRMED.value, MentionStatus.SUGGESTED.value],
        help_text="Readers see confirmed ones only.",
    )

    class Meta:
        model = Mention
        fields = ("entity", "field", "start", "end", "text", "status")


class TranslationSerializer(serializers.Serializer):
    """An article's text in one language, as far as the caller may see it."""

    id = serializers.IntegerField(source="text.pk")
    html_url = serializers.SerializerMethodField(help_text="Its page; null where it has none.")
    language = serializers.CharField(source="text.language", help_text="BCP 47 code.")
    status = serializers.ChoiceField(choices=Status.choices, source="text.status")
    public_use = serializers.ChoiceField(
        choices=PublicUse.choices,
        source="words.use",
        help_text="How much of the outlet's text readers may see.",
    )
    is_complete = serializers.BooleanField(
        source="words.is_complete", help_text="False: what readers may not see is left out."
    )
    headline = serializers.CharField(source="words.headline")
    headline_is_proposed = serializers.BooleanField(
        source="words.headline_is_proposed",
        help_text="The text had none; the desk took its first sentence.",
    )
    deck = TextOrNull(source="words.deck")
    summary = TextOrNull(source="words.summary", help_text="In the desk's own words.")
    dateline = TextOrNull(source="words.dateline")
    byline = TextOrNull(source="words.byline")
    body = serializers.CharField(
        source="words.body", help_text="Paragraphs, with an empty line between them."
    )
    credit = TextOrNull(source="words.credit")
    caption = TextOrNull(source="words.caption")
    source = SourceRefSerializer(
        source="text.source", allow_null=True, help_text="Who printed it; null: not stated."
    )
    agency = SourceRefSerializer(
        source="text.agency", allow_null=True, help_text="Who wrote it, where that is another."
    )
    via = TextOrNull(source="text.via", help_text="The press service that it cites.")
    source_url = TextOrNull(source="text.source_url")
    published = SourceDateSerializer(
        source="dated", allow_null=True, help_text="The outlet's own date; null: not stated."
    )
    first_published_at = UtcField(
        source="text.first_published_at",
        allow_null=True,
        help_text="When this desk first published it.",
    )
    changed_at = UtcField(source="text.changed_at", help_text="When this desk last changed it.")
    translation_of = serializers.IntegerField(
        source="source.pk",
        default=None,
        allow_null=True,
        help_text="The text (id) that it was translated from; null: unknown, texts are parallel.",
    )
    follows_revision = serializers.IntegerField(
        source="followed.number",
        default=None,
        allow_null=True,
        help_text="Of a translation by the desk: the revision of its source that it follows.",
    )
    is_stale = serializers.BooleanField(
        help_text="True: its source says other things since that revision."
    )
    edited_by_desk = serializers.ListField(
        source="edited",
        child=serializers.ChoiceField(choices=SAYING),
        allow_null=True,
        help_text="Fields that no longer say what was received; null: none that is shown.",
    )
    mentions = MentionSerializer(many=True)

    def get_html_url(self, shown: ShownText) -> str | None:
        return html_address(shown.text, self.context["request"])
