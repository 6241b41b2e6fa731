"""Terms in an office for one person that include the same day: found before they are stored.

Whether two terms overlap is `people.offices`; refusing them is the form's and the loader's.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, product

from django.utils.translation import gettext as _

from ots_desk.interface import date_words
from ots_desk.partial_dates import PartialDate
from people.labels import term_dates
from people.models import Membership, Post
from people.offices import overlap
from people.sources import source_words

Pair = tuple[Membership, Membership]


def find_overlap(terms: Iterable[Membership], *, without: Iterable[int] = ()) -> Pair | None:
    """Return two terms of which one must go: two of `terms`, or one of them and a stored one.

    `terms` stand for their stored rows; the stored rows `without` are about to go. Call it in the
    transaction that stores `terms`: their offices are held until it ends, so that nobody else
    stores an overlapping term meanwhile.
    """
    terms = [term for term in terms if term.post and term.post.is_for_one_person]
    stored = _stored_beside(terms, without)
    pairs = [*combinations(terms, 2), *product(terms, stored)]
    return next((pair for pair in pairs if _are_in_conflict(*pair)), None)


def _stored_beside(terms: list[Membership], without: Iterable[int]) -> list[Membership]:
    posts = {term.post_id for term in terms if term.post_id}
    list(Post.objects.select_for_update().filter(pk__in=posts).order_by("pk").values("pk"))
    replaced = {term.pk for term in terms if term.pk} | set(without)
    stored = Membership.objects.filter(post__in=posts).exclude(pk__in=replaced)
    return list(stored.select_related("member", "post"))


def _are_in_conflict(one: Membership, other: Membership) -> bool:
    return one.post == other.post and overlap(one, other)


def stored_overlaps(posts: Iterable[int]) -> list[Pair]:
    """All pairs of stored terms that overlap in one of the offices `posts`, each for one person."""
    terms = Membership.objects.filter(post__in=posts, post__is_for_one_person=True)
    held = defaultdict(list)
    for term in terms.select_related("member", "post").order_by("pk"):
        held[term.post_id].append(term)
    pairs = (pair for terms in held.values() for pair in combinations(terms, 2))
    return [pair for pair in pairs if overlap(*pair)]


def overlap_words(one: Membership, other: Membership) -> str:
    """Both terms, with their dates and where they are known from."""
    return _(
        "%(post)s is held by one person at a time, and these terms overlap: %(one)s and %(other)s."
    ) % {"post": one.post, "one": _term_words(one), "other": _term_words(other)}


def _term_words(term: Membership) -> str:
    parts = [term_dates(term)]
    if term.known_until and not term.ended:
        day = date_words(PartialDate.day(term.known_until))
        parts.append(_("no end known by %(day)s") % {"day": day})
    sources = ", ".join(map(source_words, term.sources))
    parts.append(_("source: %(sources)s") % {"sources": sources} if sources else _("no source"))
    return f"{term.member} ({'; '.join(parts)})"
