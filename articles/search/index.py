"""Keeping the index true: what readers may see of published texts is in it, and nothing else."""

from collections.abc import Iterable, Iterator

from django.db import connection, transaction

from articles.models import Source, Translation
from articles.projection import PublicText, project
from articles.search.analyser import family_of, stems
from articles.search.backends import backend

_BATCH = 500


def refresh(translation_ids: Iterable[int]) -> None:
    """Make the index true for these texts: public ones are indexed anew, the others dropped.

    Call it in the transaction of whatever changed a text, its status or what readers may see.
    """
    ids = set(translation_ids)
    public = Translation.objects.published().filter(pk__in=ids)
    with transaction.atomic():
        remove(ids)
        index_texts(public.select_related("source", "agency"))


def refresh_source(source: Source) -> None:
    """Make the index true for an outlet's texts: call it when its `public_use` changed."""
    with transaction.atomic():
        for relation in (source.translations, source.written_translations):
            for ids in _batches(relation.values_list("pk", flat=True).order_by("pk")):
                refresh(ids)


def index_texts(texts: Iterable[Translation]) -> None:
    """Index published texts that are not in the index, as far as readers may see them."""
    backend(connection.vendor).store(_row(text) for text in texts)


def remove(translation_ids: Iterable[int]) -> None:
    backend(connection.vendor).delete(translation_ids)


def expunge(translation_ids: Iterable[int]) -> None:
    """Remove texts so that none of their words stays in the index's own tables either."""
    remove(translation_ids)
    backend(connection.vendor).compact()


def rebuild() -> int:
    """Empty the index and fill it again; returns how many texts are in it."""
    count = 0
    texts = Translation.objects.published().select_related("source", "agency").order_by("pk")
    with transaction.atomic():
        backend(connection.vendor).clear()
        for batch in _batches(texts):
            index_texts(batch)
            count += len(batch)
    return count


def _row(text: Translation) -> tuple[int, str, str]:
    public, family = project(text), family_of(text.language)
    headline = " ".join(stems(public.headline, family))
    return text.pk, headline, f"{headline} {' '.join(stems(_rest(public), family))}"


def _rest(public: PublicText) -> str:
    return "\n".join((public.deck, public.summary, public.body, public.caption))


def _batches(rows) -> Iterator[list]:
    batch: list = []
    for row in rows.iterator(chunk_size=_BATCH):
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
