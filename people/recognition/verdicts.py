"""What the machine may decide about words that read as a known name: confirm, suggest or leave.

This is rule 2 of the desk: by itself it confirms attested full names that
the text doesn't contradict, further forms of whoever the text has settled, and abbreviations and
places that need no context.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import NamedTuple

from people.recognition.forms import INITIALS, LISTED, SOUND, TURNED, WORDED, Form
from people.recognition.gazetteer import Gazetteer, primary, script_of
from people.recognition.lookup import Match, Reading
from people.recognition.neighbours import DOUBTFUL, FREE, TAKEN
from people.recognition.spans import CONFIRMED, PERSON, SUGGESTED, EntityId, KnownName

# A judgement only: the words may mean somebody, without saying whom.
OPEN = "open"

_MOST_CANDIDATES = 12


class Verdict(NamedTuple):
    """The answer for one match. Without an entity, the candidates are who it may be."""

    status: str
    rule: str
    entity: EntityId | None
    candidates: tuple[EntityId, ...] = ()


# The words are a name, of nobody and nothing that the desk knows.
NOBODY = Verdict("nobody", "nobody", None)


@dataclass(frozen=True, slots=True)
class Settled:
    """Whom the whole text names beyond doubt (`confirmed`), whom likely (`proposed`), and whom it
    names at all, be it as one of several (`named`).

    `countries` are those of the places and bodies confirmed; None stands for bodies of no
    country. `namesakes` are persons whose surname the text also gives to somebody unknown.
    """

    confirmed: frozenset[EntityId]
    proposed: frozenset[EntityId]
    named: frozenset[EntityId]
    countries: frozenset[str | None]
    namesakes: frozenset[EntityId] = frozenset()


Judgement = tuple[str, str] | None
Read = Reading | Form


def by_itself(
    match: Match, *, language: str, on: date | None, gazetteer: Gazetteer, country: str | None
) -> Verdict | None:
    """Judge a match by its own words; None where only context could tell.

    `country` is the one that the text gives behind the name: "Ramil Usubov (Azerbaijan)".
    """

    def judge(reading: Read) -> Judgement:
        judgement = _alone(reading, match, language=language, on=on, gazetteer=gazetteer)
        if judgement and _contradicts(reading.name, country):
            return SUGGESTED, "other-country"
        return _unsure(judgement, match)

    return _decide(match.readings, judge)


def in_context(match: Match, settled: Settled) -> Verdict | None:
    """Judge a match by what the rest of the text has settled; bare surnames apart."""
    rivals = (
        {one.name.entity for one in match.readings if one.name.entity in settled.named}
        if match.is_of_person
        else set()
    )

    def judge(reading: Read) -> Judgement:
        if reading.name.entity_kind != PERSON:
            return _thing(reading.name, match, settled)
        if rivals and reading.name.entity not in rivals:
            return None
        return _unsure(_person(reading, settled), match)

    return _decide(match.readings, judge, is_contested=len(rivals) > 1)


def of_surname(match: Match, settled: Settled, beside: str) -> Verdict | None:
    """Judge a surname by itself, which is nobody's unless the text has said whose; `beside` is
    what `neighbours` says of the words at its sides."""
    if beside == TAKEN:
        return None
    rivals = [entity for entity in settled.named if entity in match.bearers]
    if len(rivals) == 1:
        return _of_named(rivals[0], match, settled, beside)
    if match.may_be_woman or (not rivals and beside != FREE):
        return None
    rule = "several-bearers" if rivals else "surname"
    candidates = sorted(rivals or islice(match.bearers, _MOST_CANDIDATES), key=str)
    return Verdict(SUGGESTED, rule, None, tuple(candidates))


def _of_named(entity: EntityId, match: Match, settled: Settled, beside: str) -> Verdict | None:
    is_shared = entity in settled.namesakes
    if match.may_be_woman:
        return None if is_shared else Verdict(SUGGESTED, "woman-or-case", entity)
    if beside == DOUBTFUL or is_shared:
        return Verdict(SUGGESTED, "surname-with-namesake", entity)
    if entity in settled.confirmed:
        return Verdict(CONFIRMED, "surname-of-named", entity)
    if entity in settled.proposed:
        return Verdict(SUGGESTED, "surname-of-proposed", entity)
    return Verdict(SUGGESTED, "surname", None, (entity,))


def _decide(
    readings: Iterable[Read], judge: Callable[[Read], Judgement], *, is_contested: bool = False
) -> Verdict | None:
    """One verdict from all readings: the only entity of the strongest ones, else candidates.

    If it is contested, because the text names several whom the words fit, nothing is certain.
    """
    found: dict[str, dict[EntityId, str]] = {CONFIRMED: {}, SUGGESTED: {}, OPEN: {}}
    for reading in readings:
        if judgement := judge(reading):
            status, rule = judgement
            status = SUGGESTED if is_contested and status == CONFIRMED else status
            found[status].setdefault(reading.name.entity, rule)
    for status, entities in found.items():
        if len(entities) == 1 and status != OPEN:
            [(entity, rule)] = entities.items()
            return Verdict(status, rule, entity)
        if entities:
            return _open(entities)
    return None


def _open(entities: dict[EntityId, str]) -> Verdict:
    """Nobody in particular: the candidates are listed."""
    rule = "several-bearers" if len(entities) > 1 else next(iter(entities.values()))
    candidates = sorted(entities, key=str)[:_MOST_CANDIDATES]
    return Verdict(SUGGESTED, rule, None, tuple(candidates))


def _unsure(judgement: Judgement, match: Match) -> Judgement:
    """ "Əliyeva" is a woman before it is a dative: nothing is certain then."""
    if not match.may_be_woman or judgement is None:
        return judgement
    return None if judgement[0] == OPEN else (SUGGESTED, "woman-or-case")


def _alone(
    reading: Read, match: Match, *, language: str, on: date | None, gazetteer: Gazetteer
) -> Judgement:
    name = reading.name
    if name.needs_context or name.kind == "error" or reading.origin == INITIALS:
        return None
    if reading.origin in (SOUND, WORDED):
        return SUGGESTED, "sounds-like" if reading.origin == SOUND else "worded-otherwise"
    if match.is_single and not _may_stand_alone(name, language, gazetteer):
        return None
    if name.kind == "former":
        return _former(name, on)
    if name.kind == "abbreviation":
        return CONFIRMED, "abbreviation"
    if name.entity_kind == "place":
        return CONFIRMED, "place"
    if name.attested and reading.origin == LISTED:
        return CONFIRMED, "full-name" if name.kind == "full" else "other-name"
    return SUGGESTED, "surname-first" if reading.origin == TURNED else "unattested-name"


def _may_stand_alone(name: KnownName, language: str, gazetteer: Gazetteer) -> bool:
    """A single word is too little for a name from another language where the text's own is known:
    Azerbaijani "Bakı" is a man's name in Turkish."""
    if not language or primary(name.language) == primary(language):
        return True
    return not gazetteer.is_named_in(name.entity, language, script_of(name.text))


