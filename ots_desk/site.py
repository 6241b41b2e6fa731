"""What every public page shows around its text: masthead, languages, sections; the way in."""

from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import Resolver404, resolve, reverse, translate_url
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_request, override
from django.utils.translation import gettext_lazy as _

from ots_desk.languages import INTERFACE

# In the order of the masthead. The names of addresses that count as being in the section follow.
SECTIONS = [
    (_("Latest"), "articles:home", ()),
    (_("Archive"), "articles:archive", ("articles:archive",)),
    (_("People"), "people:persons", ("people:person",)),
    (_("Bodies"), "people:organizations", ("people:organization",)),
    (_("Events"), "people:events", ("people:event",)),
    (_("Search"), "articles:search", ("articles:search",)),
]


@dataclass(frozen=True)
class PageInLanguage:
    """This page with the interface in another language."""

    code: str
    name: str
    url: str
    is_this: bool


@dataclass(frozen=True)
class Section:
    name: str
    url: str
    is_this: bool


def masthead(request) -> dict:
    """The context of every template. Computed only where a template prints it."""
    return {
        "pages_in_languages": lambda: pages_in_languages(request),
        "sections": lambda: sections(request),
        "page_url": lambda: request.build_absolute_uri(request.path),
        "site_root": lambda: request.build_absolute_uri("/").rstrip("/"),
    }


def pages_in_languages(request) -> list[PageInLanguage]:
    """The same page in each language of the interface. A view whose addresses differ between
    languages gives them as `request.addresses`."""
    given = getattr(request, "addresses", {})
    return [
        PageInLanguage(code, name, given.get(code) or _in(code, request), code == get_language())
        for code, name in INTERFACE.items()
    ]


def _in(code: str, request) -> str:
    """This address in another language; that language's home where the address leads nowhere."""
    try:
        resolve(request.path)
    except Resolver404:
        with override(code):
            return reverse("articles:home")
    return translate_url(request.get_full_path(), code)


def sections(request) -> list[Section]:
    match = getattr(request, "resolver_match", None)
    here = match.view_name if match else ""
    return [
        Section(str(name), reverse(view), here == view or here.startswith(begins))
        for name, view, begins in SECTIONS
    ]


def way_in(request) -> HttpResponseRedirect:
    """`/` leads to the home page in the language that the reader's browser asks for."""
    with override(get_language_from_request(request)):
        response = HttpResponseRedirect(reverse("articles:home"))
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def robots(request) -> HttpResponse:
    """Everything public may be crawled; search results lead to the same texts again."""
    lines = ["User-agent: *", "Disallow: /admin/"]
    lines += [f"Disallow: /{code}/search/" for code in INTERFACE]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def favicon(request) -> HttpResponseRedirect:
    """For whoever asks for it without reading a page: the admin's pages name no icon, nor do
    the API's answers."""
    return HttpResponseRedirect(static("desk/icon.svg"))
