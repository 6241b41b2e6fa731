"""Forms for articles: what holds in every language, and which ones a list shows."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Source
from ots_desk.forms import VersionedForm, partial_date_form_field
from ots_desk.languages import INTERFACE


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
