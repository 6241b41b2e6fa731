"""The pages of persons, bodies, places, events and official documents.

They stand here and not in `people`, because they tell which articles name an entity and `people`
knows nothing of articles; what they tell out of who's who is `people.profiles`.
"""

from django.db.models import Count, Exists, OuterRef
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext

from articles.models import Mention, Translation
from articles.views.directory import TITLES
from articles.views.entries import entries_of, listed
from articles.views.facts import facts_of, related_to
from articles.views.paging import page_of
from articles.views.rolls import Named, named
from articles.visibility import public_entities
from ots_desk.interface import country_name
from ots_desk.slugs import slug_of
from people.choices import EntityKind
from people.models import Entity
from people.profiles import (
    chairs_of,
    holders_of,
    members_of,
    offices_of,
    roles_of,
    spellings_by_language,
)

PAGE, NAMED_WITH = 20, 6


def entity(request, pk: int, kind: EntityKind, slug: str = ""):
    """The page of one entity. A merged one, another kind and a wrong slug lead to the right
    address, by a redirect that nobody keeps, because merges can be undone."""
    wanted = get_object_or_404(Entity.objects.select_related("merged_into"), pk=pk)
    found = wanted.survivor()
    if not public_entities(Entity.objects.filter(pk=found.pk)).exists():
        raise Http404
    if found != wanted or kind != found.kind or slug != slug_of(found.name):
        return HttpResponseRedirect(found.get_absolute_url())
    return _page(request, found)


def _page(request, found: Entity):
    language, today, visible = get_language(), timezone.localdate(), public_entities()
    texts = _texts_naming(found).one_of_each_article(language)
    page = page_of(listed(texts.newest_first()), request, PAGE)
    context = {
        "entity": found,
        "name": found.display_name,
        "kind": TITLES[EntityKind(found.kind)],
        "section": f"people:{found.kind}s",
        "country": country_name(found.country),
        "facts": facts_of(found, visible),
        "names": spellings_by_language(found),
        "offices": offices_of(found, language, today),
        "chairs": chairs_of(found, visible, language, today),
        "members": members_of(found, visible, language),
        "holders": holders_of(found, visible, language),
        "roles": roles_of(found, visible, language),
        "related": related_to(found, visible),
        "page": page,
        "entries": entries_of(page.rows),
        "named_with": _named_with(found),
    }
    return render(request, "people/entity.html", context)


def _texts_naming(found: Entity):
    """Published texts of the articles that name an entity in any language, or are about it."""
    named = Mention.objects.published().filter(
        entity=found, translation__article=OuterRef("article")
    )
    about = found.articles_about.filter(pk=OuterRef("article"))
    return Translation.objects.published().filter(Exists(named) | Exists(about))


def _named_with(found: Entity) -> list[Named]:
    """The persons named in most of the articles that name `found`, with how many those are."""
    public = Mention.objects.published()
    naming = public.filter(entity=found, translation__article=OuterRef("translation__article"))
    others = public.filter(Exists(naming), entity__kind=EntityKind.PERSON).exclude(entity=found)
    counted = others.values("entity").annotate(
        articles=Count("translation__article", distinct=True)
    )
    counts = {
        r["entity"]: r["articles"] for r in counted.order_by("-articles", "entity")[:NAMED_WITH]
    }
    persons = Entity.objects.filter(pk__in=counts).prefetch_related("names").in_bulk()
    return [named(persons[pk], _articles(count)) for pk, count in counts.items()]


def _articles(count: int) -> str:
    return ngettext("%(count)s article", "%(count)s articles", count) % {"count": count}
