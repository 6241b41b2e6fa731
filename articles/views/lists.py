"""Lists of articles rather than of texts: one text stands for each."""

from django.db.models import Exists, OuterRef, Q

from articles.models import Translation
from articles.querysets import TranslationQuerySet


def one_text_of_each(texts: TranslationQuerySet, language: str) -> TranslationQuerySet:
    """Of `texts` (public ones) keep one an article: that in `language`, else the original."""
    siblings = Translation.objects.published().filter(article=OuterRef("article"))
    in_language = Exists(siblings.filter(language=language))
    earlier = Exists(siblings.filter(pk__lt=OuterRef("pk")))
    return texts.filter(Q(language=language) | ~in_language & ~earlier)
