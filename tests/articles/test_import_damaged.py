"""Damaged files through the whole import: nothing hostile reaches a page, nothing is lost."""

import re

import pytest

from articles.choices import Outcome
from articles.importing.run import import_paths
from articles.models import Document, Sighting, Translation
from articles.publishing import publish
from tests.articles.importing.conftest import SEEDS
from tests.articles.importing.damage import SCRIPT, damaged

pytestmark = pytest.mark.django_db

HOSTILE_SIGNS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
VARIANTS = 40


@pytest.fixture
def folder(tmp_path):
    """A folder of damaged copies of a seed, each with a script in it, and one whole copy."""
    whole = (SEEDS / "000_87ec7f61b141ed58.txt").read_bytes()
    (tmp_path / "whole.txt").write_bytes(whole)
    hurt = whole.replace(b"Bishkek", f"Bishkek {SCRIPT}\u202e\x07".encode())
    for number in range(VARIANTS):
        (tmp_path / f"{number:02}.txt").write_bytes(damaged(hurt, number))
    return tmp_path


def test_every_damaged_file_is_on_record(folder):
    import_paths([folder])
    assert Sighting.objects.count() == VARIANTS + 1
    assert not Sighting.objects.filter(outcome=Outcome.FAILED).exists()
    stored = {bytes(content) for content in Document.objects.values_list("content", flat=True)}
    assert stored == {path.read_bytes() for path in folder.iterdir()}


def test_no_page_carries_a_script_or_a_control_character(folder, client, editor):
    import_paths([folder])
    texts = Translation.objects.standing().exclude(headline="").exclude(language="")
    assert any(SCRIPT.split(">")[0] in text.body for text in texts)
    for text in texts:
        text.public_use, text.public_use_basis = "full", "Invented for this test."
        text.save()
        publish(text, user=editor)
        html = client.get(text.get_absolute_url(), follow=True).content.decode()
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert not HOSTILE_SIGNS.search(html)
