"""What one capitalised word may be in a name: a given name, a surname, or no part of one.

Only the word itself is looked at, so that the answer can be kept; what stands around it is
`cues`.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from people.recognition.unknown import lexicon
from people.recognition.unknown.stems import Stem, stems_of
from people.recognition.words import key_of

# Endings of surnames, in either script, as folded words have them. After the bar, those that
# other words have too.
_SURNAME_ENDINGS = """
ов ев ова ева ин ын ина ына ский ски ская цкий цки цкая енко ейко чук щук швили дзе янц
улы ұлы кызы қызы уулу оглу оглы заде зода
ov ev ova eva off in ina sky ski skiy skaya tsky enko chuk shvili dze
uly uulu kyzy qizi ogli oglu ogly zade zada zoda pour sson ssen stein mann escu opoulos akis
idis wicz vych vich ovic evic
| юк ян пур сон ман берг штейн тон филд ини елли етти ow ew ian yan ic berg ska
"""
_SURE, _WEAK = (part.split() for part in _SURNAME_ENDINGS.split("|"))
_WEAKER = ["ин", "ын", "ина", "ына", "in", "ina"]
_SURNAME = re.compile(rf"\w\w+(?:{'|'.join(_SURE + _WEAK)})")
_WEAK_SURNAME = re.compile(rf"\w\w+(?:{'|'.join(_WEAK + _WEAKER)})")

# Second halves of Turkic given names: "Нұр-лан", "Kubanych-bek". And of Arabic ones in them.
_TURKIC_GIVEN = re.compile(
    r"\w\w+(?:бек|бай|болат|болот|гали|ғали|гул|гуль|гүл|жан|қан|хан|мурат|мұрат|нур|нұр|султан"
    r"|сұлтан|тай|темир|бубу|бүбү|бике|мухамед|ахмет|магамбет|кожа|қожа|құл|кул"
    r"|bek|bay|beg|bolat|bolot|gali|gul|jan|zhan|khan|xon|jon|murat|murod|nur|sultan|temir|boy"
    r"|qul|muhammad|muxammad|mirza|mirzo|ddin|ullah|uddin)"
)
# Beginnings are looked for in lists of words without their endings.
_LEAST_BEGINNING, _MOST_ENDING = 4, 6

# Shorter words sound like too many others.
_SHORTEST_HEARD = 4


class Kind(NamedTuple):
    """What a word may be. `given` and `surname` hold it in the nominative, or nothing.

    `is_heard` says that the given name isn't listed as it is spelt, but sounds like one.
    """

    given: str = ""
    is_heard: bool = False
    surname: str = ""
    is_sure_surname: bool = False
    is_famous: bool = False
    is_everyday: bool = False
    is_body: bool = False
    is_thing: bool = False
    is_office: bool = False
    is_abbreviation: bool = False

    @property
    def is_name(self) -> bool:
        """May it be part of a person's name?"""
        if self.is_abbreviation or self.is_body:
            return False
        if self.is_office and not (self.is_given or self.surname):
            return False
        if self.given or self.is_everyday or self.is_famous:
            return True
        return not (self.is_thing or self.is_office)

    @property
    def is_given(self) -> bool:
        """Is it a given name for sure?"""
        return bool(self.given) and not (self.is_everyday or self.is_heard)


@lru_cache(maxsize=200_000)
def kind_of(word: str, language: str) -> Kind:
    """Return what a capitalised word of a text in that language may be."""
    if is_abbreviation(word):
        return Kind(is_abbreviation=True)
    stems = stems_of(word, language)
    keys = [stem.key for stem in stems]
    is_body = _has_any(lexicon.bodies(language), keys) or _is_english(word)
    is_thing = _has_any(lexicon.things(language), keys)
    spelt = _first(stems, _is_spelt_given)
    given = spelt or ("" if is_body or is_thing else _first(stems, _sounds_given))
    sure_surname = _first(stems, _is_sure_surname)
    surname = sure_surname or _first(stems, _is_surname)
    is_famous = _has_any(lexicon.famous_names(), keys)
    if language != "en" and not (given or sure_surname or is_famous):
        is_body = is_body or _begins_with_one(keys[0], lexicon.bodies(language))
        is_thing = is_thing or _begins_with_one(keys[0], lexicon.things(language))
    return Kind(
        given=given,
        is_heard=not spelt,
        surname=surname,
        is_sure_surname=bool(sure_surname),
        is_famous=is_famous,
        is_everyday=_has_any(lexicon.everyday_words(), keys),
        is_body=not spelt and (is_body or _is_plural_of_body(keys[0], language)),
        is_thing=is_thing,
        is_office=is_office(word, language) or _is_courtesy(keys),
    )


def is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper()


@lru_cache(maxsize=200_000)
def is_office(word: str, language: str) -> bool:
    """Is it a word for an office, a profession or a kinsman, with or without an ending?"""
    keys = [stem.key for stem in stems_of(word, language)]
    if language == "en":
        keys.append(keys[0].removesuffix("s"))
    listed = lexicon.offices(language)
    return _has_any(listed, keys) or (language != "en" and _begins_with_one(keys[0], listed))


def _is_courtesy(keys: list[str]) -> bool:
    return any(_has_any(lexicon.courtesies(side), keys) for side in ("before", "after"))


def _is_spelt_given(stem: Stem) -> bool:
    return stem.key in lexicon.given_names().keys and not stem.is_scant


def _sounds_given(stem: Stem) -> bool:
    if len(stem.text) < _SHORTEST_HEARD:
        return False
    return lexicon.given_names().has_sound(stem.text) or bool(_TURKIC_GIVEN.fullmatch(stem.key))


def _is_english(word: str) -> bool:
    """Is it the English word for a body, which texts in other languages print as it is?"""
    return word.isascii() and key_of(word) in lexicon.bodies("en")


def _is_plural_of_body(key: str, language: str) -> bool:
    """ "Советов" and "Совбезов" are ends of no surnames but genitives."""
    return language == "ru" and key.endswith("ов") and key[:-2] in lexicon.bodies(language)


def _is_sure_surname(stem: Stem) -> bool:
    return _is_surname(stem) and not _WEAK_SURNAME.fullmatch(stem.key)


def _is_surname(stem: Stem) -> bool:
    return stem.key in lexicon.surnames() or bool(_SURNAME.fullmatch(stem.key))


def _first(stems: Iterable[Stem], test: Callable[[Stem], bool]) -> str:
    return next((stem.text for stem in stems if len(stem.text) > 1 and test(stem)), "")


def _has_any(listed: frozenset[str], keys: list[str]) -> bool:
    return not listed.isdisjoint(keys)


def _begins_with_one(key: str, listed: frozenset[str]) -> bool:
    """Short beginnings bear short endings only: "мост" is in "мосты", not in "мостовой"."""
    least = max(_LEAST_BEGINNING, len(key) // 2 + 1, len(key) - _MOST_ENDING)
    return any(key[:length] in listed for length in range(least, len(key)))
