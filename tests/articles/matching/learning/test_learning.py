"""Learning: the same stories give the same weights, and the weights say something."""

import json
import math

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from articles.matching.learning.fitting import fit
from articles.matching.learning.measuring import Quality, Scored, quality, sure_recall
from articles.matching.learning.stories import STORIES
from articles.matching.weights import Weights, read_weights


@pytest.fixture
def few_stories(tmp_path):
    """Two clusters, so that learning takes a second."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for name in ("a-4.json", "b-4.json"):
        (folder / name).write_bytes((STORIES / name).read_bytes())
    return folder


def test_learning_twice_gives_the_same_file(few_stories, tmp_path, capsys):
    files = [tmp_path / "first.json", tmp_path / "second.json"]
    for file in files:
        call_command("learn_matching", folder=few_stories, output=file, collections=1)
    assert files[0].read_bytes() == files[1].read_bytes()
    learned = json.loads(files[0].read_text())
    assert set(learned["learned_from"]["files"]) == {"a-4.json", "b-4.json"}
    assert read_weights(files[0]).facts.keys() == read_weights().facts.keys()
    assert "recall" in capsys.readouterr().out


def test_a_folder_without_stories_is_refused(tmp_path):
    with pytest.raises(CommandError, match="no story"):
        call_command("learn_matching", folder=tmp_path, output=tmp_path / "weights.json")
    assert not (tmp_path / "weights.json").exists()


def test_the_fit_finds_what_made_the_rows():
    chance = np.random.default_rng(1)
    facts = chance.normal(size=(4000, 2))
    odds = 2.0 * facts[:, 0] - 1.0
    is_true = (chance.random(4000) < 1 / (1 + np.exp(-odds))).astype(float)
    weights, bias = fit(facts, is_true, np.ones(4000))
    assert weights == pytest.approx([2.0, 0.0], abs=0.2)
    assert bias == pytest.approx(-1.0, abs=0.2)


def test_a_row_that_counts_nothing_changes_nothing():
    facts = np.array([[0.0], [1.0], [2.0], [3.0]])
    is_true = np.array([0.0, 1.0, 0.0, 1.0])
    weights, bias = fit(facts, is_true, np.ones(4))
    for odd in (0.0, 1.0):
        more = fit(facts, np.where(facts[:, 0] == 1.0, odd, is_true), np.array([1.0, 0, 1, 1]))
        less = fit(facts, is_true, np.array([1.0, 0, 1, 1]))
        assert (more[0], more[1]) == (pytest.approx(less[0]), pytest.approx(less[1]))
    assert math.isfinite(weights[0] + bias)


def pairs(*right: bool) -> list[Scored]:
    """Scored pairs, the likeliest first."""
    return [Scored("full", "en-ru", 1 - n / 100, one, False) for n, one in enumerate(right)]


def test_quality_counts_what_is_above_the_threshold():
    found = quality(pairs(True, True, False, True), true=4, threshold=0.98)
    assert found == Quality(true=4, accepted=3, right=2)
    assert (found.precision, found.recall) == (2 / 3, 0.5)
    assert found.f1 == pytest.approx(4 / 7)


def test_nothing_found_is_no_quality():
    assert quality([], true=3, threshold=0.5).f1 == 0.0
    assert quality([], true=0, threshold=0.5).recall == 0.0


def test_sure_recall_stops_before_the_first_error_of_few():
    assert sure_recall(pairs(True, True, False, True), true=4) == 0.5
    assert sure_recall(pairs(False, True), true=2) == 0.0


def test_sure_recall_takes_pairs_of_one_score_together():
    even = [Scored("full", "en-ru", 0.9, right, False) for right in (True, False)]
    assert sure_recall(even, true=1) == 0.0


def test_weights_sum_up_facts():
    weights = Weights({"a": 2.0, "b": -1.0}, bias=0.5, support=0.0, threshold=0.5)
    assert weights.log_odds({"a": 1.0, "b": 3.0}) == pytest.approx(-0.5)
