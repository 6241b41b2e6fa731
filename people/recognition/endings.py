"""Case endings of the Turkic languages and Hungarian, taken off the last word of a name.

Data and one look-up; Russian declines several words of a name and is in `russian`.

The tables follow the school grammars: genitive, dative, accusative, locative, ablative,
instrumental and the "-daki" attributive, after consonants, after vowels and after a possessive
("Teşkilatı-nın"). Plurals are left out: "Жапаровдор" is a family, not the man.
"""

from functools import lru_cache
from typing import NamedTuple

from ots_desk.text import APOSTROPHES
from people.recognition.words import key_of

_ENDINGS = {
    "tr": """ın in un ün nın nin nun nün a e ya ye na ne ı i u ü yı yi yu yü nı ni nu nü
        da de ta te nda nde dan den tan ten ndan nden la le yla yle
        daki deki taki teki ndaki ndeki dır dir dur dür tır tir tur tür""",
    "az": """ın in un ün nın nin nun nün a ə ya yə na nə ı i u ü yı yi yu yü nı ni nu nü
        da də nda ndə dan dən ndan ndən la lə yla ylə
        dakı dəki ndakı ndəki dır dir dur dür""",
    "kk": """ның нің дың дің тың тің ға ге қа ке на не а е ны ні ды ді ты ті н
        да де та те нда нде дан ден тан тен нан нен мен бен пен
        дағы дегі тағы тегі ндағы ндегі""",
    "ky": """нын нин нун нүн дын дин дун дүн тын тин тун түн га ге го гө ка ке ко кө
        на не но нө а е о ө ны ни ну нү ды ди ду дү ты ти ту тү н
        да де до дө та те то тө нда нде ндо ндө дан ден дон дөн тан тен тон төн
        нан нен нон нөн дагы деги догу дөгү тагы теги тогу төгү ндагы ндеги ндогу ндөгү""",
    "uz": """ning ga ka qa ni da dan dagi gacha niki dek
        нинг га ка қа ни да дан даги гача ники дек""",
    "tk": """yň iň uň üň nyň niň nuň nüň a e ä na ne y i u ü ny ni da de nda nde
        dan den ndan nden daky däki ndaky ndäki""",
    "hu": """t at et ot öt ban ben ba be ból ből on en ön n ra re ról ről hoz hez höz tól től
        nál nél nak nek val vel ért ig ként""",
}

_TABLES = {
    language: frozenset(key_of(ending) for ending in endings.split())
    for language, endings in _ENDINGS.items()
}
_LONGEST = max(len(ending) for table in _TABLES.values() for ending in table)

# Shorter stems are too often another word: "Süreyya Erdən" is a name, not "Er" in the ablative.
SHORTEST_STEM = 3


class Base(NamedTuple):
    """What a word may be without its ending: its key, and how many characters of it are marked.

    An ending after an apostrophe is cut from the mark as well ("Japarov'un"), another is not.
    """

    key: str
    length: int
    ending: str
    has_apostrophe: bool


@lru_cache(maxsize=200_000)
def bases_of(word: str, language: str) -> tuple[Base, ...]:
    """Return the readings of a word in a language, the word as it stands first."""
    key = key_of(word)
    return (
        Base(key, len(word), "", False),
        *_behind_apostrophe(word, language),
        *_stripped(key, len(word), language),
    )


def _behind_apostrophe(word: str, language: str) -> list[Base]:
    places = [place for place, char in enumerate(word) if char in APOSTROPHES]
    if not places:
        return []
    head, ending = word[: places[-1]], key_of(word[places[-1] + 1 :])
    if not _may_follow_apostrophe(ending, language):
        return []
    return [Base(key_of(head), len(head), ending, True)]


def _may_follow_apostrophe(ending: str, language: str) -> bool:
    # Turkish orthography sets names apart by apostrophe, whatever endings are stacked behind it.
    # English "'s" comes in every Latin-script text that quotes an English name.
    return language == "tr" or ending == "s" or ending in _TABLES.get(language, ())


def _stripped(key: str, length: int, language: str) -> list[Base]:
    table = _TABLES.get(language, frozenset())
    longest = min(_LONGEST, len(key) - SHORTEST_STEM)
    return [
        Base(key[:-size], length, key[-size:], False)
        for size in range(1, longest + 1)
        if key[-size:] in table
    ]
