"""Bodies, meetings and documents in slightly other words than the desk knows them by.

"Organization of the Turkic states", "Turkic Cultural Heritage Foundation", "Түрк мамлекеттеринин
уюму": the same words in the same order, each with another ending or a small word between.
"""

from collections.abc import Sequence, Set

from people.recognition.spans import KnownName
from people.recognition.words import key_of

# Articles and prepositions, which come and go inside a name.
_SMALL_WORDS = (
    "of the for on in at to a an de der für по о об в на ile için ilə üçün мен үшін менен"
)
_CONJUNCTIONS = "and und и ve və va hamda және жана ва ҳамда we és"
SMALL_WORDS = frozenset(key_of(word) for word in _SMALL_WORDS.split())
LEFT_OUT = SMALL_WORDS | {key_of(word) for word in _CONJUNCTIONS.split()}

# The first letters tell a word in any of its cases and derivations; the words of a name together
# tell the name. Two words need to be long ones.
_BEGINNING = 3
_FEWEST_WORDS = 2
_LONG = 6
_ALIKE = 0.6
_NOTHING: frozenset[str] = frozenset()


def beginning(key: str) -> str:
    return key[:_BEGINNING]


class Wordings:
    """Names of several words by the beginnings of their words."""

    def __init__(self) -> None:
        self._names: dict[str, list[tuple[tuple[str, ...], KnownName]]] = {}
        self._openings: dict[str, set[str]] = {}

    def add(self, name: KnownName, all_keys: Sequence[str]) -> None:
        keys = tuple(key for key in all_keys if key not in LEFT_OUT)
        if name.needs_context or name.kind == "error" or not _tells_enough(keys):
            return
        beginnings = [beginning(key) for key in keys]
        self._names.setdefault(" ".join(beginnings), []).append((keys, name))
        begun = beginnings[0]
        for following in beginnings[1:]:
            self._openings.setdefault(begun, set()).add(following)
            begun = f"{begun} {following}"

    def following(self, begun: str) -> Set[str]:
        """The beginnings of the words with which a name so begun goes on."""
        return self._openings.get(begun, _NOTHING)

    def named_by(self, begun: str, keys: list[str]) -> list[KnownName]:
        """The names that these words may be meant for."""
        return [
            name for known, name in self._names.get(begun, ()) if all(map(_are_alike, known, keys))
        ]


def _tells_enough(keys: tuple[str, ...]) -> bool:
    if len(keys) == _FEWEST_WORDS:
        return all(len(key) >= _LONG for key in keys)
    return len(keys) > _FEWEST_WORDS


def _are_alike(known: str, key: str) -> bool:
    """Have the words most of their letters in common, from the first on?"""
    common = 0
    for one, other in zip(known, key, strict=False):
        if one != other:
            break
        common += 1
    return common >= _ALIKE * min(len(known), len(key)) and common >= _ALIKE * len(known) - 1
