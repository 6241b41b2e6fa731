"""Text folding: the one place where spellings are made comparable.

Only for matching and search keys; what people read is never folded.
"""

import re
import unicodedata
from functools import cache
from hashlib import sha256

# Uzbek oʻ and gʻ come with at least these signs, Turkish suffixes with ' and ’.
APOSTROPHES = "'’‘ʻʼ`´′ʹˈ＇"
_SIGNS = {
    # "i, ı, İ, I to i everywhere": Turkic languages disagree about which i is which, and scraped
    # text loses the dots at random. ё and е are one letter to every Russian newsroom.
    **{"ı": "i", "İ": "i", "ё": "е", "Ё": "е", "ß": "ss"},
    **dict.fromkeys(APOSTROPHES.replace("'", ""), "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("«»“”„‟‹›", '"'),
}
# Looked for with expressions, not with `str.translate`: an import folds all that it reads, and a
# table is asked about every single letter.
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")
_MAYBE_ACCENT = re.compile("[^\x00-\x7f\u0400-\u052f]")


def nfc(text: str) -> str:
    """Return `text` in NFC, the form in which the desk stores every text."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return `text` as a key: equal for spellings that differ only in letter case, dots of i,
    accents on Latin letters, ё/е, kind of apostrophe, dash or quotation mark, or white space.

    >>> fold("İstanbul") == fold("ISTANBUL") == fold("ıstanbul")
    True
    """
    text = _SIGN.sub(_one_sign, nfc(text)).casefold()
    return " ".join(_MAYBE_ACCENT.sub(_without_accent, text).split())


def _one_sign(match: re.Match[str]) -> str:
    return _SIGNS[match[0]]


def key_of(text: str) -> str:
    """Return a short key, equal where `fold` is; for indexed columns. Empty for no text."""
    folded = fold(text)
    return sha256(folded.encode(errors="surrogatepass")).hexdigest() if folded else ""


# Scripts by the code points of their letters, and their ISO 15924 codes.
_SCRIPTS = (("Cyrl", "\u0400", "\u052f"), ("Arab", "\u0600", "\u06ff"), ("Latn", "A", "\u024f"))


def script_of(text: str) -> str:
    """The ISO 15924 code of the script that most letters of `text` are in, "" if of none known."""
    counts = {
        code: sum(first <= letter <= last for letter in text if letter.isalpha())
        for code, first, last in _SCRIPTS
    }
    script = max(counts, key=counts.__getitem__)
    return script if counts[script] else ""


def _without_accent(match: re.Match[str]) -> str:
    return _bare_letter(match[0])


@cache
def _bare_letter(char: str) -> str:
    """Latin letters lose their accents; Cyrillic й, ї and ў are letters of their own and stay."""
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() and base.isalpha() else "" if _is_mark(char) else char


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"
