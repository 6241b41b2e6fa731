"""Russian case forms of a name, generated from its nominative: agreement is thereby kept.

Not an analyser of words: "Садыра Жапарова" is made from "Садыр Жапаров", so that a woman's
"Айгуль Жапарова" never leads to a man.

Declension follows the school grammar; names on -о, -е, -и, -у, -ы, -э, -ю don't decline.
"""

import re

CASES = ("genitive", "dative", "accusative", "instrumental", "prepositional")

# For each ending of the nominative: what replaces it, case by case (several by "/"). The first
# that fits counts, so that longer ones stand first.
_PERSON = (
    ("ский", "ского скому ского ским ском"),
    ("цкий", "цкого цкому цкого цким цком"),
    ("ская", "ской ской скую ской ской"),
    ("цкая", "цкой цкой цкую цкой цкой"),
    ("ова", "овой овой ову овой овой"),
    ("ева", "евой евой еву евой евой"),
    ("ина", "иной иной ину иной иной"),
    ("ына", "ыной ыной ыну ыной ыной"),
    ("ов", "ова ову ова овым ове"),
    ("ев", "ева еву ева евым еве"),
    ("ин", "ина ину ина ином/иным ине"),
    ("ын", "ына ыну ына ыном/ыным ыне"),
)
_NOUN = (
    ("ия", "ии ии ию ией ии"),
    ("ие", "ия ию ие ием ии"),
    ("ий", "ия ию ия/ий ием ии"),
    ("ы", "ов ам ы ами ах"),
    ("а", "ы/и е у ой/ей е"),
    ("я", "и е ю ей е"),
    ("ь", "я/и ю/и я/ь ем/ью е/и"),
    ("й", "я ю я/й ем е"),
)
_HUSHED = "жшчщц"
_CONSONANT = re.compile(r"[бвгджзклмнпрстфхцчшщ]$")

_ADJECTIVE = (
    ("ый", "ого ому ого/ый ым ом"),
    ("ий", "его/ого ему/ому его/ого/ий им ем/ом"),
    ("ой", "ого ому ого/ой ым ом"),
    ("ая", "ой ой ую ой ой"),
    ("яя", "ей ей юю ей ей"),
    ("ое", "ого ому ое ым ом"),
    ("ее", "его ему ее им ем"),
    ("ые", "ых ым ые ыми ых"),
    ("ие", "их им ие ими их"),
)


def person_forms(words: list[str], joined: list[bool]) -> set[tuple[str, ...]]:
    """Return the oblique forms of a person's name, as keys. `joined[i]`: a hyphen follows word i.

    Every word of a form stands in the same case; the first half of a double name stays as it is.
    Names often go with only the surname declined ("Реджеп Тайип Эрдогана"). That is taken too,
    except for -ов, -ев, -ин, where it would be the name of a woman.
    """
    forms = set()
    for number in range(len(CASES)):
        declined = [
            {word} if is_joined else _of_person(word, number)
            for word, is_joined in zip(words, joined, strict=True)
        ]
        forms |= _combined(declined)
        if not _is_possessive(words[-1]):
            forms |= _combined([{word} for word in words[:-1]] + declined[-1:])
    return forms - {tuple(words)}


def name_forms(words: list[str], joined: list[bool]) -> set[tuple[str, ...]]:
    """Return the oblique forms of the name of a body, a place, a meeting or a document.

    The adjectives before the first noun decline with it; what follows stays: "Организации
    тюркских государств".
    """
    forms = set()
    for number in range(len(CASES)):
        forms |= _combined(_up_to_the_noun(words, joined, number))
    return forms - {tuple(words)}


def _up_to_the_noun(words: list[str], joined: list[bool], number: int) -> list[set[str]]:
    declined: list[set[str]] = []
    for place, word in enumerate(words):
        last = place == len(words) - 1
        if joined[place] or len(word) < 3:
            declined.append({word})
        elif not last and (forms := _of_adjective(word, words[place + 1], number)):
            declined.append(forms)
        elif forms := _of_noun(word, number):
            return [*declined, forms, *({other} for other in words[place + 1 :])]
        else:
            declined.append({word})
    return declined


def _of_adjective(word: str, following: str, number: int) -> set[str]:
    # "Соединенные Штаты" has an adjective, "Видение тюркского мира" a noun in the same ending.
    if word.endswith(("ые", "ие")) and not following.endswith(("ы", "и")):
        return set()
    return _replaced(word, _ADJECTIVE, number)


def _of_person(word: str, number: int) -> set[str]:
    if len(word) < 3:
        return {word}
    return _replaced(word, _PERSON, number) or _of_noun(word, number, animate=True) or {word}


def _of_noun(word: str, number: int, *, animate: bool = False) -> set[str]:
    if _CONSONANT.search(word):
        return _after_consonant(word, number, animate)
    if animate and word.endswith("ы"):
        return set()
    return _replaced(word, _NOUN, number)


def _after_consonant(word: str, number: int, animate: bool) -> set[str]:
    accusative = "а" if animate else ""
    instrumental = "ем/ом" if word[-1] in _HUSHED else "ом"
    endings = ("а", "у", accusative, instrumental, "е")[number]
    return {word + ending for ending in endings.split("/")}


def _replaced(word: str, table: tuple[tuple[str, str], ...], number: int) -> set[str]:
    for ending, cases in table:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            return {stem + other for other in cases.split()[number].split("/")}
    return set()


def _is_possessive(surname: str) -> bool:
    return surname.endswith(("ов", "ев", "ин", "ын"))


def _combined(choices: list[set[str]]) -> set[tuple[str, ...]]:
    forms: set[tuple[str, ...]] = {()}
    for words in choices:
        forms = {(*form, word) for form in forms for word in words}
    return forms
