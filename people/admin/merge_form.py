"""The form of a merge of two records of who's who: third values as on the page of a record."""

from copy import deepcopy

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect

from ots_desk.merge_form import MergeForm
from ots_desk.merging import MergePlan
from people.forms import EntityForm, country_code
from people.models import Entity


class EntityMergeForm(MergeForm):
    def __init__(self, plan: MergePlan, *args, **kwargs):
        super().__init__([(Entity, one) for one in plan.differences], *args, **kwargs)
        for name in list(self.fields):
            field, is_other, _rest = name.partition("=other")
            if is_other and field in ("parent", "location"):
                self.fields[name] = _entity_field(field)
            elif is_other and field in EntityForm.base_fields:
                self.fields[name] = _as_on_its_page(field, self.fields[name])

    def clean(self) -> dict:
        if code := self.cleaned_data.get("country=other"):
            try:
                self.cleaned_data["country=other"] = country_code(code)
            except forms.ValidationError as error:
                self.add_error("country=other", error)
        return self.cleaned_data


def _entity_field(name: str) -> forms.ModelChoiceField:
    """Chosen by typing: there are too many for a list."""
    column = Entity._meta.get_field(name)
    widget = AutocompleteSelect(column, admin.site, attrs={"aria-label": column.verbose_name})
    return forms.ModelChoiceField(Entity.objects.standing(), required=False, widget=widget)


def _as_on_its_page(name: str, replaced: forms.Field) -> forms.Field:
    field = deepcopy(EntityForm.base_fields[name])
    field.required, field.initial = False, None
    if isinstance(field.widget, forms.Textarea):
        field.widget.attrs["rows"] = 3
    field.widget.attrs["aria-label"] = replaced.widget.attrs.get("aria-label", "")
    return field
