"""Runs of capitalised words of a text that sound like a known person's name.

How a name sounds is in `sounding`; here is which words of the text are asked about.
"""

import re
from collections.abc import Iterable, Iterator

from people.recognition.bearers import Bearers
from people.recognition.endings import Base, bases_of
from people.recognition.forms import SOUND
from people.recognition.gazetteer import Gazetteer
from people.recognition.lookup import Match, Reading
from people.recognition.neighbours import Surroundings
from people.recognition.russian import ANY
from people.recognition.sounding import sound_alike
from people.recognition.titles import TITLES
from people.recognition.words import Words

_PLAIN = re.compile(r"[^\S\n]+|[^\S\n]*\n[^\S\n]*|[-‐‑–]")
_MOST_WORDS = 4
_SHORTEST_SURNAME = 4


def heard_in(field: str, around: Surroundings, gazetteer: Gazetteer) -> Iterator[Match]:
    """Yield the runs that sound like somebody, where no known name stands already."""
    for run in _runs(around):
        while len(run) > 1:
            match = _heard_first(field, run, around, gazetteer)
            if match:
                yield match
            run = run[match.last + 1 - run[0] :] if match else run[1:]


def _heard_first(
    field: str, run: list[int], around: Surroundings, gazetteer: Gazetteer
) -> Match | None:
    """The longest name with which the run begins."""
    words, first = around.words, run[0]
    for last in range(run[min(len(run), _MOST_WORDS) - 1], first, -1):
        if names := gazetteer.sounding.heard_in(words.texts[first : last + 1], around.language):
            readings = [Reading(name, SOUND) for name in names]
            base = _base_of(words.texts[last], around.language)
            end = words.start(last) + base.length
            return Match(field, words.start(first), end, first, last, readings, base)
    return None


def _base_of(word: str, language: str) -> Base:
    """Which ending is on a word that nobody knows can't be told, unless it is set apart."""
    bases = bases_of(word, language)
    return next((base for base in bases if base.has_apostrophe), bases[0]._replace(cases=ANY))


def _runs(around: Surroundings) -> list[list[int]]:
    """Capitalised words that stand together, in no known name and no titles."""
    texts, gaps, covered = around.words.texts, around.words.gaps, around.covered
    runs: list[list[int]] = []
    for place, word in enumerate(texts):
        if not word[0].isupper() or place in covered or len(word) < 2:
            continue
        if around.words.key(place) in TITLES:
            continue
        if runs and runs[-1][-1] == place - 1 and _PLAIN.fullmatch(gaps[place]):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def spelt_as_in(heard: Iterable[Match], words: dict[str, Words], language: str) -> Bearers:
    """The bearers of the surnames of these, as this text spells them."""
    spelt = Bearers()
    for match in heard:
        texts = words[match.field].texts[match.first : match.last + 1]
        for reading in match.readings:
            surname, *given = _surname_first(texts, reading.name.text)
            for base in bases_of(surname, language):
                if len(base.key) >= _SHORTEST_SURNAME:
                    spelt.add_spelling(reading.name, base.key, tuple(given))
    return spelt


def _surname_first(texts: list[str], known: str) -> list[str]:
    *given, surname = texts
    if sound_alike(surname, known.split()[-1]):
        return [surname, *(word.lower() for word in given)]
    return [texts[0], *(word.lower() for word in texts[1:])]
