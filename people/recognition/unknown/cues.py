"""What stands around a name and shows that it is one: an office, a verb of saying, a country.

Each cue is a question to one place of one field; what the answers weigh is `weighing`.
"""

import re

from people.recognition.neighbours import VERB_LAST
from people.recognition.unknown import lexicon
from people.recognition.unknown.field import Field
from people.recognition.unknown.kinds import is_abbreviation, is_office, kind_of
from people.recognition.unknown.runs import Candidate
from people.recognition.unknown.stems import stems_of
from people.recognition.words import key_of

_MOST_BETWEEN = 6
_LONG_ENDING = 2
_MOST_BEHIND = 4
_LOOK_BACK = 40

_SPACE = re.compile(r"[ \xa0]+")
_DASH = re.compile(r" [–—-] |: ")
_ABBREVIATED = re.compile(r"\.? ?")
_QUOTES = frozenset('«“„"”»‘’')
_LINKING = frozenset("of the for and in at de to with by from".split())  # noqa: SIM905
_PREPOSITIONS = frozenset("в во на из с со от до у к ко о об при за над под и".split())  # noqa: SIM905

_COURTESY_RUSSIAN = re.compile(r"\bг-(?:н|на|ну|ном|не|жа|жи|же|жу|жой) $")
_ACCORDING = re.compile(r"(?:[Aa]ccording to|[Пп]о (?:словам|мнению)) $")
_AGED = "жастағы|жасар|жаштагы|жашар|yaşındaki|yaşlı|yoshli|yoshdagi"
_AGE_BEFORE = re.compile(rf"(?:\b\d\d-летн\w+|\b\d\d (?:{_AGED})) (?:\w+ )?$")
_AGE_BEHIND = re.compile(r" ?, (?:aged )?\d\d\b(?= ?[,.])| \( ?\d\d ?\)|, \d\d-")


def courtesy(field: Field, candidate: Candidate) -> bool:
    """Is a word of courtesy beside the name: "Mr. Adams", "Ahmet Bey"?"""
    before, behind = map(key_of, _words_beside(field, candidate, _ABBREVIATED))
    if before in lexicon.courtesies("before") or behind in lexicon.courtesies("after"):
        return True
    return _stands_behind(_COURTESY_RUSSIAN, field, candidate)


def office_before(field: Field, candidate: Candidate) -> tuple[range, bool] | None:
    """The words of the office in front of a name ("министр обороны Казахстана …"), and whether
    nothing but places stands between."""
    before = candidate.first - 1
    if before not in field.covered and _is_linking(field, before):
        return None  # "the manager of the X": what follows is what he manages
    is_beside = True
    for place in range(candidate.first - 1, max(-1, candidate.first - 1 - _MOST_BETWEEN), -1):
        if not _leads_on(field, place, is_near=place == candidate.first - 1):
            return None
        if is_office(field.words.texts[place], field.language):
            return range(_first_of_office(field, place), candidate.first), is_beside
        if field.language in VERB_LAST or not _may_stand_between(field, place):
            return None
        is_beside = is_beside and _is_of_place(field, place)
    return None


def _leads_on(field: Field, place: int, *, is_near: bool) -> bool:
    gap = field.gap(place)
    if _SPACE.fullmatch(gap) or gap == "-":
        return True
    if gap == ". ":  # "Sen. Jeff …", "акад. …"
        return len(field.words.texts[place]) <= 4
    return is_near and gap.strip() == "," and field.language == "en"


def _may_stand_between(field: Field, place: int) -> bool:
    word = field.words.texts[place]
    if place in field.covered:
        return True
    if not word[0].isupper():
        return word not in _PREPOSITIONS
    return not kind_of(word, field.language).is_given


def _is_linking(field: Field, place: int) -> bool:
    word = field.words.texts[place].lower() if place >= 0 else ""
    return word in _LINKING or word in _PREPOSITIONS or word.endswith(("'s", "’s"))


def _is_of_place(field: Field, place: int) -> bool:
    word = field.words.texts[place]
    if place in field.covered or word in _LINKING or is_abbreviation(word):
        return True
    return word[0].isupper() and kind_of(word, field.language).is_thing


