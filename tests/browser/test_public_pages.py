"""Public pages as a browser shows them: accessible, within the screen, usable by keyboard.

What they say is tested without a browser, beside the views.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.site_map import PUBLIC


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", PUBLIC)
def test_axe_finds_nothing_on_a_public_page(kind, width, scheme, visit, site_map):
    assert violations(visit(site_map.address(kind), width=width, scheme=scheme)) == {}


@pytest.mark.parametrize("kind", PUBLIC)
def test_a_narrow_phone_need_not_scroll_sideways(kind, visit, site_map):
    page = visit(site_map.address(kind), width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("kind", PUBLIC)
def test_a_page_fetches_only_what_the_desk_has(kind, visit, site_map, served_demo):
    page = visit("about:blank")
    answers, errors = [], []
    page.on("response", lambda answer: answers.append(answer))
    page.on("pageerror", lambda error: errors.append(error))
    page.goto(site_map.address(kind), wait_until="networkidle")
    assert errors == []
    assert [a.url for a in answers if not a.url.startswith((served_demo.url, "data:"))] == []
    assert [a.url for a in answers[1:] if a.status >= 400] == []


@pytest.mark.parametrize("kind", ["home", "article", "person", "search"])
def test_the_first_tab_leads_past_the_masthead(kind, visit, site_map):
    page = visit(site_map.address(kind))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert page.locator(":focus").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("kind", ["home", "article", "person", "search"])
def test_the_keyboard_reaches_languages_then_sections_then_text(kind, visit, site_map):
    regions = walk(visit(site_map.address(kind)))
    order = [region for region in dict.fromkeys(regions) if region in ("languages", "sections")]
    assert order == ["languages", "sections"]
    assert regions.index("main") > regions.index("sections")


_WHERE = """() => {
    const at = document.activeElement.closest('.languages, .sections, main, footer');
    return at && (at.localName === 'nav' ? at.classList[0] : at.localName);
}"""


def walk(page, steps: int = 60) -> list[str | None]:
    """Press Tab again and again; in which region of the page each step ended."""
    regions = []
    for _step in range(steps):
        page.keyboard.press("Tab")
        regions.append(page.evaluate(_WHERE))
    return regions


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_the_keyboard_is_at_has_a_visible_ring(scheme, visit):
    page = visit("/en/", scheme=scheme)
    for _step in range(12):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, parseFloat(outlineWidth)])"
            "(getComputedStyle(document.activeElement))"
        )
        assert ring[0] not in ("none", "hidden")
        assert ring[1] >= 2


def test_a_reader_without_scripts_finds_a_person_by_any_spelling(visit):
    page = visit("/en/", java_script_enabled=False)
    page.get_by_role("link", name="Search").first.click()
    page.locator("main input[name=q]").fill("ZHAPAROV")
    page.keyboard.press("Enter")
    expect(page.locator("main a[href*='/people/']").first).to_be_visible()


def test_the_russian_home_is_marked_as_russian(visit):
    assert visit("/ru/").evaluate("document.documentElement.lang") == "ru"


@pytest.mark.parametrize("kind", ["home", "article", "search"])
def test_links_in_a_row_stand_without_bullets(kind, visit, site_map):
    marks = (
        visit(site_map.address(kind))
        .locator("nav ul, .facets ul")
        .evaluate_all("lists => lists.map(list => getComputedStyle(list).listStyleType)")
    )
    assert set(marks) == {"none"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", ["home", "person", "organization", "place"])
def test_the_tables_behind_the_pictures_are_accessible_too(kind, width, scheme, visit, site_map):
    page = visit(site_map.address(kind), width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert violations(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_bar_and_its_row_lead_to_the_same_articles(visit, site_map):
    page = visit(site_map.address("person"))
    bar = page.locator(".reaches a").first
    asked = bar.get_attribute("href")
    bar.click()
    expect(page.locator("#articles")).to_be_visible()
    assert page.url.endswith(asked)
    page.locator("[aria-labelledby=coverage] summary").click()
    assert page.locator(f"table.figures a[href='{asked}']").count() == 1


def test_a_reader_without_scripts_asks_for_a_day(visit, site_map):
    page = visit(site_map.address("person"), java_script_enabled=False)
    page.locator("#on").fill("2024-06-01")
    page.get_by_role("button", name="Show this day").click()
    expect(page.get_by_text("On 1 June 2024:")).to_be_visible()