def _former(name: KnownName, on: date | None) -> tuple[str, str]:
    """A former name counts by itself on the days it was in use; those without days never do."""
    if on is None or (name.valid_from is None and name.valid_to is None):
        return SUGGESTED, "former-name"
    begun = name.valid_from is None or name.valid_from <= on
    ended = name.valid_to is not None and name.valid_to < on
    if begun and not ended:
        return CONFIRMED, "former-name-valid-then"
    return SUGGESTED, "former-name-not-valid-then"


def _contradicts(name: KnownName, country: str | None) -> bool:
    return (
        name.entity_kind == PERSON
        and country is not None
        and name.country is not None
        and country != name.country
    )


def _person(reading: Read, settled: Settled) -> Judgement:
    """A name of several words."""
    name, is_initials = reading.name, reading.origin == INITIALS
    if reading.origin == SOUND:
        # Beside "Ersin Tatar" there may well be an Ersan Tatar.
        return None if name.entity in settled.confirmed else (SUGGESTED, "sounds-like")
    if name.kind == "error":
        return SUGGESTED, "misspelling"
    if name.entity in settled.confirmed:
        return CONFIRMED, "initials-of-named" if is_initials else "spelling-of-named"
    if is_initials:
        return SUGGESTED, "initials"
    is_proposed = name.entity in settled.proposed
    return SUGGESTED if is_proposed else OPEN, "ambiguous-name"


def _thing(name: KnownName, match: Match, settled: Settled) -> Judgement:
    """A body, place, event or document under a name that needs company.

    One word needs the entity itself named otherwise; several words ("Council of Elders") need a
    body of no country, or a place or body of the same country.
    """
    if name.entity in settled.confirmed:
        if name.kind == "error":
            return SUGGESTED, "misspelling"
        return SUGGESTED, "name-in-context"
    country = name.country if name.entity_kind == "organization" else None
    if country not in settled.countries or name.kind == "error":
        return None
    if not match.is_single or (name.kind == "abbreviation" and country is None):
        return SUGGESTED, "name-in-context"
    return None
