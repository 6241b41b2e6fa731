"""From the files of a reference folder to their items.

Only what makes a file unreadable as a whole is found here; items are judged in `checking`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from ots_desk.text import nfc
from people.reference.problems import Problem

_HALF_SIGN = re.compile("[\ud800-\udfff]")

SCHEMA = "ots-desk-reference/2"


@dataclass(frozen=True)
class Item:
    """One item. Its `data` also holds the day by which its file's facts were known (`as_of`)."""

    file: str
    id: str
    data: dict[str, Any]

    def problem(self, reason: str) -> Problem:
        return Problem(self.file, self.id, reason)


@dataclass(frozen=True)
class Reference:
    """The items of a folder, in the order of its files, and what is wrong with those files."""

    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def of(self, files: Iterable[str]) -> list[Item]:
        wanted = set(files)
        return [item for item in self.items if item.file in wanted]


class Unreadable(Exception):
    """A file is none of ours; the message says why."""


def read_reference(folder: Path, files: Iterable[str]) -> Reference:
    """Read those of `files` (names such as "persons.json") that are in `folder`.

    A missing file is no problem: it holds nothing.
    """
    reference = Reference()
    for name in files:
        if not (path := folder / name).exists():
            continue
        try:
            content = _content(path)
        except Unreadable as reason:
            reference.problems.append(Problem(name, "", str(reason)))
        else:
            _collect(name, content, reference)
    return reference


def _content(path: Path) -> dict[str, Any]:
    content = parsed(path.read_bytes())
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise Unreadable(f"the schema is not {SCHEMA}")
    if not isinstance(content.get("items"), list):
        raise Unreadable("items is not a list")
    if not is_day(content.get("as_of")):
        raise Unreadable("as_of is not a day such as 2026-03-31")
    return content


def parsed(raw: bytes) -> Any:
    """What the JSON of a file says; raises `Unreadable` where the desk couldn't keep it.

    Items with half a sign in them are left to `half_sign_problems`, so that they can be named.
    """
    try:
        return json.loads(decoded(raw), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:  # also of a number of thousands of digits
        raise Unreadable(f"not JSON: {error}") from error


def _refuse(constant: str) -> NoReturn:
    """Python reads NaN and Infinity, which are no JSON."""
    raise ValueError(f"{constant} is not a number")


def half_sign_problems(data: Any) -> Iterator[str]:
    """Text with half of a surrogate pair ("\\ud800"), which no database stores."""
    if _HALF_SIGN.search(json.dumps(data, ensure_ascii=False)):
        yield "it holds half a sign, a surrogate without its other half"


def printable(id: str) -> str:
    """An id as it can be shown, whatever is in it."""
    return id.encode(errors="backslashreplace").decode()


def decoded(raw: bytes) -> str:
    """The text of a file; raises `Unreadable` where the database could not keep it."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"not UTF-8: {error.reason} at byte {error.start}") from error
    if "\x00" in text or "\\u0000" in text:
        # PostgreSQL stores it neither in text nor in JSON.
        raise Unreadable("it holds a NUL character")
    return nfc(text)


def is_day(value: Any) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except (TypeError, ValueError):
        return False


def _collect(name: str, content: dict[str, Any], reference: Reference) -> None:
    for number, data in enumerate(content["items"], start=1):
        id = data.get("id") if isinstance(data, dict) else None
        if not isinstance(id, str) or not id:
            reference.problems.append(Problem(name, f"item {number}", "it has no id"))
        elif reasons := list(half_sign_problems(data)):
            reference.problems.extend(Problem(name, printable(id), reason) for reason in reasons)
        else:
            reference.items.append(Item(name, id, {"as_of": content["as_of"], **data}))
