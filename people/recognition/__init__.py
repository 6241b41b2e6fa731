"""Finding known names in running text, in every language of the desk: pure, no database.

Not comparing names with each other (`people.names`), and not storing what was found.
"""

from people.recognition.finding import find_mentions
from people.recognition.gazetteer import Gazetteer
from people.recognition.spans import KnownName, Span

__all__ = ["Gazetteer", "KnownName", "Span", "find_mentions"]
