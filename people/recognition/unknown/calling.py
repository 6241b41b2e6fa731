"""What somebody is called: a name as printed, turned back into the nominative as far as can be
told.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from people.recognition import russian
from people.recognition.unknown.kinds import kind_of
from people.recognition.unknown.runs import Part
from people.recognition.unknown.stems import Stem, stems_of

_MOST_DECLINED = 3


def called(parts: Sequence[Part], language: str) -> str:
    """Return the name that these parts are, in the nominative."""
    if language == "ru":
        nominative = iter(_agreeing(tuple(part.text for part in parts if part.tells)))
        texts = [next(nominative) if part.tells else part.text for part in parts]
    else:
        texts = [part.text for part in parts[:-1]] + [_without_ending(parts[-1])]
    return " ".join(
        text + "." if part.is_initial else text for part, text in zip(parts, texts, strict=True)
    )


def _without_ending(part: Part) -> str:
    """The stem that is a name by itself, else the word as it stands."""
    return part.kind.given or part.kind.surname or part.text


@lru_cache(maxsize=20_000)
def _agreeing(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a Russian name that may stand in one case together, each in the nominative."""
    if len(words) > _MOST_DECLINED:
        return words
    for choice in product(*(list(_likely(word)) for word in words)):
        if russian.agree([stem.key for stem in choice], [stem.cases for stem in choice]):
            return tuple(stem.text for stem in choice)
    return words


def _likely(word: str) -> Iterator[Stem]:
    """What a word may be in the nominative: known names first, then what is shaped like one,
    then the word as it stands."""
    stems = stems_of(word, "ru")
    kinds = [kind_of(stem.text, "ru") for stem in stems]
    yield from (s for s, kind in zip(stems, kinds, strict=True) if kind.given == s.text)
    yield from (s for s, kind in zip(stems, kinds, strict=True) if kind.surname == s.text)
    yield stems[0]
