"""Fingerprints: all that the matchers see of a text, small enough to be stored for each.

Only makes, packs and unpacks them; comparing is `comparing` (across languages) and `duplicates`.
"""

import datetime
import math
import struct
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from .evidence import evidence_of
from .figures import figures_in
from .sounds import gram_ids, name_ids, words_in
from .wording import hash_of, particulars_in, runs_in

# Stored fingerprints of another version are made anew.
RULES_VERSION = 1

# One text can't make the machine slow: what follows this many characters isn't compared.
MAX_CHARS = 40_000

KINDS = ("grams", "names", "figures", "headline")

# How much longer the same text is than in English, as logarithm: measured in characters on 61
# news stories that people translated into each language.
_VERBOSITY = {
    **{"ru": 0.10, "kk": 0.04, "ky": -0.01, "tr": 0.06, "az": 0.09, "uz": 0.12},
    **{"hu": 0.13, "tk": 0.07},
}

# Packed are the number of characters, the sizes of the arrays, and the arrays: numbers of four
# bytes, of two, of one; the kinds of terms in this order.
_HEADER = struct.Struct("<7I")
_PACKED = ("names", "figures", "grams", "headline")
_MOST = 255


class Terms(NamedTuple):
    """What of one kind a text holds: rising ids, and how often each stands there."""

    ids: np.ndarray
    counts: np.ndarray


@dataclass(frozen=True, eq=False)
class Fingerprint:
    """A text as the matchers see it. `day` is the ordinal of its date, None where undated.

    `runs` are its runs of three words, hashed, in the order of the text; `particulars` its names
    and figures, hashed and sorted.
    """

    id: object
    language: str
    day: int | None
    chars: int
    grams: Terms
    headline: Terms
    names: Terms
    figures: Terms
    runs: np.ndarray
    particulars: np.ndarray

    @property
    def length(self) -> float:
        """The logarithm of the text's length as if it were English."""
        return math.log(1 + self.chars) - _VERBOSITY.get(self.language, 0.0)


def fingerprint_of(article: Mapping, standing: Collection[str] = ()) -> Fingerprint:
    """Return the fingerprint of an article `{id, language, title, body, published}`.

    `standing` are the folded lines that stand in many texts and so say nothing of this one.
    """
    language = (article.get("language") or "").split("-")[0]
    headline, running_text = evidence_of(article, standing)
    headline, running_text = headline[:MAX_CHARS], running_text[:MAX_CHARS]
    own = running_text or headline
    of_headline, of_text = words_in(headline), words_in(running_text)
    words = of_headline + of_text
    figures = figures_in(f"{headline}\n{running_text}")
    return Fingerprint(
        id=article["id"],
        language=language,
        day=day_of(article.get("published")),
        chars=len(running_text),
        grams=_counted(gram_ids(words, language)),
        headline=_counted(gram_ids(of_headline, language)),
        names=_counted(name_ids(words, language)),
        figures=_counted(_hashed(figures)),
        runs=runs_in(own),
        particulars=np.unique(_hashed(particulars_in(own))),
    )


def day_of(published: str | None) -> int | None:
    """Return the ordinal of a full ISO date (a clock after it is ignored), None for any other:
    a month or a span of days can't be compared day by day."""
    day = (published or "").replace("T", " ").split(" ")[0]
    try:
        return datetime.date.fromisoformat(day).toordinal()
    except ValueError:
        return None


def by_date(article: Mapping) -> tuple[str, str]:
    """Sort key: the order in which the matchers take articles, whatever order they come in."""
    return article.get("published") or "", str(article["id"])


def _hashed(terms: Iterable[str]) -> np.ndarray:
    return np.array([hash_of(term) for term in terms], "<u4")


def _counted(ids: np.ndarray) -> Terms:
    ids, counts = np.unique(ids, return_counts=True)
    return Terms(ids, np.minimum(counts, _MOST).astype(np.uint8))


def pack(fingerprint: Fingerprint) -> bytes:
    """Return the fingerprint without its id, language and day; the same on every machine."""
    names, figures, grams, headline = (getattr(fingerprint, kind) for kind in _PACKED)
    fours = [names.ids, figures.ids, fingerprint.runs, fingerprint.particulars]
    twos = [grams.ids, headline.ids]
    counts = [names.counts, figures.counts, grams.counts, headline.counts]
    header = _HEADER.pack(fingerprint.chars, *map(len, fours + twos))
    return header + b"".join(array.tobytes() for array in fours + twos + counts)


def unpack(id: object, language: str, day: int | None, content: bytes) -> Fingerprint:
    """Return the fingerprint that was packed into `content`."""
    chars, names, figures, runs, particulars, grams, headline = _HEADER.unpack_from(content)
    take = _reader(content)
    ids = [take("<u4", names), take("<u4", figures)]
    runs, particulars = take("<u4", runs), take("<u4", particulars)
    ids += [take("<u2", grams), take("<u2", headline)]
    terms = {
        kind: Terms(own, take(np.uint8, len(own))) for kind, own in zip(_PACKED, ids, strict=True)
    }
    return Fingerprint(id, language, day, chars, runs=runs, particulars=particulars, **terms)


def _reader(content: bytes) -> Callable[[str | type, int], np.ndarray]:
    """A function that takes the next numbers of a type out of the bytes, without copying."""
    start = _HEADER.size

    def take(kind, count: int) -> np.ndarray:
        nonlocal start
        array = np.frombuffer(content, kind, count, start)
        start += array.nbytes
        return array

    return take
