"""The public export: what readers see on the site, and no more.

Which texts are public and how much of them is shown is decided by `published()` and
`articles.projection` alone.
"""

from collections.abc import Iterator
from typing import Any

from articles.exporting.directions import directions_of
from articles.exporting.stories import stories_of
from articles.exporting.values import (
    CHUNK,
    FORMAT,
    date_of,
    headline_values,
    in_chunks,
    mention_values,
    outlet_values,
)
from articles.models import Story, Translation
from articles.projection import project, public_mentions


def export_public() -> Iterator[dict[str, Any]]:
    """Yield one line for each text that the public may see, in the order in which they came in;
    texts written at the desk are among them."""
    texts = (
        Translation.objects.published()
        .select_related("article", "source", "agency")
        .prefetch_related("mentions__entity")
        .order_by("pk")
    )
    for chunk in in_chunks(texts.iterator(chunk_size=CHUNK)):
        stories = stories_of(chunk, Story.objects.published())
        directions = directions_of(chunk, Translation.objects.published())
        yield from (_line(text, stories[text.pk], directions[text.pk]) for text in chunk)


def _line(
    text: Translation, stories: list[dict[str, Any]], direction: dict[str, Any]
) -> dict[str, Any]:
    public = project(text)
    return {
        "format": FORMAT,
        "language": public.language or None,
        **headline_values(public.headline, public.headline_is_proposed),
        "summary": public.summary or None,
        "deck": public.deck or None,
        "dateline": public.dateline or None,
        **date_of(text),
        "body": public.paragraphs,
        "is_complete": public.is_complete,
        "public_use": public.use,
        **outlet_values(text.source, text.agency),
        "via": text.via or None,
        "author": public.byline or None,
        "url": text.source_url or None,
        "credit": public.credit or None,
        "caption": public.caption or None,
        "mentions": mention_values(public_mentions(public, text.mentions.all())),
        "article": text.article_id,
        "translation": text.pk,
        "translation_group": text.article.survivor().pk,
        **direction,
        "stories": stories,
    }
