"""Words that tell namesakes apart: a name with its office or sort and its country.

For editors' lists and choices; what readers are told of an office is `people.offices`.
"""

from datetime import date

from ots_desk.interface import country_name, date_words, interface_language
from people.choices import EntityKind
from people.models import Entity, Membership
from people.offices import certain_offices_on


def term_dates(term: Membership) -> str:
    """“16 November 2022 – 2024”; an open or unknown end is left open."""
    return f"{date_words(term.began) or '…'} – {date_words(term.ended) or '…'}"


def what_of(term: Membership) -> str:
    """“President of Kazakhstan”, “Example Council: member”."""
    if term.post_id:
        return term.post.label(interface_language())
    return f"{term.organization}: {term.get_role_display()}"


def office_of(person: Entity, on: date | None = None) -> str:
    """The label of the office certainly held `on` a day, else of the one begun last; "" where
    none is known.

    Looks at `memberships.all()`; prefetch them with their posts for lists.
    """
    then = certain_offices_on(person, on) if on else []
    terms = then or [term for term in person.memberships.all() if term.post_id]
    if not terms:
        return ""
    last = max(terms, key=lambda term: (str(term.began_earliest or ""), term.pk))
    return last.post.label(interface_language())


def what_it_is(entity: Entity, on: date | None = None) -> str:
    """A person's office, `on` a day if it is known, else the last one; else the classification,
    else the kind; then the country."""
    office = office_of(entity, on) if entity.kind == EntityKind.PERSON else ""
    # The reference classifies every person as a “person”, which the kind says in any language.
    stated = "" if entity.classification == entity.kind else entity.classification
    sort = office or stated or str(entity.get_kind_display())
    country = country_name(entity.country)
    # “President of Kyrgyzstan” has said it.
    return f"{sort}, {country}" if country and country not in sort else sort


def label_of(entity: Entity) -> str:
    """“Sadyr Japarov · President of the Kyrgyz Republic, Kyrgyzstan”."""
    return f"{entity.name} · {what_it_is(entity)}"
