"""Taking in texts in a browser: by pasting, by hand, by keyboard.

What the pages say is tested without a browser, in `tests/articles`.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations

NOTICE = "Menu\n\nVisitors by appointment only\n\nNo visits on Monday\n\nShare\n"


@pytest.fixture
def pasted(visit, session):
    """The page on which a pasted notice, which the rules can't read, is read by hand."""

    def open_page(**options):
        page = visit("/admin/articles/importrun/add/", storage_state=session, **options)
        page.set_default_timeout(20_000)
        page.get_by_label("Paste the text").fill(NOTICE)
        page.get_by_role("button", name="See what the desk understands").click()
        page.get_by_role("button", name="Take it in").click()
        page.get_by_role("link", name="read it by hand").click()
        return page

    return open_page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_where_texts_are_read_by_hand(width, scheme, pasted):
    page = pasted(width=width, scheme=scheme)
    assert violations(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_finds_nothing_where_a_text_is_looked_at(visit, session):
    page = visit("/admin/articles/importrun/add/", storage_state=session)
    assert violations(page) == {}
    # Other tests have taken the notice in: the desk would know its bytes.
    page.get_by_label("Paste the text").fill(f"{NOTICE}\nPrint\n")
    page.get_by_role("button", name="See what the desk understands").click()
    expect(page.get_by_text("It would go into quarantine")).to_be_visible()
    assert violations(page) == {}


def test_keys_on_a_line_fill_the_form(pasted):
    page = pasted()
    page.locator(".raw").focus()
    for key in ["ArrowDown"] * 3 + ["KeyH"] + ["ArrowDown"] * 2 + ["KeyB", "KeyE"]:
        page.keyboard.press(key)
    expect(page.locator("[name=headline_line]")).to_have_value("3")
    expect(page.locator("[name=first_line]")).to_have_value("5")
    expect(page.locator("[name=last_line]")).to_have_value("5")
    page.get_by_role("button", name="Show what that gives").click()
    expect(page.get_by_text("nothing is saved yet")).to_be_visible()
    assert violations(page) == {}


def test_without_script_the_numbers_are_typed(pasted):
    page = pasted(java_script_enabled=False)
    page.locator("[name=first_line]").fill("5")
    page.locator("[name=last_line]").fill("5")
    page.get_by_role("button", name="Show what that gives").click()
    expect(page.get_by_text("nothing is saved yet")).to_be_visible()
