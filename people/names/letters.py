"""How letters sound: both scripts and all the desk's orthographies in one small alphabet.

Tables and the reading of one word; how far two sounds are apart is `people.names.sounds`.

The alphabet: vowels a e i o u, consonants b d f g h j k l m n p q r s t v x z, where j is the
sound of ж and дж, q of ч, x of ш, h of х. It is coarse on purpose: newsrooms write one sound in
many ways (Japarov, Zhaparov, Жапаров, Caparov, Žaparow).
"""

import re
import unicodedata
from functools import lru_cache
from itertools import product
from math import prod

# What is read in several ways lists them, the likeliest in the desk's languages first. An accent
# that isn't listed changes nothing: ý is read as y.
_TABLE = {
    # Cyrillic
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "ҕ": "g", "ґ": "g", "д": "d",
    "е": "e", "є": "e", "ё": "o", "ж": "j", "җ": "j", "з": "z", "и": "i", "й": "i", "і": "i",
    "ї": "i", "к": "k", "қ": "k", "ҡ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o",
    "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ү": "u", "ұ": "u", "ў": "u",
    "ф": "f", "х": "h", "ҳ": "h", "һ": "h", "ц": "ts", "ч": "q", "ҷ": "j", "ш": "x", "щ": "x",
    "ъ": "a", "ы": "i", "ь": "", "э": "e", "ю": "u", "я": "a", "ӣ": "i", "ӯ": "u", "ј": "i",
    "љ": "l", "њ": "n", "џ": "j", "ђ": "j", "ћ": "q", "ѓ": "g", "ќ": "k", "ѕ": "z",
    "дж": "j", "дз": "z", "нг": "n ng", "ий": "i", "ый": "i", "ья": "a", "ье": "e", "ия": "a",
    "йо": "o", "ьо": "o", "ъе": "e", "ъё": "o", "ъю": "u", "ъя": "a", "ја": "a", "је": "e",
    "јо": "o", "ју": "u",
    # Latin letters
    "a": "a", "ä": "a e", "ə": "a e", "ą": "on a", "æ": "e", "b": "b", "c": "j k ts", "ç": "q s",
    "č": "q", "ć": "q", "d": "d", "đ": "j d", "e": "e", "ę": "en e", "f": "f", "g": "g",
    "h": "h", "i": "i", "j": "j i h", "k": "k", "l": "l", "ł": "l", "m": "m", "n": "n",
    "ŋ": "n", "o": "o", "ó": "o u", "ø": "o", "œ": "e", "p": "p", "q": "k g", "r": "r", "s": "s",
    "ş": "x", "ș": "x", "š": "x", "ß": "s", "t": "t", "u": "u", "v": "v", "w": "v u", "x": "h ks",
    "y": "i", "z": "z", "ž": "j", "ż": "j",
    # Latin groups: consonants
    "shch": "x", "tsch": "q", "sch": "x sh", "sh": "x", "sz": "s x", "dzh": "j", "dzs": "j",
    "dž": "j", "dż": "j", "dj": "j", "zh": "j", "zsh": "j", "zs": "j", "rz": "rz j", "tch": "q",
    "ch": "q h k", "chr": "kr hr", "cs": "q ks", "cz": "q", "ck": "k tsk", "kh": "h k", "gh": "g",
    "ght": "t", "gue": "g ge", "gy": "d g", "lya": "la ia", "lyo": "lo io",
    "ng": "n ng", "ph": "f", "th": "t", "ts": "ts", "tz": "ts", "ff": "v f", "mc": "mak", "wr": "r",
    # Latin groups: vowels
    "ya": "a", "ja": "ja a", "ia": "a", "ye": "e", "je": "je e", "ie": "e", "yo": "o",
    "jo": "jo o", "io": "o", "yu": "u", "ju": "ju u", "iu": "u", "iy": "i", "ij": "i", "yi": "i",
    "ei": "ei ai", "ee": "i e", "oo": "u o", "ou": "u", "ow": "ov au", "ew": "ev", "aw": "o av",
}  # fmt: skip

# c before a front vowel: Cem, Cecilia, Marcin, Vincenzo.
_SOFT_C = re.compile("c(?=[eiy])")
_SOFT_C_READINGS = ("j", "s", "ts", "q")

_READINGS = {letters: tuple(sounds.split()) or ("",) for letters, sounds in _TABLE.items()}
_READINGS["ċ"] = _SOFT_C_READINGS

# Combinations of readings: enough for two letters of three or four, so that work stays bounded.
MAX_READINGS = 16

# Endings of a case or a gender that other languages leave out: Petrus, Nováková.
_FOREIGN_ENDING = re.compile("(?<=...)(?:us|ová)$")

_GROUP = re.compile("|".join(sorted(_READINGS, key=len, reverse=True)) + "|.")
_DOUBLED = re.compile(r"(.)\1+")
_VOWEL_RUN = re.compile(r"[aeiou]+")


@lru_cache(maxsize=200_000)
def readings(word: str) -> tuple[str, ...]:
    """Return how a lower-case word may sound, the likeliest way first; at most MAX_READINGS."""
    found = _readings(word)
    stem = _FOREIGN_ENDING.sub("", word)
    if stem != word:
        found += _readings(stem)
    return tuple(dict.fromkeys(found))[:MAX_READINGS]


def _readings(word: str) -> list[str]:
    word = _SOFT_C.sub("ċ", word.translate(_KNOWN))
    sounds = [_READINGS.get(letters, ("",)) for letters in _GROUP.findall(word)]
    return [_DOUBLED.sub(r"\1", "".join(choice)) for choice in product(*_bounded(sounds))]


class _Known(dict):
    """For `str.translate`: a letter as it is or without its accent, if only that is listed."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = known = (
            letter if letter in _READINGS else unicodedata.normalize("NFD", letter)[0]
        )
        return known


_KNOWN = _Known()


def _bounded(sounds: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Keep second readings from the front of the word, while there are not too many."""
    if prod(map(len, sounds)) <= MAX_READINGS:
        return sounds
    total, bounded = 1, []
    for options in sounds:
        if total * len(options) > MAX_READINGS:
            options = options[:1]
        total *= len(options)
        bounded.append(options)
    return bounded


# Sounds that an initial stands for in the other script, beside those it has by itself: В. for
# William, Г. for Helmut, Д. for Джон, Ch. for Cengiz, К. for Christian.
_INITIALS = {
    "c": "qhkjst", "ch": "jk", "d": "j", "e": "i", "g": "hj", "h": "g", "i": "j",
    "j": "diu", "k": "h", "s": "zx", "t": "qt", "u": "iv", "v": "u", "w": "vu", "y": "iaeou",
    "z": "sj",
    "в": "u", "г": "hj", "д": "j", "е": "i", "ж": "gi", "з": "s", "и": "j", "й": "iaeouj",
    "к": "qh", "с": "qx", "у": "v", "х": "gk", "ц": "sq", "ч": "j", "ш": "s", "э": "i",
    "ю": "ij", "я": "ij",
}  # fmt: skip


@lru_cache(maxsize=1000)
def first_sounds(initial: str) -> frozenset[str]:
    """Return the sounds that a name with this lower-case initial may begin with."""
    own = {sound[:1] for sound in readings(initial)}
    return frozenset(own.union(_INITIALS.get(initial, "")))


def with_one_vowel(sound: str) -> str:
    """Every run of vowels as one and the same vowel."""
    return _VOWEL_RUN.sub("a", sound)
