"""The ways to write a known name, as they are looked up in texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from people.names.filial import FILIAL
from people.recognition.endings import Base
from people.recognition.patronymics import is_patronymic
from people.recognition.spans import PERSON, KnownName
from people.recognition.wording import SMALL_WORDS
from people.recognition.words import Words, key_of

LISTED, TURNED, SHORTENED = "listed", "turned", "shortened"
INITIALS, SURNAME, SOUND, WORDED = "initials", "surname", "sound", "worded"

# Words that stand where a surname would and are none: "Turgunbek uulu", "Heydar oğlu".
PARTICLES = frozenset(key_of(word) for word in FILIAL)


# Compared by identity: each is made once.
@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One way to write a known name: its words, and what may stand between and behind them.

    `origin` is listed, or how it was made from a full name: turned (surname first) or shortened
    (with one given name of several).
    """

    name: KnownName
    origin: str
    keys: tuple[str, ...]
    capitals: tuple[bool, ...]
    marks: frozenset[str]
    tail: str = ""

    def takes(self, base: Base) -> bool:
        """May the name have this ending?"""
        if not base.ending or base.has_apostrophe:
            return True
        kind = self.name.kind
        if kind == "error" or (base.is_russian and kind == "abbreviation"):
            return False
        return self.name.entity_kind != PERSON or not base.of_thing

    def has_capitals(self, texts: Sequence[str]) -> bool:
        """Are the words written with the capitals that make them a name?"""
        if len(texts) == 1:
            if self.name.kind in ("abbreviation", "error"):
                return _is_spelt(self.name.text, texts[0])
            return texts[0][0].isupper() or not self.capitals[0]
        if self.name.entity_kind != PERSON:
            return len(texts) > 2 or texts[0][0].isupper() or not self.capitals[0]
        return all(
            text[0].isupper() or not needed
            for text, needed in zip(texts, self.capitals, strict=True)
        )


def _is_spelt(abbreviation: str, word: str) -> bool:
    """Letter for letter: "ECO" is no "eco", "ОТГ" no "отг"; an ending is in small letters."""
    rest = word.removeprefix(abbreviation)
    return rest != word and rest == rest.lower()


def forms_of(name: KnownName, words: Words, keys: list[str]) -> Iterator[Form]:
    """Yield the forms of a name of these words. Initials and bare surnames are not among them:
    `bearers` knows those."""
    is_person = name.entity_kind == PERSON
    if name.kind == "initials" or (is_person and len(keys) == 1):
        return
    listed = _listed(name, words, keys)
    yield listed
    if is_person and name.kind in ("full", "former"):
        yield from _further_forms(listed)


def _listed(name: KnownName, words: Words, keys: list[str]) -> Form:
    kept = [place for place in range(len(keys)) if not _may_be_left_out(name, keys, place)]
    return Form(
        name,
        LISTED,
        tuple(keys[place] for place in kept),
        tuple(words.is_capitalised(place) for place in kept),
        _marks(words.gaps),
        words.gaps[-1],
    )


def _marks(gaps: list[str]) -> frozenset[str]:
    return frozenset(char for gap in gaps[1:-1] for char in gap if not char.isspace())


def _may_be_left_out(name: KnownName, keys: list[str], place: int) -> bool:
    """Texts put "of", "the" and "and" into the names of bodies and leave them out."""
    if name.entity_kind == PERSON or place == len(keys) - 1:
        return False
    return keys[place] in SMALL_WORDS and (place > 0 or keys[place] == "the")


def _further_forms(form: Form) -> Iterator[Form]:
    """Of a name in the order given, surname. Hungarian puts the surname first, and so does who
    ends with "oğlu"; which of two words it is can't be told from one."""
    if form.name.language == "hu" or form.keys[-1] in PARTICLES or len(form.keys[0]) < 2:
        return
    yield _turned(form)
    for shorter in _shortened(form):
        yield shorter
        yield _turned(shorter)


def _turned(form: Form) -> Form:
    """Surname first, as in the registers of the Russian-speaking states."""
    return Form(
        form.name,
        TURNED,
        (form.keys[-1], *form.keys[:-1]),
        (form.capitals[-1], *form.capitals[:-1]),
        form.marks,
    )


def _shortened(form: Form) -> Iterator[Form]:
    """One given name and the surname, of several: "Recep Erdoğan", "Tayyip Erdoğan"."""
    last = len(form.keys) - 1
    for place in range(last if last > 1 else 0):
        if not is_patronymic(form.keys[place]):
            keys = form.keys[place], form.keys[last]
            capitals = form.capitals[place], form.capitals[last]
            yield Form(form.name, SHORTENED, keys, capitals, form.marks)
