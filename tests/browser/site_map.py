"""Which page of the demo desk stands for each kind, found by following its own links.

So no test needs to know an id, and a kind that nothing links to is noticed.
"""

from __future__ import annotations

import re
from collections import deque
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

_LINK = re.compile(r'href="([^"#?]+)')
# Far more than the demo desk needs, and an end for a site that links in circles.
_MOST_PAGES = 400

# Pages whose address is known.
FIXED = {
    "home": "/en/",
    "home in Russian": "/ru/",
    "home in Uzbek": "/uz/",
    "archive of a year": "/en/archive/2025/",
    "archive of a month": "/en/archive/2025/09/",
    "archive of a day": "/en/archive/2025/09/12/",
    "archive of an empty day": "/en/archive/2001/01/01/",
    "archive without date": "/en/archive/undated/",
    "people": "/en/people/",
    "bodies": "/en/organizations/",
    "places": "/en/places/",
    "events": "/en/events/",
    "documents": "/en/documents/",
    "topics": "/en/topics/",
    "search form": "/en/search/",
    "search": "/en/search/?q=жапаров",
    "search without a hit": "/en/search/?q=qqqq",
    "unknown page": "/en/no-such-page/",
}

# Pages whose address has an id: the first one that links lead to.
LINKED = {
    "article": r"/en/articles/\d+-[^/]+/",
    "article in Russian": r"/ru/articles/\d+-[^/]+/",
    "story": r"/en/stories/\d+-[^/]+/",
    "person": r"/en/people/\d+-[^/]+/",
    "organization": r"/en/organizations/\d+-[^/]+/",
    "place": r"/en/places/\d+-[^/]+/",
    "event": r"/en/events/\d+-[^/]+/",
    "document": r"/en/documents/\d+-[^/]+/",
    "topic": r"/en/topics/\d+-[^/]+/",
}

PUBLIC = [*FIXED, *LINKED]


class SiteMap:
    """The demo desk's addresses by kind of page."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._linked: dict[str, str] | None = None

    def address(self, kind: str) -> str:
        if kind in FIXED:
            return FIXED[kind]
        if self._linked is None:
            self._linked = self._follow_links()
        assert kind in self._linked, f"no page leads to one like {LINKED[kind]}"
        return self._linked[kind]

    def _follow_links(self) -> dict[str, str]:
        found: dict[str, str] = {}
        waiting, seen = deque(["/en/", "/ru/"]), {"/en/", "/ru/"}
        while waiting and len(found) < len(LINKED) and len(seen) < _MOST_PAGES:
            page = waiting.popleft()
            for link in self._links(page):
                if link in seen:
                    continue
                seen.add(link)
                waiting.append(link)
                for kind, pattern in LINKED.items():
                    if kind not in found and re.fullmatch(pattern, link):
                        found[kind] = link
        return found

    def _links(self, page: str) -> list[str]:
        try:
            with urlopen(urljoin(self._url, page), timeout=30) as response:  # noqa: S310
                html = response.read().decode()
        except HTTPError:
            return []
        links = [urljoin(page, link) for link in _LINK.findall(html)]
        return [link for link in links if re.match(r"/(en|ru)/", link)]
