"""The stories as other outlets report them in the same language, beside the stories themselves."""

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .stories import Story

REPORTS = Path(__file__).with_name("reports")


@dataclass(frozen=True)
class Report:
    """One text on one event."""

    story: str
    cluster: str
    language: str
    date: datetime.date
    title: str
    paragraphs: tuple[str, ...]

    def article(self, id: object, **changes) -> dict:
        """Return the report as the matchers take it."""
        return {
            "id": id,
            "language": self.language,
            "title": self.title,
            "body": "\n\n".join(self.paragraphs),
            "published": self.date.isoformat(),
            **changes,
        }


def first_reports(stories: Sequence[Story]) -> list[Report]:
    """Return the stories as they are told in each language."""
    return [
        Report(story.id, story.cluster, language, story.date, title, paragraphs)
        for story in stories
        for language, (title, paragraphs) in story.texts.items()
    ]


def other_reports(stories: Sequence[Story], folder: Path = REPORTS) -> list[Report]:
    """Return what other outlets wrote of the stories, in the order of the files' names."""
    clusters = {story.id: story.cluster for story in stories}
    files = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return [
        _report(values, clusters[values["story"]], file["language"])
        for file in files
        for values in file["reports"]
        if values["story"] in clusters
    ]


def _report(values: Mapping, cluster: str, language: str) -> Report:
    return Report(
        story=values["story"],
        cluster=cluster,
        language=language,
        date=datetime.date.fromisoformat(values["date"]),
        title=values["title"],
        paragraphs=tuple(values["body"]),
    )
