"""Bodies, meetings and documents in a text that are worded otherwise than the desk knows them.

Which words tell a name is in `wording`; here is where they stand in the text.
"""

from collections.abc import Iterator

from people.recognition.endings import Base
from people.recognition.forms import WORDED
from people.recognition.gazetteer import Opening
from people.recognition.lookup import Match, Reading
from people.recognition.wording import LEFT_OUT, Wordings, beginning
from people.recognition.words import Words, key_of

_MOST_WORDS = 12
_PLAIN = frozenset(" \u00a0\n-‐‑«»“”\"'’")


def may_be_worded(words: Words, first: int, opening: Opening) -> bool:
    """A quick look at the next word, for most names that might begin here don't."""
    if not opening.wordings or first + 1 == len(words.texts):
        return False
    key = key_of(words.texts[first + 1])
    return beginning(key) in opening.wordings or key in LEFT_OUT


def worded_at(field: str, words: Words, first: int, wordings: Wordings) -> Iterator[Match]:
    """Yield the names that begin with this word."""
    begun, keys = beginning(words.key(first)), [words.key(first)]
    following = wordings.following(begun)
    for place in range(first + 1, min(first + _MOST_WORDS, len(words.texts))):
        key = key_of(words.texts[place])
        if key not in LEFT_OUT and beginning(key) not in following:
            return
        if not _PLAIN.issuperset(words.gaps[place]) or "\n\n" in words.gaps[place]:
            return
        if key in LEFT_OUT:
            continue
        begun, keys = f"{begun} {beginning(key)}", [*keys, key]
        if names := wordings.named_by(begun, keys):
            yield _match(field, words, first, place, [Reading(name, WORDED) for name in names])
        following = wordings.following(begun)


def _match(field: str, words: Words, first: int, last: int, readings: list[Reading]) -> Match:
    base = Base(words.key(last), len(words.texts[last]))
    start, end = words.start(first), words.end(last)
    return Match(field, start, end, first, last, tuple(readings), base)
