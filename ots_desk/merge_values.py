"""Two values of a field that differ, in words, and where long ones differ.

Choosing one of them is `merge_form`'s.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import models
from django.utils.translation import gettext

from ots_desk.interface import date_words
from ots_desk.merging import Difference
from ots_desk.paragraphs import paragraphs_of
from ots_desk.partial_dates import PartialDate
from ots_desk.word_differences import Part, told_apart

# Longer values are folded away behind what differs in them.
_LONG = 160
# So many letters stand before the first words that differ.
_BEFORE = 60


@dataclass(frozen=True)
class Value:
    """A value in words; empty where the field is."""

    words: str
    # Of a long one the paragraphs, with the words marked that the other side lacks.
    paragraphs: list[list[Part]] = field(default_factory=list)

    @property
    def is_long(self) -> bool:
        return bool(self.paragraphs)

    @property
    def excerpt(self) -> list[Part]:
        """Where it begins to differ; its beginning where only the other side has more."""
        differing = [parts for parts in self.paragraphs if any(part.differs for part in parts)]
        return list(_excerpt((differing or self.paragraphs)[0]))


def values_of(model: type[models.Model], difference: Difference) -> tuple[Value, Value]:
    """The survivor's and the duplicate's."""
    sides = (difference.survivors, difference.duplicates)
    ours, theirs = (_words(model, difference.name, side) for side in sides)
    if max(len(ours), len(theirs)) <= _LONG:
        return Value(ours), Value(theirs)
    if not (ours and theirs):
        first, second = ([[Part(words)] for words in paragraphs_of(one)] for one in (ours, theirs))
    else:
        first, second = told_apart(ours, theirs)
    return Value(ours, first), Value(theirs, second)


def _excerpt(parts: list[Part]) -> Iterator[Part]:
    """A few words, and from the first that differ on as many as fit."""
    at = next((n for n, part in enumerate(parts) if part.differs), 0)
    if at:
        yield Part(_end_of(parts[at - 1].words))
    left = _LONG
    for part in parts[at:]:
        yield replace(part, words=_beginning_of(part.words, left))
        left -= len(part.words)
        if left <= 0:
            return


def _beginning_of(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


def _end_of(words: str) -> str:
    return words if len(words) <= _BEFORE else f"… {words[-_BEFORE:].split(' ', 1)[-1]}"


def _words(model: type[models.Model], name: str, value: Any) -> str:
    if value in (None, "", []):
        return ""
    if isinstance(value, PartialDate):
        return date_words(value)
    if isinstance(value, datetime.time):
        return value.isoformat("minutes")
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, list):
        return "; ".join(map(_item, value))
    labels = dict(model._meta.get_field(name).flatchoices)
    return str(labels.get(value, value))


def _item(item: Any) -> str:
    """Of a list of texts one; of a list of labelled values the label with its value."""
    return ": ".join(map(str, item.values())) if isinstance(item, dict) else str(item)
