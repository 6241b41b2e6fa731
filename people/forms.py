"""Forms of who's who: partial dates, lists one to a line, terms that don't overlap.

Whether two terms overlap is `people.offices`; this only refuses to store them.
"""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.forms import (
    DeskForm,
    LabelledLinesField,
    LinesField,
    VersionedForm,
    partial_date_form_field,
)
from people.labels import term_dates
from people.models import Entity, Membership, Name, Post
from people.offices import overlap


class EntityForm(VersionedForm):
    partial_date_fields = ("began", "ended")
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


class NameFormSet(forms.BaseInlineFormSet):
    """Spellings in a table, where labels stand over columns: each input says its own."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            if field.label:
                field.widget.attrs["aria-label"] = field.label


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


class TermForm(VersionedForm):
    """A term, without a look at the other terms of its office."""

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
    the same day. `terms` are compared with each other and with what is stored, except the stored
    rows `without`, which are about to go."""
    terms = [term for term in terms if term.post_id and term.post.is_for_one_person]
    replaced = {term.pk for term in terms if term.pk} | set(without)
    stored = Membership.objects.filter(post__in={term.post_id for term in terms})
    others = list(stored.exclude(pk__in=replaced).select_related("member", "post"))
    for number, term in enumerate(terms):
        for other in [*terms[number + 1 :], *others]:
            if term.post_id == other.post_id and overlap(term, other):
                raise ValidationError(_overlap_words(term, other))


def _overlap_words(one: Membership, other: Membership) -> str:
    return gettext(
        "%(post)s is held by one person at a time, and these terms overlap: "
        "%(one)s (%(one_dates)s) and %(other)s (%(other_dates)s)."
    ) % {
        "post": one.post,
        "one": one.member,
        "one_dates": term_dates(one),
        "other": other.member,
        "other_dates": term_dates(other),
    }
