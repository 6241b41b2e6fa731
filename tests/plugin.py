"""The surroundings of a test run, settled before Django reads its settings.

Loaded by `addopts` in pyproject.toml, since a conftest.py would come too late; no fixtures here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests import pg

# Why `--pg` can't be had; in the environment, since xdist's workers inherit that.
_REASON = "TESTS_WITHOUT_PG_BECAUSE"

# Never the developer's own environment: a DATABASE_URL of theirs might be a desk at work.
_ENVIRONMENT = {
    "DEBUG": "0",
    "SECRET_KEY": "only-for-tests-and-never-for-a-server-that-anyone-can-reach",
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "DATABASE_URL": "sqlite://:memory:",
    "HTTPS": "0",
    "API_ANON_RATE": "100000/minute",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--pg", action="store_true", help="run on a PostgreSQL that is started for this run"
    )


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[None]:
    """Runs around pytest-django's hook of this name, which loads the settings."""
    if "PYTEST_XDIST_WORKER" not in os.environ:  # workers inherit what their controller settled
        os.environ.update(_ENVIRONMENT)
        os.environ.pop(_REASON, None)
        if early_config.known_args_namespace.pg:
            _start_server(early_config)
    return (yield)


def _start_server(config: pytest.Config) -> None:
    try:
        server = pg.Server()
    except pg.NoServer as reason:
        if os.environ.get("REQUIRE_PG") == "1":
            raise pytest.UsageError(f"REQUIRE_PG=1, but there is no server: {reason}") from reason
        os.environ[_REASON] = str(reason)
        return
    os.environ["DATABASE_URL"] = server.url
    config.add_cleanup(server.stop)


def pytest_report_header() -> str:
    if reason := os.environ.get(_REASON):
        return f"database: none, every test is skipped: {reason}"
    return f"database: {os.environ['DATABASE_URL'].partition(':')[0]}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if reason := os.environ.get(_REASON):
        for item in items:
            item.add_marker(pytest.mark.skip(reason=reason))
    elif config.getoption("pg"):
        _leave_out_what_needs_no_database(config, items)


def _leave_out_what_needs_no_database(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On another database it would only be done twice."""
    needing = [item for item in items if _needs_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if not _needs_database(item)])
    items[:] = needing


def _needs_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures) or item.get_closest_marker("django_db") is not None
