"""How outlets are found by name in a text: their names, and the phrases of their own.

Says which outlet reports or is cited where; what follows from it is decided in `outlets`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
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

# A group that has to match; `parts` are missing where it needn't. Escaped brackets are put aside.
_GROUP = re.compile(r"\((?:\?:)?(?:[^()]*\)[?*]|(?P<parts>[^()]*)\))")
_OPENING, _CLOSING = "\1", "\2"


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

    A phrase stands by the letters of which every match of it holds one, so that most are never
    searched.
    """

    outlets: Sequence[Outlet]
    names: re.Pattern[str]
    outlet_by_name: dict[str, Outlet]
    phrases: dict[str, list[tuple[re.Pattern[str], Outlet]]]

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
    by_letters: dict[str, list[tuple[re.Pattern[str], Outlet]]] = {}
    for outlet in outlets:
        for phrase in outlet.self_phrases:
            compiled = re.compile(phrase, re.MULTILINE)
            for letters in _sure_letters(phrase):
                by_letters.setdefault(letters, []).append((compiled, outlet))
    return KnownNames(outlets, _any_name(outlets), by_name, by_letters)


def _any_name(outlets: Sequence[Outlet]) -> re.Pattern[str]:
    """Names in their own spelling or in capitals, domains in any; the longer ones first."""
    names = {name for outlet in outlets for name in (outlet.name, *outlet.names) if name}
    domains = {domain for outlet in outlets for domain in outlet.domains if domain}
    spelled = {*names, *(name.upper() for name in names), *domains}
    spelled |= {domain.capitalize() for domain in domains} | {one.upper() for one in domains}
    if not spelled:
        return _NOBODY
    return re.compile(rf"{_NAME_START}(?:{_either(spelled)}){_NAME_END}")


def _either(names: Iterable[str]) -> str:
    """Return the expression for any of `names`, the longer ones first.

    Put together by their first letter, since a text holds hundreds of places to look at.
    """
    rests: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        rests.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())


def _sure_letters(phrase: str) -> list[str]:
    """Return texts of which every match of `phrase` holds one: the longest that is outside all
    groups, or those of a group of alternatives; "" where none can be told."""
    plain = phrase.replace(r"\(", _OPENING).replace(r"\)", _CLOSING)
    bare = _GROUP.sub("\0", plain)
    if "|" in bare or "(" in bare:
        return [""]
    groups = (match["parts"].split("|") for match in _GROUP.finditer(plain) if match["parts"])
    choices = [[bare], *groups]
    return max(([_longest(one) for one in choice] for choice in choices), key=_shortest)


def _shortest(texts: list[str]) -> int:
    return min(len(text) for text in texts)


def _longest(expression: str) -> str:
    """Return the longest plain text in an expression without groups."""
    kept = (r"\.", r"\-")
    parts = _VARIABLE.sub(lambda found: found[0][1] if found[0] in kept else "\0", expression)
    return max(parts.split("\0"), key=len).replace(_OPENING, "(").replace(_CLOSING, ")")


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
    said = [one for letters, ones in known.phrases.items() if letters in text for one in ones]
    for pattern, outlet in said:
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
