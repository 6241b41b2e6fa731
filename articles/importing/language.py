"""Which language a text is written in: by letters that only it has, else by a statistical model.

Judges running text only; a fragment (a name, an abbreviation) has no language of its own.
"""

import re
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from .phrases.common_words import COMMON_WORDS

# The desk's languages; Uzbek in Cyrillic is told apart by script.
DESK_LANGUAGES = ("en", "ru", "kk", "ky", "tr", "az", "uz", "hu", "tk")

# Two- and three-word fragments came out wrong when measured ("Казакстан" as Russian).
MIN_WORDS = 4
# More than enough to be certain, and keeps long reports from costing more than short news.
SAMPLE = 1200
# Another language is believed only from this much text and this certainty on: of 8,730 news
# sentences in the nine languages the model took four for a foreign one, none above .45.
OTHER_MIN_WORDS = 8
OTHER_CERTAINTY = 0.8

# Letters tell from this share of all letters on: a language's own make up 1 to 10 % of its texts,
# a name quoted from it ("Қорқыт ата", "Əliyev") less than that of another's. In fewer letters than
# these a name weighs too much.
OWN_SHARE = 0.01
OWN_LETTERS = 40
SCHWA_SHARE = 0.03  # ə is a tenth of Azerbaijani, and two names bring it to 2 % of a paragraph

# From this many words on, common words alone can tell a language.
SURE_WORDS = 40
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LATIN = re.compile(r"[a-z\u00c0-\u024fə]")


def detect_language(text: str) -> str | None:
    """Return the BCP 47 code of the language of `text`, None where it is too short to say.

    One of DESK_LANGUAGES, also with its script ("uz-Cyrl", "kk-Latn", "kk-Arab"), or any other
    code that its letters or the model make certain.
    """
    sample = text[:SAMPLE]
    words = len(_WORD.findall(sample))
    if words < MIN_WORDS:
        return _wordless_script(sample)
    if _is_kazakh_in_arabic(sample):
        return "kk-Arab"
    told = by_common_words(sample) or _by_letters(sample.replace("İ", "i").lower())
    if told:
        return told
    ranking = _model().rank(sample)
    best, certainty = str(ranking[0][0]), float(ranking[0][1])
    if best not in DESK_LANGUAGES and words >= OTHER_MIN_WORDS and certainty >= OTHER_CERTAINTY:
        return best
    return _with_script(_first([str(code) for code, _ in ranking], DESK_LANGUAGES), sample)


def by_common_words(text: str) -> str | None:
    """Return the language whose commonest words make up enough of `text`, None if in doubt.

    Spares the model the plain cases, which are most; it is asked about everything else.
    """
    words = _WORD.findall(text.lower())
    if len(words) < SURE_WORDS:
        return None
    for language, (common, share, foreign_letters) in COMMON_WORDS.items():
        is_common = sum(word in common for word in words) >= share * len(words)
        if is_common and not foreign_letters & set(text.lower()):
            return language
    return None


def _by_letters(lowered: str) -> str | None:
    """The language that alone uses some of the letters, None where they are common ones."""
    cyrillic, latin = len(_CYRILLIC.findall(lowered)), len(_LATIN.findall(lowered))
    if max(cyrillic, latin) < OWN_LETTERS:
        return _by_few_letters(lowered, is_cyrillic=cyrillic > latin)
    return _by_cyrillic(lowered, cyrillic) if cyrillic > latin else _by_latin(lowered, latin)


def _by_cyrillic(lowered: str, total: int) -> str | None:
    def has(letters: str) -> bool:
        return _count(letters, lowered) >= OWN_SHARE * total

    if has("іұ") and has("қғәңө"):
        return "kk"
    if has("ўҳ") and not has("ӣӯҷ"):
        return "kaa" if has("әңөү") else "uz-Cyrl"
    if has("ңөү") and "ң" in lowered and not has("әғқұіҗһ"):
        return "ky"
    return None


def _by_latin(lowered: str, total: int) -> str | None:
    def has(letters: str) -> bool:
        return _count(letters, lowered) >= OWN_SHARE * total

    if lowered.count("ə") >= SCHWA_SHARE * total:
        return "az"
    if has("ǵń"):
        return "kk-Latn" if "ý" in lowered else "kaa"
    if has("ūñ") and has("äğq"):
        return "kk-Latn"
    if has("ňý") and "ň" in lowered and not has("őűáóú"):
        return "tk"
    return None


def _is_kazakh_in_arabic(sample: str) -> bool:
    """Vowels that Arabic and Persian don't write; Uyghur and Kurdish have a fourth letter."""
    total = len(_ARABIC.findall(sample))
    if total < OWN_LETTERS or total < len(sample) / 2:
        return False
    return all(sample.count(vowel) >= OWN_SHARE * total for vowel in "ەىۇ") and not (
        _count("ېێی", sample) >= OWN_SHARE * total
    )


def _by_few_letters(lowered: str, *, is_cyrillic: bool) -> str | None:
    """A line of a few words: there even one letter is worth more than the model's guess."""
    letters = set(lowered)
    if not is_cyrillic:
        return "az" if "ə" in letters else None
    if letters & set("іұ") and letters & set("қғәңө"):
        return "kk"
    if "ў" in letters and not letters & set("әңөұүі"):
        return "uz-Cyrl"
    return None


def _count(letters: str, text: str) -> int:
    return sum(text.count(letter) for letter in letters)


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
