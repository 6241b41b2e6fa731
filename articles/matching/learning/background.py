"""In how many of the invented stories each word stands: what is common in such news at all."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from articles.matching.rarity import BACKGROUND_FILE
from articles.matching.sounds import words_in
from articles.matching.wording import stem_of

from .stories import Story

# What stands in fewer stories says nothing about news in general.
MIN_STORIES = 3


def count_background(stories: Sequence[Story]) -> dict[str, dict[str, int]]:
    """Return, by language, in how many stories each stem stands that stands in several."""
    counts: dict[str, Counter] = {}
    for story in stories:
        for language, (title, paragraphs) in story.texts.items():
            words = words_in(" ".join((title, *paragraphs)))
            counts.setdefault(language, Counter()).update({stem_of(word) for word in words})
    return {
        language: {stem: n for stem, n in sorted(own.items()) if n >= MIN_STORIES}
        for language, own in sorted(counts.items())
    }


def write_background(stories: Sequence[Story], path: Path = BACKGROUND_FILE) -> None:
    content = {"texts": len(stories), "stems": count_background(stories)}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
