"""Case endings of the desk's languages, taken off a word as it stands in the text.

Data and one look-up. Russian declines several words of a name and is read in `russian`.

The tables follow the school grammars: cases after consonants, after vowels and after a possessive
("Teşkilatı-nın"), and what stacks on them: "Ankara-da-ki-ler-in", "Қазақстан-дағы-лар". Plurals
of the name itself are left out: "Жапаровдор" is a family, not the man.
"""

from functools import lru_cache
from typing import NamedTuple

from ots_desk.text import APOSTROPHES
from people.recognition import russian
from people.recognition.words import key_of


class Grammar(NamedTuple):
    """The endings of one language, each group by spaces."""

    cases: str
    attributive: str = ""  # "-daki", what is there: takes a plural and cases of its own
    plural: str = ""
    possessive: str = ""
    after_possessive: str = ""


_GRAMMARS = {
    "tr": Grammar(
        """ın in un ün nın nin nun nün a e ya ye na ne ı i u ü yı yi yu yü nı ni nu nü
        da de ta te nda nde dan den tan ten ndan nden la le yla yle ca ce
        dır dir dur dür tır tir tur tür dadır dedir tadır tedir ndadır ndedir nındır nindir""",
        "daki deki taki teki ndaki ndeki",
        "lar ler",
        "ı i u ü sı si su sü",
        "nın nin nun nün na ne nı ni nu nü nda nde ndan nden yla yle",
    ),
    "az": Grammar(
        """ın in un ün nın nin nun nün a ə ya yə na nə ı i u ü yı yi yu yü nı ni nu nü
        da də nda ndə dan dən ndan ndən la lə yla ylə dır dir dur dür dadır dədir
        nındır nindir""",
        "dakı dəki ndakı ndəki",
        "lar lər",
        "ı i u ü sı si su sü",
        "nın nin nun nün na nə nı ni nu nü nda ndə ndan ndən yla ylə",
    ),
    "kk": Grammar(
        """ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті н
        да де та те нда нде дан ден тан тен нан нен мен бен пен
        ын ін ында інде ынан інен ына іне ша ше
        niń nyń dyń diń tyń tiń nyñ niñ dyñ diñ tyñ tiñ ning ga ge qa ke ny ni dy di ty ti
        da de ta te dan den tan ten nan nen men ben pen""",
        "дағы дегі тағы тегі ндағы ндегі ғы гі қы кі dagy degi tagy tegi",
        "лар лер дар дер тар тер",
        "ы і сы сі",
        "ның нің на не н нда нде нан нен мен",
    ),
    "ky": Grammar(
        """нын нин нун нүн дын дин дун дүн тын тин тун түн га ге го гө ка ке ко кө
        на не но нө ны ни ну нү ды ди ду дү ты ти ту тү н
        да де до дө та те то тө нда нде ндо ндө дан ден дон дөн тан тен тон төн
        нан нен нон нөн бы би бу бү пы пи пу пү ча че чо чө""",
        "дагы деги догу дөгү тагы теги тогу төгү ндагы ндеги ндогу ндөгү",
        "лар лер лор лөр дар дер дор дөр тар тер тор төр",
        "ы и у ү сы си су сү",
        "нын нин нун нүн на не но нө н нда нде ндо ндө нан нен нон нөн",
    ),
    "uz": Grammar(
        """ning ga ka qa ni da dan gacha niki dek day cha mi
        нинг га ка қа ни да дан гача ники дек дай ча ми""",
        "dagi даги",
        "lar лар",
        "i si и си",
        "ning ga ni da dan нинг га ни да дан",
    ),
    "tk": Grammar(
        """yň iň uň üň nyň niň nuň nüň a e ä na ne y i u ü ny ni da de nda nde
        dan den ndan nden""",
        "daky däki ndaky ndäki",
        "lar ler",
        "y i u ü sy si",
        "nyň niň na ne ny ni nda nde ndan nden",
    ),
    "hu": Grammar(
        """t at et ot öt ban ben ba be ból ből on en ön n ra re ról ről hoz hez höz tól től
        nál nél nak nek val vel ért ig ként ot al el"""
    ),
}


def _keys(endings: str) -> list[str]:
    return [key_of(ending) for ending in endings.split()]


