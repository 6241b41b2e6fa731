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
from people.recognition.words import Words, key_of

_PLAIN = re.compile(r"[^\S\n]+|[^\S\n]*\n[^\S\n]*|[-‐‑–]")
_MOST_WORDS = 4
_SHORTEST_SURNAME = 4


def heard_in(field: str, around: Surroundings, gazetteer: Gazetteer) -> Iterator[Match]:
    """Yield the runs that sound like somebody, where no known name stands already."""
    for run in _runs(around):
        place = run.start
        while place < run.stop - 1:
            match = _heard_first(field, range(place, run.stop), around, gazetteer)
            if match:
                yield match
            place = match.last + 1 if match else place + 1


def _heard_first(
    field: str, run: range, around: Surroundings, gazetteer: Gazetteer
) -> Match | None:
    """The longest name with which the run begins."""
    words, first = around.words, run.start
    for last in range(min(run.stop, first + _MOST_WORDS) - 1, first, -1):
        if names := gazetteer.sounding.heard_in(words.texts[first : last + 1], around.language):
            readings = tuple(Reading(name, SOUND) for name in names)
            base = _base_of(words.texts[last], around.language)
            end = words.start(last) + base.length
            return Match(field, words.start(first), end, first, last, readings, base)
    return None


def _base_of(word: str, language: str) -> Base:
    """Which ending is on a word that nobody knows can't be told, unless it is set apart."""
    bases = bases_of(word, language)
    return next((base for base in bases if base.has_apostrophe), bases[0]._replace(cases=ANY))


def _runs(around: Surroundings) -> list[range]:
    """Capitalised words that stand together, in no known name and no titles."""
    texts, gaps, runs = around.words.texts, around.words.gaps, [range(0)]
    capitalised = [place for place, word in enumerate(texts) if word[0].isupper()]
    for place in capitalised:
        if place in around.covered or len(texts[place]) < 2 or key_of(texts[place]) in TITLES:
            continue
        if runs[-1].stop == place and _PLAIN.fullmatch(gaps[place]):
            runs[-1] = range(runs[-1].start, place + 1)
        else:
            runs.append(range(place, place + 1))
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
