"""From ids to the rows they lead to today: a merged record leads to its survivor, unless links
are wanted as they are.

Looks each model up once a load; says nothing about whether a link ought to exist.
"""

from django.db.models import Model

from people.reference.ids import id_of


class Links:
    def __init__(self, *, through_merges: bool = True) -> None:
        self._through_merges = through_merges
        self._keys: dict[type[Model], dict[str, int]] = {}

    def key(self, model: type[Model], reference: str | None) -> int | None:
        """The primary key of the row; None for null, and where an editor deleted the row."""
        if not reference:
            return None
        if model not in self._keys:
            self._keys[model] = _keys_of(model)
            if self._through_merges:
                self._keys[model] = _led_to_survivors(model, self._keys[model])
        return self._keys[model].get(reference)

    def forget(self, model: type[Model]) -> None:
        """Look `model` up anew, since rows of it were created."""
        self._keys.pop(model, None)


def _keys_of(model: type[Model]) -> dict[str, int]:
    return {id_of(row): row.pk for row in model._base_manager.only("reference")}


def _led_to_survivors(model: type[Model], keys: dict[str, int]) -> dict[str, int]:
    if "merged_into" not in {field.name for field in model._meta.fields}:
        return keys
    survivors = dict(model._base_manager.exclude(merged_into=None).values_list("pk", "merged_into"))
    return {reference: _end_of_chain(key, survivors) for reference, key in keys.items()}


def _end_of_chain(key: int, survivors: dict[int, int]) -> int:
    while key in survivors:
        key = survivors[key]
    return key
