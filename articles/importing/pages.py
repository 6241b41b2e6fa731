"""From the bytes of a document to a Page, whatever its format: the one door to reading.

Looks at the content alone, so that a stored document is read the same way again.
"""

import re

from .decoding import Unreadable, read_text
from .feeds import is_feed, read_feed
from .reading import Page
from .records import is_record, read_record
from .web_pages import read_web_page

# A long report has five thousand lines and a hundred thousand characters; a dump of millions would
# take a minute.
MAX_LINES, MAX_CHARACTERS = 20_000, 500_000
_LINE_BREAK = re.compile(r"[\n\r\x85\u2028\u2029]")
_HEAD = 4096  # characters or bytes that show what a document is
_ROOT = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|li|table|article|section|body|head|meta)\b[^<>]*>", re.I
)
_CHARSET = re.compile(
    rb"""(?:\A\s*<\?xml[^>]{0,100}encoding=|<meta\b[^>]{0,200}charset=)\s*["']?([\w:.-]{2,30})""",
    re.IGNORECASE,
)


def open_page(content: bytes) -> Page:
    """Return the document as text, with what its format declares; the same for the same bytes.

    Raises Unreadable where the bytes hold no text.
    """
    decoded = read_text(content, declared=_declared_encoding(content))
    text, start = decoded.text, decoded.text[:_HEAD].lstrip("\ufeff \t\r\n")
    more = {"encoding": decoded.encoding, "flags": decoded.flags}
    page = None
    if is_record(start):
        page = read_record(text, **more)
    elif is_feed(start):
        page = read_feed(text, **more)
    elif is_web_page(start):
        page = read_web_page(text, **more)
    page = page or Page(text, **more)
    if len(page.text) > MAX_CHARACTERS or len(_LINE_BREAK.findall(page.text)) > MAX_LINES:
        raise Unreadable("too long")
    return page


def is_web_page(start: str) -> bool:
    """True for text that begins as a web page, or as a piece of one."""
    return start.startswith("<") and bool(_ROOT.search(start) or len(_BLOCK.findall(start)) > 1)


def _declared_encoding(content: bytes) -> str:
    match = _CHARSET.search(content[:_HEAD]) if content[:_HEAD].lstrip()[:1] == b"<" else None
    return match[1].decode("ascii", "replace") if match else ""
