"""The stories to learn from: whole in each language, and the weights come from them."""

import json
import unicodedata

import pytest

from articles.matching.learning import STORIES, hashes_of, read_stories
from articles.matching.learning.reports import REPORTS
from articles.matching.weights import ACROSS_FILE, CONTAINS_FILE, SAME_STORY_FILE, WEIGHTS_FILE

LANGUAGES = {"en", "ru", "kk", "ky", "tr", "az", "uz"}
FILES = sorted(STORIES.glob("*.json"))


def test_the_committed_weights_were_learned_from_these_stories():
    learned_from = json.loads(WEIGHTS_FILE.read_text())["learned_from"]
    assert learned_from["files"] == hashes_of(), "run manage.py learn_matching"
    assert learned_from["stories"] == len(read_stories())


def test_every_story_is_told_in_every_language():
    stories = read_stories()
    assert len({story.id for story in stories}) == len(stories)
    for story in stories:
        assert set(story.texts) == LANGUAGES
        assert all(title and all(body) for title, body in story.texts.values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_letters_are_composed(path):
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)


def test_a_cluster_holds_stories_that_are_near():
    clusters = {story.cluster for story in read_stories()}
    assert len(clusters) == len(FILES)
    for cluster in clusters:
        assert len([story for story in read_stories() if story.cluster == cluster]) == 3


def test_the_answers_were_learned_from_the_stories_and_reports_as_they_stand():
    for file in (CONTAINS_FILE, SAME_STORY_FILE, ACROSS_FILE):
        learned_from = json.loads(file.read_text())["learned_from"]
        expected = {**hashes_of(), **hashes_of(REPORTS)}
        assert learned_from["files"] == expected, "run manage.py learn_matching"
