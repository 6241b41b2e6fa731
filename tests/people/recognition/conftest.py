"""The reference data of the desk as known names, and a short way to look for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from people.recognition import Gazetteer, Span, find_mentions
from people.recognition.benchmark import reference_names
from people.recognition.unknown.rules import RULES as UNKNOWN

from .known_offices import reference_offices

SEEDS = Path(__file__).resolve().parents[3] / "seeds"

Find = Callable[..., list[Span]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer(reference_names(SEEDS / "reference"), reference_offices())


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
