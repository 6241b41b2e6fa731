"""The pages of persons, bodies, places, events and official documents.

They stand here and not in `people`, because they tell which articles name an entity and `people`
knows nothing of articles; what they tell out of who's who is `people.profiles`.
"""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language

from articles.bars import Series, draw, stretch_words
from articles.coverage import counts_by_date, printed_within, public_texts_naming
from articles.views.asked import asked_of
from articles.views.directory import TITLES
from articles.views.entries import entries_of, listed
from articles.views.facts import facts_of, related_to
from articles.views.named_with import named_with
from articles.views.paging import page_of
from articles.visibility import public_entities
from ots_desk.interface import country_name
from ots_desk.partial_dates import PartialDate
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

PAGE = 20


def entity(request, pk: int, kind: EntityKind, slug: str = ""):
    """The page of one entity. A merged one, another kind and a wrong slug lead to the right
    address, by a redirect that nobody keeps, because merges can be undone."""
    wanted = get_object_or_404(Entity.objects.select_related("merged_into"), pk=pk)
    found = wanted.survivor()
    if not public_entities(Entity.objects.filter(pk=found.pk)).exists():
        raise Http404
    if found != wanted or kind != found.kind or slug != slug_of(found.name):
        return HttpResponseRedirect(_with_query(found.get_absolute_url(), request))
    return _page(request, found)


def _with_query(path: str, request) -> str:
    query = request.GET.urlencode()
    return f"{path}?{query}" if query else path


def _page(request, found: Entity):
    language, today, visible = get_language(), timezone.localdate(), public_entities()
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
        "named_with": named_with(found),
        **_articles(request, found, language),
    }
    return render(request, "people/entity.html", context)


def _articles(request, found: Entity, language: str) -> dict:
    """The articles that name it: over time as a drawing, and listed, those of one stretch of
    time where one is asked for."""
    texts = public_texts_naming(found).one_of_each_article(language)
    stretch = _asked_stretch(request)
    shown = printed_within(texts, stretch) if stretch else texts
    page = page_of(listed(shown.newest_first()), request, PAGE)
    return {
        "bars": draw([Series(counts_by_date(texts))], language),
        "stretch": stretch_words(stretch, language) if stretch else "",
        "asked": str(stretch or ""),
        "page": page,
        "entries": entries_of(page.rows),
    }


def _asked_stretch(request) -> PartialDate | None:
    """`?when=2025-09`; what is no date asks for nothing."""
    try:
        return PartialDate.parse(asked_of(request, "when", 30))
    except ValueError:
        return None
