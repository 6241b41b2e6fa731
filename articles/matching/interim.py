"""The matchers' answers on stored texts, until they read fingerprints themselves."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from articles.choices import Verdict
from articles.fingerprinting import as_matched, comparable_texts

from .duplicates import find_duplicates
from .fingerprints import Fingerprint
from .translations import find_translations


class Answer(NamedTuple):
    one: int
    other: int
    verdict: str
    score: float
    container: str = ""


def answers_among(prints: Sequence[Fingerprint], wanted: Collection[int]) -> list[Answer]:
    """Return what the matchers hold pairs of the texts to be of which one is wanted."""
    texts = comparable_texts().in_bulk([one.id for one in prints]).values()
    plain = [as_matched(text) for text in texts]
    found = [Answer(one, two, Verdict.TRANSLATION, s) for one, two, s in find_translations(plain)]
    found += [Answer(one, two, Verdict.DUPLICATE, s) for one, two, s in find_duplicates(plain)]
    return [answer for answer in found if {answer.one, answer.other} & set(wanted)]
