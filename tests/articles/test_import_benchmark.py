"""The benchmark: what it measures and what it counts as right."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.importing.benchmark import measure
from articles.models import Document

BODY = (
    "Ministers of the Organization of Turkic States met in the invented Example City and spoke "
    "about {number} kilometres of new railway.",
    "They will meet again in {number} weeks to look at the budget of the project.",
)


@pytest.fixture
def corpus(tmp_path) -> Path:
    """Three invented texts; the gold file has another headline for the last."""
    docs = {}
    (tmp_path / "raw").mkdir()
    for number in (7, 8, 9):
        headline = f"Invented meeting number {number} ends in Example City"
        body = "\n\n".join(BODY).format(number=number)
        text = f" date 2025-10-0{number}\n{headline}\n\n{body}\n"
        (tmp_path / "raw" / f"{number}.txt").write_text(text)
        docs[f"{number}.txt"] = {
            "lang": "en", "date": f"2025-10-0{number}", "title": headline, "body": body,
        }  # fmt: skip
    docs["9.txt"]["title"] = "Another headline"
    (tmp_path / "gold.json").write_text(json.dumps({"docs": docs}))
    return tmp_path


def test_what_is_right_is_counted_field_by_field(corpus, db):
    found = measure(corpus, full=False)
    assert found["right"] == {"lang": [3, 3], "date": [3, 3], "title": [2, 3], "body": [3, 3]}
    assert found["documents"] == 3
    assert found["seconds"] > 0
    assert found["memory"] > 1


def test_a_desk_with_documents_is_left_alone(corpus, db):
    measure(corpus, full=False)
    before = Document.objects.count()
    with pytest.raises(ValueError, match="empty database"):
        measure(corpus, full=False)
    assert Document.objects.count() == before


def test_the_command_measures_apart_and_prints_a_table(corpus, db):
    out = io.StringIO()
    call_command("benchmark_import", str(corpus), "--times", "1", stdout=out)
    rows = [line.split() for line in out.getvalue().splitlines()]
    assert ["documents", "3"] in rows
    assert ["title", "right", "66.67%", "(2", "of", "3)"] in rows
    assert not Document.objects.exists()


def test_a_corpus_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match="no folder"):
        call_command("benchmark_import", str(tmp_path / "nowhere"))
