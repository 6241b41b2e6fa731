"""Which language a text is written in: a statistical model corrected by telling letters.

Judges running text only; a fragment (a name, an abbreviation) has no language of its own.
"""

import re
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# The desk's languages; Uzbek in Cyrillic is told apart by script.
DESK_LANGUAGES = ("en", "ru", "kk", "ky", "tr", "az", "uz", "hu", "tk")

# Two- and three-word fragments came out wrong when measured ("Казакстан" as Russian).
MIN_WORDS = 4
# More than enough to be certain, and keeps long reports from costing more than short news.
SAMPLE = 4000
# Another language is believed only from this much text and this certainty on: of 8,730 news
# sentences in the nine languages the model took four for a foreign one, none above .45.
OTHER_MIN_WORDS = 8
OTHER_CERTAINTY = 0.8

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-z\u00c0-\u024fə]")


def detect_language(text: str) -> str | None:
    """Return the BCP 47 code of the language of `text`, None where it is too short to say.

    One of DESK_LANGUAGES, "uz-Cyrl", or any other code the model is certain of.
    """
    sample = text[:SAMPLE]
    words = len(_WORD.findall(sample))
    if words < MIN_WORDS:
        return _wordless_script(sample)
    ranking = _model().rank(sample)
    best, certainty = str(ranking[0][0]), float(ranking[0][1])
    if best not in DESK_LANGUAGES and words >= OTHER_MIN_WORDS and certainty >= OTHER_CERTAINTY:
        return best
    return _with_script(_among_ours(sample, [str(code) for code, _ in ranking]), sample)


def _among_ours(sample: str, ranking: list[str]) -> str:
    lowered = sample.replace("İ", "i").lower()
    if _is_cyrillic(lowered):
        return _by_cyrillic_letters(lowered, ranking)
    return _by_latin_letters(lowered) or _first(ranking, DESK_LANGUAGES)


def _by_cyrillic_letters(lowered: str, ranking: list[str]) -> str:
    """Letters that only one or two of the four Cyrillic alphabets have."""
    letters = set(lowered)
    if letters & set("ұі"):
        return "kk"
    if letters & set("ўҳ") and not letters & set("әңөұүі"):
        return "uz"
    if letters & set("ңөү") and not letters & set("әғқұі"):
        return _first(ranking, ("kk", "ky"))
    return _first(ranking, DESK_LANGUAGES)


def _by_latin_letters(lowered: str) -> str | None:
    letters = set(lowered)
    if "ə" in letters:
        return "az"
    if letters & set("ňý") and not letters & set("őűáóú"):
        return "tk"
    return None


def _first(ranking: list[str], wanted: tuple[str, ...]) -> str:
    return next(code for code in ranking if code in wanted)


def _with_script(code: str, sample: str) -> str:
    return "uz-Cyrl" if code == "uz" and _is_cyrillic(sample.lower()) else code


def _is_cyrillic(lowered: str) -> bool:
    return len(_CYRILLIC.findall(lowered)) > len(_LATIN.findall(lowered))


def _wordless_script(sample: str) -> str | None:
    """Scripts without spaces have few "words" in any length of text."""
    if len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff]", sample)) < OTHER_MIN_WORDS * 2:
        return None
    return str(_model().rank(sample)[0][0])


@lru_cache(maxsize=1)
def _model() -> LanguageIdentifier:
    """Loaded at first use: it takes seconds, and web processes never need it."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
