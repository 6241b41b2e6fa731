"""Fingerprints: all that the matchers see of a text, small enough to be stored for each.

Only makes, packs and unpacks them; comparing is `comparing` (across languages) and `duplicates`.
"""

import datetime
import math
import re
import struct
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate
from operator import itemgetter, mul
from typing import NamedTuple

import numpy as np

from .evidence import evidence_of
from .figures import figures_in
from .marks import update_mark_of
from .sounds import gram_ids, name_ids, words_in
from .wording import Wording, hash_of, wording_of

# Stored fingerprints of another version are made anew.
RULES_VERSION = 6

# One text can't make the machine slow: what follows this many characters isn't compared.
MAX_CHARS = 40_000

KINDS = ("grams", "names", "figures", "headline")

# A term's place is told in so many parts of the text, and nobody counts it further than this.
PLACES = 16
MOST = 15

# How much longer the same text is than in English, as logarithm: measured in characters on 61
# news stories that people translated into each language.
_VERBOSITY = {
    **{"ru": 0.10, "kk": 0.04, "ky": -0.01, "tr": 0.06, "az": 0.09, "uz": 0.12},
    **{"hu": 0.13, "tk": 0.07},
}

# Packed are four facts, the sizes of the first seven arrays, and the arrays: names, figures, words,
# stems; grams, headline, lines, the words' places; their kinds, and the terms' marks.
_HEADER = struct.Struct("<IiI?7I")
_PACKED = ("names", "figures", "grams", "headline")
_TYPES = [np.dtype(kind) for kind in (*["<u4"] * 4, *["<u2"] * 4, *["u1"] * 5)]
_WIDTHS = [kind.itemsize for kind in _TYPES]
# Where in the header the size of each array stands, and which arrays are of the terms, and of the
# wording.
_sizes_of_all = itemgetter(4, 5, 6, 7, 8, 9, 10, 6, 6, 4, 5, 8, 9)
_IDS, _MARKS = (0, 1, 4, 5), (9, 10, 11, 12)
_WORDING = (2, 8, 7, 3, 6)
_NO_CLOCK = -1
_CLOCK = re.compile(r"^\d{4}-\d\d-\d\d[T ](\d\d):(\d\d)")


class Terms(NamedTuple):
    """What of one kind a text holds: rising ids, and a mark for each: in its lower half how often
    the term stands there, in the upper one where first, in sixteenths of the text."""

    ids: np.ndarray
    marks: np.ndarray

    @property
    def counts(self) -> np.ndarray:
        return self.marks & MOST

    @property
    def places(self) -> np.ndarray:
        return self.marks >> 4


@dataclass(frozen=True, eq=False)
class Fingerprint:
    """A text as the matchers see it. `day` is the ordinal of its date, None where undated.

    `clock` are the minutes since midnight, None where unknown; `outlet` is a number for the
    outlet, 0 where unknown; `is_update`: the text says itself that it is a later version.
    """

    id: object
    language: str
    day: int | None
    chars: int
    clock: int | None
    outlet: int
    is_update: bool
    grams: Terms
    headline: Terms
    names: Terms
    figures: Terms
    wording: Wording

    @property
    def runs(self) -> np.ndarray:
        """The text's runs of three words, hashed, in their order."""
        return self.wording.runs

    @property
    def particulars(self) -> np.ndarray:
        """The text's names and figures, hashed, rising."""
        return np.union1d(self.wording.names, self.wording.figures)

    @cached_property
    def length(self) -> float:
        return length_of(self.chars, self.language)


def length_of(chars: int, language: str) -> float:
    """The logarithm of a text's length as if it were English."""
    return math.log(1 + chars) - _VERBOSITY.get(language, 0.0)


def fingerprint_of(article: Mapping, standing: Collection[str] = ()) -> Fingerprint:
    """Return the fingerprint of an article `{id, language, title, body, published}`.

    `published` may hold a clock; the article may have `outlet` (any name or number for it) and
    `version_mark` (see `marks`). `standing` are the folded lines that stand in
    many texts and so say nothing of this one.
    """
    language = (article.get("language") or "").split("-")[0]
    headline, running_text = evidence_of(article, standing)
    headline, running_text = headline[:MAX_CHARS], running_text[:MAX_CHARS]
    own = running_text or headline
    of_headline, of_text = words_in(headline), words_in(running_text)
    words = of_text + of_headline
    figures = figures_in(running_text) + figures_in(headline)
    return Fingerprint(
        id=article["id"],
        language=language,
        day=day_of(article.get("published")),
        chars=len(running_text),
        clock=clock_of(article.get("published")),
        outlet=hash_of(str(article["outlet"])) if article.get("outlet") else 0,
        is_update=bool(update_mark_of(article)),
        headline=_marked(gram_ids(of_headline, language)),
        wording=wording_of(own),
        **terms_of(words, figures, language),
    )


