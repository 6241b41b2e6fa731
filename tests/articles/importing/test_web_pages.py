"""Saved web pages: the body, what the page declares, and pages that mean harm."""

import json

import pytest

from articles.importing import Unreadable, clean, open_page

PARAGRAPHS = [
    "The ministers of the Turkic states met in Bishkek on Friday and signed a protocol on "
    "transport and trade between their countries.",
    "They also agreed to open a common office in the city of Shusha, and to meet again in the "
    "spring of the next year in Astana.",
    "The protocol has nine articles. It comes into force when all the parliaments have agreed to "
    "it, which the ministers expect next summer.",
]
ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Ministers meet in the capital of",
    "datePublished": "2025-09-12T16:40:00+06:00",
    "author": [{"@type": "Person", "name": "A. Invented"}],
    "publisher": {"@type": "Organization", "name": "24.kg"},
    "image": {"@type": "ImageObject", "caption": "The ministers", "creditText": "Example Agency"},
}


def page(head: str = "", body: str | None = None, data=None) -> bytes:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    text = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
    body = (
        body if body is not None else f"<h1>Ministers meet in the capital of the country</h1>{text}"
    )
    return (
        f"<!DOCTYPE html><html lang='ru'><head>{head}{script}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/en'>English</a></nav>"
        f"<article>{body}</article><aside><h3>Popular</h3><ul><li>Another invented headline</li>"
        "</ul></aside><script>alert(1)</script><style>p {color: red}</style></body></html>"
    ).encode()


@pytest.fixture
def read_page(outlets):
    return lambda content: clean(open_page(content), outlets=outlets)


def values(document) -> dict:
    return {name: found.value for name, found in document.fields.items()}


def test_the_body_is_the_article_alone(read_page):
    document = read_page(page())
    assert [paragraph.text for paragraph in document.body] == PARAGRAPHS
    assert values(document)["headline"] == "Ministers meet in the capital of the country"
    assert values(document)["language"] == "en"  # the text, not what the template declares


def test_what_the_page_declares_becomes_its_fields(read_page):
    head = '<link rel="canonical" href="https://24.kg/english/1/">'
    document = read_page(page(head, data={"@graph": [{"@type": "WebPage"}, ARTICLE]}))
    assert values(document) == {
        "headline": "Ministers meet in the capital of the country",
        "published": "2025-09-12",
        "published_time": "16:40",
        "zone": "Asia/Bishkek",
        "url": "https://24.kg/english/1/",
        "source": "source/24kg",
        "author": "A. Invented",
        "caption": "The ministers",
        "credit": "Example Agency",
        "language": "en",
    }
    assert document.flags == ()


def test_every_declared_field_has_its_place_in_the_text():
    opened = open_page(page(data=ARTICLE))
    for name, found in opened.declared.items():
        assert str(found.value) in opened.text[found.start : found.end] or name == "zone"
    for paragraph in opened.body:
        assert opened.text[paragraph.start : paragraph.end] == paragraph.text


def test_every_line_of_the_page_is_accounted_for(read_page):
    document = read_page(page(data=ARTICLE))
    text = open_page(page(data=ARTICLE)).text
    fates = {text[line.start : line.end]: (line.fate, line.rule) for line in document.lines}
    assert fates["published: 2025-09-12T16:40:00+06:00"] == ("kept", "json_ld")
    assert fates["Popular"] == ("cut", "popular_list")
    assert fates[PARAGRAPHS[1]] == ("kept", "body")


def test_json_ld_outranks_meta_and_meta_the_visible_time(read_page):
    meta = '<meta property="article:published_time" content="2025-09-11T09:00:00Z">'
    time = '<time datetime="2025-09-10">Wednesday</time>' + f"<p>{PARAGRAPHS[0]}</p>" * 2
    assert values(read_page(page(meta, data=ARTICLE)))["published"] == "2025-09-12"
    declared = values(read_page(page(meta, body=time)))
    assert (declared["published"], declared["published_time"], declared["zone"]) == (
        "2025-09-11",
        "09:00",
        "UTC",
    )
    assert values(read_page(page(body=time)))["published"] == "2025-09-10"


