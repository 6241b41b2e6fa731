"""Articles near another: those that name the same persons and bodies."""

from dataclasses import dataclass

from django.db.models import Count, Max
from django.utils.translation import get_language

from articles.models import Article, Mention, Translation
from articles.views.entries import Entry, entries_of, listed

NEAR = 4

# An entity that half the desk names says nothing about nearness, and would make this slow: of
# each article, no more than so many names are compared, the rarest ones.
_MOST_NAMES = 12

# How many shared names are said.
_SAID = 3


@dataclass(frozen=True)
class NearEntry:
    entry: Entry
    shared: list[str]


def near(article: Article, entity_ids: list[int], names: dict[int, str]) -> list[NearEntry]:
    """Up to four public articles that name most of the entities that `article` names.

    `names` gives what to call the entities. The queries are the same few for any article.
    """
    if not (compared := _rarest(entity_ids)):
        return []
    scored = (
        Mention.objects.published()
        .filter(entity__in=compared)
        .exclude(translation__article=article)
        .values("translation__article")
        .annotate(shared=Count("entity", distinct=True), newest=Max("translation__sorts_at"))
        .order_by("-shared", "-newest", "-translation__article")[:NEAR]
    )
    articles = [row["translation__article"] for row in scored]
    shared = _shared(articles, compared)
    return [
        NearEntry(entry, [names[pk] for pk in entity_ids if pk in shared[article_id]][:_SAID])
        for article_id, entry in _entries(articles)
    ]


def _rarest(entity_ids: list[int]) -> list[int]:
    counts = (
        Mention.objects.published()
        .filter(entity__in=entity_ids)
        .values("entity")
        .annotate(articles=Count("translation__article", distinct=True))
        .order_by("articles", "entity")[:_MOST_NAMES]
    )
    return [row["entity"] for row in counts if row["articles"] > 1]


def _shared(articles: list[int], entity_ids: list[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {article: set() for article in articles}
    pairs = Mention.objects.published().filter(
        translation__article__in=articles, entity__in=entity_ids
    )
    for article, entity in pairs.values_list("translation__article", "entity"):
        found[article].add(entity)
    return found


def _entries(articles: list[int]) -> list[tuple[int, Entry]]:
    """One text of each article, in the reader's language where there is one, in this order."""
    found = Translation.objects.published().filter(article__in=articles)
    texts = {t.article_id: t for t in listed(found.one_of_each_article(get_language()))}
    return list(zip(articles, entries_of(texts[pk] for pk in articles), strict=True))
