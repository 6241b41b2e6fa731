"""Sources as links."""

import pytest

from people.sources import public_sources, source_link, source_links, text_id_of, text_source


@pytest.mark.parametrize(
    ("source", "url", "words"),
    [
        ("https://www.news.example/a?b=1", "https://www.news.example/a?b=1", "news.example"),
        ("http://news.example", "http://news.example", "news.example"),
        ("The printed yearbook (invented), p. 3", "", "The printed yearbook (invented), p. 3"),
        ("javascript:alert(1)", "", "javascript:alert(1)"),
        ("https://", "", "https://"),
        ("https://[broken", "", "https://[broken"),
        ("", "", ""),
    ],
)
def test_only_addresses_of_the_web_become_links(source, url, words):
    link = source_link(source)
    assert (link.url, link.words) == (url, words)


def test_a_text_is_referred_to_by_its_id_alone():
    assert text_source(12) == "text:12"
    assert text_id_of(text_source(12)) == 12


@pytest.mark.parametrize("source", ["", "12", "text:", "text:x", "text:²", "https://a.example/12"])
def test_what_is_no_text_has_no_id(source):
    assert text_id_of(source) is None


def test_readers_are_told_of_no_text():
    assert public_sources(["text:12", "Yearbook", "text:x"]) == ["Yearbook"]
    assert [link.words for link in source_links(["text:12", "Yearbook"])] == ["Yearbook"]


def test_the_desk_finds_the_text():
    (link, _other) = source_links(["text:12", "Yearbook"], "/texts/{}".format)
    assert (link.url, link.words) == ("/texts/12", "a text of this desk (12)")
