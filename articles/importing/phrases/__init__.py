"""The words by which pages give themselves away, in tables by subject and language.

Data only: to teach the desk a new heading, button or attribution, add it in its subject's module.
"""

from .attribution import (
    ATTRIBUTION_TAILS,
    CITES_PRESS_OFFICE,
)
from .background import (
    BACKGROUND,
    BACKGROUND_BELOW_HEADING,
    BACKGROUND_HEADING,
)
from .datelines import (
    DATELINES,
)
from .dates import (
    ALT_TEXT_DATE,
    DATE_WORDS,
    RELATIVE_DAYS,
    UPDATE_LABEL,
    VISIT_WORDS,
    ZONE_NOTE,
)
from .furniture import (
    CURRENCY,
    EMBEDDED,
    FILE_NAME,
    FOLLOW,
    HASHTAGS,
    LANGUAGE_NAMES,
    LANGUAGE_SWITCH,
    LINK_TO_OTHER,
    NETWORK,
    PROMOTION,
    READING_TIME,
    REPORT_MISTAKE,
    SITE_FURNITURE,
    SUMMARY,
    VIEWS,
    WEATHER,
)
from .lists import (
    LIST_HEADINGS,
)
from .pictures import (
    AGENCY_IN_BRACKETS,
    CAPTION_WITH_SITE,
    COVER,
    CREDIT_LABEL,
    CREDIT_SOURCE,
    GLUED_CREDIT,
    GLUED_MAKER,
    NO_MAKER,
    OWNER,
)
from .press_services import (
    NEWSROOM,
    PRESS_SERVICES,
)
from .reporting import (
    CITED_AFTER,
    CITED_BEFORE,
    ENDING,
    REPORTS_AFTER,
    REPORTS_BEFORE,
    SIGNATURE_REST,
    SOURCE_LABEL,
)
from .signatures import (
    GLUED_SIGNATURE,
    SIGNATURE,
    SYNDICATOR,
)

__all__ = [
    "AGENCY_IN_BRACKETS",
    "ALT_TEXT_DATE",
    "ATTRIBUTION_TAILS",
    "BACKGROUND",
    "BACKGROUND_BELOW_HEADING",
    "BACKGROUND_HEADING",
    "CAPTION_WITH_SITE",
    "CITED_AFTER",
    "CITED_BEFORE",
    "CITES_PRESS_OFFICE",
    "COVER",
    "CREDIT_LABEL",
    "CREDIT_SOURCE",
    "CURRENCY",
    "DATELINES",
    "DATE_WORDS",
    "EMBEDDED",
    "ENDING",
    "FILE_NAME",
    "FOLLOW",
    "GLUED_CREDIT",
    "GLUED_MAKER",
    "GLUED_SIGNATURE",
    "HASHTAGS",
    "LANGUAGE_NAMES",
    "LANGUAGE_SWITCH",
    "LINK_TO_OTHER",
    "LIST_HEADINGS",
    "NETWORK",
    "NEWSROOM",
    "NO_MAKER",
    "OWNER",
    "PRESS_SERVICES",
    "PROMOTION",
    "READING_TIME",
    "RELATIVE_DAYS",
    "REPORTS_AFTER",
    "REPORTS_BEFORE",
    "REPORT_MISTAKE",
    "SIGNATURE",
    "SIGNATURE_REST",
    "SITE_FURNITURE",
    "SOURCE_LABEL",
    "SUMMARY",
    "SYNDICATOR",
    "UPDATE_LABEL",
    "VIEWS",
    "VISIT_WORDS",
    "WEATHER",
    "ZONE_NOTE",
]
