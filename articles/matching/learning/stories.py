"""The invented stories that the matcher learns from, each told in seven languages."""

import datetime
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

STORIES = Path(__file__).with_name("stories")


@dataclass(frozen=True)
class Story:
    """One event; the stories of a cluster are near each other and still different events.

    `texts` holds (headline, paragraphs) by language.
    """

    id: str
    cluster: str
    date: datetime.date
    texts: Mapping[str, tuple[str, tuple[str, ...]]]


def read_stories(folder: Path = STORIES) -> list[Story]:
    """Return the stories of all clusters in a folder, in the order of the files' names."""
    clusters = [json.loads(path.read_text(encoding="utf-8")) for path in _files(folder)]
    return [
        _story(story, cluster["cluster"]) for cluster in clusters for story in cluster["stories"]
    ]


def _story(values: Mapping, cluster: str) -> Story:
    texts = {
        language: (text["title"], tuple(text["body"])) for language, text in values["texts"].items()
    }
    return Story(values["id"], cluster, datetime.date.fromisoformat(values["date"]), texts)


def hashes_of(folder: Path = STORIES) -> dict[str, str]:
    """Return the SHA-256 of each file of stories by its name."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in _files(folder)}


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))
