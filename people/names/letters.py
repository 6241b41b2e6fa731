"""How letters sound: both scripts and all the desk's orthographies in one small alphabet.

Tables and the reading of one word; comparing whole names is `people.names.comparing`.

The alphabet: vowels a e i o u, consonants b d f g h j k l m n p q r s t v x z, where j is the
sound of ж and дж, q of ч, x of ш, h of х. It is coarse on purpose: newsrooms write one sound in
many ways (Japarov, Zhaparov, Жапаров, Caparov, Žaparow).
"""

import re
import unicodedata
from functools import lru_cache
from itertools import product

CYRILLIC = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "ҕ": "g", "д": "d", "е": "e",
    "ё": "o", "ж": "j", "җ": "j", "з": "z", "и": "i", "й": "i", "і": "i", "ї": "i", "к": "k",
    "қ": "k", "ҡ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ү": "u", "ұ": "u", "ў": "u", "ф": "f", "х": "h",
    "ҳ": "h", "һ": "h", "ц": "ts", "ч": "q", "ҷ": "j", "ш": "x", "щ": "x", "ъ": "", "ы": "i",
    "ь": "", "э": "e", "ю": "u", "я": "a", "є": "e", "ґ": "g",
}  # fmt: skip

# Letter groups of both scripts, longest first; a group that is read in several ways lists them,
# the likeliest in the desk's languages first.
GROUPS = {
    "дж": ("j",), "нг": ("n", "ng"), "кс": ("ks",), "ий": ("i",), "ый": ("i",), "ья": ("a",),
    "ье": ("e",), "ия": ("a",), "йо": ("o",), "ьо": ("o",),
    "shch": ("x",), "dzh": ("j",), "tsch": ("q",), "sch": ("x",), "zsh": ("j",), "dzs": ("j",),
    "zh": ("j",), "dj": ("j",), "zs": ("j",), "sh": ("x",), "ch": ("q", "h"), "cs": ("q", "ks"),
    "sz": ("s", "x"), "cz": ("q",), "tch": ("q",), "kh": ("h", "k"), "gh": ("g",), "ph": ("f",),
    "th": ("t",), "ts": ("ts",), "tz": ("ts",), "ck": ("k",), "ng": ("n", "ng"), "gy": ("d", "g"),
    "yu": ("u",), "ju": ("ju", "u"), "iu": ("u",), "ya": ("a",), "ja": ("ja", "a"), "ia": ("a",),
    "yo": ("o",), "jo": ("jo", "o"), "io": ("o",), "ye": ("e",), "je": ("je", "e"), "ie": ("e",),
    "iy": ("i",), "ij": ("i",), "yi": ("i",), "ee": ("i", "e"), "oo": ("u", "o"), "ou": ("u",),
    "ow": ("ov", "au"), "ew": ("ev",), "ff": ("v", "f"), "ai": ("ai",), "ei": ("ei", "ai"),
    "ey": ("ei",), "ay": ("ai",),
}  # fmt: skip

LATIN = {
    "a": ("a",), "ä": ("a", "e"), "ə": ("a", "e"), "b": ("b",), "c": ("j", "k", "s", "ts"),
    "ç": ("q", "s"), "č": ("q",), "ć": ("q",), "d": ("d",), "e": ("e",), "f": ("f",), "g": ("g",),
    "ğ": ("g", ""), "ǧ": ("g",), "h": ("h", ""), "ı": ("i",), "i": ("i",), "j": ("j", "i", "h"),
    "k": ("k",), "l": ("l",), "ł": ("l",), "m": ("m",), "n": ("n",), "ň": ("n",), "ñ": ("n",),
    "ŋ": ("n",), "o": ("o",), "ö": ("o",), "ő": ("o",), "p": ("p",), "q": ("k", "g"), "r": ("r",),
    "ř": ("r",), "s": ("s", "x"), "ş": ("x",), "ș": ("x",), "š": ("x",), "t": ("t",), "u": ("u",),
    "ü": ("u",), "ű": ("u",), "v": ("v",), "w": ("v", "u"), "x": ("h", "ks"), "y": ("i",),
    "ý": ("i",), "z": ("z", "s"), "ž": ("j",), "ż": ("j",), "ź": ("z",),
}  # fmt: skip

# Letters whose second reading belongs to one orthography only (Hungarian s, silent h): taken
# into account for comparing, but not so often that everything sounds like everything.
MAX_READINGS = 8

_GROUP = re.compile("|".join(sorted(map(re.escape, GROUPS), key=len, reverse=True)) + "|.")
_DOUBLED = re.compile(r"(.)\1+")
_VOWEL_RUN = re.compile(r"[aeiou]+")


@lru_cache(maxsize=200_000)
def readings(word: str) -> tuple[str, ...]:
    """Return how a lower-case word may sound, the likeliest way first; at most MAX_READINGS."""
    sounds = [_sounds(part) for part in _GROUP.findall(word)]
    found: dict[str, None] = {}
    for choice in product(*_bounded(sounds)):
        found[_DOUBLED.sub(r"\1", "".join(choice))] = None
    return tuple(found)[:MAX_READINGS]


def _sounds(part: str) -> tuple[str, ...]:
    if part in GROUPS:
        return GROUPS[part]
    if part in CYRILLIC:
        return (CYRILLIC[part],)
    if part in LATIN:
        return LATIN[part]
    base = unicodedata.normalize("NFD", part)[0]
    return LATIN.get(base, ("",))


def _bounded(sounds: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Keep second readings from the front of the word, while there are not too many."""
    total, bounded = 1, []
    for options in sounds:
        if total * len(options) > MAX_READINGS:
            options = options[:1]
        total *= len(options)
        bounded.append(options)
    return bounded


def without_vowels(sound: str) -> str:
    """The consonants, after the first sound: vowels are what spellings differ in most."""
    return sound[:1] + _VOWEL_RUN.sub("", sound[1:])


def with_one_vowel(sound: str) -> str:
    """Every run of vowels as one and the same vowel."""
    return _VOWEL_RUN.sub("a", sound)
