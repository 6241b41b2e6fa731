"""What a web page states of its article for machines: JSON-LD, OpenGraph and meta elements.

Takes the values as they stand; which of two wins is the order in which they are declared.
"""

import json
import re
from collections import deque
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from ots_desk.text import fold

from .shapes import count_words, tidy
from .sheets import Sheet
from .visible import visible_lines

_ARTICLES = re.compile(
    r"(?:News|Blog|Report|Analysis|Opinion|Review|Background|Live)*\w*Article|"
    r"(?:Blog|Social\w*|LiveBlog)Posting|Report",
    re.ASCII,
)
_MARKS_OF_TIME = {("itemprop", "datePublished"), ("pubdate", ""), ("pubdate", "pubdate")}
# Where in an object of JSON-LD its article can be.
_INSIDE = ("@graph", "mainEntity", "itemListElement", "item")
# Values of JSON-LD are looked for this deep, and in so many of its objects.
_MAX_OBJECTS = 2_000

# Names of <meta> elements, the most trusted first.
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_TIMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "date",
)
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator")
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")
# " | Example Daily", " - example.com": between a headline and the name of its site.
_SUFFIX = re.compile(r"\s+(?:[|–—•·»:-]|::|//)\s+")
_LONG_TITLE = 1_000  # characters; no headline, and hostile ones would be cut a thousand times
_SITE_WORDS, _HEADLINE_WORDS = 4, 3


def declare_metadata(sheet: Sheet, root: etree._Element) -> None:
    """Set the fields that the page states: JSON-LD before OpenGraph and meta elements, those
    before what the page shows."""
    article, metas = _json_ld(root), _metas(root)
    _declare_headline(sheet, root, article, metas)
    sheet.declare_time("published", _text(article.get("datePublished")), "json_ld")
    sheet.declare_time("published", _first(metas, _TIMES), "open_graph")
    sheet.declare_time("published", _shown_time(root), "page_time")
    _declare_origin(sheet, root, article, metas)
    _declare_picture(sheet, root, article)


def _declare_headline(sheet: Sheet, root, article: dict, metas: dict[str, str]) -> None:
    """The page's own heading where it is the declared title; a title is declared with the name
    of its site, or cut short, and the heading is what readers saw."""
    sites = [_text(article.get("publisher")), _first(metas, _SITES), _host(root, metas)]
    titles = [_text(article.get("headline")), *(metas.get(name, "") for name in _TITLES)]
    titles = [*(title for title in titles if title), _page_title(root)]
    bare = [without_site(title, sites) for title in titles if title]
    headings = [line for heading in root.iter("h1") if (line := _shown(heading))]
    for heading in headings:
        if any(_is_title(heading, title) for title in bare):
            sheet.declare("headline", heading, "page_heading")
            return
    if article.get("headline"):
        sheet.declare("headline", bare[0], "json_ld")
    sheet.declare("headline", without_site(_first(metas, _TITLES), sites), "open_graph")
    if len(headings) == 1 and count_words(headings[0]) >= _HEADLINE_WORDS:
        sheet.declare("headline", headings[0], "page_heading")
    sheet.declare("headline", without_site(_page_title(root), sites), "meta")


def _is_title(heading: str, title: str) -> bool:
    ours, theirs = fold(heading), fold(title).rstrip(".… ")
    return count_words(heading) >= 2 and (ours == theirs or (len(theirs) > 20 and theirs in ours))


def without_site(title: str, sites: list[str]) -> str:
    """Return `title` without the name of its site, before or after it.

    >>> without_site("Ministers meet in the city - Example Daily", ["Example Daily"])
    'Ministers meet in the city'
    """
    if len(title) > _LONG_TITLE:
        return tidy(title)
    names = {fold(site) for site in sites if site}
    parts = _SUFFIX.split(tidy(title))
    if len(parts) > 1 and fold(parts[0]) in names:
        return title[title.index(parts[1]) :]
    while len(parts) > 1 and (
        fold(parts[-1]) in names
        or (count_words(parts[-1]) <= _SITE_WORDS and count_words(parts[0]) > _SITE_WORDS + 1)
    ):
        title = tidy(title)
        title = title[: title.rindex(parts.pop())].rstrip(" |–—•·»:-/")
    return tidy(title)


