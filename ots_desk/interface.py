"""Dates and countries in the language in which the interface speaks just now.

Which languages those are is `ots_desk.languages`; the language of a text is another matter.
"""

from babel import Locale
from django.utils.translation import get_language

from ots_desk.partial_dates import PartialDate, babel_locale
from ots_desk.text import fold

# Where CLDR's name isn't the one by which the country calls itself, and which its outlets print.
OWN_COUNTRY_NAMES = {("ru", "KG"): "Кыргызстан"}


def interface_language() -> str:
    """The language of the page that is being made; English where none is."""
    return get_language() or "en"


def date_words(date: PartialDate | None) -> str:
    """“11 November 2022”; empty where no date is known."""
    return date.words(interface_language()) if date else ""


def country_name(code: str) -> str:
    """The country's name, the code where CLDR has none; empty where no country is known."""
    language = interface_language()
    if (language, code) in OWN_COUNTRY_NAMES:
        return OWN_COUNTRY_NAMES[language, code]
    return Locale.parse(babel_locale(language)).territories.get(code, code) if code else ""


# Codes that CLDR names and that are no country's: unions, the world's outlying parts, tests.
_NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


def countries() -> list[tuple[str, str]]:
    """Every country's code and name, by name."""
    codes = Locale.parse(babel_locale(interface_language())).territories
    named = [(c, country_name(c)) for c in codes if len(c) == 2 and c not in _NO_COUNTRIES]
    return sorted(named, key=lambda country: fold(country[1]))
