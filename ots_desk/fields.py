"""Columns and form fields for `PartialDate`: two date columns under one attribute.

The type itself, with its precision and its words, is in `ots_desk.partial_dates`.
"""

from django import forms
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from ots_desk.partial_dates import PartialDate


class PartialDateProperty(property):
    """An attribute that reads and writes `<name>_earliest` and `<name>_latest`.

    Being a `property`, it is accepted by a model's constructor and by `create()`. The columns
    themselves are declared by `partial_date_columns`, so that migrations and queries see them.
    """

    def __init__(self, name: str):
        self.name = name
        super().__init__(self._read, self._write)

    def _read(self, row) -> PartialDate | None:
        earliest = getattr(row, f"{self.name}_earliest")
        latest = getattr(row, f"{self.name}_latest")
        return PartialDate(earliest, latest) if earliest and latest else None

    def _write(self, row, value: PartialDate | str | None) -> None:
        if isinstance(value, str):
            value = PartialDate.parse(value) if value else None
        setattr(row, f"{self.name}_earliest", value.earliest if value else None)
        setattr(row, f"{self.name}_latest", value.latest if value else None)


class PartialDateField:
    """Declares a partial date on a model: `began = PartialDateField(_("began"), help_text=…)`.

    Adds two nullable date columns, `began_earliest` and `began_latest`, and the attribute
    `began`. Add `partial_date_constraint("began", …)` to the model's constraints.
    """

    def __init__(self, verbose_name, help_text=""):
        self.verbose_name = verbose_name
        self.help_text = help_text

    def contribute_to_class(self, cls, name: str) -> None:
        for end in ("earliest", "latest"):
            column = models.DateField(null=True, blank=True, editable=False)
            column.contribute_to_class(cls, f"{name}_{end}")
        setattr(cls, name, PartialDateProperty(name))
        cls.partial_dates = {**getattr(cls, "partial_dates", {}), name: self}


def partial_date_constraint(name: str, prefix: str) -> CheckConstraint:
    """Both ends or neither, and in order; `prefix` makes the constraint's name unique."""
    earliest, latest = f"{name}_earliest", f"{name}_latest"
    neither = Q(**{f"{earliest}__isnull": True, f"{latest}__isnull": True})
    # Both are asked for by name, because a comparison with NULL passes a check.
    both = Q(**{f"{earliest}__isnull": False, f"{latest}__isnull": False})
    return CheckConstraint(
        name=f"{prefix}_{name}_in_order",
        condition=neither | both & Q(**{f"{latest}__gte": F(earliest)}),
        violation_error_message=_("A partial date needs both ends, in order."),
    )


class PartialDateFormField(forms.CharField):
    """One text input for a partial date; cleans to `PartialDate` or None."""

    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        kwargs.setdefault("help_text", _("As precise as known: 2022, 2022-11 or 2022-11-11."))
        super().__init__(**kwargs)

    def prepare_value(self, value):
        return str(value) if isinstance(value, PartialDate) else value

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return None
        try:
            return PartialDate.parse(text)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)


class PartialDateFormMixin:
    """Makes a ModelForm edit its model's partial dates; list them in `partial_date_fields`."""

    partial_date_fields: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.partial_date_fields:
            self.initial.setdefault(name, getattr(self.instance, name))

    def _post_clean(self):
        for name in self.partial_date_fields:
            if name in self.cleaned_data:
                setattr(self.instance, name, self.cleaned_data[name])
        super()._post_clean()
