"""Which texts name an entity, and how many of them there are by date.

The drawing of it is `articles.bars`.
"""

from collections import Counter

from django.db.models import Count, Q

from articles.models import Mention, Translation
from articles.querysets import TranslationQuerySet
from ots_desk.partial_dates import PartialDate
from people.models import Entity


def public_texts_naming(entity: Entity) -> TranslationQuerySet:
    """Published texts of the articles that name `entity` in any language, or are about it.

    By lists of articles: asked for each text in turn, an entity that thirty thousand texts name
    takes minutes.
    """
    named = Mention.objects.published().filter(entity=entity).values("translation__article")
    return Translation.objects.published().filter(
        Q(article__in=named) | Q(article__in=entity.articles_about.values("pk"))
    )


def desk_texts_naming(entity: Entity) -> TranslationQuerySet:
    """All texts of use that name `entity` for certain, or whose articles are about it."""
    named = Mention.objects.confirmed().filter(entity=entity).values("translation")
    return Translation.objects.for_us().filter(
        Q(pk__in=named) | Q(article__in=entity.articles_about.values("pk"))
    )


def counts_by_date(texts: TranslationQuerySet) -> Counter[PartialDate | None]:
    """How many of `texts` have each source date; None: those without one."""
    dates = texts.order_by().values_list("published_earliest", "published_latest")
    return Counter(
        {
            PartialDate(earliest, latest) if earliest else None: count
            for earliest, latest, count in dates.annotate(count=Count("pk"))
        }
    )


def printed_within(texts: TranslationQuerySet, stretch: PartialDate) -> TranslationQuerySet:
    """Those of `texts` that were certainly printed in a stretch of time."""
    return texts.filter(
        published_earliest__gte=stretch.earliest, published_latest__lte=stretch.latest
    )
