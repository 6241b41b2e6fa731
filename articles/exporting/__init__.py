"""The desk as lines for programs: the editors' full export and the public one.

What each key means, and when the format's name changes, is in docs/export.md.
"""

from articles.exporting.desk import export_desk
from articles.exporting.public import export_public

__all__ = ["export_desk", "export_public"]
