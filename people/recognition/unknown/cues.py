"""What stands around a name and shows that it is one: an office, a verb of saying, a country.

Each cue is a question to one place of one field; what the answers weigh is `weighing`.
"""

import re
from functools import lru_cache

from people.recognition.neighbours import VERB_LAST
from people.recognition.unknown import lexicon
from people.recognition.unknown.field import AGED, Field
from people.recognition.unknown.kinds import is_abbreviation, is_office, kind_of
from people.recognition.unknown.runs import Candidate
from people.recognition.unknown.stems import stems_of
from people.recognition.words import key_of

_MOST_BETWEEN = 6
_LONG_ENDING = 2
_MOST_BEHIND = 4
_LOOK_BACK = 40

_SPACES = frozenset((" ", "\xa0", "  "))
_ABBREVIATED = _SPACES | {". ", "."}
_TELLING = frozenset((", ", " , ", " (", " ( "))
_SILENT = frozenset((", ", "\n", "\n\n"))
_COMMAS = frozenset((", ", " , "))
_DASHES = frozenset((" – ", " — ", " - ", ": "))
_QUOTES = frozenset('«“„"”»‘’')
_LINKING = frozenset("of the for and in at de to with by from".split())  # noqa: SIM905
_PREPOSITIONS = frozenset("в во на из с со от до у к ко о об при за над под и".split())  # noqa: SIM905

_MISTER = frozenset("н на ну ном не жа жи же жу жой".split())  # noqa: SIM905 ("г-н", "г-жа")
_ACCORDING = frozenset((("according", "to"), ("по", "словам"), ("по", "мнению"), ("со", "слов")))
_LEADING = _MISTER | {last for _, last in _ACCORDING} - {"to"}
_BEFORE_AGE = frozenset((", ", " , ", " (", " ( "))
_AGE_BEFORE = re.compile(rf"(?:\b\d\d-летн\w+|\b\d\d (?:{AGED})) (?:\w+ )?$")
_AGE_BEHIND = re.compile(r" ?, (?:aged )?\d\d\b(?= ?[,.])| \( ?\d\d ?\)|, \d\d-")


def may_be_cued(field: Field, candidate: Candidate) -> bool:
    """Is there anything beside a single word that could be a cue? Asked first, for time matters:
    most capitalised words stand between a word and a word that mean nothing."""
    before, behind = candidate.first - 1, candidate.last + 1
    words, gaps = field.words.texts, field.words.gaps
    if field.tells_ages or gaps[behind] in _TELLING:
        return True
    if behind < len(words) and gaps[behind] in _SPACES and _may_cue(words[behind], field.language):
        return True
    if before < 0 or gaps[candidate.first] in _SILENT:
        return False
    return before in field.covered or _may_cue(words[before], field.language)


@lru_cache(maxsize=200_000)
def _may_cue(word: str, language: str) -> bool:
    key = key_of(word)
    if key in lexicon.courtesies("before") or key in lexicon.courtesies("after"):
        return True
    if word[0].isupper() or is_office(word, language):
        return True
    return key in lexicon.sayings(language) or word in _LEADING


def courtesy(field: Field, candidate: Candidate) -> bool:
    """Is a word of courtesy beside the name: "Mr. Adams", "Ahmet Bey"?"""
    before, behind = _words_beside(field, candidate, _ABBREVIATED)
    if key_of(before) in lexicon.courtesies("before"):
        return True
    if before in _MISTER and candidate.first > 1:
        return field.words.texts[candidate.first - 2].lower() == "г"
    return key_of(behind) in lexicon.courtesies("after")


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
    if gap in _SPACES or gap == "-":
        return True
    if gap == ". ":  # "Sen. Jeff …", "акад. …"
        return len(field.words.texts[place]) <= 4
    return is_near and gap in _COMMAS and field.language == "en"


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
    """The first word of an office of several: "вице-премьер", "Deputy Prime Minister"; in Turkic
    languages whose it is stands before it: "Қазақстанның энергетика министрі"."""
    while place > 0 and field.gap(place - 1) in (" ", "-"):
        if not is_office(field.words.texts[place - 1], field.language):
            break
        place -= 1
    return _first_of_owner(field, place) if field.language in VERB_LAST else place


