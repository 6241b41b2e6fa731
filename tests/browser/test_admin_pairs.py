"""Going through the queue of pairs by keyboard alone, in a browser; accessible.

What a post does is tested without a browser, in `tests/articles/test_admin_pairs.py`.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations

PAIRS = 40

# As many pairs of invented texts as an editor goes through in one sitting.
FILL = f"""
from articles.models import Article, ArticleJudgement, Translation
for number in range({PAIRS}):
    one, other = (
        Translation.objects.create(
            article=Article.objects.create(),
            language=language,
            headline=f"Bridge {{number}} (invented)",
            body=f"Testbek Example opened bridge {{number}}.\\n\\nHe thanked the guests.",
        )
        for language in ("en", "ru" if number % 2 else "en")
    )
    ArticleJudgement.objects.create(
        first=one.article,
        second=other.article,
        proposed_verdict="translation" if number % 2 else "duplicate",
        score=1 - number / 100,
        evidence={{
            "texts": [one.pk, other.pk],
            "paragraphs": [[0, 0], [1, 1]],
            "paragraph_counts": [2, 2],
            "score": 1 - number / 100,
        }},
    )
"""
PAGE = re.compile(r"/articlejudgement/\d+/change/")


@pytest.fixture(scope="module")
def queue(served_demo):
    served_demo.prepare("shell", "-c", FILL)


@pytest.fixture
def first_pair(visit, session, queue):
    def open_page(**options) -> Page:
        page = visit(
            "/admin/articles/articlejudgement/?o=-2&q=Bridge", storage_state=session, **options
        )
        page.set_default_timeout(20_000)
        with page.expect_navigation():
            page.locator("#result_list tbody th a").first.click()
        return page

    return open_page


def press(page: Page, key: str) -> None:
    """A key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


@pytest.mark.parametrize("options", [{}, {"width": 360}, {"scheme": "dark"}])
def test_the_page_of_a_pair_is_accessible(first_pair, options):
    assert not violations(first_pair(**options))


def test_one_goes_from_pair_to_pair_and_back_by_key(first_pair):
    page = first_pair()
    start = page.url
    press(page, "j")
    assert page.url != start
    press(page, "k")
    assert page.url == start


def test_a_key_at_its_place_decides_in_any_layout(first_pair):
    """KeyJ types о in a Russian layout; the place of the key counts."""
    page = first_pair()
    start = page.url
    with page.expect_navigation():
        page.evaluate(
            "dispatchEvent(new KeyboardEvent('keydown', {code: 'KeyJ', key: 'о', bubbles: true}))"
        )
    assert page.url != start


def test_typing_a_reason_decides_nothing(first_pair):
    page = first_pair()
    start = page.url
    page.keyboard.press("r")
    page.keyboard.type("17 and 0")
    expect(page.get_by_label("Reason")).to_have_value("17 and 0")
    assert page.url == start


def test_help_opens_by_its_key(first_pair):
    page = first_pair()
    page.keyboard.press("Shift+Slash")
    expect(page.get_by_text("Every decision can be taken back.")).to_be_visible()


def test_forty_pairs_are_decided_by_forty_keys(first_pair):
    """One key a decision, and the next pair comes by itself. Every tenth is taken back by a key,
    and decided again."""
    page = first_pair()
    keys = decided = 0
    while PAGE.search(page.url):
        undone_before = keys
        press(page, "7" if keys % 3 else "6")
        keys, decided = keys + 1, decided + 1
        expect(page.locator(".messagelist")).to_contain_text("Decided:")
        expect(page.locator("h1")).to_be_focused()
        if decided == 10 and undone_before == 9:
            press(page, "u")
            expect(page.locator(".messagelist")).to_contain_text("Taken back.")
            keys, decided = keys + 1, decided - 1
    assert decided == PAIRS
    assert keys == PAIRS + 2  # the key that took one back, and the one that decided it again
