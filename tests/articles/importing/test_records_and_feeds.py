"""Records and entries of feeds: which key is which field, and damaged ones."""

import json

import pytest

from articles.importing import Unreadable, clean, open_page
from articles.importing.timestamps import Timestamp, read_timestamp

SENTENCE = "The ministers of the Turkic states met in Bishkek on Friday and signed a protocol."
RUSSIAN = "Министры тюркских государств встретились в Бишкеке и подписали протокол."


@pytest.fixture
def read_bytes(outlets):
    return lambda content: clean(open_page(content), outlets=outlets)


@pytest.fixture
def read_record(read_bytes):
    return lambda **record: read_bytes(json.dumps(record).encode())


def values(document) -> dict:
    return {name: found.value for name, found in document.fields.items()}


def refusal(content: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        open_page(content)
    return refused.value.reason


def test_a_record_states_its_fields_under_common_names(read_record):
    document = read_record(
        Title="Ministers meet in the capital",
        articleBody=f"{SENTENCE}\n\nThey meet again in spring.",
        published_at="2025-09-12T16:40:00+06:00",
        crawl_date="2025-09-14",
        link="https://24.kg/english/1/",
        source={"name": "24.kg"},
        authors=["A. Invented", "B. Invented"],
        lang="ru",
        views=155,
    )
    assert values(document) == {
        "headline": "Ministers meet in the capital",
        "published": "2025-09-12",
        "published_time": "16:40",
        "zone": "Asia/Bishkek",
        "crawled": "2025-09-14",
        "url": "https://24.kg/english/1/",
        "source": "source/24kg",
        "author": "A. Invented, B. Invented",
        "language": "en",
        "views": 155,
    }
    assert [paragraph.text for paragraph in document.body] == [
        SENTENCE,
        "They meet again in spring.",
    ]


def test_a_records_flat_text_goes_through_the_rules(read_record):
    text = f" date 2025-09-14 11:26\nUSD 87.45\nMinisters meet in the capital\n\n{SENTENCE}\nPrint"
    document = read_record(text=text, date="2025-09-12")
    assert [paragraph.text for paragraph in document.body] == [SENTENCE]
    assert values(document)["headline"] == "Ministers meet in the capital"
    assert values(document)["published"] == "2025-09-12"
    assert "date_conflict" in [flag.kind for flag in document.flags]


def test_a_records_web_page_is_read_as_one(read_record):
    page = f"<html><body><article><h1>Ministers meet again</h1><p>{SENTENCE}</p></article></body>"
    document = read_record(title="Ministers meet in the capital", html=page)
    assert [paragraph.text for paragraph in document.body][-1] == SENTENCE
    assert values(document)["headline"] == "Ministers meet in the capital"


def test_a_summary_that_begins_the_text_is_no_deck(read_record):
    assert "deck" not in values(read_record(text=SENTENCE, summary=SENTENCE[:40] + "..."))
    deck = "What they signed, and why it took them so long"
    assert values(read_record(text=SENTENCE, summary=deck))["deck"] == deck


def test_an_unknown_source_names_no_outlet(read_record):
    document = read_record(text=SENTENCE, source="Example Daily (invented)")
    assert "source" not in values(document)
    assert "no_outlet" in [flag.kind for flag in document.flags]


def test_garbled_and_impossible_letters_in_a_record():
    record = {"title": RUSSIAN, "text": RUSSIAN.encode().decode("latin-1") * 3}
    page = open_page(json.dumps(record).encode())
    assert RUSSIAN * 3 in page.text
    assert [flag.kind for flag in page.flags] == ["letters_repaired"]
    page = open_page(b'{"text": "' + SENTENCE.encode() + b' a\\ud800b\\u0000c"}')
    assert page.text.endswith("a\ufffdbc")


@pytest.mark.parametrize(
    "content",
    [
        b'{"title": "cut',
        b'{"a": nonsense}',
        b'{"a":' + b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"date": ' + b"9" * 100_000 + b"}",
    ],
)
def test_broken_records_are_refused(content):
    assert refusal(content) == "broken record"


def test_text_in_braces_is_no_record():
    assert open_page(b"{a note of the editor} and then the text").format == "text"


RSS = """<?xml version="1.0" encoding="%s"?>
<rss version="2.0"><channel><title>24.kg</title><link>https://24.kg/</link><item>
<title>Министры &amp; гости</title><link>https://24.kg/7/</link>
<pubDate>Fri, 12 Sep 2025 16:40:00 +0600</pubDate>
<author>desk@daily.example (A. Invented)</author>
<description>&lt;p&gt;%s&lt;/p&gt;&lt;script&gt;evil()&lt;/script&gt;</description></item></channel></rss>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_an_entry_of_rss_states_its_fields(read_bytes, encoding):
    document = read_bytes((RSS % (encoding, RUSSIAN)).encode(encoding))
    assert values(document) == {
        "headline": "Министры & гости",
        "published": "2025-09-12",
        "published_time": "16:40",
        "zone": "Asia/Bishkek",
        "url": "https://24.kg/7/",
        "author": "A. Invented",
        "source": "source/24kg",
        "language": "ru",
    }
    assert [paragraph.text for paragraph in document.body] == [RUSSIAN]


def test_an_entry_of_atom_states_its_fields(read_bytes):
    document = read_bytes(
        b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><entry>
        <title type="html">Ministers &amp;amp; guests</title><link href="https://24.kg/8/"/>
        <published>2025-09-12T10:40:00Z</published><content type="xhtml">
        <div xmlns="http://www.w3.org/1999/xhtml"><p>%s</p><p>More.</p></div></content>
        </entry></feed>"""
        % SENTENCE.encode()
    )
    assert values(document)["headline"] == "Ministers & guests"
    assert values(document)["zone"] == "UTC"
    assert [paragraph.text for paragraph in document.body] == [SENTENCE, "More."]


