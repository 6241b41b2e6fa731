"""Reading a document by hand: what its form starts with, and what an editor's choices are.

Taking in is `articles.mending`.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from articles.admin.screens.raw_lines import BODY_RULES
from articles.importing.by_hand import Choices
from articles.models import Reading, Source


def first_choices(reading: Reading) -> dict:
    """What the rules had understood, as the form's initial values."""
    lines = _lines_chosen(reading.lines)
    found = {name: one["value"] for name, one in reading.fields.items()}
    source = found.get("source")
    sources = {one.key: one.pk for one in Source.objects.only("reference")} if source else {}
    return {
        **lines,
        "headline": "" if lines.get("headline_line") else found.get("headline", ""),
        "published": found.get("published", ""),
        "published_time": found.get("published_time", ""),
        "language": found.get("language", ""),
        "source": sources.get(source),
        "url": found.get("url", ""),
    }


def _lines_chosen(lines: list[dict]) -> dict:
    """Where body and headline stand, and what between the body's ends is none of it."""
    kept = [line for line in lines if line["fate"] == "kept"]
    body = [line["number"] for line in kept if line["rule"] in BODY_RULES]
    headline = [line["number"] for line in kept if line["rule"] == "headline"]
    if not body:
        return {}
    between = {
        line["number"]
        for line in lines
        if line["fate"] != "blank" and body[0] < line["number"] < body[-1]
    }
    return {
        "headline_line": headline[0] if headline else None,
        "first_line": body[0],
        "last_line": body[-1],
        "left_out": ranges_of(between - set(body)),
    }


def ranges_of(numbers: Iterable[int]) -> str:
    """“12, 15-17”."""
    return ", ".join(_ranges(sorted(numbers)))


def _ranges(numbers: list[int]) -> Iterator[str]:
    for _gap, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _at, number in group]
        yield str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}"


def choices_of(cleaned: dict) -> Choices:
    """The choices in a valid form; empty fields are not stated."""
    clock = cleaned["published_time"]
    stated = {
        "headline": cleaned["headline"],
        "published": str(cleaned["published"] or ""),
        "published_time": clock.isoformat("minutes") if clock else "",
        "language": cleaned["language"],
        "source": cleaned["source"].key if cleaned["source"] else "",
        "url": cleaned["url"],
    }
    return Choices(
        first_line=cleaned["first_line"],
        last_line=cleaned["last_line"],
        headline_line=cleaned["headline_line"],
        left_out=cleaned["left_out"],
        stated={name: value for name, value in stated.items() if value},
    )
