"""Who's who in the words of Popolo (popoloproject.com), a common format for who holds which
office: its dates for the API, and the whole as one file that another desk can load back.

What each key of the file means, and when the format's name changes, is in docs/export.md.
"""

from people.popolo.dates import popolo_date
from people.popolo.exporting import Section, export_whoswho
from people.popolo.formats import FORMAT, PUBLIC_FORMAT
from people.popolo.loading import load_whoswho

__all__ = [
    "FORMAT",
    "PUBLIC_FORMAT",
    "Section",
    "export_whoswho",
    "load_whoswho",
    "popolo_date",
]
