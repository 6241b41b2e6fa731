"""Where a text comes from, line by line: what is known, and what is not stated."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.choices import PublicUse
from articles.kinship import Kinship
from articles.models import Translation
from articles.projection import PublicText
from articles.views.entries import clock_of
from articles.views.relations import edited_words, languages_of, source_words
from ots_desk.interface import date_words


@dataclass(frozen=True)
class OriginLine:
    label: str
    text: str
    is_unknown: bool = False
    url: str = ""


def origin_of(text: Translation, public: PublicText, kinship: Kinship) -> list[OriginLine]:
    """The lines of "Where this text comes from"; `kinship` is that of the article's public
    texts."""
    lines = [
        _outlet(text),
        _agency(text),
        OriginLine(_("Via"), text.via),
        OriginLine(_("Byline"), public.byline),
        OriginLine(_("Dateline"), public.dateline),
        _date(text),
        OriginLine(_("Photograph in the source"), _photograph(public)),
        OriginLine(_("Translated from"), source_words(text, kinship)),
        OriginLine(_("Translated from this"), languages_of(kinship.translations_of(text))),
        _parallel(kinship.parallel_to(text)),
        OriginLine(_("Edited by the desk"), edited_words(text, public, kinship)),
        _use(public),
        OriginLine(_("Source address"), text.source_url, url=text.source_url),
    ]
    return [line for line in lines if line.text]


def _outlet(text: Translation) -> OriginLine:
    if text.is_the_desks_own:
        return OriginLine(_("Written by"), _("OTS Desk"))
    if text.source:
        return OriginLine(_("Outlet"), text.source.name)
    return OriginLine(_("Outlet"), _("not stated in the text"), is_unknown=True)


def _agency(text: Translation) -> OriginLine:
    return OriginLine(_("Agency"), text.agency.name if text.agency else "")


def _date(text: Translation) -> OriginLine:
    if not text.published:
        return OriginLine(_("Date"), _("not stated in the text"), is_unknown=True)
    words = {"day": date_words(text.published), "clock": clock_of(text.published_time)}
    if not text.published_time:
        return OriginLine(_("Date"), _("%(day)s, as printed; without a clock.") % words)
    return OriginLine(_("Date and clock"), _clock_sentence(text) % {**words, "zone": text.zone})


def _clock_sentence(text: Translation) -> str:
    if text.is_the_desks_own:
        return _("%(day)s, %(clock)s, in %(zone)s.")
    if text.zone:
        return _("%(day)s, %(clock)s, as printed; the outlet’s zone is %(zone)s.")
    if not text.source:
        return _("%(day)s, %(clock)s, as printed. The outlet is unknown, so the clock has no zone.")
    return _("%(day)s, %(clock)s, as printed. The zone of the clock is not stated.")


def _photograph(public: PublicText) -> str:
    parts = [f"«{public.caption}»" if public.caption else "", public.credit]
    said = ". ".join(part.rstrip(".") for part in parts if part)
    return _("%(photo)s. Not reproduced here.") % {"photo": said} if said else ""


def _parallel(siblings: list[Translation]) -> OriginLine:
    if not siblings:
        return OriginLine("", "")
    said = _("The texts are parallel (%(languages)s); which came first is not known.")
    return OriginLine(_("Other languages"), said % {"languages": languages_of(siblings)})


def _use(public: PublicText) -> OriginLine:
    said = {
        PublicUse.LINK: _("Only the headline is shown: the desk has no licence for this text."),
        PublicUse.EXCERPT: _(
            "Only an excerpt is shown: the desk has no licence for the full text."
        ),
    }
    return OriginLine(_("Shown here"), said.get(public.use, ""))
