"""Which text of an article was translated from which, and whether its source has changed since.

Outlets' texts are parallel until an editor says which came first, and never go stale; only what
the desk has translated follows a revision of its source.
"""

import logging
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Revision, Translation
from articles.publishing import NotAllowed
from articles.revisions import (
    DIRECTED,
    PARALLEL,
    REVIEWED,
    record,
    revision_seen,
    snapshot,
)
from articles.substance import saying_otherwise, words_of

logger = logging.getLogger(__name__)


def sources_of(texts: Iterable[Translation]) -> dict[int, Translation]:
    """By the id of each of `texts`, the one of them that it was translated from.

    A text that was replaced is stood for by what replaced it. A direction sleeps while its source
    stands in another article or isn't among `texts`; directions that lead in a circle, as a merge
    can bring them together, say nothing.
    """
    among = {text.pk: text for text in texts}
    wanted = {t.pk: t.translated_from_id for t in among.values() if t.translated_from_id}
    standing = Translation.objects.standing_for(set(wanted.values()))
    found = {
        pk: source
        for pk, from_id in wanted.items()
        if (source := among.get(standing[from_id]))
        and source.article_id == among[pk].article_id
        and source.pk != pk
    }
    return {pk: source for pk, source in found.items() if not _leads_to(source, pk, found)}


def source_of(text: Translation) -> Translation | None:
    """The text of its article that `text` was translated from, None where that isn't known."""
    return sources_of(_standing([text.article_id])).get(text.pk)


@transaction.atomic
def set_direction(
    text: Translation, source: Translation | None, *, user, seen: int | None = None
) -> Revision:
    """Say from which text of its article `text` was translated; None: parallel, unknown again.

    The desk's own text follows the revision `seen` of the source from then on (its number, by
    default the latest). Raises NotAllowed where the two can't stand so to each other, and
    StaleVersion where somebody has saved the text since it was read.
    """
    hold_article(text)
    if source:
        check_source(text, source)
    before = snapshot(text)
    text.translated_from = source
    text.follows = revision_seen(source, seen) if source and text.is_the_desks_own else None
    text.changed_at = timezone.now()
    text.save()
    review([text.article_id])
    logger.info("text %s: translated from %s", text.pk, source and source.pk)
    return record(text, before=before, user=user, note=DIRECTED if source else PARALLEL)


@transaction.atomic
def mark_reviewed(text: Translation, *, user, seen: int | None = None) -> Revision:
    """An editor has compared a translation with the revision `seen` of its source (by default
    the latest): it is still right. Stale it remains where the source has changed again since.

    Raises NotAllowed where the text follows no other.
    """
    hold_article(text)
    catch_up(text, seen)
    before = snapshot(text)
    text.save()
    review([text.article_id])
    return record(text, before=before, user=user, note=REVIEWED)


def catch_up(text: Translation, seen: int | None) -> None:
    """Let an unsaved text follow the revision `seen` of its source; raises NotAllowed."""
    source = source_of(text)
    if source is None or not text.is_the_desks_own:
        raise NotAllowed(_("“%(headline)s” follows no other text.") % {"headline": text})
    text.follows = revision_seen(source, seen)


def check_source(text: Translation, source: Translation) -> None:
    """Raises NotAllowed where `text` can't have been translated from `source`."""
    if source.article_id != text.article_id:
        raise NotAllowed(_("The two texts are of different articles; merge these first."))
    if source.replaced_by_id or text.replaced_by_id:
        raise NotAllowed(_("A text that was replaced by another has no direction."))
    if source.pk == text.pk:
        raise NotAllowed(_("A text isn't translated from itself."))
    if _leads_to(source, text.pk, sources_of(_standing([text.article_id]))):
        raise NotAllowed(
            _("“%(source)s” was itself translated from this text.") % {"source": source}
        )


def review(articles: Iterable[int]) -> None:
    """Mark the translations whose source says something else than the revision that they follow,
    and unmark the others. Call it in the transaction of whatever changed the words of a text in
    these articles (by id), or which texts stand together. What is marked or unmarked counts as
    changed, so that programs which ask for that are told."""
    articles = set(articles)
    following = _following(articles)
    sources = sources_of(_standing(articles)) if following else {}
    for text in following:
        is_stale = _is_stale(text, sources.get(text.pk))
        if is_stale != bool(text.stale_since):
            now = timezone.now()
            Translation.objects.filter(pk=text.pk).update(
                stale_since=now if is_stale else None, changed_at=now
            )


def hold_article(text: Translation) -> None:
    """Nobody else changes the texts of the article until the transaction ends."""
    Article.objects.select_for_update().get(pk=text.article_id)


def _following(articles: set[int]) -> list[Translation]:
    marked = Q(follows__isnull=False) | Q(stale_since__isnull=False)
    texts = Translation.objects.filter(marked, article__in=articles).defer("folded")
    return list(texts.select_related("follows").select_for_update(of=("self",)).order_by("pk"))


def _standing(articles: Iterable[int]) -> list[Translation]:
    return list(Translation.objects.standing().filter(article__in=articles).defer("folded"))


def _is_stale(text: Translation, source: Translation | None) -> bool:
    if source is None or text.follows is None or not text.is_the_desks_own:
        return False
    return bool(saying_otherwise(text.follows.fields, words_of(source)))


def _leads_to(source: Translation, pk: int, sources: dict[int, Translation]) -> bool:
    """Was `source`, over however many steps, translated from the text `pk`?"""
    for _step in range(len(sources) + 1):
        if source.pk == pk:
            return True
        if not (source := sources.get(source.pk)):
            return False
    return False
