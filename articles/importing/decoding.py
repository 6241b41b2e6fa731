"""From bytes to the raw text that all offsets refer to, or a clear refusal.

Says by flags what was guessed, repaired or lost. Which encoding it is, is judged in `encodings`;
what a web page or feed declares of itself is for their readers.
"""

import re
from collections import Counter
from dataclasses import dataclass

import ftfy

from .encodings import (
    decode_damaged_utf8,
    decode_declared,
    decode_single_bytes,
    decode_utf8,
    decode_utf16,
)
from .reading import Flag

MAX_BYTES = 5_000_000  # a long report has 100 kB; beyond this it is no news text but a dump

# A few stray control characters are ordinary scraping damage; one in twenty is no text.
MAX_CONTROL_SHARE = 0.05

REASONS = {
    "empty": "The document is empty or holds only white space.",
    "too large": f"The document is larger than {MAX_BYTES // 1_000_000} MB.",
    "too long": "The text is longer than any article.",
    "binary": "The document holds binary data, not text.",
    "unknown encoding": "Nothing tells in which encoding the letters are.",
    "broken record": "The record is damaged: it is no valid JSON.",
    "broken page": "The web page or feed is damaged, or larger than any article.",
    "no entry": "The feed holds no entry.",
    "no body": "The document holds no running text that could be an article.",
    "encrypted": "The file is locked with a password.",
    "damaged": "The file is damaged and can't be unpacked.",
    "unpacks too large": "The archive would unpack to suspiciously much data.",
    "too many files": "The file holds more documents than are taken in at once.",
    "archive in archive": "An archive inside an archive inside an archive is not opened.",
}

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
# What UTF-8 looks like when read as Latin-1, Windows-1252, -1251 or -1254: the first byte of a
# letter, and what the bytes that follow it become.
_REST = r"[\x80-\xbf ‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЁЄЇІіґёјѕЅїє№\u02dc]"
_GARBLED = re.compile(rf"[\xc2-\xdfĞİŞВ-Я]{_REST}|[\xe0-\xefа-п]{_REST}{{2}}|[\xf0ğр]{_REST}{{3}}")


class Unreadable(ValueError):
    """Raised when bytes are no text; `reason` is a code of REASONS, str() its sentence."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(REASONS[reason])


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding that its bytes are in, and what was doubtful about it."""

    text: str
    encoding: str
    flags: tuple[Flag, ...] = ()


def decode(content: bytes) -> str:
    """Return the text in `content`; see `read_text`."""
    return read_text(content).text


def read_text(content: bytes, *, declared: str = "") -> Decoded:
    """Return the text in `content`, not normalised, without byte order mark and NULs.

    UTF-8, and with enough evidence UTF-16, Windows-1251 and 1254; what a page declares of itself
    counts where the bytes are no UTF-8, since pages are often converted and seldom say so. Letters
    that were garbled on their way are repaired where that is certain. Raises Unreadable with the
    reason "empty", "too large", "binary" or "unknown encoding".
    """
    if len(content) > MAX_BYTES:
        raise Unreadable("too large")
    found = _decoded(content, declared)
    if found is None:
        raise Unreadable("binary" if _is_binary(content) else "unknown encoding")
    text, encoding, flags = found
    _refuse_binary(text)
    text, repaired = repair(text.replace("\0", ""))
    return Decoded(text, encoding, (*flags, *repaired))


def _decoded(content: bytes, declared: str) -> tuple | None:
    """The first that knows what it sees is believed."""
    return (
        decode_utf16(content)
        or decode_utf8(content)
        or decode_declared(content, declared)
        or decode_single_bytes(content)
        or decode_damaged_utf8(content)
    )


def _is_binary(content: bytes) -> bool:
    controls = sum(content.count(code) for code in range(32) if code not in b"\t\n\v\f\r")
    return controls > MAX_CONTROL_SHARE * len(content)


def _refuse_binary(text: str) -> None:
    if not text.strip():
        raise Unreadable("empty")
    if len(_CONTROL.findall(text)) / len(text) > MAX_CONTROL_SHARE:
        raise Unreadable("binary")


def repair(text: str) -> tuple[str, tuple[Flag, ...]]:
    """Return `text` with garbled lines ("Ð¡Ð°Ð¼Ð¼Ð¸Ñ‚" for "Саммит") as they were, and a flag.

    A line is repaired only where garbling the result again gives the very same line.
    """
    if not _GARBLED.search(text):
        return text, ()
    lines = text.split("\n")
    plans = Counter(plan for line in lines if (plan := _plan(line)))
    if not plans:
        return text, ()
    usual = plans.most_common(1)[0][0]
    repaired = "\n".join(_ungarbled(line, usual) for line in lines)
    encoding = usual[0].parameter.removeprefix("sloppy-")
    return repaired, (Flag("letters_repaired", {"encoding": encoding}),)


def _plan(line: str) -> tuple:
    """The steps that repair a line which is certainly garbled, else none."""
    if not _GARBLED.search(line):
        return ()
    fixed = ftfy.fix_encoding_and_explain(line)
    steps = tuple(fixed.explanation or ())
    return steps if steps and _gives_again(fixed.text, line, steps) else ()


def _ungarbled(line: str, usual: tuple) -> str:
    """Short lines show less by themselves: they were garbled as the text's other lines were."""
    for plan in (_plan(line), usual if _GARBLED.search(line) else ()):
        try:
            fixed = ftfy.apply_plan(line, plan)
        except UnicodeError:
            continue
        if plan and _gives_again(fixed, line, plan):
            return fixed
    return line


def _gives_again(text: str, line: str, steps: tuple) -> bool:
    """True where taking the steps back gives `line`; a scrape may have turned non-breaking
    spaces into plain ones. Steps that guess at what was lost can't be taken back."""
    if any(step.action not in ("encode", "decode", "transcode") for step in steps):
        return False
    try:
        for step in reversed(steps):
            if step.action == "decode":
                encoded = text.encode(step.parameter)
            elif step.action == "encode":
                text = encoded.decode(step.parameter)
    except UnicodeError:
        return False
    return text.replace("\xa0", " ") == line.replace("\xa0", " ")
