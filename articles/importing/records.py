"""Records (JSON): fields by the names that crawlers and feeds give them, and the text.

A record's text is read as the flat text or web page that it is.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice

from .decoding import Unreadable, repair
from .reading import Flag, Page
from .shapes import tidy
from .sheets import Sheet
from .web_pages import read_web_page

# Names of keys, without case and signs between their words; the most telling first.
KEYS = {
    "headline": "headline title heading name",
    "deck": "deck standfirst subtitle subheadline lead summary description abstract excerpt",
    "published": "datepublished publishedat published publicationdate pubdate publishdate "
    "publishedtime publishedon publishtime firstpublished date datetime time timestamp created "
    "createdat",
    "crawled": "crawldate crawledat crawled fetchdate fetchedat fetched scrapedat scrapedate "
    "retrievedat retrieved collectedat downloadedat datedownload accessed",
    "url": "url link permalink canonicalurl canonical pageurl sourceurl articleurl address",
    "source": "source sourcename outlet publisher site sitename website domain sourcedomain",
    "author": "author authors byline creator writer journalist",
    "language": "language lang inlanguage locale",
    "caption": "caption imagecaption photocaption",
    "credit": "credit imagecredit photocredit photographer imagecopyright",
    "views": "views viewcount pageviews",
}
TEXT_KEYS = (
    "text articlebody maintext fulltext body content rawtext raw article contenttext "
    "html rawhtml contenthtml bodyhtml"
)
_TIMES = ("published", "crawled")
_MARKUP = re.compile(r"<(?:p|div|br|html|body|article|span|h[1-6])\b[^<>]*>", re.IGNORECASE)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINE = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
# So many keys are looked at; a record of more is a table.
_MAX_KEYS = 500
_HEAD = 4096


def is_record(start: str) -> bool:
    """True for text that begins as a JSON object."""
    return re.match(r'\{\s*(?:"[^"\\]*(?:\\.[^"\\]*)*"\s*:|\}|"[^"]*\Z)', start) is not None


def read_record(text: str, *, encoding: str, flags: tuple[Flag, ...]) -> Page:
    """Return a record as a Page. Raises Unreadable where it is no valid JSON."""
    try:
        record = json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        raise Unreadable("broken record") from None
    values = _values(record)
    body, repaired = repair(_first(values, TEXT_KEYS))
    sheet = Sheet()
    for name, keys in KEYS.items():
        _declare(sheet, name, _first(values, keys), body)
    return _read_text(sheet, body, encoding, (*flags, *repaired))


def _declare(sheet: Sheet, name: str, value: str, body: str) -> None:
    if name in _TIMES:
        sheet.declare_time(name, value, "record_key")
    elif name != "deck" or not _is_taken_from(value, body):
        sheet.declare(name, repair(value)[0].replace("\n", ", "), "record_key")


def _is_taken_from(summary: str, body: str) -> bool:
    """True for a "summary" that is the text's own beginning, or markup."""
    bare = tidy(summary).rstrip(".… []")
    return not bare or bare in tidy(body[: 3 * len(summary) + 1000]) or "<" in summary


def _read_text(sheet: Sheet, body: str, encoding: str, flags: tuple[Flag, ...]) -> Page:
    page = None
    if _MARKUP.search(body[:_HEAD]):
        page = read_web_page(body, encoding=encoding, flags=flags, sheet=sheet)
    if page:
        return replace(page, format="record")
    lines = [tidy(line) for line in _LINE.split(body)]
    return sheet.page(lines, None, page_format="record", encoding=encoding, flags=flags)


def _first(values: Mapping[str, str], keys: str) -> str:
    return next((values[key] for key in keys.split() if values.get(key)), "")


def _values(record: Mapping) -> dict[str, str]:
    """The record's values as text, by their keys in small letters without signs."""
    values: dict[str, str] = {}
    for key, value in islice(record.items(), _MAX_KEYS):
        values.setdefault(re.sub(r"[\W_]", "", key).lower(), _words(value))
    return values


def _words(value) -> str:
    """The words of a value: of a list, one part a line; of an object, its name or text."""
    if isinstance(value, list):
        return "\n".join(filter(None, map(_words_of_one, value)))
    return _words_of_one(value)


def _words_of_one(value) -> str:
    if isinstance(value, dict):
        names = ("name", "title", "text", "value", "url", "href", "content")
        value = next((value[name] for name in names if isinstance(value.get(name), str)), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return _SURROGATE.sub("\ufffd", str(value)).replace("\0", "").strip()
