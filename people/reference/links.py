"""From reference ids to the rows they lead to today: a merged record leads to its survivor.

Looks each model up once a load; says nothing about whether a link ought to exist.
"""

from django.db.models import Model


class Links:
    def __init__(self) -> None:
        self._keys: dict[type[Model], dict[str, int]] = {}

    def key(self, model: type[Model], reference: str | None) -> int | None:
        """The primary key of the row; None for null, and where an editor deleted the row."""
        if not reference:
            return None
        if model not in self._keys:
            self._keys[model] = _keys_of(model)
        return self._keys[model].get(reference)

    def forget(self, model: type[Model]) -> None:
        """Look `model` up anew, since rows of it were created."""
        self._keys.pop(model, None)


def _keys_of(model: type[Model]) -> dict[str, int]:
    rows = model._base_manager
    keys = dict(rows.exclude(reference=None).values_list("reference", "pk"))
    if "merged_into" not in {field.name for field in model._meta.fields}:
        return keys
    survivors = dict(rows.exclude(merged_into=None).values_list("pk", "merged_into"))
    return {reference: _end_of_chain(key, survivors) for reference, key in keys.items()}


def _end_of_chain(key: int, survivors: dict[int, int]) -> int:
    while key in survivors:
        key = survivors[key]
    return key
