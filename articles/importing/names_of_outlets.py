"""How outlets are found by name in a text: their names, and the phrases of their own.

Says which outlet reports or is cited where; what follows from it is decided in `outlets`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ots_desk.text import fold

from . import phrases
from .dates import find_dates
from .reading import Outlet

# How far before a name its verb can stand: "передает командированный в Бишкек корреспондент".
_FRAME_CHARS = 90
_NOBODY = re.compile(r"(?!)")
# Not inside an address, but after its "www." and after "///".
_NAME_START = r"(?<![\w@.])(?<![\w.]/)(?:www\.)?"
# A name may carry a Cyrillic case ending without a hyphen: "Казинформа", "Кабарга".
_NAME_END = r"(?:(?![\w@/])|(?=[а-яёәіңғүұқөһ]{1,5}\b)|(?=(?:ga|dan|ning)\b))"
# What can be missing from a match of a phrase: groups, classes, escapes, repeated characters.
_VARIABLE = re.compile(r"\\[.-]|\\[^\W_]|\[[^\]]*\]|\{[^}]*\}|[^\\][?*]|[\^$.+|]")


@dataclass(frozen=True)
class Naming:
    """A place where a text names an outlet as its reporter, or as whom the reporter cites."""

    outlet: Outlet
    start: int
    end: int
    is_cited: bool = False


@dataclass(frozen=True)
class KnownNames:
    """The names and self phrases of all outlets, compiled once for a run.

    A phrase comes with letters that every match of it holds, so that most are never searched.
    """

    outlets: Sequence[Outlet]
    names: re.Pattern[str]
    outlet_by_name: dict[str, Outlet]
    phrases: tuple[tuple[str, re.Pattern[str], Outlet], ...]

    def named(self, name: str) -> Outlet:
        """Return the outlet of a name that `names` matched."""
        return self.outlet_by_name[fold(name.removeprefix("www."))]


_latest: KnownNames | None = None


def known_names(outlets: Sequence[Outlet]) -> KnownNames:
    """Return the names by which `outlets` are found; the same object for the same outlets.

    Remembers the latest only: a run reads all its texts with one and the same sequence.
    """
    global _latest
    if _latest is None or _latest.outlets is not outlets:
        _latest = _compile(outlets)
    return _latest


def _compile(outlets: Sequence[Outlet]) -> KnownNames:
    by_name: dict[str, Outlet] = {}
    for outlet in outlets:
        for name in (outlet.name, *outlet.names, *outlet.domains):
            by_name.setdefault(fold(name), outlet)
    own = ((phrase, outlet) for outlet in outlets for phrase in outlet.self_phrases)
    compiled = ((_sure_letters(one), re.compile(one, re.MULTILINE), who) for one, who in own)
    return KnownNames(outlets, _any_name(outlets), by_name, tuple(compiled))


def _any_name(outlets: Sequence[Outlet]) -> re.Pattern[str]:
    """Names in their own spelling or in capitals, domains in any; the longer ones first."""
    names = {name for outlet in outlets for name in (outlet.name, *outlet.names) if name}
    domains = {domain for outlet in outlets for domain in outlet.domains if domain}
    spelled = {*names, *(name.upper() for name in names), *domains}
    spelled |= {domain.capitalize() for domain in domains} | {one.upper() for one in domains}
    choices = [re.escape(name) for name in sorted(spelled, key=lambda name: (-len(name), name))]
    if not choices:
        return _NOBODY
    return re.compile(rf"{_NAME_START}(?:{'|'.join(choices)}){_NAME_END}")


def _sure_letters(phrase: str) -> str:
    """Return the longest plain text that every match of `phrase` must hold; "" if unknown."""
    bare = phrase
    while bare != (bare := re.sub(r"\((?:[^()\\]|\\.)*\)[?*+]?", "\0", bare)):
        pass
    if "|" in bare or "(" in bare:
        return ""
    parts = _VARIABLE.sub(lambda match: match[0][1] if match[0] in (r"\.", r"\-") else "\0", bare)
    return max(parts.split("\0"), key=len)


def reporters_in(text: str, known: KnownNames) -> list[Naming]:
    """Return the outlets that `text` names as its reporters or cites, in order."""
    found = [*_framed(text, known), *_self_named(text, known)]
    return sorted(found, key=lambda one: (one.start, -one.end))


def _framed(text: str, known: KnownNames) -> Iterator[Naming]:
    for match in known.names.finditer(text):
        outlet = known.named(match[0])
        if outlet.is_press_office:
            continue
        is_cited = _is_cited(text, match)
        if is_cited or _reports(text, match):
            yield Naming(outlet, match.start(), match.end(), is_cited)


def _is_cited(text: str, name: re.Match[str]) -> bool:
    before = text[max(0, name.start() - _FRAME_CHARS) : name.start()]
    return _is_frame(phrases.CITED_BEFORE.search(before)) or bool(
        phrases.CITED_AFTER.match(text, name.end())
    )


def _reports(text: str, name: re.Match[str]) -> bool:
    before = text[max(0, name.start() - _FRAME_CHARS) : name.start()]
    return _is_frame(phrases.REPORTS_BEFORE.search(before)) or bool(
        phrases.REPORTS_AFTER.match(text, name.end())
    )


def _is_frame(match: re.Match[str] | None) -> bool:
    return match is not None and not phrases.CITES_PRESS_OFFICE.search(match[0])


def _self_named(text: str, known: KnownNames) -> Iterator[Naming]:
    for letters, pattern, outlet in known.phrases:
        if letters in text:
            match = pattern.search(text)
            if match and not phrases.CITES_PRESS_OFFICE.search(match[0]):
                yield Naming(outlet, match.start(), match.end())


def names_in(text: str, known: KnownNames) -> list[Naming]:
    """Return every outlet whose name `text` prints, in order."""
    matches = known.names.finditer(text)
    return [Naming(known.named(one[0]), *one.span()) for one in matches]


def lone_name(text: str, known: KnownNames) -> Outlet | None:
    """Return the outlet whose name (and a date, perhaps) is all that `text` says, or None."""
    first = known.names.search(text)
    if first is None:
        return None
    rest = known.names.sub(" ", text)
    for found in reversed(find_dates(rest)):
        rest = f"{rest[: found.start]} {rest[found.end :]}"
    return known.named(first[0]) if phrases.SIGNATURE_REST.match(rest) else None
