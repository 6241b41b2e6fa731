"""Damaged documents: each ends read or refused within its time, with nothing hostile in it.

DAMAGED=10000 tries that many variants of every sample; a few hundred are tried always.
"""

import os
import re
import signal
from contextlib import contextmanager

import pytest

from articles.importing import (
    FATES,
    FIELDS,
    FLAG_KINDS,
    MAX_BYTES,
    CleanedDocument,
    Unreadable,
    clean,
    open_page,
)
from ots_desk.text import nfc
from tests.articles.importing.conftest import SEEDS
from tests.articles.importing.damage import damaged

VARIANTS = int(os.environ.get("DAMAGED", "25"))
SECONDS = 5  # of computing for one document; the usual one takes some milliseconds

# What must never reach a stored field: controls, and signs that turn the direction of writing.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")

PARAGRAPHS = [
    "The ministers of the Example Union met in Exampleville on Friday and signed a protocol.",
    "“We have agreed on everything,” the invented minister Alpha Example told reporters there.",
    "The next meeting of the Example Union is planned for the spring in the same city.",
]
HTML = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Ministers meet in Exampleville - Example Daily</title>
<meta property="og:title" content="Ministers meet in Exampleville">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished":
"2025-09-12T16:40:00+05:00", "headline": "Ministers meet in Exampleville"}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ministers meet in Exampleville</h1>
<p>PARAGRAPHS</p></article><footer>Example Daily (invented)</footer></body></html>""".replace(
    "PARAGRAPHS", "</p>\n<p>".join(PARAGRAPHS)
)
RECORD = """{"title": "Ministers meet in Exampleville", "date": "2025-09-12 16:40",
"url": "https://example.org/news/1", "text": "PARAGRAPHS"}""".replace(
    "PARAGRAPHS", "\\n\\n".join(PARAGRAPHS)
)
FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>
<title>Example Daily (invented)</title><item><title>Ministers meet in Exampleville</title>
<link>https://example.org/news/1</link><pubDate>Fri, 12 Sep 2025 16:40:00 +0500</pubDate>
<description>PARAGRAPHS</description></item></channel></rss>""".replace(
    "PARAGRAPHS", " ".join(PARAGRAPHS)
)

SAMPLES = {path.stem[:3]: path.read_bytes() for path in sorted(SEEDS.glob("0*.txt"))} | {
    "html": HTML.encode(),
    "record": RECORD.encode(),
    "feed": FEED.encode(),
}

HOSTILE = {
    "nothing": b"",
    "zeros": b"\0" * 100_000,
    "every byte": bytes(range(256)) * 400,
    "deep json": b"[" * 100_000,
    "deep json objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "deep html": b"<html><body>" + b"<div>" * 10_000 + PARAGRAPHS[0].encode() + b"</div>" * 10_000,
    "deep html with closing tags": b"<html><body><p>" + b"</b><b>" * 100_000,
    "deep xml": b'<?xml version="1.0"?><rss><channel><item>' + b"<a>" * 100_000,
    "entity bomb": (
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
        + b"]><rss><channel><item><title>&a11;</title></item></channel></rss>"
    ),
    "outside entity": b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hosts">]>'
    b"<rss><channel><item><title>&x;</title></item></channel></rss>",
    "giant attribute": b'<html><body><p title="' + b"a" * 4_000_000 + b'">words</p></body></html>',
    "one giant word": b"a" * (MAX_BYTES - 1),
    "one giant line": PARAGRAPHS[0].encode() * 40_000,
    "many short lines": b"12:30\n" * 300_000,
    "many bullets": "• a\n".encode() * 200_000,
    "many quotes": b"'\"" * 500_000,
    "many brackets": b"(" * 500_000,
    "many dates": b"12 September 2025 16:40\n" * 60_000,
    "many spaces": b" " * 2_000_000 + b"a",
    "many marks": "a\u0301\u0302".encode() * 300_000,
    "half a letter": "ы".encode()[:1],
    "utf-16 without mark": "The ministers met in Exampleville.".encode("utf-16-le"),
    "digits": b"1" * 200_000,
    "figures": b"1 234 567 890 " * 50_000,
    "addresses": b"https://example.org/" + b"a/" * 300_000,
    "number too long for json": b'{"title": ' + b"9" * 200_000 + b"}",
    "surrogates in json": b'{"title": "\\ud800", "text": "\\udfff and so on"}',
}


@contextmanager
def limited():
    """Fail where the block takes longer than a document may, even inside a regular expression."""

    def too_long(signum, frame):
        raise TimeoutError(f"longer than {SECONDS} s")

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def read_or_refuse(content: bytes, outlets) -> CleanedDocument | None:
    with limited():
        try:
            page = open_page(content)
        except Unreadable:
            return None
        document = clean(page, outlets=outlets)
    assert_nothing_hostile(document)
    assert_evidence_fits(page.text, document)
    return document


def assert_nothing_hostile(document: CleanedDocument) -> None:
    values = [found.value for found in document.fields.values()]
    values += [paragraph.text for paragraph in document.body]
    for value in values:
        assert not FORBIDDEN.search(str(value)), value
        assert nfc(str(value)) == str(value)
        str(value).encode()  # no half of a surrogate pair, which no database takes
    assert set(document.fields) <= set(FIELDS)
    assert {flag.kind for flag in document.flags} <= set(FLAG_KINDS)
    assert (document.quarantine is None) == bool(document.body)


def assert_evidence_fits(raw: str, document: CleanedDocument) -> None:
    last = 0
    for line in document.lines:
        assert last <= line.start <= line.end <= len(raw)
        assert line.fate in FATES
        last = line.end
    for found in document.fields.values():
        if found.start is not None:
            assert 0 <= found.start <= found.end <= len(raw)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_damaged_document_is_read_or_refused(outlets, sample):
    for number in range(VARIANTS):
        try:
            read_or_refuse(damaged(SAMPLES[sample], number), outlets)
        except Exception as error:
            raise AssertionError(f"damage number {number} of {sample}: {error!r}") from error


@pytest.mark.parametrize("sample", SAMPLES)
def test_an_undamaged_document_is_read(outlets, sample):
    assert read_or_refuse(SAMPLES[sample], outlets).quarantine is None


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_read_or_refused_in_time(outlets, name):
    document = read_or_refuse(HOSTILE[name], outlets)
    assert document is None or len("".join(one.text for one in document.body)) <= MAX_BYTES
