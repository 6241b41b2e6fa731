"""Which encoding bytes are in, judged by evidence: byte order, valid sequences, letters.

Pure judgement of bytes; refusing and repairing is `decoding`'s.
"""

import codecs
import re

from .reading import Flag

Found = tuple[str, str, tuple[Flag, ...]]

# UTF-16 without a mark: so many of the bytes are NULs (Cyrillic has them only beside spaces and
# signs), and nearly all of them on the same side of the letters.
_MIN_NULS, _ONE_SIDED = 0.03, 0.95
_BYTE_ORDERS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}

# Bytes that are no UTF-8 are damage, not another encoding, where letters outnumber them so much
# or the rest of the text is that long.
_LETTERS_PER_LOSS, _BYTES_PER_LOSS = 10, 200

# Not UTF-8 nor UTF-16, which the bytes themselves tell, and none of Python's odder codecs.
_DECLARABLE = re.compile(
    r"(?:windows|cp|x-cp)-?(?:125\d|866|874)|iso-?8859-?\d{1,2}|latin-?\d|koi8-[rut]|ibm866|"
    r"kz-?1048|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)|shift[_-]jis|us-ascii",
    re.IGNORECASE,
)
# What pages call Latin-1 is Windows' extension of it; browsers read it so.
_WEB_NAMES = {
    "iso-8859-1": "windows-1252",
    "latin-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
}

# How much must look right in one byte a letter: letters of Russian, or of the Latin alphabets.
_MIN_CYRILLIC, _MIN_SANE = 12, 0.95
_CYRILLIC_WORD = re.compile(r"(?<![A-Za-zЂ-џ])[A-Za-z]*[Ђ-џ]+[A-Za-zЂ-џ]*")
# Other code pages, misread, have capitals or Latin letters inside words, and few vowels.
_SANE_WORD = re.compile(r"[А-ЯЁІЎ]?[а-яёіў]+|[А-ЯЁІЎ]+")
_VOWELS, _VOWEL_SHARE = frozenset("аеёиоуыэюяі"), (0.3, 0.55)
_LATIN = re.compile(
    "[çÇğĞıİöÖşŞüÜâÂîÎûÛéÉáÁíÍóÓúÚñÑäÄ](?=[a-zçğıöşüâîûéáíóúñä\\W])|[…‘’“”–—•«»\xa0°·§©®™€]"
)


def decode_utf16(content: bytes) -> Found | None:
    """UTF-16 by its byte order mark, or by NULs that all stand on one side."""
    encoding = _BYTE_ORDERS.get(content[:2])
    if encoding:
        return _pairs(content[2:], encoding)
    encoding = _byte_order(content)
    if encoding is None:
        return None
    text, _, flags = _pairs(content, encoding)
    letters = sum(char.isalnum() or char.isspace() for char in text)
    return (text, encoding, (_guess(encoding), *flags)) if letters > 0.6 * len(text) else None


def _byte_order(content: bytes) -> str | None:
    nuls, odd = content.count(0), content[1::2].count(0)
    if nuls < max(4, _MIN_NULS * len(content)):
        return None
    if odd >= _ONE_SIDED * nuls:
        return "utf-16-le"
    return "utf-16-be" if nuls - odd >= _ONE_SIDED * nuls else None


def _pairs(content: bytes, encoding: str) -> Found:
    whole = content[: len(content) // 2 * 2]
    text = whole.decode(encoding, "replace")
    cut = (Flag("cut_short"),) if len(whole) < len(content) else ()
    return text, encoding, (*cut, *_lost(text.count("\ufffd")))


def decode_utf8(content: bytes) -> Found | None:
    """UTF-8, also when its last letter is cut through."""
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode(), "utf-8", ()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start:
            return content[: error.start].decode(), "utf-8", (Flag("cut_short"),)
    return None


def decode_declared(content: bytes, declared: str) -> Found | None:
    """What a page or feed says it is in, if that is a way of writing text in single letters."""
    if not _DECLARABLE.fullmatch(declared):
        return None
    name = _WEB_NAMES.get(declared.lower(), declared.lower())
    try:
        text = content.decode(name, "replace")
    except LookupError:
        return None
    return text, name[:20], _lost(text.count("\ufffd"))


def decode_single_bytes(content: bytes) -> Found | None:
    """Windows-1251 or 1254, where the letters are those of our languages."""
    for encoding, is_plausible in (("windows-1251", _is_russian), ("windows-1254", _is_latin)):
        text = content.decode(encoding, "replace")
        if is_plausible(text):
            return text, encoding, (_guess(encoding), *_lost(text.count("\ufffd")))
    return None


def _is_russian(text: str) -> bool:
    words = _CYRILLIC_WORD.findall(text)
    letters = "".join(words).lower()
    if len(letters) < _MIN_CYRILLIC:
        return False
    low, high = _VOWEL_SHARE
    sane = sum(bool(_SANE_WORD.fullmatch(word)) for word in words)
    vowels = sum(letter in _VOWELS for letter in letters)
    return sane >= _MIN_SANE * len(words) and low < vowels / len(letters) < high


def _is_latin(text: str) -> bool:
    """Every letter beyond ASCII is of a Latin alphabet, or a printer's sign."""
    foreign = [char for char in text if char > "\x7f"]
    ascii_letters = sum(char.isascii() and char.isalpha() for char in text)
    return len(_LATIN.findall(text)) >= _MIN_SANE * len(foreign) and ascii_letters > 2 * len(
        foreign
    )


def decode_damaged_utf8(content: bytes) -> Found | None:
    """UTF-8 of which a few bytes are damaged; what is lost becomes U+FFFD."""
    text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    lost = text.count("\ufffd") - content.count("\ufffd".encode())
    letters = sum(char > "\x7f" for char in text) - lost
    if letters < _LETTERS_PER_LOSS * lost and len(text) < _BYTES_PER_LOSS * lost:
        return None
    return text, "utf-8", _lost(lost)


def _lost(count: int) -> tuple[Flag, ...]:
    return (Flag("letters_lost", {"count": str(count)}),) if count else ()


def _guess(encoding: str) -> Flag:
    return Flag("encoding_guessed", {"encoding": encoding})
