"""Forms for outlets and topics."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import Source, Topic
from ots_desk.forms import DeskForm, LabelledLinesField, LinesField, VersionedForm


class SourceForm(VersionedForm):
    other_names = LabelledLinesField(
        "language",
        "text",
        label=_("Other names"),
        help_text=_("One to a line, such as “ru: Тренд”."),
    )
    domains = LinesField(label=_("Domains"), help_text=_("One to a line, such as 24.kg."))
    languages = LinesField(label=_("Languages"), help_text=_("BCP 47 codes, one to a line."))
    self_phrases = LinesField(
        label=_("Phrases that name it"),
        help_text=_("Regular expressions by which its texts show who wrote them, one to a line."),
    )

    class Meta:
        model = Source
        fields = (
            "name",
            "other_names",
            "kind",
            "domains",
            "country",
            "zone",
            "languages",
            "self_phrases",
            "public_use",
            "public_use_basis",
            "entity",
            "note",
        )

    def clean_self_phrases(self):
        return [_compiled(phrase) for phrase in self.cleaned_data["self_phrases"]]


class TopicForm(DeskForm):
    labels = LabelledLinesField(
        "language",
        "text",
        required=True,
        label=_("Labels"),
        help_text=_("One to a line, such as “ru: Политика”."),
    )

    class Meta:
        model = Topic
        fields = ("name", "parent", "iptc_media_topic", "labels")


def _compiled(phrase: str) -> str:
    try:
        re.compile(phrase, re.MULTILINE)
    except re.error as error:
        raise forms.ValidationError(
            _("“%(phrase)s” is not a regular expression: %(error)s"),
            params={"phrase": phrase, "error": error},
        ) from error
    return phrase
