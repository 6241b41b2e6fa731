"""By what a text is known again: its body's words, its address, its lead.

Compares what was received; which texts the desk has is `known_texts`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

from ots_desk.text import fold

from .reading import Paragraph
from .shapes import ends_sentence

# Shorter bodies are too often the same by chance ("The President arrived in Baku today.").
MIN_WORDS = 25
# Fewer words in common at one address, and it is the address that is shared, not the text.
MIN_SHARED = 0.5
# What remains of a page's furniture in another extraction is a line or two.
MOSTLY = 0.9
# Of an updated text the first sentences mostly stay.
MIN_SHARED_LEAD = 0.7

_WORD = re.compile(r"\w+")
# Parameters that say how somebody came to a page, not which page it is.
_TRACKING = re.compile(r"utm_\w+|[a-z]*clid|_ga|_gl|yclid|ref|from|share|amp|outputType", re.I)
_HOST_PREFIX = re.compile(r"^(?:(?:www|amp|m|mobile)\.)+")
_AMP_END = re.compile(r"(?:/amp|\.amp)(?=\.html?$|/?$)")


def words_of(text: str) -> list[str]:
    """Return the words and figures of `text`, folded."""
    return _WORD.findall(fold(text))


def body_key(body: Iterable[Paragraph]) -> str:
    """Return a key that is equal where two bodies have the same words in the same order, however
    the lines are wrapped. Background doesn't count; empty for fewer than 25 words."""
    words = words_of(" ".join(one.text for one in body if not one.is_background))
    return _hash(" ".join(words)) if len(words) >= MIN_WORDS else ""


def address_key(url: str | None) -> str:
    """Return a key that is equal for the addresses of one page: with or without https, "www.",
    AMP, tracking parameters, a slash at the end. Empty where it leads to no page of its own."""
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").lower()
    except ValueError:  # "http://[oops"
        return ""
    path = _AMP_END.sub("", parts.path).rstrip("/")
    query = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    )
    if not host or not (path or query):
        return ""
    return _hash(f"{_HOST_PREFIX.sub('', host)}{path}?{urlencode(query)}")


def _hash(text: str) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


def compare_at_address(ours: Sequence[str], theirs: Sequence[str]) -> str | None:
    """Say what the paragraphs `theirs` are to `ours` that came from the same address: "copy",
    "version", or None for another text.

    A sentence with a word that we lack makes a version: an update may change one figure. Lines
    that are no sentence are what another extraction left of the page around the text.
    """
    have, got = _count(ours), _count(theirs)
    shared = (have & got).total()
    if not shared or shared < MIN_SHARED * min(have.total(), got.total()):
        return None
    if any(ends_sentence(paragraph) and _count([paragraph]) - have for paragraph in theirs):
        return "version"
    return "copy" if shared >= MOSTLY * got.total() else "version"


def _count(paragraphs: Iterable[str]) -> Counter[str]:
    return Counter(words_of(" ".join(paragraphs)))


def has_same_lead(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Do the two begin with mostly the same words?"""
    if not (ours and theirs):
        return False
    one, other = _count(ours[:1]), _count(theirs[:1])
    return (one & other).total() >= MIN_SHARED_LEAD * max(one.total(), other.total())
