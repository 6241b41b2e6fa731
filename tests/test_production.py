"""The desk as on a server: DEBUG off, HTTPS behind a proxy, gunicorn, hashed assets, a login.

A smoke test of the settings and their parts; what the pages say is tested elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode, urlsplit

import pytest

from tests.served import ServedDesk

pytestmark = pytest.mark.xdist_group("served")

_YEAR = 365 * 24 * 3600
_STYLESHEET = re.compile(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"')
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedDesk]:
    """An empty desk with one administrator, as the operations manual sets it up."""
    desk = ServedDesk(tmp_path_factory.mktemp("production"))
    desk.prepare("migrate", "--verbosity=0")
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


class Visitor:
    """Asks as the proxy in front of the desk would, and keeps the cookies."""

    def __init__(self, desk: ServedDesk) -> None:
        self._address = urlsplit(desk.url).netloc
        self._cookies: dict[str, str] = {}

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, str]:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, **fields: str) -> tuple[HTTPResponse, str]:
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Referer": f"https://{self._address}{path}",
        }
        return self._ask("POST", path, urlencode(fields), headers)

    def _ask(self, method, path, body, headers) -> tuple[HTTPResponse, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = {"X-Forwarded-Proto": "https", "Cookie": cookies, **headers}
        connection = HTTPConnection(self._address, timeout=30)
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        for cookie in response.headers.get_all("Set-Cookie", []):
            name, _equals, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        return response, response.read().decode()


@pytest.fixture
def visitor(desk: ServedDesk) -> Visitor:
    return Visitor(desk)


def test_the_deployment_checks_find_nothing(desk):
    assert "no issues" in desk.prepare("check", "--deploy", "--fail-level=WARNING")


def test_without_a_secret_key_nothing_starts_and_one_sentence_says_why(desk):
    refused = desk.manage("check", SECRET_KEY="")
    assert refused.returncode != 0
    assert "SECRET_KEY is not set. Set it to a long random text" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_page_over_plain_http_is_sent_to_https(visitor):
    response, _page = visitor.get("/en/", **{"X-Forwarded-Proto": "http"})
    assert response.status == 301
    assert response.headers["Location"].startswith("https://")


def test_the_home_page_is_served(visitor):
    response, page = visitor.get("/en/")
    assert response.status == 200
    assert "<main" in page


def test_browsers_are_told_to_come_by_https_only(visitor):
    response, _page = visitor.get("/en/")
    assert "max-age=" in response.headers["Strict-Transport-Security"]


def test_a_stylesheet_has_a_hashed_name_and_may_be_kept_for_years(visitor):
    _response, page = visitor.get("/en/")
    response, style = visitor.get(_STYLESHEET.search(page)[1])
    assert response.status == 200
    assert response.headers["Content-Type"].startswith("text/css")
    assert "immutable" in response.headers["Cache-Control"]
    assert int(re.search(r"max-age=(\d+)", response.headers["Cache-Control"])[1]) >= _YEAR
    assert "{" in style


def test_an_unknown_page_gets_the_desks_own_404(visitor):
    response, page = visitor.get("/en/no-such-page/")
    assert response.status == 404
    assert _STYLESHEET.search(page)
    assert "Traceback" not in page


def test_a_stranger_host_is_refused(visitor):
    response, _page = visitor.get("/en/", Host="evil.example")
    assert response.status == 400


def test_an_administrator_logs_in(visitor):
    _response, form = visitor.get("/admin/login/")
    response, _page = visitor.post(
        "/admin/login/",
        csrfmiddlewaretoken=_TOKEN.search(form)[1],
        username="administrator",
        password="invented-passphrase",
        next="/admin/",
    )
    assert (response.status, response.headers["Location"]) == (302, "/admin/")
    response, dashboard = visitor.get("/admin/")
    assert response.status == 200
    assert "administrator" in dashboard


def test_the_session_cookie_travels_by_https_only(visitor):
    response, _page = visitor.get("/admin/login/")
    cookies = response.headers.get_all("Set-Cookie")
    assert cookies
    assert all("Secure" in cookie for cookie in cookies)


def test_a_wrong_password_is_refused(visitor):
    _response, form = visitor.get("/admin/login/")
    response, _page = visitor.post(
        "/admin/login/",
        csrfmiddlewaretoken=_TOKEN.search(form)[1],
        username="administrator",
        password="guessed",
    )
    assert response.status == 200
    assert visitor.get("/admin/")[0].status == 302


def test_none_of_these_pages_broke(desk, visitor):
    for path in ("/en/", "/ru/", "/en/search/?q=x", "/api/v1/", "/admin/"):
        visitor.get(path)
    assert "Internal Server Error" not in desk.log()
