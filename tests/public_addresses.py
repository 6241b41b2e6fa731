"""Every address that readers can ask for, collected from the urlconf, so that none is forgotten.

A helper of tests that walk the whole public site; the walking is theirs.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from django.contrib.admindocs.views import simplify_regex
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RegexPattern
from django.utils.translation import override

_ARGUMENT = re.compile(r"<(?:[^:>]+:)?(\w+)>")


def public_patterns() -> Iterator[list]:
    """The chain of resolvers and pattern behind each address that isn't the admin's."""
    yield from _chains(get_resolver(), [])


def _chains(resolver: URLResolver, before: list) -> Iterator[list]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield [*before, entry]
        elif entry.namespace != "admin":
            yield from _chains(entry, [*before, entry])


def is_in_a_language(chain: list) -> bool:
    """Does the address begin with a language of the interface?"""
    return any(isinstance(entry.pattern, LocalePrefixPattern) for entry in chain)


def route_of(chain: list, language: str) -> str:
    """Such as `/en/articles/<int:pk>/`."""
    with override(language):
        return "/" + "".join(_words(entry.pattern) for entry in chain)


def _words(pattern) -> str:
    words = str(pattern)
    return simplify_regex(words).lstrip("/") if isinstance(pattern, RegexPattern) else words


def addresses(route: str, samples: dict[str, Iterable]) -> Iterator[str]:
    """The route with every combination of `samples` (by the name of the argument) in it."""
    names = _ARGUMENT.findall(route)
    missing = ", ".join(sorted(set(names) - set(samples)))
    assert not missing, f"{route} is new: say in `samples` what may stand for {missing}."
    for values in itertools.product(*(samples[name] for name in names)):
        given = dict(zip(names, values, strict=True))
        yield _ARGUMENT.sub(lambda match, given=given: str(given[match[1]]), route)


def filters_of(chain: list) -> dict:
    """The filters of an API list, by name; of anything else none."""
    viewset = getattr(chain[-1].callback, "cls", None)
    is_list = getattr(chain[-1].callback, "actions", {}).get("get") == "list"
    filterset = getattr(viewset, "filterset_class", None)
    return dict(filterset.base_filters) if is_list and filterset else {}


class ReadsOnly:
    """A context in which a write to the database fails the test."""

    def __enter__(self) -> None:
        self._wrapper = connection.execute_wrapper(self._check)
        self._wrapper.__enter__()

    def __exit__(self, *error) -> None:
        self._wrapper.__exit__(*error)

    @staticmethod
    def _check(execute, sql, params, many, context):
        verb = sql.lstrip().split(None, 1)[0].upper()
        assert verb in ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA"), sql
        return execute(sql, params, many, context)
