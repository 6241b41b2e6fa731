"""Forms of the desk for texts, articles, outlets and topics.

Saving goes through the operations; these only ask, check and explain.
"""

import re
from base64 import b64decode
from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.directing import source_of
from articles.importing import MAX_BYTES
from articles.models import Article, Source, Topic, Translation
from articles.revisions import last_number
from ots_desk.fields import PartialDateFormField
from ots_desk.forms import (
    DeskForm,
    LabelledLinesField,
    LinesField,
    StoredTextMixin,
    VersionedForm,
    partial_date_form_field,
)
from ots_desk.languages import INTERFACE, TEXTS, own_name


class LanguageField(forms.ChoiceField):
    """The languages of the desk, and whatever other code the text has already."""

    def __init__(self, codes=TEXTS, **kwargs):
        choices = [("", "—"), *((code, f"{own_name(code)} ({code})") for code in codes)]
        super().__init__(choices=choices, label=_("Language"), **kwargs)

    def also_offer(self, code: str) -> None:
        if code and code not in dict(self.choices):
            self.choices = [*self.choices, (code, code)]


class TextForm(VersionedForm):
    """The words of one text, where they come from, and how much of them readers may see."""

    partial_date_fields = ("published",)
    published = partial_date_form_field(Translation, "published")
    language = LanguageField(required=False)
    note = forms.CharField(
        label=_("Note on this change"),
        required=False,
        max_length=300,
        help_text=_("What you changed and why; it stands beside the revision."),
    )
    is_caught_up = forms.BooleanField(
        label=_("Brought up to date with its source"),
        required=False,
        help_text=_("It now says what its source says as you see it here."),
    )
    seen_source = forms.IntegerField(required=False, widget=forms.HiddenInput)

    # Of a translation that follows its source; they change no field of the text.
    ABOUT_SOURCE = ("is_caught_up", "seen_source")

    class Meta:
        model = Translation
        # A partial date isn't a column; the admin adds the address, with its scheme.
        fields = tuple(
            name for name in Translation.TEXT_FIELDS if name not in ("published", "source_url")
        )
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 2, "maxlength": 500}),
            "deck": forms.Textarea(attrs={"rows": 2}),
            "summary": forms.Textarea(attrs={"rows": 3}),
            "body": forms.Textarea(attrs={"rows": 24}),
            "caption": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "language" in self.fields:
            self.fields["language"].also_offer(self.instance.language)
        for name in self.ABOUT_SOURCE:
            getattr(self, "_stored", {}).pop(name, None)
            if not self.instance.follows_id:
                del self.fields[name]
        if self.instance.follows_id and "seen_source" in self.fields:
            source = source_of(self.instance)
            self.initial["seen_source"] = last_number(source) if source else None


class SeenTextField(forms.ChoiceField):
    """One of some texts, as it was when the form was opened: it may change while somebody
    translates it, and what was chosen is still what was read."""

    def offer(self, texts: Iterable[Translation]) -> str:
        """Offer these, each with its `seen`; returns the choice that is the first of them."""
        self._texts = {str(text.pk): text for text in texts}
        offered = [
            (f"{text.pk}.{text.seen}", f"{text.language_name}: {text}")
            for text in self._texts.values()
        ]
        self.choices = [*offered, ("", _("none of them: written anew"))]
        return offered[0][0]

    def valid_value(self, value):
        text, _dot, seen = value.partition(".")
        return text in self._texts and seen.isdecimal() and len(seen) < 9

    def clean(self, value):
        """The text and the number of its revision; None for none."""
        text, _dot, seen = super().clean(value).partition(".")
        return (self._texts[text], int(seen)) if text else None


