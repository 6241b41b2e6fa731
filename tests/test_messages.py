"""The interface's translations: complete in Russian, compiled, and up to date with the source.

Committed as .po and .mo, since a bare machine has no gettext to compile them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

_ROOT = Path(__file__).resolve().parent.parent
_LOCALE = Path("ots_desk/locale")
# Everything that makemessages reads.
_SOURCES = ("articles", "people", "ots_desk", "templates", "manage.py")

CATALOGS = sorted(path.relative_to(_ROOT) for path in (_ROOT / _LOCALE).glob("*/*/*.po"))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def strings(catalog: Catalog) -> dict[tuple, object]:
    """Every translated message by what identifies it; the header and fuzzy ones left out."""
    return {
        (_words(message.context), _plain(message.id)): _plain(message.string)
        for message in catalog
        if message.id and not message.fuzzy and all(_plain(message.string))
    }


def _words(context: str | bytes | None) -> str | None:
    """Babel reads the context from a compiled file as bytes."""
    return context.decode() if isinstance(context, bytes) else context


def _plain(words: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Singular and plural alike, whichever way the file's reader gives them."""
    return (words,) if isinstance(words, str) else tuple(words)


def test_russian_is_among_the_translations():
    assert _LOCALE / "ru" / "LC_MESSAGES" / "django.po" in CATALOGS


@pytest.mark.parametrize("path", CATALOGS, ids=str)
def test_the_compiled_file_says_what_its_source_says(path):
    with (_ROOT / path).with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    assert strings(compiled) == strings(read(_ROOT / path))


@pytest.mark.parametrize("path", [path for path in CATALOGS if "ru" in path.parts], ids=str)
def test_russian_lacks_no_string(path):
    catalog = read(_ROOT / path)
    wanted = {(message.context, _plain(message.id)) for message in catalog if message.id}
    assert wanted - set(strings(catalog)) == set()


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source with its strings collected anew."""
    if not shutil.which("xgettext"):
        if os.environ.get("REQUIRE_GETTEXT") == "1":
            pytest.fail("REQUIRE_GETTEXT=1, but xgettext is not installed")
        pytest.skip("xgettext is not installed")
    copy = tmp_path_factory.mktemp("source")
    for name in _SOURCES:
        source = _ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / name)
    subprocess.run(
        [sys.executable, "manage.py", "makemessages", "--all", "--no-obsolete", "--verbosity=0"],
        cwd=copy,
        env={**os.environ, "DEBUG": "1"},
        check=True,
    )
    return copy


@pytest.mark.parametrize("path", CATALOGS, ids=str)
def test_every_string_of_the_source_is_in_the_translation(path, collected):
    assert set(_ids(collected / path)) == set(_ids(_ROOT / path))


def _ids(path: Path) -> list[tuple]:
    return [(message.context, _plain(message.id)) for message in read(path) if message.id]