def _first_of_owner(field: Field, place: int) -> int:
    """The first of the words before an office, up to a few, that name a state or a body."""
    first = place
    for before in range(place - 1, max(-1, place - 1 - _MOST_BETWEEN), -1):
        if field.gap(before) not in _SPACES:
            break
        if before in field.covered or _is_owner(field, before):
            first = before
    return first


def _is_owner(field: Field, place: int) -> bool:
    word = field.words.texts[place]
    if not word[0].isupper() or not _is_of_place(field, place):
        return False
    return not field.begins_sentence(place) or country_code(field, place) is not None


def office_behind(field: Field, candidate: Candidate) -> range | None:
    """The words of the office behind a name and a comma: "X, chairman of the society"."""
    if field.gap(candidate.last) not in _COMMAS:
        return None
    behind = candidate.last + 1
    for place in range(behind, min(behind + _MOST_BEHIND, len(field.words.texts))):
        if place > behind and field.words.gaps[place] not in _SPACES:
            return None
        if is_office(field.words.texts[place], field.language):
            return range(behind, place + 1)
    return None


def saying(field: Field, candidate: Candidate) -> bool:
    """Is a verb of saying beside the name ("Hammel said", "сказал Иванов"), or "по словам"?"""
    before, behind = _words_beside(field, candidate, _SPACES)
    if _is_saying(before, field.language) or _is_saying(behind, field.language):
        return not (field.language in VERB_LAST and _may_be_oblique(candidate, field.language))
    if not before or candidate.first < 2:
        return False
    return (field.words.texts[candidate.first - 2].lower(), before) in _ACCORDING


def _is_saying(word: str, language: str) -> bool:
    return word[:1].islower() and key_of(word) in lexicon.sayings(language)


def _may_be_oblique(candidate: Candidate, language: str) -> bool:
    """Where the verb stands last, a word in a case stands before it too: "on Twitter said"."""
    last = candidate.parts[-1]
    if last.kind.given or last.kind.surname or last.kind.is_famous:
        return False
    shortest = min(len(stem.key) for stem in stems_of(last.text, language))
    return shortest <= len(last.text) - _LONG_ENDING


def _words_beside(field: Field, candidate: Candidate, gaps: frozenset[str]) -> tuple[str, str]:
    """The words right before and behind a candidate, or nothing where more stands between."""
    before, behind, words = candidate.first - 1, candidate.last + 1, field.words.texts
    is_led = before >= 0 and field.words.gaps[candidate.first] in gaps
    is_followed = behind < len(words) and field.words.gaps[behind] in _SPACES
    return words[before] if is_led else "", words[behind] if is_followed else ""


def age(field: Field, candidate: Candidate) -> bool:
    """Is an age beside the name: "X, 68,", "68-летний электрик X"?"""
    if field.gap(candidate.last) in _BEFORE_AGE and _AGE_BEHIND.match(field.text, candidate.end):
        return True
    if not field.tells_ages:
        return False
    begin = max(0, candidate.start - _LOOK_BACK)
    return bool(_AGE_BEFORE.search(field.text, begin, candidate.start))


def country(field: Field, candidate: Candidate) -> int | None:
    """The word of a country that a list of guests gives: "X (Kazakhstan)", "Kazakhstan – X"."""
    before, behind, gaps = candidate.first - 1, candidate.last + 1, field.words.gaps
    if gaps[behind].startswith(" (") and _is_country(field, behind):
        return behind
    if before >= 0 and gaps[candidate.first] in _DASHES and _is_country(field, before):
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