class WriteForm(StoredTextMixin, forms.Form):
    """A text from nothing, in the desk's own name, or a translation; `sources` are the texts that
    the article has, each with `seen`, the number of its last revision."""

    source = SeenTextField(
        label=_("Translated from"),
        required=False,
        help_text=_("You are told when that text changes afterwards."),
    )

    language = LanguageField(codes=INTERFACE)
    headline = forms.CharField(
        label=_("Headline"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    summary = forms.CharField(
        label=_("Summary"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences for lists and shares. May stay empty."),
    )
    body = forms.CharField(
        label=_("Body"),
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_("Paragraphs, with an empty line between them."),
    )

    def __init__(self, *args, sources: Iterable[Translation] = (), **kwargs):
        super().__init__(*args, **kwargs)
        sources = list(sources)
        taken = {text.language for text in sources}
        language = self.fields["language"]
        language.choices = [choice for choice in language.choices if choice[0] not in taken]
        if sources:
            self.initial.setdefault("source", self.fields["source"].offer(sources))
        else:
            del self.fields["source"]

    def clean(self):
        """`source` becomes the text, `seen` the number of the revision that the writer read."""
        cleaned = super().clean()
        source, seen = cleaned.get("source") or (None, None)
        return {**cleaned, "source": source, "seen": seen}


class ArticleForm(VersionedForm):
    """What holds for the article in every language."""

    partial_date_fields = ("event_date",)
    event_date = partial_date_form_field(Article, "event_date")

    class Meta:
        model = Article
        fields = ("topics",)
        widgets = {"topics": forms.CheckboxSelectMultiple}


class CoverageForm(forms.Form):
    """Which articles the grid of languages shows."""

    lacking = forms.ChoiceField(
        label=_("Without a text in"), required=False, choices=[("", "—"), *INTERFACE.items()]
    )
    is_stale = forms.BooleanField(label=_("With a stale translation"), required=False)
    source = forms.ModelChoiceField(
        Source.objects.order_by("name"), label=_("Outlet"), required=False, empty_label="—"
    )
    since = forms.DateField(
        label=_("Printed from"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label=_("to"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )


class ReasonForm(forms.Form):
    """Why a text is withdrawn or not for us."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, help_text=_("It is kept with the text.")
    )


class MendForm(StoredTextMixin, forms.Form):
    """Which lines of a raw text are its headline and body, and what the fields are."""

    headline_line = forms.IntegerField(label=_("Line of the headline"), required=False, min_value=1)
    first_line = forms.IntegerField(label=_("First line of the body"), min_value=1)
    last_line = forms.IntegerField(label=_("Last line of the body"), min_value=1)
    left_out = forms.CharField(
        label=_("Lines to leave out"),
        required=False,
        max_length=1000,
        help_text=_("Numbers and ranges between them, such as 12, 15-17."),
    )
    headline = forms.CharField(
        label=_("Headline in your own words"),
        required=False,
        max_length=500,
        help_text=_("Instead of a line; where both are empty, one is proposed."),
    )
    published = PartialDateFormField(label=_("Source date"))
    published_time = forms.TimeField(
        label=_("Source clock"), required=False, help_text=_("As printed, such as 16:40.")
    )
    language = LanguageField(required=False)
    source = forms.ModelChoiceField(
        Source.objects.order_by("name"), label=_("Outlet"), required=False, empty_label="—"
    )
    url = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")
    seen_reading = forms.IntegerField(widget=forms.HiddenInput)
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].also_offer(self.initial.get("language", ""))

    def clean_left_out(self):
        return line_numbers(self.cleaned_data["left_out"])


class NewTextForm(forms.Form):
    """A raw text that is pasted or uploaded. `held` carries it, as letters, from the look at it to
    taking it in, since nothing is stored in between."""

    text = forms.CharField(
        label=_("Paste the text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("As it stands on the page, with its date and whatever else is there."),
    )
    file = forms.FileField(
        label=_("or choose a file"),
        required=False,
        allow_empty_file=True,
        help_text=_("A text, a saved web page, JSON records or a feed, up to 5 MB."),
    )
    url = forms.URLField(
        label=_("Address"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Where it was published, if you know."),
    )
    source = forms.ModelChoiceField(
        Source.objects.order_by("name"),
        label=_("Outlet"),
        required=False,
        empty_label="—",
        help_text=_("It counts where the text names none."),
    )
    held = forms.CharField(required=False, widget=forms.HiddenInput)
    held_name = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)

    def clean(self):
        """`content` holds the bytes, `name` what the file was called (empty: it was pasted)."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        cleaned["content"], cleaned["name"] = self._handed_over(cleaned)
        if len(cleaned["content"]) > MAX_BYTES:
            raise forms.ValidationError(_("That is more than 5 MB; import_seeds takes it."))
        return cleaned

    def _handed_over(self, cleaned: dict) -> tuple[bytes, str]:
        if cleaned["held"]:
            return _bytes_in(cleaned["held"]), cleaned["held_name"]
        if bool(cleaned["text"].strip()) == bool(cleaned["file"]):
            raise forms.ValidationError(_("Paste a text or choose a file, one of the two."))
        if upload := cleaned["file"]:
            return upload.read(MAX_BYTES + 1), upload.name
        # Browsers send lines that end in CR LF, whatever was pasted.
        return cleaned["text"].replace("\r\n", "\n").encode(errors="replace"), cleaned["held_name"]


def _bytes_in(letters: str) -> bytes:
    try:
        return b64decode(letters, validate=True)
    except ValueError as error:
        raise forms.ValidationError(
            _("What you handed over was damaged on its way; choose it again.")
        ) from error


# More lines than a document of five megabytes has of any use.
MOST_LINES = 100_000
_RANGE = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")


def line_numbers(text: str) -> frozenset[int]:
    """Read “12, 15-17”; raises ValidationError with what to write instead."""
    numbers: set[int] = set()
    for part in filter(None, map(str.strip, text.split(","))):
        match = _RANGE.fullmatch(part)
        if not match or not int(match[1]) <= int(match[2] or match[1]) <= MOST_LINES:
            raise forms.ValidationError(
                _("“%(part)s” is no line: write numbers such as 12, 15-17."), params={"part": part}
            )
        numbers.update(range(int(match[1]), int(match[2] or match[1]) + 1))
    return frozenset(numbers)


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
