"""Words that tell namesakes apart: a name with its office or sort and its country.

For editors' lists and choices; what readers are told of an office is `people.offices`.
"""

from babel import Locale
from django.utils.translation import get_language

from ots_desk.partial_dates import babel_locale
from people.choices import EntityKind
from people.models import Entity, Membership

# Where CLDR's name isn't the one by which the country calls itself, and which its outlets print.
OWN_COUNTRY_NAMES = {("ru", "KG"): "Кыргызстан"}


def country_name(code: str) -> str:
    """The country's name in the language of the interface; the code where CLDR has none."""
    language = get_language() or "en"
    if (language, code) in OWN_COUNTRY_NAMES:
        return OWN_COUNTRY_NAMES[language, code]
    return Locale.parse(babel_locale(language)).territories.get(code, code) if code else ""


def term_dates(term: Membership) -> str:
    """“16 November 2022 – 2024”; an open or unknown end is left open."""
    language = get_language() or "en"
    began = term.began.words(language) if term.began else "…"
    ended = term.ended.words(language) if term.ended else "…"
    return f"{began} – {ended}"


def office_of(person: Entity) -> str:
    """The label of the office begun last, "" where none is known.

    Looks at `memberships.all()`; prefetch them with their posts for lists.
    """
    terms = [term for term in person.memberships.all() if term.post_id]
    if not terms:
        return ""
    last = max(terms, key=lambda term: (str(term.began_earliest or ""), term.pk))
    return last.post.label(get_language() or "en")


def what_it_is(entity: Entity) -> str:
    """A person's last office, anything else's classification or kind; then the country."""
    is_person = entity.kind == EntityKind.PERSON
    sort = office_of(entity) if is_person else entity.classification
    sort, country = sort or str(entity.get_kind_display()), country_name(entity.country)
    # “President of Kyrgyzstan” has said it.
    return f"{sort}, {country}" if country and country not in sort else sort


def label_of(entity: Entity) -> str:
    """“Sadyr Japarov · President of the Kyrgyz Republic, Kyrgyzstan”."""
    return f"{entity.name} · {what_it_is(entity)}"
