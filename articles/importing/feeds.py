"""Entries of saved feeds (RSS, Atom), each a feed of its own with one entry (see `splitting`)."""

import io
import re

import feedparser

from .decoding import Unreadable
from .reading import Flag, Page
from .sheets import Sheet
from .splitting import FEED
from .visible import parse_html, visible_lines, without_declaration

# What blog software writes below each entry: "The post … appeared first on …".
_ENTRY_END = re.compile(
    r"(?:The post|Запись|Сообщение) .{1,400} (?:appeared first on|впервые появил\w+) "
)
_MAX_CHARS, _MAX_TAGS = 1_000_000, 20_000  # beyond them a hostile entry takes minutes


def is_feed(start: str) -> bool:
    """True for text that begins as RSS or Atom."""
    return FEED.match(start.encode("utf-8", "replace")) is not None


def read_feed(text: str, *, encoding: str, flags: tuple[Flag, ...]) -> Page:
    """Return the first entry of a feed as a Page. Raises Unreadable where there is none."""
    if len(text) > _MAX_CHARS or text.count("<") > _MAX_TAGS:
        raise Unreadable("broken page")
    content = without_declaration(text.lstrip("\ufeff")).encode("utf-8", "replace")
    try:
        feed = feedparser.parse(io.BytesIO(content), resolve_relative_uris=False)
    except (ValueError, LookupError, RecursionError, AssertionError, TypeError):
        raise Unreadable("no entry") from None
    if not feed.entries:
        raise Unreadable("no entry")
    sheet = Sheet()
    _declare(sheet, feed.entries[0], feed.feed)
    body = _body(feed.entries[0])
    return sheet.page([], body or None, page_format="feed", encoding=encoding, flags=flags)


def _declare(sheet: Sheet, entry, channel) -> None:
    sheet.declare("headline", " ".join(_lines(entry.get("title"))), "feed_entry")
    sheet.declare_time("published", entry.get("published") or entry.get("updated"), "feed_entry")
    link = entry.get("link") or ""
    sheet.declare("url", link if link.startswith(("https://", "http://")) else "", "feed_entry")
    sheet.declare("author", _without_mail(entry.get("author") or ""), "feed_entry")
    sheet.declare("source", (entry.get("source") or channel).get("title"), "feed_entry")
    sheet.declare("language", channel.get("language"), "feed_entry")
    credits = entry.get("media_credit") or [{}]
    sheet.declare("credit", credits[0].get("content"), "feed_entry")


def _without_mail(author: str) -> str:
    """The name in "desk@daily.example (A. Invented)"; an address alone names nobody."""
    if "@" not in author:
        return author
    name = re.search(r"\(([^()]{2,200})\)", author)
    return name[1] if name else ""


def _body(entry) -> list[str]:
    """The paragraphs of the content, else of the summary."""
    contents = [content.get("value") for content in entry.get("content") or ()]
    longest = max([*contents, entry.get("summary")], key=lambda one: len(one or ""))
    return [line for line in _lines(longest) if not _ENTRY_END.match(line)]


def _lines(markup: str | None) -> list[str]:
    root = parse_html(f"<div>{markup}</div>") if markup and markup.strip() else None
    return visible_lines(root) if root is not None else []
