"""Russian case forms of a name, led back to the nominative with the cases that they may be in.

Not an analyser of words: what comes out is looked up among known names, and the words of a
person's name must agree, so that "Айгуль Жапарова" never leads to a man.

Declension follows the school grammar; names on -о, -е, -и, -у, -ы, -э, -ю don't decline.
"""

import re
from functools import reduce
from operator import or_

# One bit for each case, so that agreement is what the words have in common.
NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, PREPOSITIONAL = (1 << n for n in range(6))
ANY = 63
_OBLIQUE = (GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, PREPOSITIONAL)

# For each ending of the nominative: what replaces it, case by case (several by "/").
_TABLE = """
ский  ского  скому  ского/ский  ским  ском
цкий  цкого  цкому  цкого/цкий  цким  цком
ова   овой   овой   ову         овой  овой
ева   евой   евой   еву         евой  евой
ина   иной   иной   ину         иной  иной
ына   ыной   ыной   ыну         ыной  ыной
ов    ова    ову    ова         овым  ове
ев    ева    еву    ева         евым  еве
ин    ина    ину    ина         иным/ином  ине
ын    ына    ыну    ына         ыным/ыном  ыне
ия    ии     ии     ию          ией   ии
ие    ия     ию     ие          ием   ии
ий    ия     ию     ия/ий       ием   ии
ый    ого    ому    ого/ый      ым    ом
ий    его/ого  ему/ому  его/ого/ий  им  ем/ом
ой    ого    ому    ого/ой      ым    ом
ая    ой     ой     ую          ой    ой
яя    ей     ей     юю          ей    ей
ое    ого    ому    ое          ым    ом
ее    его    ему    ее          им    ем
ые    ых     ым     ые/ых       ыми   ых
ие    их     им     ие/их       ими   их
ы     ов     ам     ы/ов        ами   ах
и     ей     ям     и/ей        ями   ях
а     ы/и    е      у           ой/ей  е
я     и      е      ю           ей    е
ь     я/и    ю/и    я/ь         ем/ью  е/и
й     я      ю      я/й         ем    е
"""
_AFTER_CONSONANT = ("а", "у", "а", "ом/ем", "е")

_CYRILLIC = re.compile("[а-яёА-ЯЁ]")
_INVARIABLE = tuple("оеиуыэю")
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_POSSESSIVE = ("ов", "ев", "ин", "ын")
_SHORTEST = 2


def _backwards() -> dict[str, dict[str, int]]:
    """For each ending of an oblique form: the endings of the nominative, with the cases."""
    table: dict[str, dict[str, int]] = {}
    for line in _TABLE.split("\n"):
        nominative, *forms = line.split() or [""]
        for case, endings in zip(_OBLIQUE, forms, strict=False):
            for ending in endings.split("/"):
                found = table.setdefault(ending, {})
                found[nominative] = found.get(nominative, 0) | case
    return table


_BACKWARDS = _backwards()
_LONGEST = max(map(len, _BACKWARDS))
_BARE = {
    ending: reduce(
        or_,
        (
            case
            for case, endings in zip(_OBLIQUE, _AFTER_CONSONANT, strict=True)
            if ending in endings.split("/")
        ),
    )
    for ending in ["а", "у", "ом", "ем", "е"]
}


def is_cyrillic(key: str) -> bool:
    return _CYRILLIC.search(key) is not None


def cases_as_it_stands(key: str) -> int:
    """The cases in which a word may be if it is read as written: all, if it doesn't decline."""
    return ANY if key.endswith(_INVARIABLE) else NOMINATIVE


def is_undeclined(word: str) -> bool:
    """Does a word end as a man's name does only in the nominative?"""
    return word[-1] in _CONSONANTS and not word.endswith(("ом", "ем", "ым", "им"))


def nominatives_of(key: str) -> list[tuple[str, int]]:
    """Return what the word may be in the nominative, and in which oblique cases it then stands.

    >>> nominatives_of("бишкеке")[-1]
    ('бишкек', 32)
    """
    found: dict[str, int] = {}
    for size in range(1, min(_LONGEST, len(key) - _SHORTEST) + 1):
        stem = key[:-size]
        for nominative, cases in _BACKWARDS.get(key[-size:], {}).items():
            _add(found, stem + nominative, cases)
    for ending, cases in _BARE.items():
        stem = key.removesuffix(ending)
        if stem != key and len(stem) >= _SHORTEST and _takes(stem, ending):
            _add(found, stem, cases)
    found.pop(key, None)
    return list(found.items())


def _add(found: dict[str, int], nominative: str, cases: int) -> None:
    found[nominative] = found.get(nominative, 0) | cases


def _takes(stem: str, ending: str) -> bool:
    """Surnames on -ов and the like have endings of their own, which are in the table."""
    return stem[-1] in _CONSONANTS and not (stem.endswith(_POSSESSIVE) and ending in ("ом", "ем"))


def agree(keys: list[str], cases: list[int]) -> bool:
    """May these nominatives, each in these cases, be one person's name?

    Names often go with only the surname declined ("Реджеп Тайип Эрдогана"). That is taken too,
    except for -ов, -ев, -ин, where it would be the name of a woman.
    """
    if reduce(lambda one, other: one & other, cases):
        return True
    before = all(case & NOMINATIVE for case in cases[:-1])
    return before and not keys[-1].endswith(_POSSESSIVE)
