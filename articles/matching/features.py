"""Features of a text that survive translation: sounds, names and figures.

How much each proves is `articles.matching.vectors`'; whether two texts match is decided further up.
"""

import datetime
import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from .evidence import evidence_of
from .figures import figures_in
from .phonetics import skeleton, sound

KINDS = ("grams", "names", "figures", "headline")

# One text can't make the machine slow: what follows this many characters isn't compared, and no
# real word is longer than this (Hungarian and Turkish compounds stay below 40).
MAX_CHARS = 40_000
MAX_WORD = 60

_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ`-][^\W\d_]+)*")

# How much longer the same text is than in English, as logarithm: measured in characters on 61
# news stories that people translated into each language.
_VERBOSITY = {
    **{"ru": 0.10, "kk": 0.04, "ky": -0.01, "tr": 0.06, "az": 0.09, "uz": 0.12},
    **{"hu": 0.13, "tk": 0.07},
}


@dataclass(frozen=True)
class Features:
    """A text as the matcher sees it. `day` is the ordinal of its date, None where undated;
    `length` the logarithm of its length as if it were English."""

    id: object
    language: str
    day: int | None
    length: float
    terms: Mapping[str, Counter]


def features_of(article: Mapping, standing: frozenset[str] = frozenset()) -> Features:
    """Return the features of an article `{id, language, title, body, published}`."""
    language = (article.get("language") or "").split("-")[0]
    headline, running_text = evidence_of(article, standing)
    headline, running_text = headline[:MAX_CHARS], running_text[:MAX_CHARS]
    whole = f"{headline}\n{running_text}"
    return Features(
        id=article["id"],
        language=language,
        day=day_of(article.get("published")),
        length=math.log(1 + len(running_text)) - _VERBOSITY.get(language, 0.0),
        terms={
            "grams": grams_in(whole, language),
            "names": names_in(whole, language),
            "figures": Counter(figures_in(whole)),
            "headline": grams_in(headline, language),
        },
    )


def by_date(article: Mapping) -> tuple[str, str]:
    """Sort key: the order in which the matchers take articles, whatever order they come in."""
    return article.get("published") or "", str(article["id"])


def day_of(published: str | None) -> int | None:
    """Return the ordinal of a full ISO date (a clock after it is ignored), None for any other:
    a month or a span of days can't be compared day by day."""
    day = (published or "").replace("T", " ").split(" ")[0]
    try:
        return datetime.date.fromisoformat(day).toordinal()
    except ValueError:
        return None


def words_in(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if len(word) <= MAX_WORD]


def grams_in(text: str, language: str) -> Counter:
    """Count runs of three and four letters in the words' sounds, the word's ends included."""
    grams = Counter()
    for word in words_in(text):
        heard = sound(word, language)
        if len(heard) > 2:
            grams.update(_grams(f"#{heard}#"))
    return grams


def _grams(marked: str) -> list[str]:
    return [marked[i : i + n] for n in (3, 4) for i in range(len(marked) - n + 1)]


def names_in(text: str, language: str) -> Counter:
    """Count the beginnings of the consonant skeletons of capitalised words.

    Several beginnings of one word, because endings differ: Бекболотов, Bekbolotovu.
    """
    names = Counter()
    for word in words_in(text):
        if word[0].isupper():
            bones = skeleton(sound(word, language))
            names.update({bones[:n] for n in (3, 4, 5) if len(bones) >= min(n, 3)})
    return names
