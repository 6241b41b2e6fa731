"""The browser and the running demo desk that it visits; where no Chromium is, the reason.

Both end with this folder's tests: a running Playwright makes Django refuse its database.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.site_map import SiteMap
from tests.served import ServedDesk

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    chromium = _find_chromium()
    with sync_playwright() as playwright:
        flags = _FLAGS + (["--no-sandbox"] if os.geteuid() == 0 else [])
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield browser
        browser.close()


def _find_chromium() -> str:
    if found := os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None):
        return found
    reason = f"no browser: CHROMIUM is not set, and none of {', '.join(_NAMES)} is on PATH"
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(f"REQUIRE_BROWSER=1, but {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="package")
def served_demo(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedDesk]:
    """The demo desk without DEBUG, so with the pages and assets of a real one.

    Without HTTPS, since there is no proxy between it and the browser.
    """
    desk = ServedDesk(tmp_path_factory.mktemp("demo"), {"HTTPS": "0"})
    desk.prepare("migrate", "--verbosity=0")
    desk.prepare("demo", "--story", DEBUG="1")
    desk.prepare("collectstatic", "--noinput", "--verbosity=0")
    desk.prepare(
        "createsuperuser",
        "--noinput",
        DJANGO_SUPERUSER_USERNAME="administrator",
        DJANGO_SUPERUSER_EMAIL="administrator@desk.example",
        DJANGO_SUPERUSER_PASSWORD="invented-passphrase",
    )
    desk.start()
    yield desk
    desk.stop()


@pytest.fixture(scope="package")
def site_map(served_demo: ServedDesk) -> SiteMap:
    return SiteMap(served_demo.url)


@pytest.fixture
def visit(browser: Browser, served_demo: ServedDesk) -> Iterator:
    """Open a path of the demo desk: `visit("/en/", width=360, scheme="dark")`."""
    contexts = []

    def open_page(path: str, *, width: int = 1280, scheme: str = "light", **options) -> Page:
        context = browser.new_context(
            base_url=served_demo.url,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="package")
def session(browser: Browser, served_demo: ServedDesk) -> dict:
    """Cookies of somebody logged in, to be given to `visit` as `storage_state`."""
    context = browser.new_context(base_url=served_demo.url)
    page = context.new_page()
    page.goto("/admin/login/")
    page.fill("#id_username", "administrator")
    page.fill("#id_password", "invented-passphrase")
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")
    state = context.storage_state()
    context.close()
    return state
