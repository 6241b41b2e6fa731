"""The matchers' answers on stored texts, until they read fingerprints themselves."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from articles.choices import Verdict
from articles.fingerprinting import as_matched, comparable_texts

from .duplicates import find_duplicates
from .fingerprints import Fingerprint
from .translations import translations_among


class Answer(NamedTuple):
    one: int
    other: int
    verdict: str
    score: float
    container: int | None = None


def answers_among(prints: Sequence[Fingerprint], wanted: Collection[int]) -> list[Answer]:
    """Return what the matchers hold pairs of the texts to be, by positions, one being wanted."""
    found = [
        Answer(one, other, Verdict.TRANSLATION, score)
        for one, other, score in translations_among(prints, wanted)
    ]
    return found + _duplicates(prints, set(wanted))


def _duplicates(prints: Sequence[Fingerprint], wanted: Collection[int]) -> list[Answer]:
    languages = {prints[place].language for place in wanted}
    places = {one.id: place for place, one in enumerate(prints) if one.language in languages}
    texts = comparable_texts().in_bulk(places).values()
    found = [
        Answer(*sorted((places[one], places[other])), Verdict.DUPLICATE, score)
        for one, other, score in find_duplicates([as_matched(text) for text in texts])
    ]
    return [answer for answer in found if {answer.one, answer.other} & wanted]
