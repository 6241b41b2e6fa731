"""The cast that every test may call on: people with their roles, and the desk with its seeds.

The environment of the run is settled before this, in `tests.plugin`.
"""

from __future__ import annotations

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import transaction
from django.utils import translation
from pytest_django import DjangoDbBlocker

from ots_desk.roles import CHIEF_EDITOR, EDITOR, REPORTER


def pytest_configure() -> None:
    # The real hasher is slow on purpose, and hashed file names need a collectstatic first.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }


@pytest.fixture(autouse=True)
def _english():
    """Every test begins in English: a page in another language leaves that one switched on."""
    with translation.override("en"):
        yield


# People


@pytest.fixture
def reporter(db) -> User:
    return _staff("reporter", REPORTER)


@pytest.fixture
def editor(db) -> User:
    return _staff("editor", EDITOR)


@pytest.fixture
def chief(db) -> User:
    return _staff("chief", CHIEF_EDITOR)


@pytest.fixture
def reader(db) -> User:
    """Someone with an account and no part in the newsroom."""
    return User.objects.create_user("reader")


def _staff(name: str, role: str) -> User:
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


# The seeds


@pytest.fixture
def seeds(_loaded_seeds: _LoadedSeeds, db) -> None:
    """The desk as `import_seeds` leaves it: reference data, five texts, nothing published.

    Loaded once in a run: the rows stay in one open transaction, and each test works in a
    savepoint of it. A test that doesn't ask for this finds an empty desk.
    """
    if not _loaded_seeds.are_open:
        load_seeds()


def load_seeds() -> None:
    call_command("import_seeds", verbosity=0)


class _LoadedSeeds:
    """The open transaction that holds the seeds; it is never committed."""

    def __init__(self, blocker: DjangoDbBlocker) -> None:
        self._blocker = blocker
        self._transaction = transaction.atomic()
        self.are_open = True
        with self._blocker.unblock():
            self._transaction.__enter__()
            load_seeds()

    def close(self) -> None:
        self.are_open = False
        with self._blocker.unblock():
            transaction.set_rollback(True)
            self._transaction.__exit__(None, None, None)


_LOADED = pytest.StashKey[_LoadedSeeds]()


@pytest.fixture(scope="session")
def _loaded_seeds(django_db_setup, django_db_blocker, pytestconfig):
    loaded = pytestconfig.stash[_LOADED] = _LoadedSeeds(django_db_blocker)
    yield loaded
    if loaded.are_open:
        loaded.close()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Take the seeds away from a test that wants an empty desk or commits for itself."""
    loaded = item.config.stash.get(_LOADED, None)
    if loaded and loaded.are_open and ("seeds" not in item.fixturenames or _commits(item)):
        loaded.close()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests with the seeds after those without, so that the seeds are loaded but once.

    pytest-django sorts after this, and moves the tests that commit behind both.
    """
    items.sort(key=lambda item: "seeds" in item.fixturenames)


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return "transactional_db" in item.fixturenames or bool(
        marker and marker.kwargs.get("transaction")
    )
