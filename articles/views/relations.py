"""What readers are told of how a text stands to its sources and to what was received."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.kinship import Kinship
from articles.models import Translation
from articles.projection import PublicText
from articles.received import last_edited_at
from articles.views.entries import LanguageLink, link_to
from ots_desk.interface import date_words
from ots_desk.languages import own_name
from ots_desk.partial_dates import PartialDate

_FIELDS = {
    "headline": gettext_lazy("headline"),
    "deck": gettext_lazy("standfirst"),
    "body": gettext_lazy("text"),
    "caption": gettext_lazy("photo caption"),
}


@dataclass(frozen=True)
class Said:
    """What stands with a text; `changed_original` leads to the original that has changed since."""

    changed_original: LanguageLink | None
    edited: str


def said_of(text: Translation, public: PublicText, kinship: Kinship) -> Said:
    original = kinship.source_of(text) if kinship.is_stale(text) else None
    return Said(link_to(original) if original else None, edited_words(text, public, kinship))


def edited_words(text: Translation, public: PublicText, kinship: Kinship) -> str:
    """Which of an outlet's words the desk has edited, and when; empty where none."""
    fields = kinship.edited_fields(text, public)
    if not fields:
        return ""
    names = ", ".join(str(_FIELDS[name]) for name in fields)
    day = PartialDate.day(last_edited_at(text).date())
    return _("%(fields)s; %(day)s") % {"fields": names, "day": date_words(day)}


def source_words(text: Translation, kinship: Kinship) -> str:
    """From which text it was translated; empty where that isn't known."""
    source = kinship.source_of(text)
    if not source:
        return ""
    words = {"language": own_name(source.language)}
    if text.is_the_desks_own:
        return _("The text in %(language)s; translated by the desk.") % words
    return _("The text in %(language)s.") % words


def languages_of(texts: list[Translation]) -> str:
    return ", ".join(own_name(text.language) for text in texts)
