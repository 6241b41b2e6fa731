"""Deciding on names in a browser: by key, by selecting words, by typing a name; accessible.

What a post does is tested without a browser, in `tests/articles/test_admin_tagging.py`.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations


@pytest.fixture
def tagging(visit, session):
    """The page of the seed that names Omuraliev and Kapur."""

    def open_page(**options) -> Page:
        page = visit("/admin/articles/article/?q=US+President", storage_state=session, **options)
        page.set_default_timeout(20_000)
        page.goto(page.locator("#result_list tbody th a").first.get_attribute("href"))
        return page

    return open_page


def current(page: Page):
    return page.locator("a[data-mention][aria-current]")


def select(page: Page, words: str) -> None:
    """Select words of the text, as the pointer does."""
    page.evaluate(
        """words => {
            const text = document.querySelector(".text");
            const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            while (!nodes.nextNode().data.includes(words));
            const [node, at] = [nodes.currentNode, nodes.currentNode.data.indexOf(words)];
            getSelection().setBaseAndExtent(node, at, node, at + words.length);
        }""",
        words,
    )
    expect(page.locator("[data-selected]")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_the_names(width, scheme, tagging):
    page = tagging(width=width, scheme=scheme)
    page.keyboard.press("ArrowRight")
    for part in page.locator(".tagger details").all():
        part.evaluate("part => { part.open = true }")
    assert violations(page) == {}


def test_a_narrow_phone_need_not_scroll_sideways(tagging):
    assert tagging(width=360).evaluate("document.documentElement.scrollWidth") <= 360


def test_keys_go_from_name_to_name_and_the_question_follows(tagging):
    page = tagging()
    page.keyboard.press("ArrowRight")
    expect(current(page)).to_be_focused()
    first = current(page).get_attribute("id")
    asked = page.locator(".ask:visible")
    assert asked.get_attribute("id") == current(page).get_attribute("aria-describedby")
    page.keyboard.press("ArrowRight")
    assert current(page).get_attribute("id") != first
    page.keyboard.press("ArrowLeft")
    assert current(page).get_attribute("id") == first
    expect(page).to_have_url(re.compile(f"#{first}$"))


def test_a_decision_by_key_is_told_and_taken_back_by_key(tagging):
    page = tagging()
    page.locator("a.m--confirmed", has_text="Paul Kapur").first.click()
    here = current(page).get_attribute("id")
    page.keyboard.press("KeyX")
    expect(page.locator("#said")).to_contain_text("isn't Paul Kapur here")
    expect(page.locator(f"#{here}")).to_have_class(re.compile("m--rejected"))
    page.keyboard.press("KeyZ")
    expect(page.locator("#said")).to_contain_text("Taken back")
    expect(page.locator(f"#{here}")).to_have_class(re.compile("m--confirmed"))
    expect(current(page)).to_be_focused()


def test_keys_go_by_position_so_a_cyrillic_layout_works(tagging):
    page = tagging()
    page.keyboard.press("ArrowRight")
    here = current(page).get_attribute("id")
    page.evaluate(
        """document.body.dispatchEvent(new KeyboardEvent("keydown",
            { code: "KeyR", key: "к", bubbles: true, cancelable: true }))"""
    )
    expect(page.locator("#link-who")).to_be_focused()
    assert current(page).get_attribute("id") == here


def test_keys_mean_nothing_while_one_types_or_once_they_are_off(tagging):
    page = tagging()
    page.keyboard.press("ArrowRight")
    here = current(page).get_attribute("id")
    page.keyboard.press("KeyR")
    page.keyboard.type("xjz")
    expect(page.locator("#link-who")).to_have_value("xjz")
    assert current(page).get_attribute("id") == here
    page.locator(".tagger summary", has_text="Keys").click()
    page.locator("[data-keys]").uncheck()
    page.locator("[data-keys]").blur()
    page.keyboard.press("ArrowRight")
    assert current(page).get_attribute("id") == here
    page.reload()
    page.locator(".tagger summary", has_text="Keys").click()
    expect(page.locator("[data-keys]")).not_to_be_checked()


def test_selected_words_are_linked_to_whom_one_types_with_an_error(tagging):
    page = tagging()
    select(page, "During the meeting")
    page.keyboard.press("KeyR")
    page.keyboard.type("Omuralive")
    option = page.locator(".offered [role=option][aria-selected=true]")
    expect(option).to_contain_text("Kubanychbek Omuraliev")
    expect(option).to_contain_text("Secretary General")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("is Kubanychbek Omuraliev")
    page.keyboard.press("KeyZ")
    expect(page.locator("#said")).to_contain_text("Taken back")


def test_enter_before_the_answer_waits_for_it(tagging):
    page = tagging()
    url = page.url.split("?")[0]
    select(page, "During the meeting")
    page.keyboard.press("KeyR")
    page.keyboard.type("Kubanychbek Omuraliev")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("is Kubanychbek Omuraliev")
    assert page.url.split("?")[0] == url
    page.keyboard.press("KeyZ")
    expect(page.locator("#said")).to_contain_text("Taken back")


def test_nonsense_links_to_nobody_and_says_so(tagging):
    page = tagging()
    select(page, "During the meeting")
    page.keyboard.press("KeyR")
    page.keyboard.type("qqqqqq")
    page.keyboard.press("Enter")
    expect(page.get_by_text("is called “qqqqqq”")).to_be_visible()


def test_selected_words_become_a_person_without_leaving_the_page(tagging):
    page = tagging()
    url = page.url.split("?")[0]
    select(page, "During the meeting")
    page.keyboard.press("KeyN")
    expect(page.locator("#new-name")).to_be_focused()
    expect(page.locator("#new-name")).to_have_value("During the meeting")
    page.locator("#new-name").fill("Testbek Example")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("In who's who: “Testbek Example”")
    assert page.url.split("?")[0] == url
    page.keyboard.press("KeyZ")
    expect(page.locator("#said")).to_contain_text("Taken back")


def test_the_box_of_names_tells_its_state_to_those_who_do_not_see_it(tagging):
    page = tagging()
    box = page.locator("#link-who")
    box.focus()
    expect(box).to_have_attribute("role", "combobox")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("japarov")
    expect(box).to_have_attribute("aria-expanded", "true")
    first = page.locator(".offered [role=option]").first
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    box.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "false")
    assert violations(page) == {}
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("japarov")


def test_everything_is_there_without_script(tagging):
    page = tagging(java_script_enabled=False)
    page.locator("a.m--confirmed", has_text="Paul Kapur").first.click()
    expect(current(page)).to_contain_text("Paul Kapur")
    page.locator("#decide button[value=reject]").click()
    expect(page.locator(".messagelist")).to_contain_text("isn't Paul Kapur here")
    page.locator(".messagelist button[name=undo]").click()
    expect(page.locator(".messagelist")).to_contain_text("Taken back")
    page.locator("#link-who").fill("Sadyr Japrov")
    page.locator("#link-who + button").click()
    expect(page.locator(".messagelist")).to_contain_text("is Sadyr Japarov")
    page.locator(".messagelist button[name=undo]").click()
    expect(page.locator(".messagelist")).to_contain_text("Taken back")
