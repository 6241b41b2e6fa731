"""Is a run of capitalised words a person's name? What it is made of and what stands around it,
weighed against each other.

The weights are few and round: two good signs, or one that is nearly never wrong, make a proposal.
"""

from typing import NamedTuple

from people.recognition.neighbours import VERB_LAST
from people.recognition.spans import Clue
from people.recognition.unknown import cues, lexicon
from people.recognition.unknown.field import Field
from people.recognition.unknown.kinds import Kind
from people.recognition.unknown.rules import (
    AGE,
    COUNTRY,
    COURTESY,
    FAMOUS,
    GIVEN,
    INITIALS,
    OFFICE,
    OFFICE_BEHIND,
    OFFICE_NEAR,
    SAYING,
    SHAPE,
    SURNAME,
)
from people.recognition.unknown.runs import Candidate, Part
from people.recognition.unknown.stems import stems_of
from people.recognition.words import key_of

ENOUGH = 1.0

_AROUND = {
    COURTESY: 1.0,
    SAYING: 1.0,
    COUNTRY: 0.8,
    AGE: 0.8,
    OFFICE: 1.0,
    OFFICE_BEHIND: 0.5,
    OFFICE_NEAR: 0.6,
}
# In Russian only the first word of a body's name is capitalised, so that two show a person.
_INITIALS, _FAMOUS, _SHAPE, _RUSSIAN_SHAPE = 0.9, 1.0, 0.4, 1.0
_GIVEN, _PERHAPS_GIVEN, _GIVEN_ALONE = 0.7, 0.6, 1.0
_SURE_SURNAME, _SURNAME, _TURKIC_SURNAME = 0.7, 0.6, 0.4
_BARE_SURNAME, _BARE_LISTED, _BARE_WEAK = 0.7, 1.0, 0.3

_WRITTEN_SMALL, _QUOTED, _OTHER_SCRIPT = 0.8, 0.8, 1.2
_BEGINS_SENTENCE, _LOUD = 0.4, 0.4
_EVERYDAY, _EVERYDAY_BEHIND_GIVEN, _ADJECTIVE = 0.3, 0.1, 0.5
_OF_BODY, _OF_PLACE, _ONE_OF_PLACE = 2.0, 0.5, 1.0


_OFFICES = frozenset((OFFICE, OFFICE_NEAR, OFFICE_BEHIND))
_SHORTEST_LISTED = 4
_ADJECTIVES = tuple("ого ому ой ую ый ий ая ое ые ых ым ими ском".split())  # noqa: SIM905


class Sign(NamedTuple):
    """What speaks for a person: the rule, how much, and the words of the field that show it."""

    rule: str
    weight: float
    words: range = range(0)


class Weighed(NamedTuple):
    """A candidate with what speaks for it; what tells an editor most stands first."""

    candidate: Candidate
    total: float
    signs: tuple[Sign, ...]

    @property
    def is_person(self) -> bool:
        return self.total >= ENOUGH

    @property
    def rule(self) -> str:
        return self.signs[0].rule if self.signs else SHAPE


def weigh(field: Field, candidate: Candidate) -> Weighed:
    """Weigh what a candidate is made of and what stands around it against the doubts."""
    if _is_mute(candidate) and not cues.may_be_cued(field, candidate):
        return Weighed(candidate, 0.0, ())
    signs = [*_around(field, candidate), *_inside(field, candidate)]
    total = sum(sign.weight for sign in signs)
    if total >= ENOUGH:
        total -= _doubt(field, candidate, {sign.rule for sign in signs})
    return Weighed(candidate, round(total, 3), tuple(signs))


def _is_mute(candidate: Candidate) -> bool:
    """Is it a single word that doesn't look like a name by itself?"""
    kind = candidate.parts[0].kind
    return len(candidate.parts) == 1 and not (kind.given or kind.surname or kind.is_famous)


def _around(field: Field, candidate: Candidate) -> list[Sign]:
    found = []
    if office := _office(field, candidate):
        found.append(office)
    if (place := cues.country(field, candidate)) is not None:
        found.append(_cue(COUNTRY, range(place, place + 1)))
    if cues.courtesy(field, candidate):
        found.append(_cue(COURTESY))
    if cues.age(field, candidate):
        found.append(_cue(AGE))
    if cues.saying(field, candidate):
        found.append(_cue(SAYING))
    return found


def _office(field: Field, candidate: Candidate) -> Sign | None:
    if office := cues.office_before(field, candidate):
        words, is_beside = office
        return _cue(OFFICE if is_beside else OFFICE_NEAR, words)
    if words := cues.office_behind(field, candidate):
        return _cue(OFFICE_BEHIND, words)
    return None


def _cue(rule: str, words: range = range(0)) -> Sign:
    return Sign(rule, _AROUND[rule], words)


def _inside(field: Field, candidate: Candidate) -> list[Sign]:
    names = candidate.names
    has_initials = any(part.is_initial for part in candidate.parts)
    found = [
        Sign(INITIALS, _INITIALS * has_initials),
        Sign(GIVEN, _given(names)),
        Sign(SURNAME, _surname(field, names)),
    ]
    if len(names) == 1 and names[0].kind.is_famous:
        found.append(Sign(FAMOUS, _FAMOUS))
    if len(names) > 1 or candidate.parts[-1].is_particle:
        found.append(Sign(SHAPE, _RUSSIAN_SHAPE if field.language == "ru" else _SHAPE))
    return [sign for sign in found if sign.weight]


