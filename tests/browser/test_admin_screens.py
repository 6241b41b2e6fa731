"""The editors' desk as a browser shows it: accessible, and usable on a phone.

Django's own forms have a few faults that are not ours to mend: known_axe.json lists them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.contrib import admin

from tests.browser.axe import violations

KNOWN: dict[str, list[str]] = json.loads((Path(__file__).parent / "known_axe.json").read_text())

MODELS = sorted(
    f"{model._meta.app_label}/{model._meta.model_name}" for model in admin.site._registry
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_the_dashboard(width, scheme, visit, session):
    page = visit("/admin/", width=width, scheme=scheme, storage_state=session)
    assert violations(page) == {}


def test_axe_finds_only_known_faults_on_the_login(visit):
    assert sorted(violations(visit("/admin/login/"))) == KNOWN.get("login", [])


@pytest.mark.parametrize("model", MODELS)
def test_axe_finds_only_known_faults_on_a_list(model, visit, session):
    page = visit(f"/admin/{model}/", storage_state=session)
    found = violations(page)
    assert sorted(found) == KNOWN.get(f"{model} list", []), found


@pytest.mark.parametrize("model", MODELS)
def test_axe_finds_only_known_faults_on_a_form(model, visit, session):
    page = visit(f"/admin/{model}/", storage_state=session)
    first = page.locator("#result_list tbody th a").first
    if first.count() == 0:
        pytest.skip("the demo desk has no row of this kind")
    page.goto(first.get_attribute("href"))
    found = violations(page)
    assert sorted(found) == KNOWN.get(f"{model} form", []), found
