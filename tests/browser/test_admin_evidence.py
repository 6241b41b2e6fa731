"""The evidence of a document in a browser: a field and its place in the raw text show each other.

What the page says is tested without a browser, in `tests/articles/test_admin_evidence.py`.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations


@pytest.fixture
def evidence(visit, session):
    """The evidence of the seed with an address, cut lists and a clock in conflict."""

    def open_page(**options):
        page = visit("/admin/articles/document/?q=003_", storage_state=session, **options)
        page.set_default_timeout(20_000)
        page.goto(page.locator("#result_list tbody th a").first.get_attribute("href"))
        return page

    return open_page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(width, scheme, evidence):
    page = evidence(width=width, scheme=scheme)
    assert violations(page) == {}
    page.locator("#field-published a").focus()
    assert violations(page) == {}


def test_a_narrow_phone_need_not_scroll_sideways(evidence):
    assert evidence(width=360).evaluate("document.documentElement.scrollWidth") <= 360


def test_pointing_at_a_field_lights_the_words_it_was_read_from(evidence):
    page = evidence()
    page.locator("#field-url").hover()
    lit = page.locator(".raw a.now")
    expect(lit).to_have_text(["https://24.kg/english/355057/"])
    expect(lit).to_be_in_viewport()


def test_pointing_at_words_lights_the_field(evidence):
    page = evidence()
    page.locator(".raw a[data-fields=headline]").hover()
    expect(page.locator(".fields .now dt")).to_have_text(["Headline"])


def test_the_tab_key_goes_through_the_fields_and_lights_their_words(evidence):
    page = evidence()
    page.locator("#field-headline a").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".fields .now dt")).to_have_text(["Source date"])
    expect(page.locator(".raw a.now")).to_have_text(["2025-12-18"])


def test_arrows_go_from_line_to_line_and_n_to_the_next_conflict(evidence):
    page = evidence()
    page.locator(".raw").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == "l2"
    page.keyboard.press("KeyN")
    assert page.evaluate("document.activeElement.id") == "l38"
    expect(page.locator("#l38")).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False])
def test_only_cut_lines_can_be_shown_with_or_without_script(script, evidence):
    page = evidence(java_script_enabled=script)
    page.locator("[name=lines][value=cut]").check()
    assert page.locator(".raw > li:visible").count() == 37
    page.goto(f"{page.url}#l7")
    page.locator("[name=lines][value=cut]").check()
    expect(page.locator("#l7")).to_be_visible()
