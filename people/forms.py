"""Forms of who's who: partial dates, lists one to a line, terms that don't overlap.

Whether two terms overlap is `people.offices`; this only refuses to store them.
"""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.forms import (
    DeskForm,
    LabelledLinesField,
    LinesField,
    VersionedForm,
    partial_date_form_field,
)
from ots_desk.interface import date_words
from ots_desk.languages import validate_language
from people.choices import LABEL_KINDS, LOW_CONFIDENCE
from people.models import Entity, Membership, Name, Post
from people.overlaps import find_overlap, overlap_words


def _confidence_field(model: type[Model]) -> forms.ChoiceField:
    field = model._meta.get_field("confidence")
    choices = [("", _("not stated")), (LOW_CONFIDENCE, _("low"))]
    return forms.ChoiceField(
        label=capfirst(field.verbose_name),
        help_text=field.help_text,
        choices=choices,
        required=False,
    )


def _refuse_reversed(form: forms.ModelForm, first: str, last: str) -> None:
    start, end = form.cleaned_data.get(first), form.cleaned_data.get(last)
    if start and end and end.latest < start.earliest:
        words = {"date": date_words(start)}
        form.add_error(last, gettext("That is before %(date)s, when it began.") % words)


class EntityForm(VersionedForm):
    partial_date_fields = ("began", "ended")
    confidence = _confidence_field(Entity)
    began = partial_date_form_field(Entity, "began")
    ended = partial_date_form_field(Entity, "ended")
    identifiers = LabelledLinesField(
        "scheme",
        "identifier",
        label=_("Identifiers"),
        help_text=_("One to a line, such as wikidata: Q42."),
    )
    sources = LinesField(
        label=_("Sources"), help_text=_("Addresses where this can be checked, one to a line.")
    )

    class Meta:
        model = Entity
        fields = (
            "name",
            "classification",
            "description",
            "country",
            "parent",
            "location",
            "identifiers",
            "is_public",
            "confidence",
            "note",
            "sources",
        )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            # A new record is of the kind of its list.
            self.instance.kind = type(self.instance).objects.kind

    def clean(self):
        cleaned = super().clean()
        _refuse_reversed(self, "began", "ended")
        return cleaned

    def clean_country(self) -> str:
        return country_code(self.cleaned_data["country"])

    def clean_parent(self) -> Entity | None:
        """Nothing is part of itself, be it over some steps."""
        parent = self.cleaned_data["parent"]
        if self.instance.pk and self.instance.pk in _at_and_above(parent):
            words = {"parent": parent, "name": self.instance}
            raise ValidationError(gettext("%(parent)s is itself part of %(name)s.") % words)
        return parent


def country_code(written: str) -> str:
    """The code of a country in capitals; raises ValidationError where it is none."""
    code = written.upper()
    if code and not (code.isascii() and code.isalpha() and len(code) == 2):
        raise ValidationError(gettext("Write the country as a code of two letters: KG."))
    return code


def _at_and_above(entity: Entity | None) -> set[int]:
    found: set[int] = set()
    while entity and entity.pk not in found:
        found.add(entity.pk)
        entity = entity.parent
    return found


class NameForm(DeskForm):
    partial_date_fields = ("valid_from", "valid_to")
    valid_from = partial_date_form_field(Name, "valid_from")
    valid_to = partial_date_form_field(Name, "valid_to")
    valid_from.widget.attrs["size"] = valid_to.widget.attrs["size"] = 10

    class Meta:
        model = Name
        fields = ("text", "language", "kind", "attested", "needs_context", "source")
        # A person has thirty spellings: a row of the table must fit a screen.
        widgets = {
            "text": forms.TextInput(attrs={"size": 28}),
            "language": forms.TextInput(attrs={"size": 7}),
            "source": forms.TextInput(attrs={"size": 18}),
        }

    def clean(self):
        cleaned = super().clean()
        _refuse_reversed(self, "valid_from", "valid_to")
        return cleaned


class NameFormSet(forms.BaseInlineFormSet):
    """Spellings in a table, where labels stand over columns: each input says its own."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            if field.label:
                field.widget.attrs["aria-label"] = field.label

    def spellings_changed(self) -> list[str]:
        """The old and the new spellings that the save brought, changed or deleted."""
        deleted = [name.text for name in self.deleted_objects]
        former = [form.initial["text"] for form in self.initial_forms if form.has_changed()]
        now = [name.text for name in self.new_objects]
        return [*now, *former, *(name.text for name, _fields in self.changed_objects), *deleted]


class PostForm(VersionedForm):
    labels = LabelledLinesField(
        "language",
        "text",
        kind_key="kind",
        default_kind="full",
        required=True,
        label=_("Labels"),
        help_text=_(
            "One to a line: “en: President of Kazakhstan”. A form that needs the body or a date "
            "beside it is marked: “en (short): President”."
        ),
    )

    class Meta:
        model = Post
        fields = ("organization", "labels", "is_for_one_person", "note")

    def clean_labels(self) -> list[dict[str, str]]:
        labels = self.cleaned_data["labels"]
        for label in labels:
            validate_language(label["language"])
            if label["kind"] not in LABEL_KINDS:
                words = {"kind": label["kind"]}
                raise ValidationError(gettext("“%(kind)s” is neither full nor short.") % words)
        return labels


class TermForm(VersionedForm):
    """A term, without a look at the other terms of its office."""

    confidence = _confidence_field(Membership)
    partial_date_fields = ("began", "ended")
    began = partial_date_form_field(Membership, "began")
    ended = partial_date_form_field(Membership, "ended")
    sources = LinesField(label=_("Sources"))

    class Meta:
        model = Membership
        fields = (
            "member",
            "post",
            "organization",
            "role",
            "known_until",
            "is_acting",
            "confidence",
            "note",
            "sources",
        )


class RoleForm(TermForm):
    """A term among those of a body, which needs a role in it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].required = True


class MembershipForm(TermForm):
    """A term on a page of its own."""

    def _post_clean(self):
        super()._post_clean()
        if not self.errors:
            try:
                refuse_overlaps([self.instance])
            except ValidationError as error:
                self.add_error(None, error)


class TermFormSet(forms.BaseInlineFormSet):
    """Terms edited together: they may trade days with each other in one save."""

    def clean(self):
        super().clean()
        edited = [form for form in self.forms if form.has_changed() or form.instance.pk]
        if any(form.errors for form in edited):
            return
        leaving = {form.instance.pk for form in self.deleted_forms}
        staying = [form.instance for form in edited if form not in self.deleted_forms]
        refuse_overlaps(staying, without=leaving)


def refuse_overlaps(terms: Iterable[Membership], *, without: Iterable[int] = ()) -> None:
    """Raise ValidationError, naming both, where two terms in an office for one person include
    the same day; see `find_overlap`."""
    if pair := find_overlap(terms, without=without):
        raise ValidationError(overlap_words(*pair))
