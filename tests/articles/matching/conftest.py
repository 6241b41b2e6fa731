"""Texts for the matchers: the five real seeds as the importer cleans them, and invented ones."""

from pathlib import Path

import pytest
from django.conf import settings

from articles.fingerprinting import renew_fingerprints
from articles.importing import clean
from articles.models import Translation


@pytest.fixture(scope="session")
def seed_articles() -> list[dict]:
    """The seeds as the matchers take them; the ids are the files' numbers."""
    return [_article(path) for path in sorted(Path(settings.BASE_DIR, "seeds").glob("*.txt"))]


def _article(path: Path) -> dict:
    document = clean(path.read_text(encoding="utf-8"), outlets=[])
    values = {name: found.value for name, found in document.fields.items()}
    return {
        "id": path.name[:3],
        "language": values["language"],
        "title": values.get("headline", ""),
        "body": "\n\n".join(paragraph.text for paragraph in document.body),
        "published": values.get("published"),
        "caption": values.get("caption", ""),
        "credit": values.get("credit", ""),
    }


@pytest.fixture
def make_article():
    """An article for the matchers: `make_article("a", "en", "Words …")`; dated unless told."""

    def make(id, language, body, *, title="", published="2025-09-12") -> dict:
        return {
            "id": id,
            "language": language,
            "title": title,
            "body": body,
            "published": published,
        }

    return make


@pytest.fixture
def make_text(make_text):
    """Make a draft text with its fingerprint, as an import stores it."""

    def make(**fields) -> Translation:
        text = make_text(**fields)
        renew_fingerprints([text.pk])
        return text

    return make