def _of_anything(grammar: Grammar) -> frozenset[str]:
    """The endings that any name may take: a case, or "-daki" with what stacks on it."""
    there, many, cases = map(_keys, (grammar.attributive, grammar.plural, grammar.cases))
    stacked = [
        one + plural + case for one in there for plural in ("", *many) for case in ("", *cases)
    ]
    return frozenset(cases + stacked)


def _of_things(grammar: Grammar) -> frozenset[str]:
    """What only a thing takes, for nobody is said to own a person: "Ұйым-ы-на"."""
    owned, cases = _keys(grammar.possessive), _keys(grammar.after_possessive)
    return frozenset(one + case for one in owned for case in ("", *cases))


_OF_ANYTHING = {language: _of_anything(grammar) for language, grammar in _GRAMMARS.items()}
_OF_THINGS = {
    language: _of_things(grammar) - _OF_ANYTHING[language]
    for language, grammar in _GRAMMARS.items()
}
_LONGEST = {
    language: max(map(len, endings | _OF_THINGS[language]))
    for language, endings in _OF_ANYTHING.items()
}

# Shorter stems are too often another word: "Süreyya Erdən" is a name, not "Er" in the ablative.
# A place may be as short ("Оштон"), with an ending of two letters at least.
SHORTEST_STEM = 3
_SHORTEST_PLACE = 2
_LONG_ENDING = 2


class Base(NamedTuple):
    """What a word may be without its ending: its key, and how many characters of it are marked.

    An ending after an apostrophe is cut from the mark as well ("Japarov'un"), another is not.
    `cases` are those in which the word may stand, for words that agree; see `russian`.
    """

    key: str
    length: int
    ending: str = ""
    has_apostrophe: bool = False
    cases: int = russian.ANY
    of_thing: bool = False
    is_russian: bool = False


@lru_cache(maxsize=200_000)
def bases_of(word: str, language: str) -> tuple[Base, ...]:
    """Return the readings of a word in a language, the word as it stands first."""
    key = key_of(word)
    if language in ("ru", "") and russian.is_cyrillic(key):
        return _in_russian(key, len(word))
    return (
        Base(key, len(word)),
        *_behind_apostrophe(word, language),
        *_stripped(key, len(word), language),
    )


_IN_RUSSIAN = "…"  # an ending in Russian: it is replaced, not added


@lru_cache(maxsize=200_000)
def keys_of(word: str, language: str) -> frozenset[str]:
    """Return the keys of all readings, to see quickly whether any of them is looked for."""
    return frozenset(base.key for base in bases_of(word, language))


def _in_russian(key: str, length: int) -> tuple[Base, ...]:
    return (
        Base(key, length, cases=russian.cases_as_it_stands(key)),
        *(
            Base(base, length, ending=_IN_RUSSIAN, cases=cases, is_russian=True)
            for base, cases in russian.nominatives_of(key)
        ),
    )


def _behind_apostrophe(word: str, language: str) -> list[Base]:
    places = [place for place, char in enumerate(word) if char in APOSTROPHES]
    if not places:
        return []
    head, ending = word[: places[-1]], key_of(word[places[-1] + 1 :])
    if not _may_follow_apostrophe(ending, language):
        return []
    return [Base(key_of(head), len(head), ending, has_apostrophe=True)]


def _may_follow_apostrophe(ending: str, language: str) -> bool:
    # Turkish orthography sets names apart by apostrophe, whatever endings are stacked behind it.
    # English "'s" comes in every Latin-script text that quotes an English name.
    return language == "tr" or ending == "s" or ending in _OF_ANYTHING.get(language, ())


def _stripped(key: str, length: int, language: str) -> list[Base]:
    if language not in _GRAMMARS:
        return []
    of_anything, of_things = _OF_ANYTHING[language], _OF_THINGS[language]
    longest = min(_LONGEST[language], len(key) - _SHORTEST_PLACE)
    found = []
    for size in range(1, longest + 1):
        ending, is_short = key[-size:], len(key) - size < SHORTEST_STEM
        if is_short and size < _LONG_ENDING:
            continue
        if ending in of_anything or ending in of_things:
            of_thing = is_short or ending not in of_anything
            found.append(Base(key[:-size], length, ending, of_thing=of_thing))
    return found
