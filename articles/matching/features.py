"""Features of a text that survive translation: sounds, names and figures.

How much each proves is `articles.matching.vectors`'; whether two texts match is decided further up.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from .evidence import evidence_of
from .figures import figures_in
from .fingerprints import _VERBOSITY, KINDS, MAX_CHARS, by_date, day_of
from .phonetics import skeleton, sound
from .sounds import MAX_WORD, words_in

__all__ = ["KINDS", "MAX_CHARS", "MAX_WORD", "by_date", "day_of", "words_in"]


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
