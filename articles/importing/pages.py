"""From the bytes of a document to a Page, whatever its format: the one door to reading.

Looks at the content alone, so that a stored document is read the same way again.
"""

from .decoding import read_text
from .reading import Page


def open_page(content: bytes) -> Page:
    """Return the document as text, with what its format declares; the same for the same bytes.

    Raises Unreadable where the bytes hold no text.
    """
    decoded = read_text(content)
    return Page(decoded.text, encoding=decoded.encoding, flags=decoded.flags)
