"""Forms for the texts of articles: changing one, writing one, setting one aside.

Saving goes through the operations; these only ask, check and explain.
"""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.directing import source_of
from articles.models import Translation
from articles.revisions import last_number
from ots_desk.forms import StoredTextMixin, VersionedForm, partial_date_form_field
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


class ReasonForm(forms.Form):
    """Why a text is withdrawn or not for us."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, help_text=_("It is kept with the text.")
    )
