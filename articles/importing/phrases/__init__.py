"""The words by which pages give themselves away, in tables by subject and language.

Data only: to teach the desk a new heading, button or attribution, add it in its subject's module.
"""

from .attribution import ATTRIBUTION_TAILS, CITES_PRESS_OFFICE, PRESS_SERVICES
from .authors import AUTHOR
from .background import BACKGROUND
from .datelines import DATELINES
from .furniture import (
    CURRENCY,
    EMBEDDED,
    LANGUAGE_NAMES,
    LANGUAGE_SWITCH,
    PROMOTION,
    READING_TIME,
    SITE_FURNITURE,
    VIEWS,
    WEATHER,
)
from .lists import LIST_HEADINGS
from .pictures import CREDIT_LABEL, CREDIT_SOURCE
from .signatures import GLUED_SIGNATURE, SIGNATURE, SYNDICATOR

__all__ = [
    "ATTRIBUTION_TAILS",
    "AUTHOR",
    "BACKGROUND",
    "CITES_PRESS_OFFICE",
    "CREDIT_LABEL",
    "CREDIT_SOURCE",
    "CURRENCY",
    "DATELINES",
    "EMBEDDED",
    "GLUED_SIGNATURE",
    "LANGUAGE_NAMES",
    "LANGUAGE_SWITCH",
    "LIST_HEADINGS",
    "PRESS_SERVICES",
    "PROMOTION",
    "READING_TIME",
    "SIGNATURE",
    "SITE_FURNITURE",
    "SYNDICATOR",
    "VIEWS",
    "WEATHER",
]
