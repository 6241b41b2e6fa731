"""Saved web pages: the body as trafilatura finds it, the fields as the page declares them."""

import logging
from collections.abc import Sequence

import trafilatura
from lxml import etree

from .decoding import Unreadable
from .metadata import declare_metadata
from .reading import Flag, Page
from .shapes import count_words, ends_sentence, tidy
from .sheets import Sheet
from .visible import parse_html, visible_lines, without_declaration

# Pages of more elements take minutes to read; articles have some thousand.
_MAX_TAGS = 60_000
# A body shorter than this is tried again less strictly: a notice, or a page it misjudged.
_FEW_WORDS = 25

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs every odd page as an error
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_web_page(
    text: str, *, encoding: str, flags: Sequence[Flag] = (), sheet: Sheet | None = None
) -> Page | None:
    """Return a web page as a Page, or None where there is no page in it.

    What `sheet` already declares (a record around the page) outranks what the page says. Raises
    Unreadable for a page of more elements than any article has.
    """
    if text.count("<") > _MAX_TAGS:
        raise Unreadable("broken page")
    root = parse_html(text)
    if root is None:
        return None
    sheet = sheet or Sheet()
    declare_metadata(sheet, root)
    return sheet.page(
        visible_lines(root),
        find_body(without_declaration(text)) or None,
        page_format="html",
        encoding=encoding,
        flags=tuple(flags),
    )


def find_body(text: str) -> list[str]:
    """Return the paragraphs of the article in a web page, none where it has no article."""
    body = _extracted(text, favor_precision=True)
    if _words(body) < _FEW_WORDS:
        more = _extracted(text, favor_recall=True)
        body = more if _words(more) > 2 * _words(body) else body
    return body if any(map(ends_sentence, body)) else []


def _extracted(text: str, **how: bool) -> list[str]:
    try:
        found = trafilatura.extract(text, include_comments=False, **how)
    except (etree.LxmlError, ValueError, RecursionError, AssertionError):
        return []
    return [line for line in map(tidy, (found or "").split("\n")) if line]


def _words(lines: list[str]) -> int:
    return sum(map(count_words, lines))
