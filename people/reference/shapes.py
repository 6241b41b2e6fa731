"""The shape of an item: which keys it must have, and of what type each is.

Whether a value makes sense is not asked here but in `rules`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ots_desk.partial_dates import PartialDate


@dataclass(frozen=True)
class Shape:
    """Keys by type. Only `required` ones must be there; null and absent mean the same.

    `objects` maps the key of a list to the shape of each object in it.
    """

    required: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    booleans: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    objects: Mapping[str, "Shape"] = field(default_factory=dict)

    def problems(self, data: dict[str, Any]) -> Iterator[str]:
        """Why `data` doesn't have this shape, one reason after the other."""
        yield from (f"{key} is missing" for key in self.required if not data.get(key))
        for key in (*self.required, *self.texts):
            if not isinstance(data.get(key), str | None):
                yield f"{key} is not text"
        for key in self.dates:
            yield from _date_problems(key, data.get(key))
        for key in self.booleans:
            if not isinstance(data.get(key), bool | None):
                yield f"{key} is neither true nor false"
        for key in self.lists:
            if not all(isinstance(part, str) for part in _as_list(data.get(key))):
                yield f"{key} is not a list of texts"
        for key, shape in self.objects.items():
            yield from _object_problems(key, data.get(key), shape)


def _as_list(value: Any) -> list:
    """A list as it is; what is no list, as a list with something wrong in it."""
    return value if isinstance(value, list) else [] if value is None else [None]


def _date_problems(key: str, value: Any) -> Iterator[str]:
    if not isinstance(value, str | None):
        yield f"{key} is not text"
    elif value is not None:
        try:
            PartialDate.parse(value)
        except ValueError as error:
            yield f"{key}: {error}"


def _object_problems(key: str, value: Any, shape: Shape) -> Iterator[str]:
    for number, part in enumerate(_as_list(value), start=1):
        if isinstance(part, dict):
            yield from (f"{key}, no. {number}: {reason}" for reason in shape.problems(part))
        else:
            yield f"{key} is not a list of objects"
