"""Checks reference data before any of it is loaded, and collects everything that is wrong.

Asks no database: a folder stands for itself, so every id that it uses must be in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from django.db.models import Model

from people.reference.problems import Problem
from people.reference.reading import Item, Reference
from people.reference.rules import field_problems
from people.reference.tables import Table

# Which ids there are, by the model whose rows they name.
Known: TypeAlias = Mapping[type[Model], set[str]]

# Links that are followed from row to row.
_LEADING = {"parent", "merged_into"}


def find_problems(reference: Reference, tables: Sequence[Table]) -> list[Problem]:
    """Return why `reference` must be refused, in the order of its files; [] where it is sound.

    An item that is broken in itself is not compared with others, so that one mistake is told once.
    """
    problems = [*reference.problems, *_duplicates(reference.items)]
    known, sound = defaultdict(set), {}
    for table in tables:
        for item in reference.of(table.files):
            known[table.model].add(item.id)
            found = _problems_of_one(item, table)
            problems += found
            if not found:
                sound.setdefault(item.id, item)
    for table in tables:
        items = [item for item in reference.of(table.files) if sound.get(item.id) is item]
        problems += _broken_links(items, table, known)
        for link in _LEADING & table.links.keys():
            problems += _circles(items, link)
        problems += table.problems_of_all(items, sound)
    files = [file for table in tables for file in table.files]
    return sorted(problems, key=lambda problem: files.index(problem.file))


def _duplicates(items: Iterable[Item]) -> Iterator[Problem]:
    first: dict[str, Item] = {}
    for item in items:
        if item.id in first:
            yield item.problem(f"this id is already in {first[item.id].file}")
        first.setdefault(item.id, item)


def _problems_of_one(item: Item, table: Table) -> list[Problem]:
    reasons = list(table.shape.problems(item.data))
    if not reasons:  # only where the shape fits can the values be looked at
        values = {"reference": item.id, **table.values(item.data)}
        reasons = [*field_problems(table.model, values), *table.problems_of_one(item)]
    return [item.problem(reason) for reason in reasons]


def _broken_links(items: Iterable[Item], table: Table, known: Known) -> Iterator[Problem]:
    for item in items:
        for link, model in table.links.items():
            target = item.data.get(link)
            if target and target not in known[model]:
                yield item.problem(f"{link} {target} is an unknown id")


def _circles(items: list[Item], link: str) -> Iterator[Problem]:
    """Items that are, over some steps, part of themselves or merged into themselves."""
    parents = {item.id: item.data.get(link) for item in items}
    for item in items:
        seen, above = {item.id}, parents.get(item.id)
        while above and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above == item.id:
            yield item.problem(f"{link} {parents[item.id]} leads back to itself")
