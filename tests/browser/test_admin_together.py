"""Where texts are told together, merged, taken apart: accessible, and within a phone's screen.

What these screens do is tested without a browser, beside the admin.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations

_ROW = "#result_list tbody th a"
_MERGES, _STORIES = "/admin/articles/articlemerge/", "/admin/articles/story/"
# The article that the demo desk has in two languages.
_MERGED = (_MERGES, _ROW, ".notice a:nth-of-type(2)")
_PERSON = ("/admin/people/person/?q=Sadyr+Japarov", _ROW)

# Where one begins, then the links that one follows; a "?" is added to the address.
SCREENS = {
    "stories": (_STORIES,),
    "story": (_STORIES, _ROW),
    "story, looking for an article": (_STORIES, _ROW, "?find=Testkent"),
    "beginning a story": (f"{_STORIES}add/?find=Testkent",),
    "beginning a story, the second article": (f"{_STORIES}add/?find=Testkent", ".deeds .btn-2"),
    "pairs": ("/admin/articles/articlejudgement/?decision=all",),
    "looking for what to merge with": (*_MERGED, "a[href$='/merge-with/']", "?q=Testkent"),
    "preview of a merge": (
        *(*_MERGED, "a[href$='/merge-with/']", "?q=Testkent"),
        ".log a[href*='/preview/']",
    ),
    "merges": (_MERGES,),
    "merge": (_MERGES, _ROW),
    "undoing a merge": (_MERGES, _ROW, "a[href$='/undoing/']"),
    "taking a text out": (*_MERGED, "a[href*='/split/text/']"),
    "side by side": (*_MERGED, "a[href*='/beside/']"),
    "looking for whom to merge with": (*_PERSON, "a[href$='/merge-with/']", "?q=Akylbek"),
    "preview of a merge in who's who": (
        *(*_PERSON, "a[href$='/merge-with/']", "?q=Akylbek"),
        ".log a[href*='/preview/']",
    ),
    "splitting a record": (*_PERSON, "a[href$='/split/']"),
    "coverage by language": ("/admin/articles/article/coverage/",),
}


@pytest.fixture
def screen(visit, session):
    def open_screen(kind: str, **options) -> Page:
        begin, *steps = SCREENS[kind]
        page = visit(begin, storage_state=session, **options)
        for step in steps:
            if step.startswith("?"):
                page.goto(page.url.partition("?")[0] + step)
            else:
                page.goto(page.locator(step).first.get_attribute("href"))
        return page

    return open_screen


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("kind", SCREENS)
def test_axe_finds_nothing(kind, width, scheme, screen):
    assert violations(screen(kind, width=width, scheme=scheme)) == {}


@pytest.mark.parametrize("kind", SCREENS)
def test_a_narrow_phone_need_not_scroll_sideways(kind, screen):
    page = screen(kind, width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_merge_is_looked_at_and_left_without_scripts(screen):
    page = screen("preview of a merge", java_script_enabled=False)
    page.get_by_role("button", name="Show what these choices do").click()
    assert page.get_by_role("heading", name="Where old addresses will lead").is_visible()
