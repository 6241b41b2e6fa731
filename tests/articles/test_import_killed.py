"""An import that is killed goes on where it was, and ends as if nobody had disturbed it.

The kills are real: processes of their own on databases of their own. IMPORT_KILLS=50 in the
environment disturbs fifty imports instead of one.
"""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

DISTURBED = int(os.environ.get("IMPORT_KILLS", "1"))
TEXTS = 60
MAKE_DESK = """
import django
django.setup()
from django.contrib.auth.models import User
from django.core.management import call_command
call_command("migrate", verbosity=0)
User.objects.create_superuser("editor")
"""


def run(program: list[str], database: Path) -> str:
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "ots_desk.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    done = subprocess.run(
        [sys.executable, *program], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def folder(tmp_path) -> Path:
    """Invented texts; some come again in the same bytes or with the same body."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(TEXTS):
        (folder / f"{number:03}.txt").write_text(_text(number), encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


def _text(number: int) -> str:
    """Of seven texts the fourth has the bytes of the one before, the sixth its body."""
    story = number - (number % 7 in (3, 5))
    day = 1 + (number if number % 7 == 5 else story) % 28
    return (
        f" date 2025-10-{day:02}\nInvented meeting number {story} ends in Example City\n\n"
        f"Ministers of the Organization of Turkic States met for the {story}th time in the "
        f"invented Example City and spoke about {story * 13} kilometres of new railway.\n\n"
        f"Their {story + 5} delegations will meet again in {story + 2} weeks to look at the "
        "budget of the project.\n"
    )


def rows(database: Path) -> dict[str, list[tuple]]:
    """Every row of the articles' tables, but for the columns that say when. The ids are compared
    too: a batch is stored whole or not at all, so even they come out the same."""
    with sqlite3.connect(database) as connection:
        return {
            model._meta.db_table: _rows(connection, model)
            for model in apps.get_app_config("articles").get_models()
        }


def _rows(connection: sqlite3.Connection, model) -> list[tuple]:
    columns = [field.column for field in model._meta.local_fields]
    compared = [f'"{column}"' for column in columns if not column.endswith("_at")]
    table, key = model._meta.db_table, model._meta.pk.column
    query = f'SELECT {", ".join(compared)} FROM "{table}" ORDER BY {key}'  # noqa: S608
    return connection.execute(query).fetchall()


@pytest.mark.parametrize("seed", range(DISTURBED))
def test_a_killed_import_ends_like_an_undisturbed_one(tmp_path, folder, seed):
    template, undisturbed, killed = (tmp_path / f"{name}.sqlite3" for name in "tuk")
    run(["-c", MAKE_DESK], template)
    killer = Path(__file__).with_name("import_killer.py")
    arguments = [template, undisturbed, killed, seed, folder, "--publish", "--as", "editor"]
    hits = run([str(killer), *map(str, arguments)], template)
    assert int(hits) >= 1
    expected, found = rows(undisturbed), rows(killed)
    assert len(expected["articles_sighting"]) == TEXTS + 1
    for table, wanted in expected.items():
        assert found[table] == wanted, table
