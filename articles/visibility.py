"""Which entities readers may see: those that a public text names, and those marked public."""

from django.db.models import Exists, OuterRef, Q

from articles.models import Article, Mention, Translation
from people.models import Entity
from people.querysets import EntityQuerySet


def public_entities(queryset: EntityQuerySet | None = None) -> EntityQuerySet:
    """Return the entities of `queryset` (default: all) that readers may see."""
    if queryset is None:
        queryset = Entity.objects.all()
    named = Mention.objects.published().filter(entity=OuterRef("pk"))
    about = Article.about.through.objects.filter(entity=OuterRef("pk")).filter(
        Exists(Translation.objects.published().filter(article=OuterRef("article")))
    )
    return queryset.standing().filter(Q(is_public=True) | Exists(named) | Exists(about))
