"""Importing: from received bytes to a cleaned document with the evidence for every field.

The pure half is exported here; storing what was read stands in `store`.
"""

from .cleaning import clean
from .dates import FoundDate, find_dates
from .decoding import MAX_BYTES, REASONS, Unreadable, decode
from .language import DESK_LANGUAGES, detect_language
from .pages import open_page
from .reading import (
    FATES,
    FIELD_RULES,
    FIELDS,
    FLAG_KINDS,
    LINE_RULES,
    CleanedDocument,
    Flag,
    Found,
    Hint,
    Line,
    Outlet,
    Page,
    Paragraph,
)

__all__ = [
    "DESK_LANGUAGES",
    "FATES",
    "FIELDS",
    "FIELD_RULES",
    "FLAG_KINDS",
    "LINE_RULES",
    "MAX_BYTES",
    "REASONS",
    "CleanedDocument",
    "Flag",
    "Found",
    "FoundDate",
    "Hint",
    "Line",
    "Outlet",
    "Page",
    "Paragraph",
    "Unreadable",
    "clean",
    "decode",
    "detect_language",
    "find_dates",
    "open_page",
]
