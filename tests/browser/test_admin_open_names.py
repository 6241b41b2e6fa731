"""The queue of names in a browser: one key a decision, on a phone and by keyboard alone.

What is decided is tested without a browser, in `tests/articles/test_admin_open_names.py`.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations


@pytest.fixture
def queue(visit, session):
    def open_page(path="/admin/articles/mention/names/", **options):
        page = visit(path, storage_state=session, **options)
        page.set_default_timeout(20_000)
        return page

    return open_page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(width, scheme, queue):
    page = queue(width=width, scheme=scheme)
    assert violations(page) == {}
    page.locator("details").evaluate_all("parts => parts.forEach(part => { part.open = true; })")
    assert violations(page) == {}


def test_a_narrow_phone_need_not_scroll_sideways(queue):
    assert queue(width=360).evaluate("document.documentElement.scrollWidth") <= 360


def test_j_and_k_go_to_the_next_name_and_back(queue):
    page = queue()
    first, second = page.locator(".names-waiting a").all_text_contents()[:2]
    now = page.locator(".names-waiting [aria-current]")
    page.keyboard.press("KeyJ")
    expect(now).to_have_text(second)
    page.keyboard.press("KeyK")
    expect(now).to_have_text(first)


def test_one_key_decides_and_one_takes_it_back(queue):
    page = queue()
    now = page.locator(".names-waiting [aria-current]")
    first, second = page.locator(".names-waiting a").all_text_contents()[:2]
    page.keyboard.press("KeyX")
    expect(now).to_have_text(second)
    page.keyboard.press("KeyZ")
    expect(now).to_have_text(first)


def test_r_goes_to_the_field_and_n_opens_the_form(queue):
    page = queue("/admin/articles/mention/names/?sort=name")
    page.keyboard.press("KeyR")
    expect(page.locator("#who")).to_be_focused()
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("KeyN")
    expect(page.locator("#new-name")).to_be_focused()
