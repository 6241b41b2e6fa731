"""What a table of the reference data is: how the items of some files become rows of one model.

The tables themselves are in `entities`, `offices` and `articles.reference`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from ots_desk.partial_dates import PartialDate
from people.reference.problems import Problem
from people.reference.reading import Item
from people.reference.shapes import Shape

Data = dict[str, Any]
ById = Mapping[str, Item]


@dataclass(frozen=True)
class Table:
    """How the items of `files` become rows of `model`.

    `values` gives the plain attributes of a row from an item's data; each of `links` is a foreign
    key, under one name in the row and in the item. Where a row makes no sense without its links
    (`needs_links`), it isn't stored while one of them leads nowhere.
    """

    model: type[Model]
    files: tuple[str, ...]
    shape: Shape
    values: Callable[[Data], Data]
    links: Mapping[str, type[Model]] = field(default_factory=dict)
    needs_links: bool = False
    # The attributes by which a row made at the desk is known to be the one of an item.
    identity: tuple[str, ...] = ()
    # What is wrong with one item, and with items beside each other (given all items by id).
    problems_of_one: Callable[[Item], Iterable[str]] = lambda item: ()
    problems_of_all: Callable[[list[Item], ById], Iterable[Problem]] = lambda items, by_id: ()
    # Stores what an item holds beside its row (given the items and the `storing.Load`).
    store_parts: Callable[[list[Item], Any], None] = lambda items, load: None


def partial_date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
