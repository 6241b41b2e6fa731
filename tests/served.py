"""A desk that really runs: its own folder and database, served by gunicorn as on a server.

For the production smoke test and the browser tests; everything else uses Django's test client.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_LISTENING = re.compile(r"Listening at: (http://[\d.:]+)")
_START_SECONDS = 60

# What a server's own environment would say, and nothing of the test run's.
_PRODUCTION = {
    "DEBUG": "0",
    "SECRET_KEY": "invented-for-a-desk-that-lives-as-long-as-one-test-run-7c1e9ab3",
    "ALLOWED_HOSTS": "127.0.0.1,desk.example",
}


@dataclass
class ServedDesk:
    """A desk in `folder`; `environment` adds to, or overrides, that of a production server."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    url: str = ""
    _server: subprocess.Popen[bytes] | None = None

    def manage(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a management command on this desk; its failure is left to the caller to judge."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=_ROOT,
            env=self._surroundings() | environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def prepare(self, *arguments: str, **environment: str) -> str:
        """Run a management command that has to succeed, and return what it printed."""
        done = self.manage(*arguments, **environment)
        assert done.returncode == 0, f"manage.py {' '.join(arguments)} failed:\n{done.stderr}"
        return done.stdout

    def start(self) -> None:
        log = self.folder / "gunicorn.log"
        command = [sys.executable, "-m", "gunicorn", "ots_desk.wsgi", "--bind=127.0.0.1:0"]
        command += ["--threads=4", "--no-control-socket", f"--worker-tmp-dir={self.folder}"]
        with log.open("wb") as output:
            self._server = subprocess.Popen(
                command, cwd=_ROOT, env=self._surroundings(), stdout=output, stderr=output
            )
        self.url = self._address(log)

    def stop(self) -> None:
        if self._server:
            self._server.terminate()
            self._server.wait(timeout=30)

    def log(self) -> str:
        return (self.folder / "gunicorn.log").read_text()

    def _address(self, log: Path) -> str:
        for _attempt in range(_START_SECONDS * 10):
            if found := _LISTENING.search(log.read_text()):
                return found[1]
            if self._server.poll() is not None:
                break
            time.sleep(0.1)
        self._server.kill()
        raise AssertionError(f"gunicorn did not start:\n{log.read_text()}")

    def _surroundings(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "DATABASE_URL": f"sqlite:///{self.folder / 'desk.sqlite3'}",
            "STATIC_ROOT": str(self.folder / "static"),
            **_PRODUCTION,
            **self.environment,
        }
