"""The visible text of a web page, line by line in the order of the page.

Sees blocks and line breaks only; what of it is the article is decided elsewhere.
"""

import re
from collections.abc import Iterator

from lxml import etree, html

from .shapes import tidy

# Nothing in these is shown, or nothing in them is text; none of it may reach a page of ours.
_HIDDEN_TAGS = (
    "script style template noscript head iframe object embed applet svg math canvas audio video "
    "select datalist textarea button map noframes noembed"
)
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark "
    "nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr"
)
_HIDDEN, _INLINE = frozenset(_HIDDEN_TAGS.split()), frozenset(_INLINE_TAGS.split())
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")


def without_declaration(text: str) -> str:
    """Return `text` without the XML declaration, whose encoding is that of the bytes, not of it."""
    return _XML_DECLARATION.sub("", text)


def parse_html(text: str) -> html.HtmlElement | None:
    """Return the tree of a web page, however damaged, or None where there is none."""
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(without_declaration(text), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def visible_lines(root: etree._Element) -> list[str]:
    """Return the lines of text below `root`, in NFC with single spaces."""
    lines, line = [], []
    for piece in _pieces(root):
        if piece is not None:
            line.append(piece)
            continue
        if text := tidy("".join(line)):
            lines.append(text)
        line = []
    return lines


def _pieces(root: etree._Element) -> Iterator[str | None]:
    """Stretches of text, and None where a line ends; without recursion, since pages nest."""
    hidden = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if hidden is not None:
            if element is not hidden or event == "start":
                continue
            hidden = None
        elif event == "start":
            if element.tag in _HIDDEN or element.get("hidden") is not None:
                hidden = element
                continue
            yield from _break(element)
            yield element.text or ""
            continue
        yield from _break(element)
        yield element.tail or "" if element is not root else ""
    yield None


def _break(element: etree._Element) -> Iterator[None]:
    if element.tag not in _INLINE:
        yield None
