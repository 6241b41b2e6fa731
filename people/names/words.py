"""The words of a name, each with what it is: an initial, a father's name, or neither."""

import re
from functools import lru_cache
from typing import NamedTuple

from ots_desk.text import APOSTROPHES, nfc
from people.names.filial import FILIAL
from people.names.lesser import LESSER

_WORD = re.compile(r"[^\W\d_]+\.?")
# Capital I is the capital of i or of ı, as the language has it; they sound alike here.
_LETTERS = str.maketrans(dict.fromkeys("İIı", "i") | dict.fromkeys(APOSTROPHES, ""))

MAX_WORDS = 12

_FILIAL = frozenset(word.translate(_LETTERS) for word in FILIAL)

_PATRONYMIC = re.compile(
    r"(?:ovich|evich|ovych|yevich|ovitch|evitch|ovna|evna|ivna|ovic|evic|ovič|evič|"
    r"ович|евич|ьич|овіч|евіч|овна|евна|ична|івна|ївна|аўна|еўна|"
    r"ұлы|улы|қызы|кызы|uly|qyzy|kyzy|qizi)$"
)


class Part(NamedTuple):
    """One word of a name."""

    word: str
    is_initial: bool = False
    is_patronymic: bool = False


@lru_cache(maxsize=100_000)
def parts(name: str) -> tuple[Part, ...]:
    """Split a name into its words; filial words mark their neighbour and are dropped."""
    name = nfc(name).translate(_LETTERS).lower()
    words = _WORD.findall(name)
    plain = [word.rstrip(".") for word in words]
    return tuple(
        Part(word, _is_initial(words[index]), _is_patronymic(plain, index))
        for index, word in enumerate(plain)
        if index == 0 or word not in _FILIAL
    )


@lru_cache(maxsize=100_000)
def telling_parts(name: str) -> tuple[Part, ...]:
    """The words of a name without von, Bey and the like, where at least two are left.

    At most MAX_WORDS: whatever is longer, pasted into a search field, is no name.
    """
    all_parts = parts(name)[:MAX_WORDS]
    telling = tuple(part for part in all_parts if part.word not in LESSER)
    return telling if len(telling) > 1 else all_parts


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 or (word[-1] == "." and len(word) <= 3)


def _is_patronymic(words: list[str], index: int) -> bool:
    """In a name of two words the second is a surname, though it may end as a father's name."""
    follows = index + 1 < len(words) and words[index + 1] in _FILIAL
    return follows or (len(words) > 2 and bool(_PATRONYMIC.search(words[index])))
