"""How sure it is that two records are one, and why. Pure; the pairs come from
`people.doubles.pairing`.

The names decide; what else is known moves the score a little where it agrees, and more where it
contradicts. A score proposes and never merges.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ots_desk.partial_dates import PartialDate
from people.doubles.records import Record, Spelling, numbers_in
from people.names import SAME_NAME, similarity

# Proposed from here on; the same threshold as for two spellings.
PROPOSED = SAME_NAME

# Names that are less alike can't be lifted over the threshold by anything else.
_LEAST_ALIKE = SAME_NAME - 0.1

_SAME_IDENTIFIER = 0.995
# Two events of one day are often one, whose name is translated; nothing sounds alike then.
_EVENTS_OF_ONE_DAY = 0.68
_SAME_OFFICE, _SAME_COUNTRY, _SAME_DAY, _SAME_WORDS = 0.06, 0.04, 0.08, 0.05
_OTHER_COUNTRY, _OTHER_DATE, _OTHER_NUMBER = 0.2, 0.35, 0.5
# Whoever made the reference data knew both; and whoever is named beside himself is two.
_BOTH_IN_REFERENCE, _NAMED_TOGETHER, _MOST_TOGETHER = 0.15, 0.05, 3

# So many of the likest spellings are kept with the pair.
_MOST_SPELLINGS = 6


@dataclass(frozen=True)
class Alike:
    """Two spellings beside each other, and how alike they are."""

    first: str
    second: str
    score: float


@dataclass(frozen=True)
class Weighed:
    """How sure it is that two are one, and the evidence as it is stored."""

    score: float
    evidence: dict

    @property
    def is_proposed(self) -> bool:
        return self.score >= PROPOSED


def are_namesakes(one: Record, other: Record) -> bool:
    """Is it settled that these are two, whatever they are called?"""
    known_apart = one.wikidata and other.wikidata and one.wikidata != other.wikidata
    return bool(known_apart) or one.kind != other.kind


def weigh(
    one: Record, other: Record, pairs: Iterable[tuple[Spelling, Spelling]], together: int = 0
) -> Weighed:
    """Weigh two records by these pairs of spellings; `together` texts name both."""
    alike = _likest(pairs)
    facts = _facts(one, other, alike, together)
    score = _score(_by_name(one, other, alike), facts)
    spellings = [{"first": a.first, "second": a.second, "score": a.score} for a in alike]
    return Weighed(score, {"spellings": spellings, **facts})


def _likest(pairs: Iterable[tuple[Spelling, Spelling]]) -> list[Alike]:
    texts = {(mine.text, theirs.text) for mine, theirs in pairs}
    alike = [Alike(*pair, _likeness(*pair)) for pair in texts]
    alike = [pair for pair in alike if pair.score >= _LEAST_ALIKE]
    alike.sort(key=lambda pair: (-pair.score, pair.first, pair.second))
    return alike[:_MOST_SPELLINGS]


def _likeness(mine: str, theirs: str) -> float:
    """Two summits differ by nothing but their number."""
    loss = _OTHER_NUMBER if numbers_in(mine) != numbers_in(theirs) else 0
    return round(max(similarity(mine, theirs) - loss, 0), 4)


def _facts(one: Record, other: Record, alike: list[Alike], together: int) -> dict:
    """What agrees and what contradicts; what isn't known of both is left out."""
    facts = {
        "identifier": one.wikidata if one.wikidata and one.wikidata == other.wikidata else "",
        "shared": _shared(one, other),
        "offices": sorted(one.posts & other.posts),
        "country": _agreement(one.country, other.country),
        "began": _dates_agree(one.began, other.began),
        "ended": _dates_agree(one.ended, other.ended),
        "both_in_reference": bool(one.reference and other.reference),
        "together": together,
    }
    return {name: value for name, value in facts.items() if value}


def _shared(one: Record, other: Record) -> list[str]:
    theirs = {spelling.folded for spelling in other.spellings}
    return sorted({s.text for s in one.spellings if s.folded in theirs})[:_MOST_SPELLINGS]


def _agreement(mine: str, theirs: str) -> str:
    if not (mine and theirs):
        return ""
    return "same" if mine == theirs else "other"


def _dates_agree(mine: PartialDate | None, theirs: PartialDate | None) -> str:
    """“same” of two days only: half the world was born in one year or another."""
    if not (mine and theirs):
        return ""
    if mine.latest < theirs.earliest or theirs.latest < mine.earliest:
        return "other"
    return "same" if mine == theirs and mine.earliest == mine.latest else ""


def _by_name(one: Record, other: Record, alike: list[Alike]) -> float:
    best = alike[0].score if alike else 0.0
    are_of_one_day = one.day is not None and one.day == other.day
    return max(best, _EVENTS_OF_ONE_DAY) if are_of_one_day else best


def _score(by_name: float, facts: dict) -> float:
    if "identifier" in facts:
        return _SAME_IDENTIFIER
    if not by_name:
        return 0.0
    together = min(facts.get("together", 0), _MOST_TOGETHER)
    score = by_name + sum(
        weight
        for weight, holds in (
            (_SAME_OFFICE, "offices" in facts),
            (_SAME_WORDS, "shared" in facts),
            (_SAME_COUNTRY, facts.get("country") == "same"),
            (_SAME_DAY, facts.get("began") == "same"),
            (-_OTHER_COUNTRY, facts.get("country") == "other"),
            (-_OTHER_DATE, "other" in (facts.get("began"), facts.get("ended"))),
            (-_BOTH_IN_REFERENCE, "both_in_reference" in facts),
            (-_NAMED_TOGETHER * together, True),
        )
        if holds
    )
    return round(min(max(score, 0.0), 0.99), 4)