def _given(names: tuple[Part, ...]) -> float:
    sure = sum(part.kind.is_given for part in names)
    perhaps = sum(bool(part.kind.given) for part in names) - sure
    if len(names) == 1:
        return _GIVEN_ALONE * sure
    return min(1.0, _GIVEN * sure + _PERHAPS_GIVEN * perhaps)


def _surname(field: Field, names: tuple[Part, ...]) -> float:
    if len(names) == 1:
        kind = names[0].kind
        if field.language == "en":
            return _BARE_LISTED if _is_listed_surname(names[0]) else _BARE_WEAK * bool(kind.surname)
        return _BARE_SURNAME if kind.is_sure_surname else _BARE_WEAK * bool(kind.surname)
    ends = (names[-1].kind, names[0].kind)  # the surname may stand first
    if any(kind.is_sure_surname for kind in ends):
        return _SURE_SURNAME
    if not any(kind.surname for kind in ends):
        return 0.0
    return _TURKIC_SURNAME if field.language in VERB_LAST else _SURNAME  # "-in" is a case there


def _is_listed_surname(part: Part) -> bool:
    """Is it a common English surname, and no word of another kind?"""
    kind, key = part.kind, key_of(part.text)
    is_other = kind.is_everyday or kind.is_thing or len(key) < _SHORTEST_LISTED
    return key in lexicon.surnames() and not is_other


def _is_adjective(part: Part) -> bool:
    """ "Гарвардской" is of Harvard before it is a surname."""
    return part.text.endswith(_ADJECTIVES) and not part.kind.is_famous


def _doubt(field: Field, candidate: Candidate, rules: set[str]) -> float:
    names = candidate.names
    doubt = _doubt_beside(field, candidate)
    is_led = bool(rules & {COURTESY, OFFICE})  # "Mr. …" begins no sentence
    is_sure = names[0].kind.is_given or names[0].kind.is_famous
    if len(names) == 1 and not (is_led or is_sure):
        doubt += _BEGINS_SENTENCE * field.begins_sentence(candidate.first)
    if field.is_loud(candidate.start):
        doubt += _LOUD
    if COURTESY not in rules and all(part.kind.is_everyday for part in names):
        doubt += _EVERYDAY
    if COURTESY not in rules and any(_is_both(part.kind) for part in names):
        doubt += _EVERYDAY_BEHIND_GIVEN if names[0].kind.is_given else _EVERYDAY
    if len(names) == 1 and field.language == "ru" and _is_adjective(names[0]):
        doubt += _ADJECTIVE
    if any(_is_written_small(part, field) for part in names):
        doubt += _WRITTEN_SMALL
    return doubt


def _is_both(kind: Kind) -> bool:
    return kind.is_thing and kind.is_everyday


def _is_written_small(part: Part, field: Field) -> bool:
    return not part.kind.is_given and part.text.lower() in field.between_spaces


def _doubt_beside(field: Field, candidate: Candidate) -> float:
    """A body or a place may be called after a person: "Nelson Mandela University"."""
    doubt, after = 0.0, candidate.after
    if after and (after.kind.is_body or after.kind.is_abbreviation) and field.language != "ru":
        doubt += _OF_BODY
    if is_called_after(field, candidate):
        doubt += _OF_BODY
    if is_of_place(field, candidate):
        doubt += _OF_PLACE if len(candidate.names) > 1 else _ONE_OF_PLACE
    if cues.is_quoted(field, candidate):
        doubt += _QUOTED
    if field.is_cyrillic and candidate.names[-1].text.isascii():
        doubt += _OTHER_SCRIPT
    return doubt


def is_something_else(field: Field, candidate: Candidate) -> bool:
    """Is it plainly no person but what is called after one, or a title in quotation marks?"""
    if candidate.after and candidate.after.kind.is_body:
        return True
    return is_of_place(field, candidate) or cues.is_quoted(field, candidate)


def is_of_place(field: Field, candidate: Candidate) -> bool:
    """Does a word stand before it that makes of it the name of a place: "San Diego"?"""
    before = candidate.first - 1
    if before < 0 or field.gap(before) not in (" ", ". ", "-"):
        return False
    return field.words.key(before) in lexicon.place_beginnings()


def is_called_after(field: Field, candidate: Candidate) -> bool:
    """Is a street or a school called so: "Абай көшесі", "улица Абая"?"""
    is_behind = field.language in VERB_LAST
    place = candidate.last + 1 if is_behind else candidate.first - 1
    if not 0 <= place < len(field.words.texts):
        return False
    gap = field.gap(candidate.last if is_behind else place)
    stems = stems_of(field.words.texts[place], field.language)
    listed = lexicon.called_after_persons()
    return gap in (" ", ". ") and not listed.isdisjoint(stem.key for stem in stems)


def clue_of(field: Field, weighed: Weighed) -> Clue:
    """What the editor is shown: the cue, the office as printed, and the country."""
    office = next((sign.words for sign in weighed.signs if sign.rule in _OFFICES), range(0))
    listed = next((sign.words for sign in weighed.signs if sign.rule == COUNTRY), range(0))
    codes = (cues.country_code(field, place) for place in (*listed, *office))
    country = next((code for code in codes if code), None)
    return Clue(weighed.rule, _words(field, office), None, country)


def _words(field: Field, words: range) -> str:
    if not words:
        return ""
    return field.text[field.words.start(words[0]) : field.words.end(words[-1])]
