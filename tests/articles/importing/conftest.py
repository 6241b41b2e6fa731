"""What the tests of reading share: the real seeds and the real outlets. No database."""

import json
from pathlib import Path

import pytest

from articles.importing import CleanedDocument, Outlet, clean, decode

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="session")
def outlets() -> tuple[Outlet, ...]:
    items = json.loads((SEEDS / "reference" / "sources.json").read_text(encoding="utf-8"))["items"]
    return tuple(
        Outlet(
            id=item["id"],
            name=item["name"],
            domains=tuple(item["domains"]),
            zone=item["time_zone"],
            self_phrases=tuple(item["self_phrases"]),
            names=tuple(name["text"] for name in item["other_names"]),
            is_press_office=item["kind"] in ("government", "intergovernmental"),
        )
        for item in items
    )


@pytest.fixture(scope="session")
def raw_seeds() -> dict[str, str]:
    return {path.name[:3]: decode(path.read_bytes()) for path in sorted(SEEDS.glob("0*.txt"))}


@pytest.fixture(scope="session")
def seeds(raw_seeds, outlets) -> dict[str, CleanedDocument]:
    return {number: clean(raw, outlets=outlets) for number, raw in raw_seeds.items()}


@pytest.fixture(scope="session")
def read(outlets):
    """Clean a text made up in a test, with the real outlets."""
    return lambda text, **more: clean(text, outlets=outlets, **more)