def test_an_offset_that_is_not_the_outlets_stays_an_offset(read_page):
    declared = values(
        read_page(page(data=ARTICLE | {"datePublished": "2025-09-12T16:40:00+03:00"}))
    )
    assert declared["zone"] == "UTC+03:00"


def test_a_printed_date_counts_where_none_is_declared(read_page):
    lead = "<h1>Ministers meet in the capital</h1><p>12 September 2025, 16:40</p>"
    document = read_page(page(body=lead + "".join(f"<p>{one}</p>" for one in PARAGRAPHS)))
    assert (values(document)["published"], values(document)["published_time"]) == (
        "2025-09-12",
        "16:40",
    )
    assert [paragraph.text for paragraph in document.body] == PARAGRAPHS


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        (
            "Ministers meet in the capital city - Example Daily",
            "Ministers meet in the capital city",
        ),
        (
            "Ministers meet in the capital city | News | Example",
            "Ministers meet in the capital city",
        ),
        ("Talks: ministers meet - and part again without a plan", None),
    ],
)
def test_the_sites_name_is_no_part_of_a_title(read_page, title, headline):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    document = read_page(page(f"<title>{title}</title>", body=body))
    assert values(document)["headline"] == (headline or title)


@pytest.mark.parametrize(
    "meta", ["<meta charset=windows-1251>", '<?xml version="1.0" encoding="windows-1251"?>']
)
def test_a_declared_encoding_counts_where_the_bytes_are_no_utf8(meta):
    text = f"<html><head>{meta}</head><body><p>Саммит ОТГ</p></body></html>"
    content = (meta * meta.startswith("<?") + text).encode("windows-1251")
    assert "Саммит ОТГ" in open_page(content).text
    assert "Саммит ОТГ" in open_page(text.encode()).text  # converted, but it doesn't say so


def test_utf16_pages_are_read():
    assert "Саммит" in open_page("<html><body><p>Саммит</p></body></html>".encode("utf-16")).text


def test_a_page_without_an_article_is_read_as_lines(read_page):
    document = read_page(b"<html><body><div>Home</div><div>Contact</div></body></html>")
    assert document.quarantine == "no body"


HOSTILE = [
    b"<html><body>" + b"<div>" * 10_000 + b"<p>text",
    b"<html><body>" + b"<table><tr><td>" * 10_000,
    b"<html>" + b"<!--" * 100_000,
    b"<html><body>" + b"<a " * 100_000,
    b'<html><body><p title="' + b"a" * 3_000_000 + b'">text',
    b"<html><body><p>" + b"word and word. " * 200_000,
    b'<html><script type="application/ld+json">' + b"[" * 100_000 + b"</script><p>text",
    b'<html><script type="application/ld+json">' + b'{"@graph":' * 100_000 + b"</script><p>text",
    b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><html><p>&b; text',
    b"<html><title>" + b" - a" * 100_000 + b"</title><h1>x</h1>",
    b"<html><title>one two three four five six" + b" - a" * 100_000 + b"</title><h1>x</h1>",
    b'<script type="application/ld+json">[' + b"1," * 1_000_000 + b"1]</script><html><p>text",
]


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_pages_end_in_a_page_or_a_refusal(read_page, content):
    try:
        document = read_page(content)
    except Unreadable as refusal:
        assert refusal.reason  # noqa: PT017
    else:
        assert all(line.fate for line in document.lines)


def test_nothing_that_runs_or_steers_reaches_the_text():
    body = (
        f"<p>{PARAGRAPHS[0]}<script>evil()</script> \u202eend&#8238;&#7;</p><svg onload=x()></svg>"
    )
    text = open_page(page(body=body)).text
    assert "evil" not in text
    assert "alert" not in text
    assert not any(sign in text for sign in "\u202e\x07")


def test_the_same_bytes_give_the_same_page():
    assert open_page(page(data=ARTICLE)) == open_page(page(data=ARTICLE))
