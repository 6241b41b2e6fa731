"""What one reading of a document says otherwise than another, field by field.

Compares readings that were fetched or made; what becomes of a text is `reparsing`'s.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, unified_diff
from typing import Any

from articles.importing.reading import FIELDS, Hint
from articles.models import Reading, TranslationHint


@dataclass(frozen=True)
class Change:
    """A field as it was and as it is read now; None where it was not found. The body is a list of
    paragraphs, flags map their kinds to what they name. `kept` is the code of the reason why the
    desk's text keeps what it has, empty where it changes."""

    field: str
    old: Any
    new: Any
    kept: str = ""


def told(reading: Reading, hints: Iterable[Hint | TranslationHint] | None = None) -> dict[str, Any]:
    """Return all that a reading says, without the evidence for it. `hints` are those of a reading
    that isn't stored yet."""
    values = {name: reading.fields.get(name, {}).get("value") for name in FIELDS}
    hints = reading.hints.all() if hints is None else hints
    return {
        "reason": reading.reason or None,
        **values,
        "body": [paragraph["text"] for paragraph in reading.body],
        "flags": {flag["kind"]: flag.get("values", {}) for flag in reading.flags},
        "hints": sorted([hint.language or "", hint.headline] for hint in hints),
    }


def changes(old: dict[str, Any], new: dict[str, Any], why_kept: Callable) -> tuple[Change, ...]:
    """Return what differs; `why_kept(field)` says why the desk's text keeps what it has."""
    return tuple(
        Change(field, old[field], value, why_kept(field))
        for field, value in new.items()
        if old[field] != value
    )


def changed_paragraphs(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many paragraphs are others, new or gone."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return sum(
        max(end - start, other_end - other_start)
        for what, start, end, other_start, other_end in matcher.get_opcodes()
        if what != "equal"
    )


def diff_of(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return the paragraphs that differ as a unified diff, without its head."""
    return list(unified_diff(old, new, n=0, lineterm=""))[2:]
