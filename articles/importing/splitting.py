"""Files that hold many documents: lines or lists of JSON records, feeds with their entries.

Cuts them at their borders only, so that each part keeps its bytes; nothing is parsed here, and
a broken part spoils no other.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from .raw_files import MAX_FILE_SIZE, RawFile

# A feed has a hundred entries; a list of more than this is a dump, which JSON lines hold better.
MAX_PARTS = 20_000

# A list of records, bare or as the one list of a small object: {"status": "ok", "articles": [{
_LIST = re.compile(
    rb"\s*(?:\{[^{}\[\]]{0,2000}\"(?:articles|items|results|records|entries|documents|docs|data|news"
    rb"|posts)\"\s*:\s*)?\[\s*\{"
)
# Strings count as one token, so that brackets in them don't.
_JSON_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\Z)|[\[\]{},]', re.DOTALL)

FEED = re.compile(
    rb"\s*(?P<prolog><\?xml[^>]{0,200}\?>)?(?:\s|<\?[^>]{0,2000}>|<!--.{0,2000}?-->"
    rb"|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,5000}\]\s*)?>){0,50}"
    rb"(?P<root><(?P<name>rss|rdf:RDF|(?:\w{1,20}:)?feed)(?=[\s>])[^>]{0,5000}>)",
    re.DOTALL,
)
# Entries begin and end at these; what stands in CDATA and comments is no tag.
_FEED_TOKEN = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(?P<end>/?)(?:\w{1,20}:)?(?:item|entry)(?=[\s>])[^>]{0,2000}>",
    re.DOTALL,
)
_OF_CHANNEL = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rb"<title[\s>].{0,1000}?</title>",
        rb"<link>.{0,1000}?</link>|<link\b(?![^>]{0,500}rel=[\"'](?!alternate))[^>]{0,1000}>",
        rb"<language>.{0,100}?</language>",
    )
)


def is_json_lines(name: str, head: bytes) -> bool:
    """True for records one a line, by the file's name or by its first line and the next."""
    if name.lower().endswith((".jsonl", ".ndjson")):
        return not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    first, _, rest = head.lstrip().partition(b"\n")
    if not (first.startswith(b"{") and rest.lstrip().startswith(b"{")):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def split_lines(name: str, stream: BinaryIO) -> Iterator[RawFile]:
    """Yield each line that holds something, without its line break, whatever it holds."""
    number = 0
    while line := stream.readline(MAX_FILE_SIZE + 1):
        number += 1
        path = f"{name}:{number}"
        if len(line) > MAX_FILE_SIZE:
            _skip_line(stream)
            yield RawFile(path, problem="too large")
        elif line.strip():
            yield RawFile(path, line.rstrip(b"\r\n"))


def _skip_line(stream: BinaryIO) -> None:
    while (more := stream.readline(MAX_FILE_SIZE)) and not more.endswith(b"\n"):
        pass


def split(name: str, content: bytes) -> Iterator[RawFile]:
    """Yield the records or entries in `content`; anything else is one document as it is.

    Beyond `MAX_PARTS` the rest is one item with its problem.
    """
    plain = _as_utf8(content)
    parts = iter(())
    if _LIST.match(plain):
        parts = _records(plain)
    elif feed := FEED.match(plain):
        parts = _entries(plain, feed)
    number = 0
    for number, part in enumerate(parts, start=1):
        if number > MAX_PARTS:
            yield RawFile(f"{name}:{number}-", problem="too many files")
            return
        yield RawFile(f"{name}:{number}", part)
    if not number:
        yield RawFile(name, content)


def _as_utf8(content: bytes) -> bytes:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", "replace")
        return re.sub(r"\A\s*<\?xml[^>]*\?>", "", text).encode("utf-8", "replace")
    return content.removeprefix(codecs.BOM_UTF8)


def _records(content: bytes) -> Iterator[bytes]:
    """The elements of the first list; one that never ends goes to the end of the file."""
    depth, start = 0, content.index(b"[") + 1
    for token in _JSON_TOKEN.finditer(content, start - 1):
        sign = token[0]
        if sign in (b"[", b"{"):
            depth += 1
        elif sign in (b"]", b"}"):
            depth -= 1
        if depth == 0 or (depth == 1 and sign == b","):
            yield from _filled(content[start : token.start()])
            start = token.end()
        if depth <= 0:
            break
    if content[start:].strip(b"}; \t\r\n"):
        yield from _filled(content[start:])


def _filled(part: bytes) -> Iterator[bytes]:
    if part.strip():
        yield part.strip()


def _entries(content: bytes, feed: re.Match[bytes]) -> Iterator[bytes]:
    """Each entry as a feed of its own, with what it needs of the whole: the root's namespaces,
    the channel's title, address and language. So an entry fetched again has the same bytes."""
    before, after = None, b""
    for entry in _entry_slices(content, feed.end()):
        if before is None:
            before, after = _frame(content[feed.end() : content.index(entry)], feed)
        yield before + entry + after


def _entry_slices(content: bytes, start: int) -> Iterator[bytes]:
    begun = None
    for token in _FEED_TOKEN.finditer(content, start):
        if token["end"] is None:
            continue
        if begun is not None:
            yield content[begun : token.end() if token["end"] else token.start()]
        begun = None if token["end"] else token.start()
    if begun is not None:
        yield content[begun:]


def _frame(channel: bytes, feed: re.Match[bytes]) -> tuple[bytes, bytes]:
    found = (pattern.search(channel) for pattern in _OF_CHANNEL)
    about = b"".join(match[0] for match in found if match)
    name = feed["name"]
    root = (feed["prolog"] or b"") + feed["root"]
    if name == b"rss":
        return root + b"<channel>" + about, b"</channel></rss>"
    if name == b"rdf:RDF":
        return root + b"<channel>" + about + b"</channel>", b"</rdf:RDF>"
    return root + about, b"</" + name + b">"
