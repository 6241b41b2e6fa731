"""axe's findings in a form that a failing test can show."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page) -> dict[str, str]:
    """Each rule that the page breaks, and the first element that does; empty is what we want."""
    found = Axe().run(page).response["violations"]
    return {rule["id"]: rule["nodes"][0]["html"] for rule in found}
