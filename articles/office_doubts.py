"""What a text says of offices against the record, in words: the names behind a flag's ids.

How such a flag comes about is `articles.contradictions`.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ots_desk.interface import interface_language
from ots_desk.partial_dates import PartialDate
from people.models import Entity, Membership, Post


def office_doubts_in_words(values: dict[str, Any]) -> str:
    """Return sentences in the language of the interface; empty where nothing is said any more."""
    said = values.get("said", [])
    names = _names(said)
    posts = Post.objects.in_bulk({one["post"] for one in said})
    terms = _terms(said)
    day = PartialDate.day(date.fromisoformat(values["on"])) if said else None
    sentences = (
        sentence
        for one in said
        if one["person"] in names and one["post"] in posts
        for sentence in _sentences(
            one, names, posts[one["post"]], day, terms.get((one["person"], one["post"]), [])
        )
    )
    return " ".join(sentences)


def _names(said: list[dict[str, Any]]) -> dict[int, str]:
    ids = {pk for one in said for pk in (one["person"], *one["holders"])}
    entities = Entity.objects.prefetch_related("names").in_bulk(ids)
    return {pk: entity.display_name for pk, entity in entities.items()}


def _terms(said: list[dict[str, Any]]) -> dict[tuple[int, int], list[Membership]]:
    """The terms of each person in each office."""
    terms = Membership.objects.filter(
        member__in={one["person"] for one in said}, post__in={one["post"] for one in said}
    )
    found = defaultdict(list)
    for term in terms:
        found[term.member_id, term.post_id].append(term)
    return found


def _sentences(
    one: dict[str, Any],
    names: dict[int, str],
    post: Post,
    day: PartialDate,
    terms: list[Membership],
) -> Iterator[str]:
    language = interface_language()
    yield _(
        "The text calls %(person)s “%(words)s”; on %(day)s the record has %(holders)s in the "
        "office “%(post)s”."
    ) % {
        "person": names[one["person"]],
        "words": one["words"],
        "day": day.words(language),
        "holders": ", ".join(names[pk] for pk in one["holders"] if pk in names) or "?",
        "post": post.label(language),
    }
    if terms:
        yield _("%(person)s held it: %(terms)s.") % {
            "person": names[one["person"]],
            "terms": ", ".join(_term(term, language) for term in terms),
        }


def _term(term: Membership, language: str) -> str:
    return " – ".join(day.words(language) if day else "…" for day in (term.began, term.ended))
