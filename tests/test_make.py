"""The commands of the Makefile where something is missing: one clear sentence, no traceback.

Nothing here installs anything; what that does is seen in a fresh clone.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parent.parent
_TOOLS = ("make", "sh", "dash", "bash", "grep", "sed", "cat", "expand", "tail", "touch")

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what make needs, without .venv, and a folder of tools without any Python."""
    folder = tmp_path / "checkout"
    shutil.copytree(_ROOT / ".make", folder / ".make")
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(_ROOT / name, folder)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in _TOOLS:
        if found := shutil.which(name):
            (tools / name).symlink_to(found)
    return folder


def make(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run make with nothing on PATH but a few tools, and nothing of pytest's environment."""
    surroundings = {"PATH": str(checkout.parent / "tools"), "LC_ALL": "C", **environment}
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=checkout,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def complaint(result: subprocess.CompletedProcess[str]) -> str:
    """The one line that make's failure comes with, besides make's own."""
    assert result.returncode != 0
    lines = [line for line in result.stderr.splitlines() if not line.startswith("make: ***")]
    assert len(lines) == 1, result.stderr
    return lines[0]


def script(path: Path, text: str) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o755)
    return str(path)


def fake_python(path: Path, version: str) -> str:
    """A Python that runs, says that it is `version`, and is too old for the desk."""
    return script(
        path,
        f'case "$2" in *version_info*) exit 1;; *python_version*) echo {version};; esac\n',
    )


@pytest.fixture
def busy_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_make_alone_lists_the_commands(checkout):
    listed = make(checkout).stdout
    for command in ("run", "test", "lint", "check", "seeds", "demo", "lock", "messages"):
        assert f"make {command} " in listed


def test_a_busy_port_is_refused_before_anything_is_installed(checkout, busy_port):
    result = make(checkout, "run", f"PORT={busy_port}", f"PYTHON={sys.executable}")
    assert complaint(result).startswith(f"Port {busy_port} of 127.0.0.1 is taken or not allowed:")
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("port", ["abc", "-1", "80 80", ""])
def test_a_port_that_is_no_number_is_refused(checkout, port):
    result = make(checkout, "run", f"PORT={port}", f"PYTHON={sys.executable}")
    assert complaint(result) == f"PORT={port} is not a port number: choose one from 1 to 65535."


def test_a_free_port_is_accepted(checkout, busy_port):
    free = next(port for port in range(busy_port + 1, 65536) if _is_free(port))
    assert make(checkout, "port", f"PORT={free}", f"PYTHON={sys.executable}").returncode == 0


def _is_free(port: int) -> bool:
    with socket.socket() as candidate:
        return candidate.connect_ex(("127.0.0.1", port)) != 0


def test_too_old_a_named_python_is_refused(checkout):
    python = fake_python(checkout / "old-python", "3.9.2")
    assert complaint(make(checkout, "setup", f"PYTHON={python}")) == (
        f"The desk needs Python 3.11 or newer, and PYTHON={python} is 3.9.2."
    )


def test_a_machine_with_only_an_old_python_is_refused(checkout):
    fake_python(checkout.parent / "tools" / "python3", "3.9.2")
    assert complaint(make(checkout, "setup")) == (
        "The desk needs Python 3.11 or newer, and this machine has only 3.9.2: "
        "install a newer one, or name it with PYTHON=/path/to/python3."
    )


def test_a_newer_python_is_found_beside_an_old_one(checkout):
    fake_python(checkout.parent / "tools" / "python3", "3.9.2")
    script(checkout.parent / "tools" / "python3.12", "exit 0\n")
    done = subprocess.run(
        ["/bin/sh", ".make/python.sh"],
        cwd=checkout,
        env={"PATH": str(checkout.parent / "tools")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "python3.12\n"


def test_a_machine_without_python_is_refused(checkout):
    assert complaint(make(checkout, "setup")) == (
        "The desk needs Python 3.11 or newer, and this machine has none: "
        "install it, or name it with PYTHON=/path/to/python3."
    )


def test_a_python_that_does_not_run_is_refused(checkout):
    assert complaint(make(checkout, "setup", "PYTHON=./nothing-here")) == (
        "PYTHON=./nothing-here is not a Python that runs on this machine."
    )


def test_a_python_without_venv_is_refused(checkout):
    python = script(checkout / "bare", 'case "$2" in *ensurepip*) exit 1;; esac\n')
    assert complaint(make(checkout, "setup", f"PYTHON={python}")) == (
        "This Python lacks the venv module: install it (on Debian and Ubuntu: "
        "apt-get install python3-venv) and run make again."
    )


def test_a_missing_network_is_said_in_one_sentence(checkout):
    result = make(
        checkout,
        "setup",
        f"PYTHON={sys.executable}",
        PATH=os.environ["PATH"],
        HOME=str(checkout),
        PIP_CONFIG_FILE=os.devnull,
        PIP_INDEX_URL="http://127.0.0.1:9/simple",  # the discard port: nobody listens there
        PIP_NO_CACHE_DIR="1",
    )
    assert complaint(result) == (
        "No network: the packages could not be fetched; connect this machine and run make again "
        "(details: .venv/install.log)."
    )


def test_packages_that_are_installed_already_are_left_alone(checkout):
    (checkout / ".venv").mkdir()
    for stamp in (".runtime", ".dev"):
        (checkout / ".venv" / stamp).touch()
    assert make(checkout, "setup").returncode == 0
