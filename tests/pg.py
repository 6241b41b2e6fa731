"""A private PostgreSQL for one test run: found, started on a Unix socket, stopped, deleted.

Knows nothing of Django or pytest; `tests.plugin` decides when one is wanted.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

# Debian keeps the server's programs out of PATH, one folder for each major version.
_DEBIAN = Path("/usr/lib/postgresql")
# The server refuses to run as root; both accounts exist on every Debian with PostgreSQL.
_UNPRIVILEGED = ("postgres", "nobody")
# Thrown away at the end, so nothing needs to survive a power cut; reachable by its socket only.
_OPTIONS = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class NoServer(Exception):
    """There is no PostgreSQL to run here; the message says why."""


def find_programs() -> Path:
    """The folder with initdb and pg_ctl: PG_BIN, else PATH, else Debian's newest version."""
    if named := os.environ.get("PG_BIN"):
        if not (Path(named) / "initdb").exists():
            raise NoServer(f"PG_BIN={named} holds no initdb")
        return Path(named)
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    if versions := sorted(_DEBIAN.glob("*/bin/initdb"), key=_major_version):
        return versions[-1].parent
    raise NoServer("PostgreSQL is not installed: no initdb in PG_BIN, PATH or " + str(_DEBIAN))


def _major_version(initdb: Path) -> int:
    name = initdb.parent.parent.name
    return int(name) if name.isdigit() else 0


class Server:
    """A running server; `url` is its DATABASE_URL until `stop()` is called."""

    def __init__(self) -> None:
        self._programs = find_programs()
        self._user = _unprivileged_user()
        # A socket's path may have 107 characters at most, so not below pytest's own folders.
        self._folder = Path(tempfile.mkdtemp(prefix="desk-pg-"))
        if self._user:
            shutil.chown(self._folder, self._user)
        try:
            self._start()
        except Exception:
            shutil.rmtree(self._folder)
            raise

    @property
    def url(self) -> str:
        return f"postgres://desk@/postgres?host={self._folder}"

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "--mode=immediate")
        shutil.rmtree(self._folder)

    def _start(self) -> None:
        self._run(
            "initdb", "--username=desk", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"
        )
        options = f"{_OPTIONS} -k {self._folder}"
        log = str(self._folder / "server.log")
        self._run("pg_ctl", "start", "--wait", f"--log={log}", f"--options={options}")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), f"--pgdata={self._folder / 'data'}", *arguments]
        done = subprocess.run(
            command, user=self._user, cwd="/", capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise NoServer(f"{program} failed: {done.stderr.strip() or done.stdout.strip()}")


def _unprivileged_user() -> str | None:
    """Whom to run the server as; None means as oneself."""
    if os.geteuid() != 0:
        return None
    for name in _UNPRIVILEGED:
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise NoServer("PostgreSQL refuses to run as root, and there is no user " + _UNPRIVILEGED[0])
