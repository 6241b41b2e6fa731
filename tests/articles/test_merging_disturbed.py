"""A merge that is killed leaves the database as it was; of merges that cross, none is half done.

The kills and the races are real: processes of their own, on SQLite in a file of its own, on
PostgreSQL in the database of the test. MERGE_KILL_STEP=1 in the environment kills at every query.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PROGRAM = Path(__file__).with_name("merge_disturber.py")
MIGRATE = ["-m", "django", "migrate", "--verbosity=0"]


@pytest.fixture
def disturb(tmp_path):
    """Run the program; returns what it printed, line by line."""
    url = f"sqlite:///{tmp_path / 'desk.sqlite3'}"
    if connection.vendor == "postgresql":
        name = connection.settings_dict["NAME"]
        url = os.environ["DATABASE_URL"].replace("/postgres?", f"/{name}?")
    else:
        _run(MIGRATE, url)
    return lambda command: _run([str(PROGRAM), command], url).splitlines()


def _run(program: list[str], url: str) -> str:
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "ots_desk.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    done = subprocess.run(
        [sys.executable, *program], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_merge_that_is_killed_leaves_everything_as_it_was(disturb):
    [kills] = disturb("kill")
    assert int(kills) > 5


def test_of_merges_that_cross_each_is_done_or_refused(disturb):
    """Two at most: the third would merge what is merged already."""
    for ends in disturb("race"):
        assert set(ends.split()) == {"0", "3"}
        assert ends.split().count("0") in (1, 2)
