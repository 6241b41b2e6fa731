"""Matching: which articles are the same text, in the same language or in another.

Pure scoring; the queue of pairs is filled by `articles.matching.proposing`.
"""

from .duplicates import DUPLICATE_THRESHOLD, find_duplicates
from .explaining import explain
from .translations import TRANSLATION_THRESHOLD, find_translations

__all__ = [
    "DUPLICATE_THRESHOLD",
    "TRANSLATION_THRESHOLD",
    "explain",
    "find_duplicates",
    "find_translations",
]
