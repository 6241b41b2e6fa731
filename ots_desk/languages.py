"""The languages of the desk, by BCP 47 code, each under its own name.

Detecting a language is the importer's work; translating the interface is Django's.
"""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

# Interface and texts, in the order of the masthead.
INTERFACE = {
    "en": "English",
    "ru": "Русский",
    "kk": "Қазақша",
    "ky": "Кыргызча",
    "tr": "Türkçe",
    "az": "Azərbaycanca",
    "uz": "Oʻzbekcha",
}

# Texts only.
TEXTS = {**INTERFACE, "uz-Cyrl": "Ўзбекча", "hu": "Magyar", "tk": "Türkmençe"}

# "2-3 letters, then script or region": enough of BCP 47 for the languages of news texts.
validate_language = RegexValidator(
    r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$",
    _("Write the language as a BCP 47 code: en, ru, uz-Cyrl."),
)


def own_name(code: str) -> str:
    """The language's own name, or its code where the desk doesn't know it."""
    return TEXTS.get(code, code)