def terms_of(words: Sequence[str], figures: Sequence[str], language: str) -> dict[str, Terms]:
    """Return by kind what words and figures, in the order of the text, leave in a fingerprint."""
    return {
        "grams": _marked(gram_ids(words, language)),
        "names": _marked(name_ids(words, language)),
        "figures": _marked(_hashed(figures)),
    }


def day_of(published: str | None) -> int | None:
    """Return the ordinal of a full ISO date (a clock after it is ignored), None for any other:
    a month or a span of days can't be compared day by day."""
    day = (published or "").replace("T", " ").split(" ")[0]
    try:
        return datetime.date.fromisoformat(day).toordinal()
    except ValueError:
        return None


def clock_of(published: str | None) -> int | None:
    """Return the minutes since midnight of an ISO time, None where only a date is given."""
    match = _CLOCK.match(published or "")
    return int(match[1]) * 60 + int(match[2]) if match else None


def by_date(article: Mapping) -> tuple[str, str]:
    """Sort key: the order in which the matchers take articles, whatever order they come in."""
    return article.get("published") or "", str(article["id"])


def _hashed(terms: Iterable[str]) -> np.ndarray:
    return np.array([hash_of(term) for term in terms], "<u4")


def _marked(ids: np.ndarray) -> Terms:
    """Terms in the order of the text, counted and placed."""
    known, firsts, counts = np.unique(ids, return_index=True, return_counts=True)
    places = firsts * PLACES // max(1, len(ids))
    return Terms(known, (np.minimum(counts, MOST) | places << 4).astype(np.uint8))


def pack(fingerprint: Fingerprint) -> bytes:
    """Return the fingerprint without its id, language and day; the same on every machine."""
    terms = [getattr(fingerprint, kind) for kind in _PACKED]
    names, figures, grams, headline = (own.ids for own in terms)
    own = fingerprint.wording
    clock = _NO_CLOCK if fingerprint.clock is None else fingerprint.clock
    sized = [names, figures, own.words, own.stems, grams, headline, own.lines]
    header = _HEADER.pack(
        fingerprint.chars, clock, fingerprint.outlet, fingerprint.is_update, *map(len, sized)
    )
    arrays = [*sized, own.places, own.kinds, *(own.marks for own in terms)]
    return header + b"".join(array.tobytes() for array in arrays)


def stamp_of(content: bytes) -> int:
    """Return a number of 64 bits for what was packed: two that differ have different ones."""
    return int.from_bytes(blake2b(content, digest_size=8).digest(), signed=True)


def unpack(id: object, language: str, day: int | None, content: bytes) -> Fingerprint:
    """Return the fingerprint that was packed into `content`."""
    return _Packed(id, language, day, content)


class _Packed(Fingerprint):
    """A fingerprint whose wording is read when somebody asks for it: of texts in other languages
    nobody does."""

    def __init__(self, id: object, language: str, day: int | None, content: bytes):
        chars, clock, outlet, is_update, *_sizes = _HEADER.unpack_from(content)
        terms = map(Terms, _arrays(content, _IDS), _arrays(content, _MARKS))
        self.__dict__.update(
            zip(_PACKED, terms, strict=True),
            id=id,
            language=language,
            day=day,
            chars=chars,
            clock=None if clock == _NO_CLOCK else clock,
            outlet=outlet,
            is_update=is_update,
            _content=content,
        )

    @cached_property
    def wording(self) -> Wording:
        return Wording(*_arrays(self._content, _WORDING))


def _arrays(content: bytes, places: Iterable[int]) -> list[np.ndarray]:
    """Those of the arrays that stand at these places, without copying."""
    sizes = _sizes_of_all(_HEADER.unpack_from(content))
    starts = list(accumulate(map(mul, sizes, _WIDTHS), initial=_HEADER.size))
    return [np.frombuffer(content, _TYPES[at], sizes[at], starts[at]) for at in places]
