"""Surnames standing alone or with initials: who of the known bearers they may be meant for.

Whether a bare surname is part of somebody else's name is for `neighbours` to say.
"""

from collections.abc import Iterator

from people.recognition.bearers import Bearers
from people.recognition.endings import Base
from people.recognition.forms import INITIALS
from people.recognition.lookup import HYPHENS, Match, Reading, is_hyphen
from people.recognition.words import Words, key_of

_LONGEST_INITIAL = 2
_MOST_INITIALS = 3
_TITLES = frozenset({"mr", "ms", "dr", "st"})


def surnames_at(
    field: str, words: Words, place: int, bases: tuple[Base, ...], bearers: Bearers
) -> Iterator[Match]:
    """The surname at this place with the initials beside it, for each reading of its ending
    under which somebody is known by it."""
    if _is_tied(words, place) or _is_tied(words, place + 1):
        return
    first, last = _initials_before(words, place), place
    initials = _keys(words, first, place)
    if not initials:
        last = _initials_behind(words, place)
        initials = _keys(words, place + 1, last + 1)
    for base in bases:
        if base.of_thing:
            continue
        start, end = words.start(first), _end(words, place, last, base)
        known = bearers.of(base.key)
        if not initials:
            yield Match(field, start, end, first, last, (), base, known)
        elif fitting := [one for one in known.values() if one.fits(initials)]:
            readings = tuple(Reading(one.name, INITIALS) for one in fitting)
            yield Match(field, start, end, first, last, readings, base)


def _end(words: Words, place: int, last: int, base: Base) -> int:
    """The dot of the last initial belongs to the name."""
    if last == place:
        return words.start(place) + base.length
    return words.end(last) + words.gaps[last + 1].startswith(".")


def _keys(words: Words, first: int, end: int) -> list[str]:
    return [words.key(place) for place in range(first, end)]


def _initials_before(words: Words, place: int) -> int:
    """The first of the words that stand as initials before this one, or this one."""
    first = place
    while first > max(0, place - _MOST_INITIALS) and _is_initial(words, first - 1):
        first -= 1
    return first


def _initials_behind(words: Words, place: int) -> int:
    """The last initial behind a surname that stands first: "Жапаров С. Н."."""
    last = place
    while last < min(len(words) - 1, place + _MOST_INITIALS - 1):
        gap = words.gaps[last + 1]
        if not (gap.isspace() or (last > place and gap.strip() == ".")):
            break
        if not (_looks_initial(words.texts[last + 1]) and words.gaps[last + 2].startswith(".")):
            break
        last += 1
    return last


def _is_initial(words: Words, place: int) -> bool:
    """A capital or two with a dot, and next to it at most a space or the hyphen of "К.-Ж."."""
    word, gap = words.texts[place], words.gaps[place + 1]
    return _looks_initial(word) and gap.startswith(".") and gap[1:].strip(" \u00a0" + HYPHENS) == ""


def _looks_initial(word: str) -> bool:
    """ "S" or "Sh", not "Mr"; two capitals end a sentence with an abbreviation: "в РФ. Токаев"."""
    if len(word) > _LONGEST_INITIAL or key_of(word) in _TITLES:
        return False
    return word[0].isupper() and not word[1:].isupper()


def _is_tied(words: Words, place: int) -> bool:
    """Does a hyphen tie the word to the one before, both capitalised?"""
    if not 0 < place < len(words) or not is_hyphen(words.gaps[place]):
        return False
    return words.is_capitalised(place - 1) and words.is_capitalised(place)
