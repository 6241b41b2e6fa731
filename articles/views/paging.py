"""Pages of a list without counting it: one row more is fetched to see whether there is a next."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

# Deeper pages cost more and help nobody: the archive and the search lead there.
DEEPEST = 200


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and the addresses of the pages before and after."""

    rows: list
    number: int
    has_next: bool
    previous_url: str
    next_url: str


def page_of(rows: QuerySet, request, size: int) -> Page:
    """The page of `rows` that the request asks for (`?page=2`); raises Http404 for one that is
    no number or has no rows (the first may be empty)."""
    number = page_number(request)
    start = (number - 1) * size
    found = list(rows[start : start + size + 1])
    if not found and number > 1:
        raise Http404
    has_next = len(found) > size and number < DEEPEST
    return Page(
        found[:size],
        number,
        has_next,
        address_of_page(request, number - 1) if number > 1 else "",
        address_of_page(request, number + 1) if has_next else "",
    )


def page_number(request) -> int:
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 5):
        raise Http404
    if not 1 <= int(asked) <= DEEPEST:
        raise Http404
    return int(asked)


def address_of_page(request, number: int) -> str:
    """This address with another page; the first has none in it, so that it has one address."""
    query = request.GET.copy()
    query.pop("page", None)
    if number > 1:
        query["page"] = str(number)
    return f"{request.path}?{query.urlencode()}" if query else request.path