def _first_of_office(field: Field, place: int) -> int:
    """The first word of an office of several: "вице-премьер", "Deputy Prime Minister"."""
    while place > 0 and field.gap(place - 1) in (" ", "-"):
        if not is_office(field.words.texts[place - 1], field.language):
            break
        place -= 1
    return place


def office_behind(field: Field, candidate: Candidate) -> range | None:
    """The words of the office behind a name and a comma: "X, chairman of the society"."""
    if field.gap(candidate.last).strip() != ",":
        return None
    behind = candidate.last + 1
    for place in range(behind, min(behind + _MOST_BEHIND, len(field.words.texts))):
        if place > behind and not _SPACE.fullmatch(field.words.gaps[place]):
            return None
        if is_office(field.words.texts[place], field.language):
            return range(behind, place + 1)
    return None


def saying(field: Field, candidate: Candidate) -> bool:
    """Is a verb of saying beside the name ("Hammel said", "сказал Иванов"), or "по словам"?"""
    listed = lexicon.sayings(field.language)
    beside = _words_beside(field, candidate, _SPACE)
    if field.language in VERB_LAST and _may_be_oblique(candidate, field.language):
        return False
    if any(word[:1].islower() and key_of(word) in listed for word in beside):
        return True
    return _stands_behind(_ACCORDING, field, candidate)


def _may_be_oblique(candidate: Candidate, language: str) -> bool:
    """Where the verb stands last, a word in a case stands before it too: "on Twitter said"."""
    last = candidate.parts[-1]
    if last.kind.given or last.kind.surname or last.kind.is_famous:
        return False
    shortest = min(len(stem.key) for stem in stems_of(last.text, language))
    return shortest <= len(last.text) - _LONG_ENDING


def _words_beside(field: Field, candidate: Candidate, gap: re.Pattern) -> tuple[str, str]:
    """The words right before and behind a candidate, or nothing where more stands between."""
    before, behind, words = candidate.first - 1, candidate.last + 1, field.words.texts
    is_led = before >= 0 and gap.fullmatch(field.gap(before))
    is_followed = behind < len(words) and _SPACE.fullmatch(field.gap(candidate.last))
    return words[before] if is_led else "", words[behind] if is_followed else ""


def age(field: Field, candidate: Candidate) -> bool:
    """Is an age beside the name: "X, 68,", "68-летний электрик X"?"""
    if _AGE_BEHIND.match(field.text, candidate.end):
        return True
    return _stands_behind(_AGE_BEFORE, field, candidate)


def country(field: Field, candidate: Candidate) -> int | None:
    """The word of a country that a list of guests gives: "X (Kazakhstan)", "Kazakhstan – X"."""
    before, behind = candidate.first - 1, candidate.last + 1
    if field.gap(candidate.last).startswith(" (") and _is_country(field, behind):
        return behind
    if before >= 0 and _DASH.fullmatch(field.gap(before)) and _is_country(field, before):
        return before
    return None


def _is_country(field: Field, place: int) -> bool:
    return country_code(field, place) is not None


def country_code(field: Field, place: int) -> str | None:
    """The ISO 3166 code of the country that a word names; "" for a place of none known."""
    if place in field.countries:
        return field.countries[place] or ""
    if place >= len(field.words.texts):
        return None
    listed = lexicon.countries(field.language)
    stems = stems_of(field.words.texts[place], field.language)
    return next((listed[stem.key] for stem in stems if stem.key in listed), None)


def is_quoted(field: Field, candidate: Candidate) -> bool:
    """Does it stand alone in quotation marks, as titles, teams and firms do?"""
    before = field.gap(candidate.first - 1).rstrip()[-1:]
    behind = field.text[candidate.end : candidate.end + 2].lstrip()[:1]
    return before in _QUOTES and behind in _QUOTES


def _stands_behind(words: re.Pattern, field: Field, candidate: Candidate) -> bool:
    return bool(words.search(field.text, max(0, candidate.start - _LOOK_BACK), candidate.start))