def _declare_origin(sheet: Sheet, root, article: dict, metas: dict[str, str]) -> None:
    sheet.declare("url", _address(root, article, metas), "meta")
    sheet.declare("source", _text(article.get("publisher")), "json_ld")
    sheet.declare("source", _first(metas, _SITES), "open_graph")
    site = fold(sheet.declared["source"].value) if "source" in sheet.declared else ""
    for rule, name in (
        ("json_ld", _text(article.get("author"))),
        ("meta", _first(metas, _AUTHORS)),
    ):
        if not name.startswith("http") and fold(name) != site:
            sheet.declare("author", name, rule)
    sheet.declare("language", root.get("lang") or metas.get("og:locale"), "meta")


def _declare_picture(sheet: Sheet, root, article: dict) -> None:
    image = article.get("image")
    image = image[0] if isinstance(image, list) and image else image
    if isinstance(image, dict):
        sheet.declare("caption", _text(image.get("caption")), "json_ld")
        sheet.declare("credit", _text(image.get("creditText")), "json_ld")


def _address(root, article: dict, metas: dict[str, str]) -> str:
    links = (link.get("href") or "" for link in root.iter("link") if _is_canonical(link))
    page = article.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    wanted = (*links, metas.get("og:url"), _text(article.get("url")), _text(page))
    return next((url for url in wanted if url and url.startswith(("https://", "http://"))), "")


def _is_canonical(link: etree._Element) -> bool:
    return "canonical" in (link.get("rel") or "").lower().split()


def _host(root, metas: dict[str, str]) -> str:
    try:
        return (urlsplit(_address(root, {}, metas)).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _page_title(root: etree._Element) -> str:
    return tidy(next((title.text or "" for title in root.iter("title")), ""))


def _shown(element: etree._Element) -> str:
    return " ".join(visible_lines(element))


def _shown_time(root: etree._Element) -> str:
    """The first <time> that is marked as the time of publication, else the first of all."""
    times = [time for time in root.iter("time") if time.get("datetime")]
    marked = [time for time in times if _MARKS_OF_TIME & set(time.attrib.items())]
    return next((time.get("datetime") or "" for time in [*marked, *times]), "")


def _metas(root: etree._Element) -> dict[str, str]:
    """<meta> elements by name, in small letters; the first of a name counts."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), tidy(meta.get("content") or ""))
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _json_ld(root: etree._Element) -> dict:
    """The first object of JSON-LD that is an article, else an empty one."""
    objects = (found for script in root.iter("script") for found in _objects(script))
    return next((found for found in objects if _is_article(found)), {})


def _objects(script: etree._Element) -> Iterator[dict]:
    """The objects in a script of JSON-LD, also in its lists and @graph; outer ones first."""
    if "ld+json" not in (script.get("type") or "").lower():
        return
    try:
        waiting = deque([json.loads(script.text or "", strict=False)])
    except (ValueError, RecursionError):
        return
    for _ in range(_MAX_OBJECTS):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting += [value[key] for key in _INSIDE if key in value]
        elif isinstance(value, list):
            waiting += value


def _is_article(found: dict) -> bool:
    kinds = found.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLES.fullmatch(kind) for kind in kinds)


def _text(value) -> str:
    """The words of a JSON-LD value: itself, its name, or the names in a list."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, (_name(one) for one in value[:20]))))
    return _name(value)


def _name(value) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    if isinstance(value, list):
        value = value[0] if value else ""
    return tidy(str(value)) if isinstance(value, str | int | float) else ""
