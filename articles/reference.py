"""Loads a folder of reference data: outlets and topics here, who's who by `people.reference`.

All of a folder or nothing; an editor's changes survive.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import available_timezones

from django.db import transaction

from articles.choices import PublicUse
from articles.models import Source, Topic
from articles.search import refresh_source
from people.models import Entity
from people.reference import (
    TABLES,
    BrokenReference,
    ReferenceResult,
    find_problems,
    read_reference,
    store,
)
from people.reference.reading import Item
from people.reference.rules import country_problems, language_problems
from people.reference.shapes import Shape
from people.reference.storing import Load
from people.reference.tables import Data, Table

_LABEL = Shape(required=("language", "text"))


def load_reference(folder: Path) -> ReferenceResult:
    """Load the reference files in `folder`; those that are missing are left out.

    Loading twice changes nothing. Raises `BrokenReference`, with every problem of every file, and
    then loads nothing at all.
    """
    reference = read_reference(folder, [file for table in ALL_TABLES for file in table.files])
    if problems := find_problems(reference, ALL_TABLES):
        raise BrokenReference(problems)
    with transaction.atomic():
        return store(reference, ALL_TABLES)


def _source_values(data: Data) -> Data:
    basis = (data.get("terms_basis"), data.get("terms_url"))
    return {
        "name": data["name"],
        "other_names": data.get("other_names") or [],
        "kind": data.get("kind") or "",
        "domains": data.get("domains") or [],
        "country": data.get("country") or "",
        "zone": data.get("time_zone") or "",
        "languages": data.get("languages") or [],
        "self_phrases": data.get("self_phrases") or [],
        # Where nobody has read the outlet's terms, readers see an excerpt.
        "public_use": data.get("public_use_known") or PublicUse.EXCERPT,
        "public_use_basis": " ".join(part for part in basis if part),
        "note": data.get("note") or "",
    }


def _problems_of_source(item: Item) -> Iterator[str]:
    data = item.data
    yield from country_problems(data)
    yield from language_problems(data.get("languages") or [])
    yield from language_problems(name["language"] for name in data.get("other_names") or [])
    if data.get("time_zone") and data["time_zone"] not in available_timezones():
        yield f"time_zone “{data['time_zone']}” is not known by that name"
    for phrase in data.get("self_phrases") or []:
        try:
            re.compile(phrase, re.MULTILINE)
        except re.error as error:
            yield f"self_phrases: “{phrase}” is not a regular expression: {error}"


def _refresh_search(items: list[Item], load: Load) -> None:
    """Search must not find words that readers may no longer see."""
    changed = {
        item.id
        for item in items
        if item.id in load.updated
        and load.former[item.id].get("public_use_known") != item.data.get("public_use_known")
    }
    for source in Source.objects.filter(reference__in=changed):
        refresh_source(source)


def _topic_values(data: Data) -> Data:
    return {
        "name": data["name"],
        "iptc_media_topic": data.get("iptc_media_topic") or "",
        "labels": data.get("labels") or [],
    }


def _problems_of_topic(item: Item) -> Iterator[str]:
    yield from language_problems(label["language"] for label in item.data.get("labels") or [])


SOURCES = Table(
    model=Source,
    files=("sources.json",),
    shape=Shape(
        required=("id", "name"),
        texts=(
            "country",
            "time_zone",
            "kind",
            "entity",
            "public_use_known",
            "terms_url",
            "terms_basis",
            "note",
        ),
        lists=("domains", "languages", "self_phrases"),
        objects={"other_names": _LABEL},
    ),
    values=_source_values,
    links={"entity": Entity},
    problems_of_one=_problems_of_source,
    store_parts=_refresh_search,
)

TOPICS = Table(
    model=Topic,
    files=("topics.json",),
    shape=Shape(
        required=("id", "name"),
        texts=("parent", "iptc_media_topic"),
        objects={"labels": _LABEL},
    ),
    values=_topic_values,
    links={"parent": Topic},
    problems_of_one=_problems_of_topic,
)

ALL_TABLES = (*TABLES, SOURCES, TOPICS)
