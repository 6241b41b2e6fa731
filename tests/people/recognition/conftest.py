"""The reference data of the desk as known names, and a short way to look for them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from people.recognition import Gazetteer, KnownName, Span, find_mentions
from people.recognition.unknown.rules import RULES as UNKNOWN

from .known_offices import reference_offices

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
FILES = ("persons", "organizations", "places", "events", "documents")

Find = Callable[..., list[Span]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer(_names(), reference_offices())


@pytest.fixture
def find(gazetteer: Gazetteer) -> Find:
    """Look for known names in one body of text, as of the summer of 2025 unless told otherwise."""

    def find(
        text: str, language: str, on: date | None = date(2025, 7, 1), **fields: str
    ) -> list[Span]:
        found = find_mentions(
            {"body": text, **fields}, language=language, gazetteer=gazetteer, on=on
        )
        return known(found)

    return find


def known(spans: list[Span]) -> list[Span]:
    """The spans that aren't proposals of somebody unknown."""
    return [span for span in spans if span.rule not in UNKNOWN]


@pytest.fixture
def linked(find: Find) -> Callable[..., list[tuple[str, str]]]:
    """The words and entities that the machine confirms by itself."""

    def linked(text: str, language: str, **options) -> list[tuple[str, str]]:
        spans = find(text, language, **options)
        return [(span.text, span.entity) for span in spans if span.status == "confirmed"]

    return linked


def _names() -> list[KnownName]:
    return [
        KnownName(
            entity=item["id"],
            text=name["text"],
            language=name["language"],
            kind=name["kind"],
            attested=name["attested"],
            needs_context=name["needs_context"],
            entity_kind=item["kind"],
            valid_from=_day(name["valid_from"], "-01-01"),
            valid_to=_day(name["valid_to"], "-12-28"),
            country=item["country"],
        )
        for file in FILES
        for item in json.loads((SEEDS / "reference" / f"{file}.json").read_text())["items"]
        for name in item["names"]
    ]


def _day(text: str | None, rest: str) -> date | None:
    return date.fromisoformat((text + rest[len(text) - 4 :])[:10]) if text else None
