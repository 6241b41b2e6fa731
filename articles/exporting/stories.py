"""In which stories texts stand, for both exports."""

from collections.abc import Iterable
from typing import Any

from articles.models import Coverage, Translation
from articles.querysets import StoryQuerySet


def stories_of(
    texts: Iterable[Translation], stories: StoryQuerySet
) -> dict[int, list[dict[str, Any]]]:
    """For the id of each text, those of `stories` in which its article stands; one query."""
    texts = list(texts)
    coverage: dict[int, list[Coverage]] = {}
    rows = Coverage.objects.filter(
        article__in={text.article_id for text in texts}, story__in=stories
    )
    for row in rows.select_related("story").order_by("story"):
        coverage.setdefault(row.article_id, []).append(row)
    return {
        text.pk: [_values(row, text) for row in coverage.get(text.article_id, [])] for text in texts
    }


def _values(row: Coverage, text: Translation) -> dict[str, Any]:
    return {
        "id": row.story_id,
        "title": row.story.title or None,
        "is_digest": row.is_digest,
        "is_lead": row.story.lead_id == text.pk,
    }
