"""Forms for raw texts: taking one in, and saying what of one is its text."""

import re
from base64 import b64decode

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.forms.texts import LanguageField
from articles.importing import MAX_BYTES
from articles.models import Source
from ots_desk.fields import PartialDateFormField
from ots_desk.forms import StoredTextMixin


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
