"""Filters of the API's lists of entities."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, FilterSet, NumberFilter

from people.models import Entity
from people.querysets import EntityQuerySet

# The greatest key that the databases have; a greater one is refused before they are asked.
_GREATEST_ID = 2**63 - 1


class _IdField(forms.IntegerField):
    def __init__(self, **kwargs):
        super().__init__(**{**kwargs, "min_value": 1, "max_value": _GREATEST_ID})


class IdFilter(NumberFilter):
    """A filter by the id of another record; the schema takes its type from the method's hint."""

    field_class = _IdField

    def get_max_validator(self):
        return None


class TextFilter(CharFilter):
    """A filter by words. Longer ones than anybody types are refused, as SQLite refuses to look
    for them."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 200, **kwargs})


class EntityFilter(FilterSet):
    q = TextFilter(method="named_like", label=_("Any spelling contains this, in any script"))
    country = TextFilter(lookup_expr="iexact", label=_("ISO 3166 code such as KG"))
    classification = TextFilter(lookup_expr="exact", label=_("Classification, exactly"))

    class Meta:
        model = Entity
        fields = ()

    def named_like(self, entities: EntityQuerySet, name: str, value: str) -> EntityQuerySet:
        return entities.named_like(value)
