"""Kills an import again and again, and lets it go on, in processes forked from this one.

A program for `test_import_killed`, not a test: a kill must not take the tests along.

    python import_killer.py TEMPLATE UNDISTURBED KILLED SEED ARGUMENT…

TEMPLATE is a database ready to import into; the two others are made from it: one by an import
that nobody disturbs, one by an import that is killed until it gets through. Prints how many
kills struck.
"""

import io
import os
import random
import shutil
import signal
import sys
import time

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402

from articles.importing import detect_language, run  # noqa: E402

run.BATCH_FILES = 10
detect_language("Loads its model now, and not in every process anew.")


def fork_import(database: str, arguments: list[str]) -> int:
    """Start an import in a process of its own; returns its id."""
    if child := os.fork():
        return child
    connections["default"].settings_dict["NAME"] = database
    os._exit(_import(arguments))


def _import(arguments: list[str]) -> int:
    try:
        call_command("import_seeds", *arguments, stdout=io.StringIO())
    except SystemExit as stop:
        return stop.code
    return 0


def import_undisturbed(database: str, arguments: list[str]) -> float:
    """Import to the end; returns how many seconds that took."""
    start = time.monotonic()
    _pid, status = os.waitpid(fork_import(database, arguments), 0)
    assert status == 0, status
    return time.monotonic() - start


def import_killed(database: str, arguments: list[str], duration: float) -> int:
    """Kill the import at random times until one gets through; returns how often that hit."""
    hits = 0
    while True:
        child = fork_import(database, arguments)
        time.sleep(random.uniform(0.1, 0.5) * duration)  # noqa: S311
        os.kill(child, signal.SIGKILL)
        _pid, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            assert status == 0, status
            return hits
        hits += 1


def main(template: str, undisturbed: str, killed: str, seed: str, *arguments: str) -> None:
    random.seed(seed)
    for copy in (undisturbed, killed):
        shutil.copy(template, copy)
    duration = import_undisturbed(undisturbed, list(arguments))
    print(import_killed(killed, list(arguments), duration))


if __name__ == "__main__":
    main(*sys.argv[1:])
