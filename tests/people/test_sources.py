"""Sources as links."""

import pytest

from people.sources import source_link


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
