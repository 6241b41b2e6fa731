"""What texts are to each other, kept apart: the same text, a digest that holds it, a new version
of it, its translation, or another report on the same event.

Finds the pairs worth a look among fingerprints; what they are is `verdicts` and `translations`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from .coverage import worth_proposing
from .crowds import Crowd
from .fingerprints import Fingerprint
from .overlap import overlap_of
from .rarity import Rarity
from .same_event import shelves
from .shared_runs import pairs_sharing_runs
from .standing import without_standing
from .translations import ONE_EVENT, TRANSLATION_THRESHOLD, likenesses_among
from .verdicts import (
    CONTAINS,
    SAME_STORY,
    TRANSLATION,
    Found,
    Pair,
    are_kin,
    holds_both,
    same_story,
    same_text,
)
from .wording import Wording

# Among reports of other outlets only what is this likely is called a translation; what is less
# likely, another report. docs/decisions/019 says what that costs.
SURELY = 0.8


@dataclass(frozen=True)
class Answer:
    """What two texts are to each other, by their positions (`one` is the lower); `container` is
    the position of the digest."""

    one: int
    other: int
    verdict: str
    score: float
    container: int | None = None


def answers_among(
    prints: Sequence[Fingerprint], wanted: Iterable[int] | None = None
) -> list[Answer]:
    """Return what the texts are to each other where they are anything, one answer a pair, by the
    positions; with `wanted` only pairs with one of those texts.

    Translations and other reports are looked for among texts near in time only, the same text in
    its forms whenever it came out. A score lies between 0 and 1; those of two verdicts can't be
    compared.
    """
    if len(prints) < 2:
        return []
    wanted = None if wanted is None else sorted(set(wanted))
    collection = Collection(prints, wanted)
    found = collection.answers()
    return _with_best_reports(
        [*_answers(found), *_across_languages(collection, found, wanted)], wanted
    )


def answers_in_one_language(
    prints: Sequence[Fingerprint], wanted: Iterable[int] | None = None
) -> list[Answer]:
    """Return the answers on pairs in one language."""
    if len(prints) < 2:
        return []
    return _answers(Collection(prints, wanted).answers())


def _across_languages(
    collection: "Collection", found: Mapping[tuple[int, int], Found], wanted: Sequence[int] | None
) -> Iterator[Answer]:
    """Yield translations, and what is too near to them for another event."""
    for pair in likenesses_among(collection.prints, wanted):
        if pair.probability >= SURELY and all(
            collection.stands_for(*rival, found) for rival in pair.rivals
        ):
            yield Answer(pair.one, pair.other, TRANSLATION, pair.probability)
        elif pair.of_one_event >= ONE_EVENT.threshold or pair.probability >= TRANSLATION_THRESHOLD:
            yield Answer(pair.one, pair.other, SAME_STORY, pair.of_one_event)


def _with_best_reports(answers: Sequence[Answer], wanted: Sequence[int] | None) -> list[Answer]:
    """Of other reports leave those that are worth proposing, and answer what follows from them."""
    others = [answer for answer in answers if answer.verdict != SAME_STORY]
    likely = {(one.one, one.other): one.score for one in answers if one.verdict == SAME_STORY}
    known = {(one.one, one.other) for one in others}
    same = {(one.one, one.other) for one in others if one.verdict != CONTAINS}
    asked = None if wanted is None else set(wanted)
    reports = [
        Answer(*pair, SAME_STORY, score)
        for pair, score in sorted(worth_proposing(likely, same).items())
        if pair not in known and (asked is None or asked & set(pair))
    ]
    return [*others, *reports]


def _answers(found: Mapping[tuple[int, int], Found]) -> list[Answer]:
    return [_answer(pair, found[pair]) for pair in sorted(found)]


def _answer(pair: tuple[int, int], found: Found) -> Answer:
    container = None if found.container is None else pair[found.container]
    return Answer(*pair, found.verdict, round(found.score, 4), container)


def _ordered(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


class Collection:
    """Fingerprints with their wordings, without standing text, and what is rare among them. Read
    are those in the languages of the wanted texts, others where they are asked for."""

    def __init__(self, prints: Sequence[Fingerprint], wanted: Iterable[int] | None = None):
        self.prints = prints
        self._wanted = None if wanted is None else sorted(set(wanted))
        asked = range(len(prints)) if wanted is None else self._wanted
        self._texts = self._read({prints[place].language for place in asked})
        self._places = list(self._texts)
        self._shelves = shelves(prints, self._texts)
        self._rarities: dict[str, Rarity] = {}
        self._crowds: dict[str, Crowd] = {}

    def _read(self, languages: set[str]) -> dict[int, Wording]:
        places = [place for place, own in enumerate(self.prints) if own.language in languages]
        texts = without_standing([self.prints[place].wording for place in places])
        return dict(zip(places, texts, strict=True))

    def _text(self, place: int) -> Wording:
        if place not in self._texts:
            self._texts |= self._read({self.prints[place].language})
        return self._texts[place]

    def answers(self) -> dict[tuple[int, int], Found]:
        """Return what pairs in one language are to each other."""
        found = dict(self.same_texts())
        found |= self.held_in_digests(found)
        return found | {pair: own for pair, own in self.same_stories() if pair not in found}

    def stands_for(self, own: int, rival: int, found: Mapping[tuple[int, int], Found]) -> bool:
        """Is the rival this very text, as a copy, a version or in a digest, so that what the
        rival is a translation of says nothing against this one being it too?"""
        pair = _ordered(own, rival)
        known = found.get(pair) or same_text(self.pair(*pair))
        if known is None or known.verdict == SAME_STORY:
            return False
        return known.container is None or pair[known.container] == rival

    def same_texts(self) -> Iterator[tuple[tuple[int, int], Found]]:
        for pair in self._sharing_runs():
            found = same_text(self.pair(*pair))
            if found:
                yield pair, found

    def _sharing_runs(self) -> Iterator[tuple[int, int]]:
        texts = [self._texts[place] for place in self._places]
        languages = [self.prints[place].language for place in self._places]
        wanted = None if self._wanted is None else np.searchsorted(self._places, self._wanted)
        for one, other in pairs_sharing_runs(texts, languages, wanted).tolist():
            yield self._places[one], self._places[other]

    def held_in_digests(self, found: Mapping[tuple[int, int], Found]) -> dict:
        """Return the pairs that turn out to be a digest and what it holds, because it holds two
        texts that are nothing to each other."""
        partners = defaultdict(list)
        for one, other in found:
            partners[one].append(other)
            partners[other].append(one)
        return {
            _ordered(whole, part): Found(
                CONTAINS,
                found[_ordered(whole, part)].score,
                _ordered(whole, part).index(whole),
            )
            for whole, parts in partners.items()
            for two in combinations(sorted(parts), 2)
            if two not in found and self._are_held_apart(whole, *two)
            for part in two
        }

    def _are_held_apart(self, whole: int, one: int, other: int) -> bool:
        pairs = self.pair(whole, one), self.pair(whole, other)
        return holds_both(*pairs) and not are_kin(self.pair(one, other))

    def same_stories(self) -> Iterator[tuple[tuple[int, int], Found]]:
        for one, other in self.near_pairs():
            found = same_story(self.pair(one, other))
            if found:
                yield (one, other), found

    def near_pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs near in time that have enough words in common to be looked at."""
        for shelf in self._shelves.values():
            yield from shelf.near_pairs(self._wanted)

    def pair(self, one: int, other: int) -> Pair:
        """Return two texts of one language as they see each other."""
        texts = self._text(one), self._text(other)
        overlap = overlap_of(*texts)
        is_swapped = overlap.shorter.wording is texts[1]
        sides = (
            (overlap.longer, overlap.shorter) if is_swapped else (overlap.shorter, overlap.longer)
        )
        rarity = self._rarity(self.prints[one].language)
        prints = self.prints[one], self.prints[other]
        crowd = self._crowd(prints[0].language).around(prints[0].day, prints[1].day)
        return Pair(prints, sides, overlap, rarity, crowd)

    def _crowd(self, language: str) -> Crowd:
        if language not in self._crowds:
            own = (text.day for text in self.prints if text.language == language)
            self._crowds[language] = Crowd(own)
        return self._crowds[language]

    def _rarity(self, language: str) -> Rarity:
        if language in self._shelves:
            return self._shelves[language].rarity
        if language not in self._rarities:
            places = range(len(self.prints))
            own = [self._text(i) for i in places if self.prints[i].language == language]
            self._rarities[language] = Rarity(own, language)
        return self._rarities[language]