def test_a_feed_reads_no_file_and_no_entity_of_its_own():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hosts">]>'
    feed = (RSS % ("utf-8", RUSSIAN + " &b; &f;")).replace("?>", "?>" + bomb, 1)
    text = open_page(feed.encode()).text
    assert "aaaaaaaaaa" not in text
    assert "localhost" not in text


def test_a_feed_without_an_entry_is_refused():
    assert refusal(b"<rss><channel><title>Example</title></channel></rss>") == "no entry"


def test_an_entry_larger_than_any_article_is_refused():
    assert refusal(b"<rss><channel><item>" + b"<" * 2_000_000) == "broken page"


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("2025-09-12", Timestamp("2025-09-12")),
        ("2025-09", Timestamp("2025-09")),
        ("2025-09-12T16:40:05.123+06:00", Timestamp("2025-09-12", "16:40", "+06:00")),
        ("2025-09-12 16:40", Timestamp("2025-09-12", "16:40")),
        ("2025-09-12T16:40:00+0530", Timestamp("2025-09-12", "16:40", "+05:30")),
        ("2025-09-12T10:40Z", Timestamp("2025-09-12", "10:40", "+00:00")),
        ("Fri, 12 Sep 2025 16:40:00 +0600", Timestamp("2025-09-12", "16:40", "+06:00")),
        ("Fri, 12 Sep 2025 10:40:00 GMT", Timestamp("2025-09-12", "10:40", "+00:00")),
        ("12 сентября 2025, 16:40", Timestamp("2025-09-12", "16:40")),
        ("20250912T104000Z", Timestamp("2025-09-12", "10:40", "+00:00")),
        ("1757673600", Timestamp("2025-09-12", "10:40", "+00:00", inferred=True)),
        ("1757673600000", Timestamp("2025-09-12", "10:40", "+00:00", inferred=True)),
        ("2025-13-45", None),
        ("0001-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_times_as_machines_write_them(text, stamp):
    assert read_timestamp(text) == stamp
