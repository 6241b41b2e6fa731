"""Forms of the desk: no saved change is overwritten unseen, lists are written one to a line.

The rule itself is in `ots_desk.versions`; who may save what is the admin's.
"""

import re
from dataclasses import dataclass

from django import forms
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.fields import PartialDateFormField, PartialDateFormMixin
from ots_desk.text import nfc

_LABELLED = re.compile(r"(?P<label>[^:()]+?)\s*(?:\((?P<kind>[^()]+)\))?\s*:\s+(?P<text>.+)")


@dataclass(frozen=True)
class Conflict:
    """A field that somebody else saved while this form was open, in words."""

    label: str
    theirs: str
    yours: str


def partial_date_form_field(model, name: str) -> PartialDateFormField:
    """The input for the partial date `name` of `model`, with the model's own words."""
    declared = model.partial_dates[name]
    field = PartialDateFormField(label=capfirst(declared.verbose_name))
    if declared.help_text:
        field.help_text = format_lazy("{} {}", declared.help_text, field.help_text)
    return field


class StoredTextMixin:
    """Takes texts in the form in which the desk stores them: NFC, and lines that end in LF.

    Browsers post lines that end in CR LF; every paragraph would then seem to have changed.
    """

    def _widget_data_value(self, widget, html_name):
        value = super()._widget_data_value(widget, html_name)
        if isinstance(value, str):
            value = nfc(value.replace("\r\n", "\n").replace("\r", "\n"))
        return value


class DeskForm(StoredTextMixin, PartialDateFormMixin, forms.ModelForm):
    """A model form that edits partial dates, and answers for all rules of the database."""

    def _post_clean(self):
        """Check every constraint, those too that name columns which the form doesn't show, or
        they would be skipped here and fail in the database."""
        super()._post_clean()
        if not self.errors:
            try:
                self.instance.validate_constraints(exclude=self._unsaved_parents())
            except forms.ValidationError as error:
                self.add_error(None, error.messages)

    def _unsaved_parents(self) -> set[str]:
        """Links to a record that is saved together with this one: they look empty until then."""
        links = [field for field in self.instance._meta.fields if field.is_relation]
        return {
            link.name
            for link in links
            if link.is_cached(self.instance)
            and (parent := link.get_cached_value(self.instance)) is not None
            and parent.pk is None
        }


class VersionedForm(DeskForm):
    """Refuses to save what somebody else has saved since the form was opened.

    `conflicts` then holds both texts, field by field, and the form still holds yours; saving it
    once more, with both in sight, is a decision and goes through.
    """

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.conflicts: list[Conflict] = []
        if self.instance.pk:
            self.initial["seen_version"] = self.instance.version
            self._stored = {name: self._words(name, self.initial.get(name)) for name in self.fields}

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk and cleaned.get("seen_version") != self.instance.version:
            self._refuse(cleaned)
        return cleaned

    def has_changed(self):
        """An untouched row of an inline is left alone, even when its version has moved on."""
        return bool(set(self.changed_data) - {"seen_version"})

    def _refuse(self, cleaned) -> None:
        self.conflicts = [
            Conflict(str(self.fields[name].label or name), self._stored[name], yours)
            for name in self._stored  # without what a formset adds of its own
            if name != "seen_version"
            and (yours := self._words(name, cleaned.get(name))) != self._stored[name]
        ]
        self.data = self.data.copy()
        self.data[self.add_prefix("seen_version")] = str(self.instance.version)
        self.add_error(
            None,
            gettext(
                "Somebody else has saved this since you opened it. Nothing of yours is lost: "
                "both texts are shown below. Save again to keep yours."
            ),
        )

    def _words(self, name: str, value) -> str:
        """The value as the reader of a form knows it: a name for an id, a label for a code."""
        field = self.fields[name]
        if value in (None, ""):
            return ""
        if isinstance(value, bool):
            return gettext("yes") if value else gettext("no")
        if isinstance(field, forms.ModelMultipleChoiceField):
            return ", ".join(sorted(str(row) for row in value))
        if isinstance(field, forms.ModelChoiceField):
            row = value if hasattr(value, "pk") else field.queryset.filter(pk=value).first()
            return str(row or "")
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices).get(value, value))
        return str(field.prepare_value(value))


class LinesField(forms.CharField):
    """A list of short texts, one to a line."""

    widget = forms.Textarea

    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 3}))
        kwargs.setdefault("help_text", _("One to a line."))
        super().__init__(**kwargs)

    def prepare_value(self, value):
        return value if isinstance(value, str) else "\n".join(map(self.as_line, value or []))

    def to_python(self, value):
        return [self.from_line(line.strip()) for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial, data):
        return (self.to_python(data) if isinstance(data, str) else data) != (initial or [])

    def as_line(self, item) -> str:
        return item

    def from_line(self, line: str):
        return line


class LabelledLinesField(LinesField):
    """A list of dicts, one to a line: `ru: Политика` is {"language": "ru", "text": "Политика"}.

    With a third key, its value stands in brackets: `en (short): President`; left out, it is
    `default_kind`.
    """

    def __init__(self, label_key: str, text_key: str, kind_key="", default_kind="", **kwargs):
        self.label_key, self.text_key = label_key, text_key
        self.kind_key, self.default_kind = kind_key, default_kind
        super().__init__(**kwargs)

    def as_line(self, item) -> str:
        kind = item.get(self.kind_key, self.default_kind) if self.kind_key else ""
        shown = f" ({kind})" if kind and kind != self.default_kind else ""
        return f"{item.get(self.label_key, '')}{shown}: {item.get(self.text_key, '')}"

    def from_line(self, line: str):
        match = _LABELLED.fullmatch(line)
        if not match or (match["kind"] and not self.kind_key):
            raise forms.ValidationError(
                gettext("“%(line)s” is not “%(label)s: %(text)s”.")
                % {"line": line, "label": self.label_key, "text": self.text_key}
            )
        item = {self.label_key: match["label"], self.text_key: match["text"]}
        if self.kind_key:
            item[self.kind_key] = match["kind"] or self.default_kind
        return item
