"""Which articles are the same text in the same language: also trimmed, reordered or reworded, in a
digest, or in a later version.

Two reports on one event share few runs of words and are no duplicates; a template filled with
other names and figures shares many, and is none either.
"""

from collections.abc import Iterable, Mapping

from .answers import answers_in_one_language
from .translations import by_day, fingerprints_of
from .verdicts import CONTAINS, DUPLICATE, DUPLICATE_THRESHOLD, NEW_VERSION

__all__ = ["DUPLICATE_THRESHOLD", "find_duplicates"]

SAME_TEXT = {DUPLICATE, CONTAINS, NEW_VERSION}


def find_duplicates(articles: Iterable[Mapping]) -> list[tuple[object, object, float]]:
    """Return `(id1, id2, score)` for the pairs of one language that are accepted as duplicates.

    `articles` are dicts `{id, language, title, body, published}`; `published` is an ISO date,
    with or without a clock, or None; `outlet` and `version_mark` where known. Scores lie between
    `DUPLICATE_THRESHOLD` and 1; the best pair comes first. The order of the articles changes
    nothing.
    """
    prints = sorted(fingerprints_of(articles), key=by_day)
    accepted = [
        (prints[answer.one].id, prints[answer.other].id, answer.score)
        for answer in answers_in_one_language(prints)
        if answer.verdict in SAME_TEXT
    ]
    return sorted(accepted, key=lambda pair: (-pair[2], str(pair[0]), str(pair[1])))
