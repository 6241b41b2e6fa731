"""Entities whose name somebody meant to type: found with letters missing, swapped or wrong.

For choosing by hand, where nothing has the words as they were typed (`named_like`). Looks at every
spelling: some 0.2 s among 50,000.
"""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from people.models import Name
from people.names import matching_key
from people.querysets import MAX_WORDS, TELLING_SOUND

# So many wrong letters are forgiven, by the length of the word as it sounds; a short word with a
# wrong letter is another word.
_FORGIVEN = [(7, 2), (4, 1), (0, 0)]

# Distances of the words of spellings from one typed word; what isn't in it is too far.
Near = dict[str, int]


def nearly_named(typed: str, limit: int = 12) -> list[int]:
    """The ids of the entities that have a spelling with every typed word nearly in it, in any
    script and order, likeliest first. The end of a word may be missing."""
    wanted = matching_key(typed).split()[:MAX_WORDS]
    if not any(len(word) >= TELLING_SOUND for word in wanted):
        return []
    names = [(entity, key.split()) for entity, key in Name.objects.values_list("entity", "key")]
    words = sorted({word for _entity, key in names for word in key})
    nears = [_near(word, words) for word in wanted]
    return _likeliest(names, nears)[:limit]


def _near(wanted: str, words: list[str]) -> Near:
    """Compared with the beginnings of the words: the end may not be typed yet."""
    forgiven = next(most for length, most in _FORGIVEN if len(wanted) >= length)
    begun = [word[: len(wanted) + 1] for word in words]
    found = process.extract(
        wanted, begun, scorer=OSA.distance, processor=None, score_cutoff=forgiven, limit=None
    )
    return {words[at]: distance for _word, distance, at in found}


def _likeliest(names: Iterable[tuple[int, list[str]]], nears: list[Near]) -> list[int]:
    best: dict[int, int] = {}
    for entity, key in names:
        distance = _distance(key, nears)
        if distance is not None:
            best[entity] = min(distance, best.get(entity, distance))
    return sorted(best, key=lambda entity: (best[entity], entity))


def _distance(key: list[str], nears: list[Near]) -> int | None:
    total = 0
    for near in nears:
        distances = [near[word] for word in key if word in near]
        if not distances:
            return None
        total += min(distances)
    return total
