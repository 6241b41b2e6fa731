"""The offices and terms that the desk knows, as the recogniser takes them. The database half of
`people.recognition.offices`, which is pure.
"""

from datetime import date, timedelta

from people.choices import LOW_CONFIDENCE
from people.models import Membership, Post
from people.recognition.offices import KnownOffice, KnownTerm, Offices

_DAY = timedelta(days=1)


def load_offices() -> Offices:
    """Every office and who held it; what is merged leads to its survivor."""
    posts = Post.objects.select_related("organization")
    terms = Membership.objects.filter(post__isnull=False).select_related("member")
    return Offices(map(_office, posts), map(known_term, terms))


def _office(post: Post) -> KnownOffice:
    body = post.organization.survivor()
    return KnownOffice(
        post=post.pk,
        body=body.pk,
        country=body.country or None,
        is_for_one=post.is_for_one_person,
        labels=tuple(
            (label["language"], label["text"], label["kind"] == "full") for label in post.labels
        ),
    )


def known_term(term: Membership) -> KnownTerm:
    """The same days as `people.offices.standing_on` gives, certain and possible."""
    sure_from, sure_to = _sure(term)
    return KnownTerm(
        person=term.member.survivor().pk,
        post=term.post_id,
        first=term.began.earliest if term.began else None,
        last=term.ended.latest if term.ended else None,
        sure_from=sure_from,
        sure_to=sure_to,
    )


def _sure(term: Membership) -> tuple[date, date] | tuple[None, None]:
    """The first and the last day that the term certainly included."""
    if term.confidence == LOW_CONFIDENCE or not term.began:
        return None, None
    if term.ended and term.ended.earliest == date.min:
        return None, None  # the calendar has no day before
    if term.ended:
        # The last day may be the successor's first.
        return term.began.latest, term.ended.earliest - _DAY
    return term.began.latest, term.known_until or term.began.earliest
