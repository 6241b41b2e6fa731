"""Which text was translated from which, for both exports."""

from collections.abc import Iterable
from typing import Any

from articles.directing import sources_of
from articles.models import Translation
from articles.querysets import TranslationQuerySet


def directions_of(
    texts: Iterable[Translation], among: TranslationQuerySet
) -> dict[int, dict[str, Any]]:
    """For the id of each text, its source and whether that says other things by now, as far as
    the texts in `among` tell; the number of queries doesn't grow."""
    texts = list(texts)
    siblings = among.filter(article__in={text.article_id for text in texts})
    sources = sources_of(siblings.defer("body", "folded"))
    return {text.pk: _values(text, sources.get(text.pk)) for text in texts}


def _values(text: Translation, source: Translation | None) -> dict[str, Any]:
    return {
        "translation_of": source.pk if source else None,
        "is_stale": bool(source and text.stale_since),
    }
