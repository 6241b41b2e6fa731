"""The pages of persons, bodies, places, events and official documents.

They stand here and not in `people`, because they tell which articles name an entity and `people`
knows nothing of articles; what they tell out of who's who is `people.profiles`.
"""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language

from articles.bars import Series, draw
from articles.coverage import counts_by_date, printed_within, public_texts_naming
from articles.timescale import stretch_words
from articles.views.directory import TITLES
from articles.views.entries import entries_of, listed
from articles.views.facts import facts_of, related_to
from articles.views.named_with import named_with
from articles.views.paging import page_of
from articles.visibility import public_entities
from ots_desk.asked import asked_day_or, asked_stretch
from ots_desk.interface import country_name
from ots_desk.slugs import slug_of
from people.audience import Audience
from people.choices import EntityKind
from people.days import standings_in, standings_of
from people.models import Entity
from people.profiles import chairs_of, holders_of, members_of, offices_of, roles_of
from people.spellings import spellings_of
from people.trees import tree_of

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
    audience = Audience(public_entities(), get_language(), timezone.localdate())
    context = {
        "entity": found,
        "name": found.display_name,
        "kind": TITLES[EntityKind(found.kind)],
        "section": f"people:{found.kind}s",
        "country": country_name(found.country),
        "facts": facts_of(found, audience.visible),
        "names": spellings_of(found, audience.language),
        "offices": offices_of(found, audience),
        "chairs": chairs_of(found, audience),
        "members": members_of(found, audience),
        "holders": holders_of(found, audience),
        "roles": roles_of(found, audience),
        "tree": tree_of(found, audience) if found.kind == EntityKind.ORGANIZATION else [],
        "related": related_to(found, audience.visible),
        "named_with": named_with(found),
        **_on_a_day(request, found, audience),
        **_articles(request, found, audience.language),
    }
    return render(request, "people/entity.html", context)


def _on_a_day(request, found: Entity, audience: Audience) -> dict:
    """Who held what on the day that is asked for, else today."""
    on_day = asked_day_or(request, "on", audience.today)
    return {
        "on_day": on_day,
        "standings": [
            *standings_of(found, on_day.day, audience),
            *standings_in(found, on_day.day, audience),
        ],
    }


def _articles(request, found: Entity, language: str) -> dict:
    """The articles that name it: over time as a drawing, and listed, those of one stretch of
    time where one is asked for."""
    texts = public_texts_naming(found).one_of_each_article(language)
    stretch = asked_stretch(request, "when")
    shown = printed_within(texts, stretch) if stretch else texts
    page = page_of(listed(shown.newest_first()), request, PAGE)
    return {
        "bars": draw([Series(counts_by_date(texts))], language),
        "stretch": stretch_words(stretch, language) if stretch else "",
        "asked": str(stretch or ""),
        "page": page,
        "entries": entries_of(page.rows),
    }
