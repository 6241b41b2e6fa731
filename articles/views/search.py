"""The search page: persons and bodies by any spelling first, then texts by their words."""

from dataclasses import dataclass

from django.shortcuts import render

from articles.models import Translation
from articles.projection import project
from articles.search import Query, parse, search
from articles.views.entries import Entry, entries_of, listed
from articles.views.highlights import Marked, marked, passage
from articles.views.names_found import find_names, nearest_names
from articles.views.paging import DEEPEST, address_of_page, page_number
from ots_desk.asked import asked_of
from ots_desk.languages import own_name

PAGE = 20
LONGEST = 200


@dataclass(frozen=True)
class Hit:
    entry: Entry
    headline: list[Marked]
    passage: list[Marked]


@dataclass(frozen=True)
class Facet:
    """A way to narrow the hits: a language, how many, the address."""

    language: str
    name: str
    count: int
    url: str
    is_chosen: bool


def search_page(request):
    """`?q=` what to look for, `?language=` in which language only, `?page=`."""
    asked = asked_of(request, "q", LONGEST)
    context = {"asked": asked}
    if asked:
        context |= _found(request, asked, asked_of(request, "language", 12))
    return render(request, "articles/search.html", context)


def _found(request, asked: str, language: str) -> dict:
    number = page_number(request)
    names = find_names(asked)
    query = parse(asked, [spelling for name in names.best for spelling in name.spellings])
    hits = search(query, language=language or None, limit=PAGE, offset=(number - 1) * PAGE)
    has_next = number * PAGE < hits.total and number < DEEPEST
    return {
        "names": names,
        "hits": _hits(hits.ids, query),
        "total": hits.total,
        "facets": _facets(request, hits.by_language, language),
        "previous_url": address_of_page(request, number - 1) if number > 1 else "",
        "next_url": address_of_page(request, number + 1) if has_next else "",
        "nearest": [] if hits.by_language or names else nearest_names(asked),
    }


def _hits(ids: list[int], query: Query) -> list[Hit]:
    texts = listed(Translation.objects.published().filter(pk__in=ids)).in_bulk()
    ordered = [texts[pk] for pk in ids if pk in texts]
    return [
        _hit(text, entry, query) for text, entry in zip(ordered, entries_of(ordered), strict=True)
    ]


def _hit(text: Translation, entry: Entry, query: Query) -> Hit:
    public = project(text)
    return Hit(entry, marked(public.headline, query, public.language), passage(public, query))


def _facets(request, by_language: dict[str, int], chosen: str) -> list[Facet]:
    """All, then each language, the most hits first."""
    everything = Facet("", "", sum(by_language.values()), _narrowed(request, ""), not chosen)
    ordered = sorted(by_language.items(), key=lambda item: (-item[1], item[0]))
    return [everything] + [
        Facet(code, own_name(code), count, _narrowed(request, code), code == chosen)
        for code, count in ordered
    ]


def _narrowed(request, language: str) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    query.pop("language", None)
    if language:
        query["language"] = language
    return f"{request.path}?{query.urlencode()}"
