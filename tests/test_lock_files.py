"""The lock files: hash-locked, and free of any address that only one machine knows.

How they are made is in .make/lock.sh.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parent.parent
LOCKS = ["requirements.txt", "requirements-dev.txt"]

_ADDRESS = re.compile(r"https?:|file:|git\+|--(?:extra-)?index|--find-links|-i |-f ")
_LOCKED = re.compile(
    r"[a-z0-9.\-]+==[\w.+!]+( ; [^\\]+?)?( \\\n    --hash=sha256:[0-9a-f]{64})+", re.ASCII
)


def entries(text: str) -> list[str]:
    """What a lock file asks for, one entry with its hashes each; comments left out."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    return [entry.rstrip() for entry in re.split(r"\n(?=\S)", "\n".join(lines)) if entry.strip()]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_address(lock):
    assert _ADDRESS.search((_ROOT / lock).read_text()) is None


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_of_a_lock_file_has_a_version_and_hashes(lock):
    unlocked = [entry for entry in entries((_ROOT / lock).read_text()) if not locked(entry)]
    assert unlocked == []


def locked(entry: str) -> bool:
    return _LOCKED.fullmatch(entry) is not None


@pytest.mark.parametrize(
    "line",
    [
        "django @ https://example.org/django.whl",
        "django @ file:///home/example/django.whl",
        "--index-url https://example.org/simple",
        "--extra-index-url //example.org/simple",
        "--find-links /home/example/wheels",
        "-i //example.org/simple",
    ],
)
def test_an_address_would_be_seen(line):
    assert _ADDRESS.search(line)


@pytest.mark.parametrize("entry", ["django", "django>=5.2", "django==5.2.19", "-e ."])
def test_an_entry_without_hash_would_be_seen(entry):
    assert not locked(entry)


def test_the_development_lock_holds_everything_that_the_desk_itself_runs_on():
    run, dev = (set(entries((_ROOT / lock).read_text())) for lock in LOCKS)
    assert run <= dev
