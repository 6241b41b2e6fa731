"""The word lists by which names that nobody knows are told from other capitalised words.

The lists are the files beside this module, written for this desk from general knowledge; here
they are only read, once, when the first text is looked at. What a word may be is `kinds`.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from babel import Locale

from people.names.letters import readings
from people.recognition.words import key_of

LANGUAGES = frozenset(("en", "ru", "kk", "ky", "tr", "az", "uz"))

# Shorter words of the map are words of other kinds as well.
_SHORTEST_PLACE = 4
_LETTERS = str.maketrans("İIı", "iii", "'’‘ʻʼ`´")


def sound_of(word: str) -> str:
    """Return the likeliest way to say a word, the same for both scripts."""
    return readings(word.translate(_LETTERS).lower())[0]


class Names:
    """A list of names, asked for by spelling or by sound."""

    def __init__(self, names: Iterable[str]) -> None:
        names = list(names)
        self.keys = frozenset(map(key_of, names))
        self._sounds = frozenset(map(sound_of, names))

    def has_sound(self, name: str) -> bool:
        return sound_of(name) in self._sounds


@cache
def given_names() -> Names:
    return Names(_words("given_names"))


@cache
def everyday_words() -> frozenset[str]:
    """Names that are everyday words, or places, too."""
    return _keys(_words("also_words"))


@cache
def famous_names() -> frozenset[str]:
    return _keys(_words("famous_names"))


@cache
def surnames() -> frozenset[str]:
    return _keys(_words("surnames"))


@cache
def offices(language: str) -> frozenset[str]:
    return _keys(_words("offices", _listed(language)))


@cache
def sayings(language: str) -> frozenset[str]:
    return _keys(_words("sayings", _listed(language)))


@cache
def courtesies(side: str) -> frozenset[str]:
    """Words of courtesy that stand "before" a name, or "after" it."""
    return _keys(_words("courtesies", side))


@cache
def place_beginnings() -> frozenset[str]:
    """Words before the name of a place that make of a person's name one: New, San, Western."""
    return _keys(_words("things", "beginnings of places"))


@cache
def called_after_persons() -> frozenset[str]:
    """Words for streets, schools and the like, which stand beside the name of a person."""
    return _keys(_words("things", "called after persons"))


@cache
def bodies(language: str) -> frozenset[str]:
    """Beginnings of the words that say what sort of body or place is called so."""
    return _keys(_words("things", f"bodies {_listed(language)}"))


@cache
def things(language: str) -> frozenset[str]:
    """Beginnings of other words that are no part of a person's name: countries, days, "the"."""
    language = _listed(language)
    return _keys(_words("things", language)) | _keys(_of_the_calendar_and_the_map(language))


@cache
def countries(language: str) -> dict[str, str]:
    """The ISO 3166 codes of the countries that have a name of one word."""
    territories = Locale.parse(_listed(language)).territories
    return {key_of(name): code for code, name in territories.items() if name.isalpha()}


def _listed(language: str) -> str:
    return language if language in LANGUAGES else "en"


def _of_the_calendar_and_the_map(language: str) -> Iterator[str]:
    locale = Locale.parse(language)
    names = [
        *locale.territories.values(),
        *locale.languages.values(),
        *locale.months["format"]["wide"].values(),
        *locale.days["format"]["wide"].values(),
        *(zone["city"] for zone in locale.time_zones.values() if "city" in zone),
    ]
    for name in names:
        yield from (word for word in name.split() if len(word) >= _SHORTEST_PLACE)


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(key_of, words))


def _words(file: str, section: str = "") -> list[str]:
    return _sections(file).get(section, [])


@cache
def _sections(file: str) -> dict[str, list[str]]:
    """The words of a file under its headings in square brackets; "#" opens a comment."""
    found: dict[str, list[str]] = {}
    section = found.setdefault("", [])
    for line in (Path(__file__).parent / f"{file}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            section += line.split()
    return found
