"""The lasting id of a row: its reference id, else one made of its model and number ("entity:12").

Records made at the desk keep their number when another desk loads them.
"""

import re

from django.db.models import Model

# No desk counts so far, and the rows made after such a number would need a still higher one.
HIGHEST_NUMBER = 2**31 - 1

_NUMBERED = re.compile(r"(\w+):([1-9][0-9]{0,17})")
_TOO_LONG = re.compile(r"\w+:[1-9][0-9]{18,}")


def id_of(row: Model | None) -> str | None:
    if row is None:
        return None
    return row.reference or f"{_name(type(row))}:{row.pk}"


def number_in(id: str, model: type[Model]) -> int | None:
    """The number of a row of `model` that was made at a desk; None for a reference id."""
    match = _NUMBERED.fullmatch(id)
    return int(match[2]) if match and match[1] == _name(model) else None


def has_too_high_number(id: str) -> bool:
    match = _NUMBERED.fullmatch(id)
    return bool(_TOO_LONG.fullmatch(id) or (match and int(match[2]) > HIGHEST_NUMBER))


def _name(model: type[Model]) -> str:
    return model._meta.concrete_model._meta.model_name
