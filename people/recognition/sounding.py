"""Persons under a spelling that the desk doesn't know: "Rejep Erdo‘g‘an", "Режеп Ердоған".

By sound, with `people.names`. A sound proposes and never confirms.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from ots_desk.text import APOSTROPHES
from people.names import similarity, word_candidate_keys
from people.names.filial import FILIAL
from people.recognition.endings import Base, bases_of
from people.recognition.spans import EntityId, KnownName
from people.recognition.words import key_of

# Above `people.names.SAME_NAME`, for here nobody has said yet that the two are to be compared:
# Sadyr and Sabyr Japarov (.82) are two men, Yanoş Hovari and János Hóvári (.90) are one.
SOUNDS_LIKE = 0.88
_CLEARLY = 0.05

# A single word is rated lower than a name of several. Shorter ones are too often another word.
_SAME_WORD = 0.75
_LONG = 6
_REMEMBERED = 100_000

_KINDS = ("full", "former", "alias")
_RUSSIAN_CASE = re.compile(r"(?<=\w{3})(?:а|у|ом|ем|ым|им|е|ой|ую)$")
_WOMAN = re.compile(r"(?:[ое]в|[иы]н|[oe]v|in)[aа]$")


_LETTERS = str.maketrans(dict.fromkeys("İIı", "i") | dict.fromkeys(APOSTROPHES, ""))


class PlaceSounds:
    """Places of one word by how they sound: "Turkiston" where the desk knows "Turkistan"."""

    def __init__(self) -> None:
        self._by_beginning: dict[str, list[KnownName]] = {}

    def add(self, name: KnownName) -> None:
        is_told = name.kind in ("full", "alias") and not name.needs_context
        if is_told and name.text.isalpha() and len(name.text) >= _LONG:
            for begun in _beginnings(name.text):
                self._by_beginning.setdefault(begun, []).append(name)

    def named_by(self, word: str, bases: Sequence[Base]) -> tuple[Base, list[KnownName]]:
        """The places that a word may be, and under which reading of its ending."""
        near = [name for begun in _beginnings(word) for name in self._by_beginning.get(begun, ())]
        for base in bases if len(word) >= _LONG else ():
            names = [name for name in near if similarity(base.key, name.text) >= _SAME_WORD]
            if names:
                return base, list({name.entity: name for name in names}.values())
        return bases[0], []


class Sounding:
    """Full names of persons by the beginnings of two of their words, the surname and another."""

    def __init__(self) -> None:
        self._by_pair: dict[str, list[KnownName]] = {}
        self._heard: dict[tuple[str, str], tuple[KnownName, ...]] = {}

    def add(self, name: KnownName, texts: Sequence[str]) -> None:
        words = [word for word in texts if word.lower() not in FILIAL]
        if name.kind not in _KINDS or len(words) < 2:
            return
        self._heard.clear()
        for pair in {pair for word in words[:-1] for pair in _pairs(word, words[-1])}:
            self._by_pair.setdefault(pair, []).append(name)

    def forget(self) -> None:
        self._heard.clear()

    def heard_in(self, words: list[str], language: str) -> tuple[KnownName, ...]:
        """The one name that the words sound like, or several where none is clearly the likest."""
        near = [one for pair in _pairs(words[0], words[-1]) for one in self._by_pair.get(pair, ())]
        if not near:
            return ()
        asked = (" ".join(words), language)
        if asked not in self._heard:
            if len(self._heard) >= _REMEMBERED:
                self._heard.clear()
            self._heard[asked] = _likest(words, near, language)
        return self._heard[asked]


def _pairs(one: str, other: str) -> set[str]:
    return {
        f"{x} {y}" if x < y else f"{y} {x}" for x in _beginnings(one) for y in _beginnings(other)
    }


@lru_cache(maxsize=200_000)
def _beginnings(word: str) -> frozenset[str]:
    return word_candidate_keys(word.translate(_LETTERS).lower())


def _likest(words: list[str], near: list[KnownName], language: str) -> tuple[KnownName, ...]:
    written = _without_endings(words, language)
    best: dict[EntityId, tuple[float, KnownName]] = {}
    for name in near:
        score = max(similarity(text, name.text) for text in written)
        if score > best.get(name.entity, (SOUNDS_LIKE,))[0] and not _is_woman(words, name):
            best[name.entity] = score, name
    found = sorted(best.values(), key=lambda one: (-one[0], str(one[1].entity)))
    return tuple(name for score, name in found if score > found[0][0] - _CLEARLY)


def _without_endings(words: list[str], language: str) -> set[str]:
    whole = " ".join(words)
    written = {whole}
    for base in bases_of(words[-1], language):
        if base.is_russian:
            written.add(" ".join(_RUSSIAN_CASE.sub("", word) for word in words))
        elif base.ending and not base.of_thing:
            cut = len(words[-1]) - base.length if base.has_apostrophe else len(base.ending)
            written.add(whole[: len(whole) - cut])
    return written


def _is_woman(words: list[str], name: KnownName) -> bool:
    """Is this the surname of a woman beside that of a man, without his given name in a case?"""
    woman, man = key_of(words[-1]), key_of(name.text)
    if not _WOMAN.search(woman) or man.endswith(("a", "а")):
        return False
    given = key_of(words[0])
    return not given.endswith("а") or given in man.split()


def sound_alike(one: str, other: str) -> bool:
    """May the two be one word, as far as their beginnings tell?"""
    return bool(_beginnings(one) & _beginnings(other))
