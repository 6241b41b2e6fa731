"""Runs of capitalised words of a text that sound like a known person's name.

How a name sounds is in `sounding`; here is which words of the text are asked about.
"""

from collections.abc import Iterable, Iterator

from people.recognition.bearers import Bearers
from people.recognition.endings import Base, bases_of
from people.recognition.forms import SOUND
from people.recognition.gazetteer import Gazetteer
from people.recognition.honours import is_named_after
from people.recognition.lookup import Match, Reading, is_hyphen
from people.recognition.neighbours import Surroundings
from people.recognition.sounding import sound_alike
from people.recognition.titles import TITLES
from people.recognition.walks import is_of_another_walk
from people.recognition.words import Words

_MOST_WORDS = 4
_SHORTEST_SURNAME = 4


def heard_in(field: str, around: Surroundings, gazetteer: Gazetteer) -> Iterator[Match]:
    """Yield the runs that sound like somebody, where no known name stands already."""
    words, place = around.words, 0
    while place < len(words) - 1:
        match = _heard_at(field, place, around, gazetteer) if _may_name(place, around) else None
        if match:
            yield match
        place = match.last + 1 if match else place + 1


def _heard_at(field: str, first: int, around: Surroundings, gazetteer: Gazetteer) -> Match | None:
    words = around.words
    for last in range(_end_of_run(first, around), first, -1):
        names = gazetteer.sounding.heard_in(words.texts[first : last + 1], around.language)
        if names and not _is_somebody_else(words, first, last, around.text):
            readings = tuple(Reading(name, SOUND) for name in names)
            base = bases_of(words.texts[last], around.language)[-1]
            base = base if base.has_apostrophe else Base(base.key, len(words.texts[last]))
            end = words.start(last) + base.length
            return Match(field, words.start(first), end, first, last, readings, base)
    return None


def _may_name(place: int, around: Surroundings) -> bool:
    word = around.words.texts[place]
    if not word[0].isupper() or len(word) < 2 or place in around.covered:
        return False
    return around.words.key(place) not in TITLES


def _end_of_run(first: int, around: Surroundings) -> int:
    last = first
    while last + 1 < min(len(around.words), first + _MOST_WORDS):
        gap = around.words.gaps[last + 1]
        if not (gap.isspace() or is_hyphen(gap)) or "\n\n" in gap:
            break
        if not _may_name(last + 1, around):
            break
        last += 1
    return last


def _is_somebody_else(words: Words, first: int, last: int, text: str) -> bool:
    return is_named_after(words, first, last) or is_of_another_walk(words, first, text)


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
