"""Text folding: the one place where spellings are made comparable.

Only for matching and search keys; what people read is never folded.
"""

import re
import unicodedata
from hashlib import sha256

# "i, ı, İ, I to i everywhere": Turkic languages disagree about which i is which, and scraped
# text loses the dots at random. ё and е are one letter to every Russian newsroom.
_LETTERS = str.maketrans({"ı": "i", "İ": "i", "I": "i", "ё": "е", "Ё": "е", "ß": "ss"})

# Uzbek oʻ and gʻ come with at least these signs, Turkish suffixes with ' and ’.
APOSTROPHES = "'’‘ʻʼ`´′ʹˈ＇"
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_QUOTES = str.maketrans(dict.fromkeys("«»“”„‟‹›", '"'))
_SPACES = re.compile(r"\s+")


def nfc(text: str) -> str:
    """Return `text` in NFC, the form in which the desk stores every text."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return `text` as a key: equal for spellings that differ only in letter case, dots of i,
    accents on Latin letters, ё/е, kind of apostrophe, dash or quotation mark, or white space.

    >>> fold("İstanbul") == fold("ISTANBUL") == fold("ıstanbul")
    True
    """
    text = nfc(text).translate(_LETTERS).translate(_ONE_APOSTROPHE)
    text = text.translate(_DASHES).translate(_QUOTES).casefold()
    return _SPACES.sub(" ", text.translate(_WITHOUT_ACCENTS)).strip()


def key_of(text: str) -> str:
    """Return a short key, equal where `fold` is; for indexed columns. Empty for no text."""
    folded = fold(text)
    return sha256(folded.encode(errors="surrogatepass")).hexdigest() if folded else ""


class _Accents(dict):
    """A table for `str.translate` that works each letter out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = letters = _without_accent(chr(code))
        return letters


def _without_accent(char: str) -> str:
    """Latin letters lose their accents; Cyrillic й, ї and ў are letters of their own and stay."""
    if char.isascii() or "\u0400" <= char <= "\u052f":
        return char
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() and base.isalpha() else "" if _is_mark(char) else char


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"


_WITHOUT_ACCENTS = _Accents()
