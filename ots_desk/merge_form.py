"""The form of a merge: of every field that differs one of the two values, a third one, or none.

What differs is planned by the operation (`MergePlan`); this only asks, and reads the answers.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.forms import StoredTextMixin, partial_date_form_field
from ots_desk.merge_values import Value, values_of
from ots_desk.merging import Choices, Difference, Side


@dataclass(frozen=True)
class Row:
    """One differing field as the form shows it; `picked` is the value of the button that is on."""

    key: str
    label: str
    survivors: Value
    duplicates: Value
    picked: str
    other: forms.BoundField | None
    may_join: bool
    may_follow: bool  # the text that stands, instead of one of the two sides
    may_be_empty: bool


class MergeForm(StoredTextMixin, forms.Form):
    """Ask for a choice of every difference; `differing` says of which model each is."""

    reason = forms.CharField(label=_("Reason"), required=False, max_length=300)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, differing: Iterable[tuple[type[models.Model], Difference]], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._differing = {difference.key: (model, difference) for model, difference in differing}
        for key, (model, difference) in self._differing.items():
            self.fields[key] = _picking(difference, _may_be_empty(model, difference))
            if third := _third_value(model, difference.name):
                self.fields[_other(key)] = third

    def ask_side(self, key: str, label: str, side: Side) -> None:
        """One more question: which of the two."""
        self.fields[key] = forms.ChoiceField(
            label=label, choices=[(one.value, one.value) for one in _EITHER], initial=side.value
        )

    def choices(self) -> Choices:
        """What was chosen. A third value that is filled in counts, whatever button is on."""
        chosen: dict[str, Any] = {}
        for name, value in self.cleaned_data.items():
            if name in ("reason", "seen"):
                continue
            if name.endswith(_OTHER):
                if value not in (None, "", []):
                    chosen[name.removesuffix(_OTHER)] = value
            elif value == EMPTY:
                chosen.setdefault(name, _empty(*self._differing[name]))
            elif value:
                chosen.setdefault(name, Side(value))
        return chosen

    def rows(self, differences: Iterable[Difference]) -> list[Row]:
        return [self._row(*self._differing[difference.key]) for difference in differences]

    def _row(self, model: type[models.Model], difference: Difference) -> Row:
        survivors, duplicates = values_of(model, difference)
        return Row(
            key=difference.key,
            label=difference.label,
            survivors=survivors,
            duplicates=duplicates,
            picked=self[difference.key].value() or "",
            other=self[other] if (other := _other(difference.key)) in self.fields else None,
            may_join=difference.wins is Side.BOTH,
            may_follow=bool(difference.scope),
            may_be_empty=_may_be_empty(model, difference),
        )


_OTHER = "=other"
_EITHER = (Side.SURVIVOR, Side.DUPLICATE)
# The button for no value at all.
EMPTY = "empty"


def _other(key: str) -> str:
    return f"{key}{_OTHER}"


def _picking(difference: Difference, may_be_empty: bool) -> forms.ChoiceField:
    sides = Side if difference.wins is Side.BOTH else _EITHER
    values = ["", *(side.value for side in sides), *([EMPTY] if may_be_empty else [])]
    initial = "" if difference.scope else difference.wins.value
    choices = [(value, value) for value in values]
    return forms.ChoiceField(choices=choices, required=False, initial=initial)


def _may_be_empty(model: type[models.Model], difference: Difference) -> bool:
    """May the field be left empty, where neither of the two values is?"""
    if not (difference.survivors and difference.duplicates):
        return False
    dates = getattr(model, "partial_dates", {})
    return difference.name in dates or model._meta.get_field(difference.name).blank


def _empty(model: type[models.Model], difference: Difference) -> Any:
    """What the field holds where it holds nothing."""
    if difference.name in getattr(model, "partial_dates", {}):
        return None
    field = model._meta.get_field(difference.name)
    return None if field.null else field.get_default()


def _third_value(model: type[models.Model], name: str) -> forms.Field | None:
    """None where there is no third value, or none that an editor writes."""
    if name in getattr(model, "partial_dates", {}):
        field = partial_date_form_field(model, name)
    else:
        column = model._meta.get_field(name)
        scheme = {"assume_scheme": "https"} if isinstance(column, models.URLField) else {}
        field = column.formfield(required=False, initial=None, **scheme)
    if field is None or isinstance(field, forms.BooleanField):
        return None
    field.widget.attrs["aria-label"] = gettext("%(field)s: something else") % {"field": field.label}
    if isinstance(field.widget, forms.Textarea):
        field.widget.attrs["rows"] = 3
    return field
